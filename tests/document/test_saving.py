"""Saving is whole or not at all, whatever happens meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import nnsim
from nnsim.shell.writing import WriteError, write_file

needs_posix = pytest.mark.skipif(os.name != "posix", reason="permissions and forks of POSIX")


@needs_posix
@pytest.mark.slow
def test_killed_at_random_moments_of_200_saves(tmp_path: Path) -> None:
    script = Path(__file__).with_name("saving_and_killed.py")
    command = [sys.executable, "-W", "ignore", str(script), str(tmp_path), "200"]
    env = os.environ | {"PYTHONPATH": str(Path(nnsim.__file__).parents[1])}
    run = subprocess.run(command, capture_output=True, text=True, timeout=100, env=env)
    assert run.returncode == 0, run.stderr
    begun, lives, interrupted = map(int, run.stdout.split())
    assert begun >= 200
    assert lives > 10
    assert interrupted > 10


@needs_posix
def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "private"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


@needs_posix
def test_a_new_file_is_as_open_as_any_other(tmp_path: Path) -> None:
    plain, written = tmp_path / "plain", tmp_path / "written"
    plain.touch()
    write_file(written, b"new")
    assert written.stat().st_mode == plain.stat().st_mode


@needs_posix
def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [each.name for each in link.parent.iterdir()] == ["link"]


def test_a_write_that_fails_midway_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "kept"
    path.write_bytes(b"old")
    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, fail)
            with pytest.raises(WriteError) as caught:
                write_file(path, b"new")
        assert (caught.value.path, caught.value.detail) == (path, "No space left on device")
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_what_is_read_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(WriteError):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_what_a_killed_process_has_left_is_swept_away_later(tmp_path: Path) -> None:
    old, young, foreign = (
        tmp_path / name for name in (".nnsim-0123.tmp", ".nnsim-4567.tmp", ".other-0123.tmp")
    )
    for file in (old, young, foreign):
        file.write_bytes(b"half")
    for file in (old, foreign):
        os.utime(file, (0, 0))
    write_file(tmp_path / "a.nnsim", b"whole")
    assert not old.exists()
    assert young.read_bytes() == foreign.read_bytes() == b"half"
