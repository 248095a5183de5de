"""Menus, messages and questions around the work, and what is kept when the window is built anew."""

from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMenu, QMessageBox

from nnsim.app import create_window
from nnsim.notation import a, x
from nnsim.project import MAX_NODES, edits, new_project, write_project
from nnsim.shell.settings import THEME

BUTTON = QMessageBox.StandardButton


@pytest.fixture
def question(monkeypatch):
    """Answers the question about unsaved work; notes its text."""
    asked: list[str] = []

    def answer(button):
        def respond(box):
            asked.append(box.text())
            offered = box.standardButtons()
            assert offered == BUTTON.Save | BUTTON.Discard | BUTTON.Cancel
            return button

        monkeypatch.setattr(QMessageBox, "exec", respond)
        return asked

    return answer


@pytest.fixture
def unsaved(window):
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, 1, 0.5), "W")
    return window.document.project


def menu_of(window, name):
    return next(menu for menu in window.findChildren(QMenu, name))


def open_messages(window, name):
    return [box for box in window.findChildren(QMessageBox, name) if box.isVisible()]


# Unsaved work


@pytest.mark.parametrize("action", ["fileNew", "fileOpen"])
def test_new_and_open_ask_about_unsaved_work(
    user, window, unsaved, question, tmp_path, monkeypatch, action
):
    saved, other = tmp_path / "mine.nnsim", tmp_path / "other.nnsim"
    other.write_bytes(write_project(edits.choose_dataset(new_project(), "and")))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    asked = question(BUTTON.Cancel)
    user.press(action)
    assert asked == ["Save the changes to untitled?"]
    assert window.document.project is unsaved
    question(BUTTON.Save)
    user.press(action)
    assert saved.exists()
    assert window.document.project != unsaved
    window.files.open_path(saved)
    assert window.document.project == unsaved


def test_when_saving_fails_the_work_is_not_thrown_away(
    user, window, unsaved, question, tmp_path, monkeypatch
):
    nowhere = str(tmp_path / "none" / "mine.nnsim")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    question(BUTTON.Save)
    user.press("fileNew")
    assert window.document.project is unsaved
    assert nowhere in open_messages(window, "errorMessage")[0].text()
    assert not window.close()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert not window.close()
    assert window.document.project is unsaved
    assert window.isVisible()


def test_what_is_saved_is_not_asked_about(user, window, unsaved, tmp_path, monkeypatch):
    path = tmp_path / "mine.nnsim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert window.windowTitle() == "• untitled — nnsim"
    user.press("fileSave")
    assert window.windowTitle() == "mine.nnsim — nnsim"
    user.press("editUndo")
    assert window.windowTitle() == "• mine.nnsim — nnsim"
    user.press("editRedo")
    assert window.windowTitle() == "mine.nnsim — nnsim"
    user.press("fileNew")
    assert window.windowTitle() == "untitled — nnsim"


def test_saving_while_it_trains_saves_what_was_reached(user, window, tmp_path, monkeypatch):
    path = tmp_path / "mine.nnsim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 10)
    user.press("fileSave")
    user.wait(path.exists)
    assert not window.session.running
    assert not window.document.modified
    saved = window.document.project
    assert saved.progress.epoch > 10
    user.press("fileNew")
    window.files.open_path(path)
    assert window.document.project == saved


# Files


def test_recent_files_are_offered_as_soon_as_there_are_any(
    user, window, unsaved, tmp_path, monkeypatch
):
    file_menu = next(
        action.menu() for action in window.menuBar().actions() if action.text() == "&File"
    )
    recent = menu_of(window, "recentFiles")
    file_menu.aboutToShow.emit()
    assert not recent.menuAction().isEnabled()
    path = tmp_path / "mine.nnsim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    user.press("fileSave")
    user.press("fileNew")
    file_menu.aboutToShow.emit()
    assert recent.menuAction().isEnabled()
    (action,) = recent.actions()
    assert action.text() == "mine.nnsim"
    action.trigger()
    assert window.document.project == unsaved


def spoilt(**changes) -> bytes:
    """A project's file with other parts; a part of None is left out."""
    with ZipFile(BytesIO(write_project(new_project()))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts |= {
        name.replace("_npy", ".npy").replace("_json", ".json"): changes[name] for name in changes
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return buffer.getvalue()


def document(old: str = "", new: str = "") -> bytes:
    with ZipFile(BytesIO(write_project(new_project()))) as whole:
        text = whole.read("project.json").decode()
    assert old in text
    return text.replace(old, new, 1).encode()


def numbers(array) -> bytes:
    buffer = BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


BAD_FILES = {
    "json": (spoilt(project_json=b"{"), "project.json", "not as it should be"),
    "nested": (spoilt(project_json=b"[" * 1000 + b"]" * 1000), "project.json", "should be"),
    "foreign": (spoilt(project_json=document('"nnsim"', '"other"')), "format", "not an nnsim"),
    "new": (spoilt(project_json=document('"version": 1', '"version": 99')), "99", "newer nnsim"),
    "sizes": (
        spoilt(project_json=document("    2,\n", "    1000000000,\n")), "network", "should be"
    ),
    "words": (spoilt(project_json=document('"sigmoid"', '"magic"')), "network", "should be"),
    "missing": (spoilt(initial_npy=None), "initial.npy", "missing"),
    "shape": (spoilt(parameters_npy=numbers(np.zeros(3))), "parameters.npy", "do not fit"),
    "objects": (
        spoilt(parameters_npy=numbers(np.array([{}] * 9))), "parameters.npy", "do not fit"
    ),
    "nan": (spoilt(parameters_npy=numbers(np.full(9, np.nan))), "parameters.npy", "not finite"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_FILES)
def test_the_message_names_the_file_the_place_and_the_reason(window, unsaved, tmp_path, name):
    content, place, reason = BAD_FILES[name]
    path = tmp_path / "lesson.nnsim"
    path.write_bytes(content)
    window.files.open_path(path)
    text = open_messages(window, "errorMessage")[0].text()
    assert str(path) in text
    assert place in text
    assert reason in text
    assert "The open project is as it was." in text
    assert window.document.project is unsaved
    assert window.document.modified
    assert window.document.path is None


def test_a_bad_file_at_the_start_is_told_in_the_window(qtbot, settings, tmp_path):
    path = tmp_path / "bad.nnsim"
    path.write_bytes(b"PK\x03\x04 nonsense")
    window = create_window(path, settings)
    window.show()
    assert str(path) in open_messages(window, "errorMessage")[0].text()
    assert window.document.project == new_project()
    window.close()
    window.deleteLater()


def test_a_file_named_at_the_start_is_opened(open_window, tmp_path, assert_fresh):
    project = edits.choose_dataset(new_project(), "iris")
    path = tmp_path / "iris.nnsim"
    path.write_bytes(write_project(project))
    window = open_window(path)
    assert window.document.project == project
    assert window.windowTitle() == "iris.nnsim — nnsim"
    assert_fresh(window)


# Notices


def test_bounds_are_told_with_their_limit(user, window):
    window.controller.edit(lambda p: edits.resize_hidden(p, (MAX_NODES,), "sigmoid"), "Big")
    user.press("layer2AddNode")
    assert user.notice == "A layer has at most 1,024 nodes."
    user.click(user.find("noticeClose"))
    assert user.notice == ""
    window.controller.edit(lambda p: edits.resize_hidden(p, (1,) * 18, "sigmoid"), "Deep")
    user.press("networkAddLayer")
    assert user.notice == "A network has at most 20 layers."


def test_the_notice_of_one_project_does_not_stay_for_the_next(user, window, tmp_path):
    user.choose("datasetChooser", "iris")
    assert "Iris" in user.notice
    path = tmp_path / "iris.nnsim"
    window.document.save(path)
    user.press("fileNew")
    assert user.notice == ""
    window.files.open_path(path)
    assert user.notice == ""


def test_a_taken_offer_is_one_undo_step(user, window):
    user.choose("datasetChooser", "wine")
    before = window.document.project
    user.press("useProposal")
    assert user.notice == ""
    assert window.document.project == edits.use_proposal(before)
    user.press("editUndo")
    assert window.document.project == before


# Errors


def test_many_errors_at_once_show_one_message(window):
    for number in range(5):
        window.show_exception(f"ValueError: {number}", "Traceback …")
    (box,) = open_messages(window, "exceptionMessage")
    assert "ValueError: 0" in box.text()
    box.close()
    window.show_exception("KeyError: 1", "Traceback …")
    (box,) = open_messages(window, "exceptionMessage")
    assert "KeyError: 1" in box.text()
    box.close()


def test_messages_leave_nothing_behind(qtbot, window, tmp_path):
    for _ in range(3):
        window.files.open_path(tmp_path / "missing.nnsim")
        open_messages(window, "errorMessage")[0].close()
    qtbot.waitUntil(lambda: not window.findChildren(QMessageBox))


@pytest.mark.parametrize(
    ("action", "name"), [("helpNotation", "notationDialog"), ("helpAbout", "aboutMessage")]
)
def test_help_opens_and_closes(user, qtbot, window, action, name):
    user.press(action)
    user.find(name).close()
    qtbot.waitUntil(lambda: not user.shows(name))


# Built anew


def arrangement(window):
    docks = sorted(window.findChildren(QDockWidget), key=QDockWidget.objectName)
    return {
        dock.objectName(): (dock.isVisible(), dock.isFloating(), window.dockWidgetArea(dock))
        for dock in docks
    }


def test_another_theme_keeps_docks_selection_sample_and_undo(user, window, settings, qtbot):
    window.findChild(QDockWidget, "mapDock").close()
    inspector = window.findChild(QDockWidget, "inspectorDock")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, inspector)
    user.select(a(2, 1))
    window.view_state.select_sample(2)
    user.type_number(x(1), "3")
    before, project = arrangement(window), window.document.project
    docks = len(window.findChildren(QDockWidget))
    for theme in ("themeDark", "themeLight", "themeDark"):
        user.press(theme)
        qtbot.waitUntil(lambda: len(window.findChildren(QDockWidget)) == docks)
        assert arrangement(window) == before
    assert settings.get(THEME) == "dark"
    assert window.document.project is project
    assert window.view_state.selection == a(2, 1)
    assert window.view_state.sample == 2
    assert user.text("inspectorTitle") == "Layer 2, node 1"
    assert window.actions_by_name["themeDark"].isChecked()
    user.press("editUndo")
    assert not window.document.modified


def test_another_language_keeps_what_the_notice_offers(user, window):
    user.choose("datasetChooser", "iris")
    user.press("languageKo")
    user.wait(lambda: user.shows("useProposal"))
    assert "inputs" not in user.notice
    user.press("useProposal")
    assert window.document.project.scaling is not None


def test_the_shape_of_the_window_is_remembered(open_window):
    window = open_window(size=(900, 650))
    window.findChild(QDockWidget, "lossDock").close()
    height, before = window.height(), arrangement(window)
    window.close()
    again = open_window()
    assert again.height() == height
    assert arrangement(again) == before
