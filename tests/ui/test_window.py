"""The window as a whole: files, closing, language, theme, errors, and hasty hands."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QMessageBox

from nnsim.notation import W
from nnsim.project import Curves, edits, new_project, write_project
from nnsim.shell.settings import LANGUAGE, RECENT_FILES, THEME
from nnsim.training import State, TrainRequest

BUTTON = QMessageBox.StandardButton


def answer(button: BUTTON) -> list[str]:
    """Press this button of the next question; returns where its text will be."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        asked.append(box.text())
        box.button(button).click()

    QTimer.singleShot(0, press)
    return asked


def message(window) -> str:
    """What the message on the screen says; closes it."""
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    text = box.text()
    box.close()
    box.deleteLater()
    return text


def type_weight(window, value: float = 0.5) -> None:
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, 1, value), "W")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no zip at all", "not an nnsim project"),
        (b"", "not an nnsim project"),
        (write_project(new_project())[:-30], ""),
    ],
)
def test_a_bad_file_is_told_and_changes_nothing(window, tmp_path: Path, content, words):
    path = tmp_path / "lesson.nnsim"
    path.write_bytes(content)
    type_weight(window)
    before = window.document.project
    assert not window.files.open_path(path)
    text = message(window)
    assert str(path) in text
    assert words in text
    assert "as it was" in text
    assert window.document.project is before
    assert window.document.undo_stack.count() == 1


def test_a_missing_file_is_told(window, tmp_path: Path):
    window.files.open_path(tmp_path / "nowhere.nnsim")
    assert "nowhere.nnsim" in message(window)


def test_an_unwritable_path_is_told_and_the_work_stays(window, tmp_path: Path, monkeypatch):
    path = tmp_path / "no such folder" / "net.nnsim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    type_weight(window)
    assert not window.files.save_now()
    assert "net.nnsim" in message(window)
    assert window.document.modified


def test_save_and_open_bring_everything_back(user, window, tmp_path: Path, monkeypatch):
    path = tmp_path / "net"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    user.train_to_epoch(30)
    saved = window.document.project
    user.press("fileSave")
    assert not window.document.modified
    assert window.windowTitle() == "net.nnsim — nnsim"
    user.press("fileNew")
    assert window.document.project != saved
    window.files.open_recent(path.with_suffix(".nnsim"))
    assert window.document.project == saved
    assert len(window.document.project.progress.curves) == saved.progress.epoch


@pytest.mark.parametrize("button", [BUTTON.Save, BUTTON.Discard, BUTTON.Cancel])
def test_unsaved_work_is_asked_about(window, tmp_path: Path, monkeypatch, button):
    path = tmp_path / "net.nnsim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    type_weight(window)
    assert window.windowTitle().startswith("•")
    asked = answer(button)
    closed = window.close()
    assert "untitled" in asked[0]
    assert closed == (button is not BUTTON.Cancel)
    assert path.exists() == (button is BUTTON.Save)
    if button is BUTTON.Cancel:
        assert window.document.modified


def test_closing_while_it_trains_keeps_the_run(window, qtbot):
    window.controller.run()
    with qtbot.waitSignal(window.session.progressed):
        pass
    asked = answer(BUTTON.Discard)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert asked
    assert window.document.project.progress.epoch > 0
    assert window.session.state is State.IDLE


def test_language_and_theme_switch_while_it_trains(user, window, settings, qtbot):
    window.controller.run()
    user.press("languageKo")
    user.press("themeDark")
    assert settings.get(LANGUAGE) == "ko"
    assert settings.get(THEME) == "dark"
    assert window.menuBar().actions()[0].text().startswith("파일")
    assert window.session.running
    epoch = window.session.latest.epoch
    qtbot.waitUntil(lambda: window.view_state.reading.epoch > epoch + 5)
    user.press("languageEn")
    assert window.menuBar().actions()[0].text() == "&File"
    window.controller.pause()
    user.wait_until_idle()


def test_docks_are_remembered(open_window):
    first = open_window()
    first.findChild(QDockWidget, "lossDock").hide()
    first.close()
    again = open_window()
    assert again.findChild(QDockWidget, "lossDock").isHidden()
    assert not again.findChild(QDockWidget, "dataDock").isHidden()


def test_a_run_that_blows_up_is_told_in_numbers_and_can_be_tamed(user, window):
    window.controller.edit(lambda p: edits.set_activation(p, 3, "identity"), "identity")
    window.controller.edit(lambda p: edits.set_activation(p, 2, "identity"), "identity")
    window.controller.change_settings("η", learning_rate=100.0)
    before = window.document.project
    window.controller.run()
    user.wait_until_idle()
    assert "blew up in epoch" in user.notice
    assert np.isfinite(window.document.project.parameters).all()
    user.press("lowerLearningRate")
    tamed = window.document.project
    assert tamed.settings.learning_rate < 10.0  # at 10 it blows up as well
    assert tamed.network == before.network
    window.controller.run(epochs=100)
    user.wait_until_idle()
    assert "blew up" not in user.notice
    losses = window.document.project.progress.curves.column("loss")
    assert len(losses) == 100 + tamed.progress.epoch
    assert losses[-1] < losses[0]


def test_an_error_in_the_engine_ends_the_run_with_its_details(user, window, monkeypatch):
    def unfit(project, generation, *_args):
        samples = np.zeros((4, 3)), np.zeros((4, 1))
        state = project.trainer_state
        return TrainRequest(generation, project.network, project.settings, state, *samples, None)

    monkeypatch.setattr(TrainRequest, "of", unfit)
    window.controller.run()
    user.wait_until_idle()
    assert "error in nnsim" in user.notice
    user.press("showDetails")
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    assert "ShapeError" in box.detailedText()
    box.close()


def test_an_exception_is_shown_with_details_to_copy(window, qapp):
    window.show_exception("ValueError: oh", "Traceback …\nValueError: oh")
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    copy = next(each for each in box.buttons() if each.text() == "Copy details")
    copy.click()
    assert qapp.clipboard().text().startswith("Traceback")
    assert box.isVisible()
    box.close()


def test_ten_fast_clicks_on_run_leave_a_clear_state(user, window):
    for _ in range(10):
        user.press("trainRun")
    user.wait(lambda: window.session.state is not State.STOPPING)
    if window.session.running:
        user.press("trainRun")
        user.wait_until_idle()
    epochs = window.document.project.progress.epoch
    assert window.view_state.reading.epoch == epochs


def test_undo_in_the_middle_of_a_run_takes_the_run_back(user, window, qtbot):
    before = window.document.project
    window.controller.run()
    with qtbot.waitSignal(window.session.progressed):
        pass
    window.controller.undo()
    user.wait_until_idle()
    user.wait(lambda: window.document.project is before)
    assert window.document.undo_stack.canRedo()


def test_another_dataset_during_a_run_ends_it_first(user, window, qtbot):
    window.controller.run()
    with qtbot.waitSignal(window.session.progressed):
        pass
    user.choose("datasetChooser", "moons")
    user.wait(lambda: window.document.project.dataset.name == "moons")
    user.wait_until_idle()
    assert window.document.project.progress.curves == Curves()
    assert window.document.undo_stack.count() == 2


@pytest.mark.parametrize("size", [(420, 300), (3000, 2000)])
def test_any_size(open_window, size):
    window = open_window(size=size)
    window.grab()
    window.controller.edit(lambda p: edits.choose_dataset(p, "digits"), "digits")
    assert not window.grab().isNull()


def test_recent_files_keep_their_order(window, settings, tmp_path: Path):
    for name in ("a.nnsim", "b.nnsim"):
        window.document.save(tmp_path / name)
        window.files.open_path(tmp_path / name)
    assert [path.name for path in settings.get(RECENT_FILES)][:2] == ["b.nnsim", "a.nnsim"]


def test_decimals_are_chosen_once_for_everything(user, window):
    for _ in range(9):
        user.press("viewMoreDecimals")
    assert window.view_state.decimals == 8
    window.view_state.select(W(2, 1, 1))
    shown = user.cell("quantityTable", 0, 1)
    value = window.document.project.build_network().W[2][0, 0]
    assert shown.replace("−", "-") == f"{value:+.8f}"
    for _ in range(9):
        user.press("viewFewerDecimals")
    assert window.view_state.decimals == 2


def test_a_low_window_stays_low(open_window, hands):
    """With a dataset of which the map needs choices, and the proposed settings."""
    window = open_window(size=(1024, 700))
    user = hands(window)
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Iris")
    user.press("useProposal")
    user.press("outputViewMap")
    QApplication.processEvents()  # a layout that needs more would have it now
    assert window.height() == 700
