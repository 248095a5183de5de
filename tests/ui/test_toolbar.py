"""In every width the toolbar shows where training is."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from nnsim.notation import format_loss
from nnsim.project import edits
from nnsim.shell.settings import LANGUAGE

LANGUAGES = pytest.mark.parametrize("language", ["en", "ko"])


def assert_nothing_is_cut(user, window) -> None:
    """The whole status is in sight, each part has its room, and nothing is behind an arrow."""
    bar, status = user.find("toolbar"), user.find("status")
    assert bar.rect().contains(status.geometry())
    assert not window.findChild(QToolButton, "qt_toolbar_ext_button").isVisible()
    parts = sorted(status.findChildren(QLabel), key=QLabel.x)
    assert all(each.width() >= each.sizeHint().width() for each in parts)
    # Between a value and the caption after it.
    gaps = [
        after.x() - before.geometry().right()
        for before, after in zip(parts[1::2], parts[2::2], strict=False)
    ]
    assert min(gaps) >= 8


@LANGUAGES
@pytest.mark.parametrize("decimals", [3, 8])
def test_the_status_is_in_sight_from_1024_pixels_on(
    open_window, hands, settings, language, decimals
):
    settings.set(LANGUAGE, language)
    window = open_window(size=(1280, 800))
    user = hands(window)
    window.view_state.set_decimals(decimals)
    for width in range(1024, 1300, 12):
        window.resize(width, 720)
        user.wait(lambda width=width: user.find("toolbar").width() == width)
        user.wait(lambda: user.find("status").width() >= user.find("status").sizeHint().width())
        assert_nothing_is_cut(user, window)


def test_an_enormous_loss_has_room(open_window, hands):
    window = open_window(size=(1024, 720))
    user = hands(window)
    status: QWidget = user.find("status")
    for loss in (7.751e303, 0.5):
        user.find("lossValue").setText(format_loss(loss, 8))
        user.wait(lambda: status.width() >= status.sizeHint().width())
        assert_nothing_is_cut(user, window)
    user.wait(lambda: user.shows("speed"))


def test_a_wide_window_has_all_the_texts(user, window):
    assert user.text("speedValue") == "full speed"
    assert user.find("passNextButton").text() == "Step"


@LANGUAGES
def test_run_and_pause_leave_everything_where_it_is(open_window, hands, settings, language):
    settings.set(LANGUAGE, language)
    window = open_window(size=(1280, 800))
    user = hands(window)
    run, beside = user.find("trainRunButton"), user.find("trainEpochButton")
    places = run.geometry(), beside.x()
    text = run.text()
    user.press("trainRun")
    user.wait(lambda: run.text() != text)
    assert (run.geometry(), beside.x()) == places
    user.press("trainRun")
    user.wait_until_idle()
    assert run.sizeHint().width() <= run.width()


def test_the_status_and_the_curves_tell_the_same_loss(user, window):
    window.controller.edit(lambda p: edits.choose_dataset(p, "and"), "Data")
    user.press("trainEpoch")
    user.wait_until_idle()
    user.wait(lambda: user.text("epochValue") == "1")
    value = window.document.project.progress.curves.rows[-1][1]
    assert user.text("lossValue") == format_loss(value, 3)
    user.wait(lambda: user.find("lossTrain").value == user.text("lossValue"))


def test_the_keyboard_is_not_lost_with_the_speed(open_window, hands):
    window = open_window(size=(1200, 720))
    user = hands(window)
    user.find("speed").setFocus()
    user.find("lossValue").setText("0.00000000000000000000000000000000000000000000000000")
    window.resize(920, 720)
    user.wait(lambda: not user.shows("speed"))
    assert QApplication.focusWidget() is not None


def test_the_status_is_in_sight_in_the_narrowest_window(open_window, hands):
    window = open_window(size=(100, 700))
    user = hands(window)
    assert_nothing_is_cut(user, window)
