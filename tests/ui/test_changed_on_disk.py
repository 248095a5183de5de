"""Two windows, or a window and another program, on the same file."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox

from nnsim.project import Project, edits, new_project, read_project, write_project

ONE = new_project()
OTHER = edits.resize_hidden(ONE, (5,), "tanh")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shared.nnsim"
    path.write_bytes(write_project(ONE))
    return path


@pytest.fixture
def window(open_window, path):
    return open_window(path, size=(1280, 800))


def put(path: Path, project: Project) -> None:
    """As most programs save: a new file in the place of the old one."""
    new = path.with_name("new")
    new.write_bytes(write_project(project))
    os.replace(new, path)


def work(window) -> Project:
    window.controller.edit(lambda project: edits.resize_hidden(project, (3,), "relu"), "Resize")
    return window.document.project


def test_another_window_saves(window, open_window, hands, user, path) -> None:
    second = open_window(path)
    second.controller.edit(lambda project: edits.resize_hidden(project, (4,), "tanh"), "Resize")
    hands(second).press("fileSave")
    user.wait(lambda: user.shows("fileNotice"))
    assert "shared.nnsim" in user.text("fileNoticeText")
    assert not hands(second).shows("fileNotice")
    user.press("reloadFile")
    assert window.document.project == second.document.project
    assert not window.document.modified
    assert not user.shows("fileNotice")


def test_every_time_the_file_is_replaced(window, user, path) -> None:
    for project in (OTHER, edits.resize_hidden(ONE, (6,), "tanh"), OTHER):
        put(path, project)
        user.wait(lambda: user.shows("reloadFile"))
        user.press("reloadFile")
        assert window.document.project == project


def test_reloading_is_a_step_that_can_be_undone(window, user, path) -> None:
    mine = work(window)
    put(path, OTHER)
    user.wait(lambda: user.shows("reloadFile"))
    user.press("reloadFile")
    user.press("editUndo")
    assert window.document.project == mine
    assert window.document.modified


def test_the_same_content_is_no_change(window, user, path) -> None:
    shutil.copy(path, path.with_name("copy"))
    os.replace(path.with_name("copy"), path)
    os.utime(path, (1, 1))
    window.safekeeping.disk.look()
    assert not user.shows("fileNotice")


def test_its_own_saves_are_no_change(window, user, qtbot, path) -> None:
    work(window)
    disk = window.safekeeping.disk
    with qtbot.waitSignal(disk._watcher.directoryChanged):
        user.press("fileSave")
    disk.look()
    assert not user.shows("fileNotice")


def test_a_file_that_is_gone_is_written_anew(window, user, path) -> None:
    path.unlink()
    window.safekeeping.disk.look()
    assert not user.shows("fileNotice")
    work(window)
    user.press("fileSave")
    assert read_project(path) == window.document.project


@pytest.fixture
def answer(monkeypatch):
    """Answers the question that a save over another's changes asks."""

    def click(name: str) -> None:
        def look() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            assert box.objectName() == "fileConflict"
            asked.append(box.text())
            button = box.findChild(QAbstractButton, name)
            assert button is not None
            button.click()

        QTimer.singleShot(0, look)

    asked: list[str] = []
    click.asked = asked
    return click


def test_saving_asks_before_it_overwrites(window, user, path, answer) -> None:
    mine = work(window)
    put(path, OTHER)
    answer("cancel")
    user.press("fileSave")
    assert answer.asked == ["shared.nnsim was changed on disk since this window read or saved it."]
    assert read_project(path) == OTHER
    assert window.document.modified
    answer("overwrite")
    user.press("fileSave")
    assert read_project(path) == mine
    assert not window.document.modified
    work(window)
    user.press("fileSave")  # its own file again: not asked
    assert len(answer.asked) == 2


def test_saving_under_another_name_instead(window, user, path, answer, monkeypatch) -> None:
    mine = work(window)
    put(path, OTHER)
    other = path.with_name("mine.nnsim")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    answer("saveAs")
    user.press("fileSave")
    assert (read_project(path), read_project(other)) == (OTHER, mine)
    assert window.document.path == other


def test_reloading_instead_of_saving(window, user, path, answer) -> None:
    mine = work(window)
    put(path, OTHER)
    answer("reload")
    user.press("fileSave")
    assert window.document.project == OTHER
    assert read_project(path) == OTHER
    window.document.undo_stack.undo()
    assert window.document.project == mine
