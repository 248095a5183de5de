"""Pointing at a number anywhere lights it up everywhere."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget

from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, t, x, z
from nnsim.trace import Phase
from nnsim.ui.inspector.formula_view import FormulaView
from nnsim.ui.theme import LIGHT

Key = Qt.Key


@pytest.fixture
def formulas(window, qtbot):
    """The typeset formulas of the first hidden node."""
    window.view_state.select(a(2, 1))
    view = window.findChild(FormulaView, "formulaView")
    qtbot.waitUntil(lambda: bool(view.places(z(2, 1))), timeout=20_000)
    return view


def center(window, symbol: Symbol) -> QPoint:
    """Where a number stands on the diagram."""
    picture = window.diagram.picture
    for px in range(0, int(picture.layout.width), 4):
        for py in range(40, int(picture.layout.height), 4):
            if picture.number_at(px, py) == symbol:
                return QPoint(px + 3, py + 3)
    raise AssertionError(symbol)


def hover(widget: QWidget, place: QPoint) -> None:
    """Move the pointer there; QTest.mouseMove leaves the widget again, offscreen."""
    none, everywhere = Qt.MouseButton.NoButton, widget.mapToGlobal(place)
    keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(everywhere), none, none, keys
    )
    QApplication.sendEvent(widget, event)


def point_on_diagram(window, symbol: Symbol) -> None:
    hover(window.diagram.viewport(), center(window, symbol))


def lit_rows(table: QTableView, column: int = 0) -> list[int]:
    model = table.model()
    role = Qt.ItemDataRole.BackgroundRole
    return [row for row in range(model.rowCount()) if model.index(row, column).data(role)]


def is_lit(table: QTableView, row: int, column: int) -> bool:
    """Whether a cell is seen to be pointed at."""
    corner = table.visualRect(table.model().index(row, column)).topLeft() + QPoint(3, 3)
    return table.viewport().grab().toImage().pixelColor(corner).name().upper() == LIGHT.highlight


@pytest.mark.parametrize(
    ("at", "pointed"),
    [
        (W(2, 1, 2), W(2, 1, 2)),
        (a(1, 1), a(1, 1)),
        (a(2, 2), a(2, 2)),
        (z(2, 1), z(2, 1)),
        (b(3, 1), b(3, 1)),
        (t(1), t(1)),
        (E, E),
    ],
)
def test_numbers_on_the_diagram_can_be_pointed_at(window, at, pointed):
    point_on_diagram(window, at)
    assert window.view_state.pointed == pointed


def test_in_the_backward_pass_the_places_hold_gradients(window):
    def to_backward(place):
        return place.at(len([s for s in place.trace.steps if s.phase is not Phase.UPDATE]))

    window.view_state.move_pass(to_backward)
    window.grab()  # the bar that came takes its room now
    point_on_diagram(window, W(2, 1, 2))
    assert window.view_state.pointed == dW(2, 1, 2)
    point_on_diagram(window, z(2, 1))
    assert window.view_state.pointed == delta(2, 1)
    point_on_diagram(window, b(2, 1))
    assert window.view_state.pointed == db(2, 1)


def test_what_is_pointed_at_on_the_diagram_is_lit_in_formula_and_table(user, window, formulas):
    point_on_diagram(window, W(2, 1, 2))
    table = user.find("quantityTable", QTableView)
    assert lit_rows(table) == [1]
    assert lit_rows(table, column=1) == [1]
    assert lit_rows(table, column=3) == []  # the product is another number
    assert is_lit(table, 1, 1)
    assert not is_lit(table, 0, 1)
    image = formulas.grab().toImage()
    for place in formulas.places(W(2, 1, 2)):
        corner = place.topLeft().toPoint() + QPoint(4, 3)
        assert image.pixelColor(corner).name().upper() == LIGHT.highlight
    other = formulas.places(W(2, 1, 1))[0].topLeft().toPoint() + QPoint(4, 3)
    assert image.pixelColor(other).name().upper() == LIGHT.panel


def test_symbols_and_numbers_of_a_formula_can_be_pointed_at(window, formulas, qtbot):
    in_symbols, in_numbers = formulas.places(W(2, 1, 2))
    for place in (in_symbols, in_numbers):
        window.view_state.point(None)
        hover(formulas, place.center().toPoint())
        assert window.view_state.pointed == W(2, 1, 2)
    picture = window.diagram.picture
    chip = next(each for each in picture.chips if each.symbol == W(2, 1, 2))
    image = window.diagram.viewport().grab().toImage()
    left = QPoint(round(chip.box.x - chip.box.width / 2 + 6), round(chip.box.y))
    assert image.pixelColor(left).name().upper() == LIGHT.highlight


def test_a_click_in_a_formula_selects(window, formulas):
    place = formulas.places(W(2, 1, 2))[0]
    QTest.mouseClick(formulas, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert window.view_state.selection == W(2, 1, 2)


def test_an_input_and_its_output_are_one_number(window):
    view = window.view_state
    view.point(x(2))
    assert view.is_pointed(a(1, 2))
    view.point(Symbol("y", j=1))
    assert view.is_pointed(a(3, 1))
    assert not view.is_pointed(a(1, 2))


def test_the_keyboard_points_from_symbol_to_symbol(window, formulas):
    formulas.setFocus()
    QTest.keyClick(formulas, Key.Key_Right)
    assert window.view_state.pointed == z(2, 1)
    QTest.keyClick(formulas, Key.Key_Right)
    assert window.view_state.pointed == W(2, 1, 1)
    assert window.view_state.position is None, "the arrow is no step of a pass here"
    QTest.keyClick(formulas, Key.Key_Return)
    assert window.view_state.selection == W(2, 1, 1)
    QTest.keyClick(formulas, Key.Key_Escape)
    assert window.view_state.pointed is None


def test_the_list_of_steps_points_and_is_lit(user, window):
    window.view_state.move_pass(lambda place: place.at(2))
    pages = user.find("inspectorPages")
    pages.setCurrentIndex(1)
    steps = user.find("stepList", QListView)
    window.grab()  # its rows are laid out now
    spot = steps.visualRect(steps.model().index(0, 0)).center()
    hover(steps.viewport(), spot)
    assert window.view_state.pointed == z(2, 1)
    role = Qt.ItemDataRole.BackgroundRole
    assert steps.model().index(0, 0).data(role).name().upper() == LIGHT.highlight
    assert steps.model().index(1, 0).data(role) is None


def test_pointing_ends_when_the_pointer_leaves(window, qtbot):
    point_on_diagram(window, W(2, 1, 2))
    QApplication.sendEvent(window.diagram.viewport(), QEvent(QEvent.Type.Leave))
    assert window.view_state.pointed is None
