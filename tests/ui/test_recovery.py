"""What was not saved when nnsim ended comes back at the next start."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

import nnsim
from nnsim.document import Autosave, RecoveryFile, left_behind
from nnsim.project import edits, new_project, read_project, write_project
from nnsim.ui.main_window import MainWindow


def recovery(window: MainWindow) -> Autosave:
    return window.safekeeping.autosave


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.exists() else []


def work(window: MainWindow) -> None:
    window.controller.edit(lambda project: edits.resize_hidden(project, (3,), "tanh"), "Resize")


def keep(window: MainWindow) -> Path:
    recovery(window).keep()
    recovery(window).finish()
    return recovery(window).file.path


@pytest.fixture
def killed(tmp_path: Path) -> Callable[[str], Path]:
    """Work in a window of another process that is killed; the file that was open there."""

    def kill(how: str) -> Path:
        path = tmp_path / "mine.nnsim"
        path.write_bytes(write_project(new_project()))
        script = Path(__file__).with_name("worked_and_killed.py")
        command = [sys.executable, "-W", "ignore", str(script), str(tmp_path), str(path), how]
        environment = os.environ | {"PYTHONPATH": str(Path(nnsim.__file__).parents[1])}
        out = subprocess.PIPE
        with subprocess.Popen(command, stdout=out, text=True, env=environment) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            process.kill()
        assert line == "kept\n"
        return path

    return kill


@pytest.fixture
def next_start(open_window, tmp_path, monkeypatch):
    monkeypatch.setattr("nnsim.shell.settings.user_data", lambda: tmp_path)
    return lambda: open_window(size=(1280, 800))


@pytest.mark.slow
@pytest.mark.parametrize("how", ["finished", "training"])
def test_after_a_kill_the_next_start_offers_the_work_back(
    killed, next_start, hands, tmp_path, how
) -> None:
    path = killed(how)
    saved = path.read_bytes()
    window = next_start()
    user = hands(window)
    assert "mine.nnsim" in user.text("fileNoticeText")
    user.press("restoreWork")
    project = window.document.project
    assert project.network.sizes == (2, 3, 1)
    assert window.document.path == path
    assert window.document.modified
    assert path.read_bytes() == saved
    epochs = project.progress.curves.rows[:, 0]
    assert epochs[-1] == project.progress.epoch >= (50 if how == "finished" else 20)
    assert list(epochs) == sorted(epochs)
    assert project.progress.snapshots.entries
    assert not user.shows("fileNotice")
    user.press("timeBack" if "timeBack" in window.actions_by_name else "trainEpoch")
    user.wait_until_idle()
    user.press("fileSave")
    assert read_project(path) == window.document.project
    assert files_in(tmp_path / "recovery") == []


@pytest.mark.slow
def test_what_is_discarded_is_not_offered_again(killed, next_start, hands, tmp_path) -> None:
    killed("finished")
    window = next_start()
    hands(window).press("discardWork")
    assert not hands(window).shows("fileNotice")
    assert files_in(tmp_path / "recovery") == []
    assert window.document.project == new_project()


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """Work that was left behind, of a project that was never saved."""
    from nnsim.document.recovery import Work, content

    folder = tmp_path / "recovery"
    folder.mkdir()
    file = RecoveryFile.new(folder)
    project = edits.resize_hidden(new_project(), (4,), "relu")
    file.write(content(Work(project)))
    return file.path


def test_put_away_it_is_offered_at_the_next_start(left, next_start, hands) -> None:
    first = next_start()
    assert "untitled" in hands(first).text("fileNoticeText")
    hands(first).press("fileNoticeClose")
    assert not hands(first).shows("fileNotice")
    assert hands(next_start()).shows("restoreWork")


def test_it_is_offered_to_one_window_only(left, next_start, hands) -> None:
    first, second = next_start(), next_start()
    assert hands(first).shows("fileNotice")
    assert not hands(second).shows("fileNotice")


def test_it_stays_offered_in_another_language(left, next_start, hands) -> None:
    window = next_start()
    window.rebuild()
    hands(window).wait(lambda: hands(window).shows("restoreWork"))


def test_work_that_is_open_is_not_lost_by_restoring(left, next_start, hands, monkeypatch) -> None:
    window = next_start()
    work(window)
    mine = window.document.project
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel)
    hands(window).press("restoreWork")
    assert window.document.project is mine
    assert hands(window).shows("restoreWork")
    discard = QMessageBox.StandardButton.Discard
    monkeypatch.setattr(QMessageBox, "exec", lambda _: discard)
    hands(window).press("restoreWork")
    assert window.document.project.network.sizes == (2, 4, 1)


def test_damaged_work_is_told_and_can_be_discarded(left, next_start, hands) -> None:
    left.write_bytes(left.read_bytes()[:-40])
    window = next_start()
    before = window.document.project
    hands(window).press("restoreWork")
    hands(window).find("errorMessage").close()
    assert window.document.project is before
    hands(window).press("discardWork")
    assert not left.exists()


def test_only_what_is_not_saved_is_kept(window, tmp_path) -> None:
    folder = recovery(window).file.path.parent
    keep(window)
    assert files_in(folder) == []
    work(window)
    path = keep(window)
    assert path.exists()
    assert left_behind(folder) == []  # its window lives
    window.document.undo_stack.undo()
    assert files_in(folder) == []
    window.document.undo_stack.redo()
    keep(window)
    window.document.save(tmp_path / "saved.nnsim")
    assert files_in(folder) == []


def test_closing_leaves_nothing_behind(window, monkeypatch) -> None:
    work(window)
    path = keep(window)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Discard)
    window.close()
    assert files_in(path.parent) == []


def test_an_error_in_nnsim_keeps_the_work(window, user) -> None:
    work(window)
    window.show_exception("ValueError: x", "Traceback")
    recovery(window).finish()
    assert RecoveryFile(recovery(window).file.path).read().project == window.document.project
    user.find("exceptionMessage").close()


def test_a_folder_that_cannot_be_written_disturbs_nobody(
    open_window, tmp_path, monkeypatch, caplog
) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    monkeypatch.setattr("nnsim.shell.settings.user_data", lambda: blocked)
    window = open_window()
    work(window)
    keep(window)
    assert "could not be kept" in caplog.text
