"""run.py on its own, and the wheel in an environment that holds nothing of the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
import run as setup  # noqa: E402

sys.path.remove(str(ROOT))

linux = pytest.mark.skipif(sys.platform != "linux", reason="about system packages of Debian")


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """run.py in a project of its own; what it would have run, as lists of words."""
    made: list[list[str]] = []
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(setup, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(setup, "loads", lambda library: True)

    def call(command: list[object], **options: object) -> int:
        words = [str(word) for word in command]
        made.append(words)
        if "venv" in words:
            shutil.rmtree(setup.VENV, ignore_errors=True)
            setup.VENV.mkdir()
            setup.PYTHON.touch()
        return 0

    monkeypatch.setattr(setup, "call", call)
    monkeypatch.setattr(setup, "check_call", call)
    return made


def kinds(calls: list[list[str]]) -> list[str]:
    """What was run, one word each; the list is emptied."""
    words = [next(word for word in call if word in ("venv", "pip", "nnsim")) for call in calls]
    calls.clear()
    return words


def test_the_first_start_sets_up_and_the_second_only_starts(calls: list[list[str]]):
    assert setup.main(["lesson.nnsim"]) == 0
    assert calls[-1][1:] == ["-m", "nnsim", "lesson.nnsim"]
    assert kinds(calls) == ["venv", "pip", "nnsim"]
    setup.main([])
    assert kinds(calls) == ["nnsim"]


def test_a_changed_pyproject_is_installed_again(calls: list[list[str]]):
    setup.set_up()
    (setup.ROOT / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    kinds(calls)
    setup.set_up()
    assert kinds(calls) == ["pip"]


def test_an_interrupted_installation_is_done_again(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
):
    working = setup.check_call

    def interrupted(command: list[object]) -> int:
        if "pip" in command:
            raise KeyboardInterrupt
        return working(command)

    setup.set_up()
    (setup.ROOT / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    monkeypatch.setattr(setup, "check_call", interrupted)
    with pytest.raises(KeyboardInterrupt):
        setup.set_up()
    monkeypatch.setattr(setup, "check_call", working)
    kinds(calls)
    setup.set_up()
    assert kinds(calls) == ["venv", "pip"]


@pytest.mark.parametrize("damage", ["another Python", "no Python", "moved"])
def test_an_unusable_environment_is_made_anew(
    damage: str, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
):
    setup.set_up()
    kinds(calls)
    if damage == "another Python":
        monkeypatch.setattr(setup, "VERSION", "3.99")
    elif damage == "no Python":
        setup.PYTHON.unlink()
    else:
        stamp = setup.STAMP.read_text(encoding="utf-8")
        setup.STAMP.write_text(stamp.replace(str(setup.ROOT), "/elsewhere"), encoding="utf-8")
    setup.set_up()
    assert kinds(calls) == ["venv", "pip"]


def test_test_runs_every_check_and_fails_if_one_fails(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    tools: list[str] = []

    def call(command: list[object], **options: object) -> int:
        tools.append(" ".join(map(str, command[2:])))
        return int("mypy" in command)

    setup.set_up()
    monkeypatch.setattr(setup, "call", call)
    assert setup.main(["test"]) == 1
    assert tools == ["ruff check", "ruff format --check", "mypy", "pytest -n auto --dist worksteal"]
    assert "Failed: mypy" in capsys.readouterr().out


def test_test_with_arguments_is_only_pytest(calls: list[list[str]]):
    setup.set_up()
    calls.clear()
    assert setup.main(["test", "-k", "engine"]) == 0
    assert [call[1:] for call in calls] == [["-m", "pytest", "-k", "engine"]]


def test_bench_runs_the_benchmarks_and_leaves_the_environment_set_up(calls: list[list[str]]):
    setup.set_up()
    calls.clear()
    assert setup.main(["bench", "engine"]) == 0
    assert [call[1:] for call in calls] == [["-m", "tests.benchmarks", "engine"]]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_the_package_of_a_library(library: str, package: str):
    assert setup.package_of(library) == package


@linux
def test_missing_packages_are_those_that_do_not_load(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(setup, "loads", lambda library: library != "libGL.so.1")
    assert setup.missing_packages(setup.QT) == ["libgl1"]
    assert setup.missing_packages(setup.WINDOW) == []


def test_elsewhere_nothing_is_missing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(setup.sys, "platform", "darwin")
    monkeypatch.setattr(setup, "loads", lambda library: False)
    assert setup.missing_packages(setup.QT) == []


def test_a_library_that_does_not_exist_does_not_load():
    assert not setup.loads("libnnsim-has-no-library.so.0")


@linux
def test_root_installs_what_is_missing(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(setup.os, "geteuid", lambda: 0)
    assert setup.install_packages(["libgl1", "libegl1"])
    assert calls == [["apt-get", "update"], ["apt-get", "install", "-y", "libgl1", "libegl1"]]


@linux
def test_others_are_told_the_line_to_type(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup, "loads", lambda library: "GL" not in library)
    with pytest.raises(SystemExit) as end:
        setup.main(["test"])
    assert end.value.code == 1
    assert capsys.readouterr().err.endswith("sudo apt-get install -y libegl1 libgl1\n")
    assert calls == []


@linux
def test_tests_need_no_libraries_for_windows(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup, "loads", lambda library: "xcb-cursor" not in library)
    assert setup.main(["test", "-k", "engine"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert setup.main([]) == 0
    assert capsys.readouterr().err.endswith("sudo apt-get install -y libxcb-cursor0\n")


@linux
def test_without_ensurepip_the_package_for_venv_is_named(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as end:
        setup.set_up()
    assert end.value.code == 1
    assert capsys.readouterr().err.endswith(f"apt-get install -y python{setup.VERSION}-venv\n")


def test_run_is_short():
    assert len((ROOT / "run.py").read_text(encoding="utf-8").splitlines()) < 120


def run_in(folder: Path, *command: str | Path, **variables: str) -> str:
    """What a command prints, run where nothing of the checkout is at hand."""
    hidden = ("PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    return f"{done.stdout}exit {done.returncode}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the project."""
    folder = tmp_path_factory.mktemp("wheel")
    said = run_in(ROOT, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    assert said.endswith("exit 0"), said
    return next(folder.glob("nnsim-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an empty environment with the wheel; only its dependencies are borrowed."""
    folder = tmp_path_factory.mktemp("empty")
    said = run_in(folder, sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    assert said.endswith("exit 0"), said
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python")]
    said = run_in(folder, *pip, "install", "--no-deps", "--no-index", wheel)
    assert said.endswith("exit 0"), said
    where = run_in(folder, scripts / "python", "-c", "import nnsim; print(nnsim.__file__)")
    dependencies = Path(numpy.__file__).parents[1]
    Path(where.splitlines()[0]).parents[1].joinpath("borrowed.pth").write_text(f"{dependencies}\n")
    return scripts


def test_the_wheel_holds_every_resource(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    relative = {path.relative_to(ROOT / "resources").as_posix() for path in files}
    assert {f"nnsim/_resources/{name}" for name in relative} <= names


def test_the_wheel_uses_its_own_files(installed: Path, tmp_path: Path):
    code = (
        "import nnsim; from nnsim.shell.resources import resource;"
        "print(nnsim.__file__); print(resource())"
    )
    package, resources, end = run_in(tmp_path, installed / "python", "-c", code).splitlines()
    assert end == "exit 0"
    assert Path(package).resolve().is_relative_to(installed.parent.resolve())
    assert Path(resources) == Path(package).parent / "_resources"


def test_the_wheel_says_its_version(installed: Path, tmp_path: Path):
    assert run_in(tmp_path, installed / "nnsim", "--version") == "nnsim 0.1.0\nexit 0"


def test_an_answer_in_text_loads_neither_qt_nor_numpy(installed: Path, tmp_path: Path):
    code = (
        "import sys\ntry: import nnsim.__main__\nexcept SystemExit: pass\n"
        "print(sorted({'PySide6', 'numpy'} & set(sys.modules)))"
    )
    said = run_in(tmp_path, installed / "python", "-c", code, "--version")
    assert said == "nnsim 0.1.0\n[]\nexit 0"


def test_the_wheel_builds_its_window(installed: Path, tmp_path: Path):
    code = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from nnsim.app import create_window; window = create_window(); window.show();"
        "print(window.isVisible()); window.close()"
    )
    said = run_in(
        tmp_path,
        *(installed / "python", "-c", code),
        QT_QPA_PLATFORM="offscreen",
        XDG_CONFIG_HOME=str(tmp_path),
    )
    assert said.endswith("True\nexit 0"), said  # Qt may remark on the platform before


@linux
def test_without_a_display_it_says_so(installed: Path, tmp_path: Path):
    said = run_in(tmp_path, installed / "nnsim")
    assert said == "nnsim: no display: neither DISPLAY nor WAYLAND_DISPLAY is set\nexit 1"
