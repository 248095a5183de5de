"""What the keyboard alone can do: it reaches a place, acts there, and gets away again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QListView, QTabBar, QTableView, QTabWidget, QWidget

from nnsim.notation import W, a
from nnsim.project import edits
from nnsim.ui.theme import LIGHT

Key = Qt.Key
Reason = Qt.FocusReason
SHIFT = Qt.KeyboardModifier.ShiftModifier


def show_page(window, name: str) -> None:
    pages = window.findChild(QTabWidget, "inspectorPages")
    pages.setCurrentIndex([pages.tabText(n) for n in range(pages.count())].index(name))


def has_ring(widget: QWidget) -> bool:
    """Whether the middle of each edge is painted in the accent of the light theme, within 2 px."""
    image = widget.grab().toImage()
    width, height = image.width(), image.height()
    edges = (
        [(width // 2, y) for y in range(2)],
        [(width // 2, height - 1 - y) for y in range(2)],
        [(x, height // 2) for x in range(2)],
        [(width - 1 - x, height // 2) for x in range(2)],
    )
    accent = QColor(LIGHT.accent)
    return all(any(image.pixelColor(*place) == accent for place in edge) for edge in edges)


@pytest.fixture
def steps(user, window) -> QListView:
    """The list of steps with the focus, in a pass that stands after its fifth step."""
    user.press("passNext")
    window.view_state.move_pass(lambda place: place.at(5))
    show_page(window, "Steps")
    steps = user.find("stepList", QListView)
    steps.setFocus()
    return steps


@pytest.mark.parametrize(
    ("page", "name"), [("Numbers", "quantityTable"), ("What if", "whatIfTable")]
)
def test_tab_leaves_the_tables_of_the_inspector(user, window, page, name):
    user.select(W(2, 1, 1))
    show_page(window, page)
    table = user.find(name)
    for modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
        table.setFocus()
        user.key(Key.Key_Backtab if modifiers else Key.Key_Tab, modifiers)
        assert QApplication.focusWidget() is not table


def test_no_table_keeps_tab_for_itself(window):
    tables = window.findChildren(QTableView)
    assert len(tables) > 3
    assert [each.objectName() for each in tables if each.tabKeyNavigation()] == []


def test_arrows_turn_the_pages_of_the_inspector(user, window):
    pages = window.findChild(QTabWidget, "inspectorPages")
    pages.tabBar().setFocus()
    user.key(Key.Key_Right)
    assert pages.currentIndex() == 1
    user.key(Key.Key_Left)
    assert pages.currentIndex() == 0
    assert window.view_state.position is None


def test_arrows_turn_the_pages_of_every_tab_bar(user, window):
    bars = [each for each in window.findChildren(QTabBar) if each.isVisible() and each.count() > 1]
    assert len(bars) >= 3
    for bar in bars:
        bar.setCurrentIndex(0)
        bar.setFocus()
        user.key(Key.Key_Right)
        assert bar.currentIndex() == 1
    assert window.view_state.position is None


def test_the_keyboard_is_in_the_list_of_steps_where_the_pass_is(user, window, steps):
    assert steps.currentIndex().row() == 4
    window.view_state.move_pass(lambda place: place.at(3))
    assert steps.currentIndex().row() == 2


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_space_and_enter_go_to_a_step(user, window, steps, key):
    user.key(Key.Key_Up)
    user.key(Key.Key_Up)
    user.key(key)
    assert window.view_state.position.done == 3
    assert not window.session.running


def test_the_row_of_the_keyboard_is_marked(user, window, steps):
    def pixels():
        return steps.viewport().grab(steps.visualRect(steps.model().index(5, 0))).toImage()

    before = pixels()
    user.key(Key.Key_Down)
    assert pixels() != before


@pytest.mark.parametrize("name", ["passApply", "passClose"])
def test_when_a_button_hides_itself_the_diagram_has_the_focus(user, window, name):
    user.press("passNext")
    window.view_state.move_pass(lambda place: place.at(len(place.trace.steps)))
    user.find(name).setFocus()
    user.key(Key.Key_Space)
    assert not user.shows(name)
    assert QApplication.focusWidget() is window.diagram
    assert has_ring(window.diagram)


RINGED = [
    "learningRateSlider", "timeSlider", "speed", "sampleTable", "lossCanvas", "networkDiagram",
    "standardise", "layer2Activation", "learningRate", "layer2AddNode", "penaltiesFold",
]  # fmt: skip


@pytest.mark.parametrize("name", RINGED)
def test_a_ring_shows_where_the_keyboard_is(user, window, name):
    window.controller.edit(lambda p: edits.choose_dataset(p, "moons"), "Data")
    window.controller.run(3)  # or there is no time to travel in
    user.wait_until_idle()
    widget = user.find(name)
    user.find("optimizer").setFocus()
    assert not has_ring(widget)
    widget.setFocus(Reason.TabFocusReason)
    assert has_ring(widget)


def test_the_run_button_shows_the_keyboard_too(user, window):
    button = user.find("trainRunButton")
    before = button.grab().toImage()
    button.setFocus(Reason.TabFocusReason)
    after = button.grab().toImage()
    middle = button.width() // 2
    assert after.size() == before.size()
    assert after.pixelColor(middle, 0) != before.pixelColor(middle, 0)


def test_tab_bars_show_the_keyboard_and_keep_their_size(user, window):
    bar = window.findChild(QTabWidget, "inspectorPages").tabBar()
    before, size = bar.grab().toImage(), bar.tabRect(0)
    bar.setFocus(Reason.TabFocusReason)
    assert bar.grab().toImage() != before
    assert bar.tabRect(0) == size


def test_a_click_puts_no_ring_around_the_diagram(user, window):
    window.diagram.setFocus(Reason.TabFocusReason)
    user.select(a(2, 1))
    assert window.diagram.hasFocus()
    assert not has_ring(window.diagram)
