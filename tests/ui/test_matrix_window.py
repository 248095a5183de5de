"""What dots in a formula stand for, in a window of its own."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableView

from nnsim.engine import Network
from nnsim.notation import E, Fold, W, a, b, dW, format_number, z
from nnsim.project import edits
from nnsim.trace import Grain, Phase, Position
from nnsim.ui.inspector.formula_rows import targets_of
from nnsim.ui.inspector.formula_view import FormulaView
from nnsim.ui.theme import LIGHT

Key = Qt.Key
ABSENT = "—"


@pytest.fixture
def wide(user, window):
    """Twelve hidden nodes: sums and matrices are folded."""
    window.controller.edit(lambda p: edits.resize_hidden(p, (12,), "sigmoid"), "wide")
    return window


def network(window) -> Network:
    return window.document.project.build_network()


def folds(window) -> list[Fold]:
    view = window.findChild(FormulaView, "formulaView")
    found = (target for row in view.rows for target in targets_of(row.line))
    return list(dict.fromkeys(each for each in found if isinstance(each, Fold)))


def open_fold(user, window, fold: Fold) -> QTableView:
    window.findChild(FormulaView, "formulaView").opened.emit(fold)
    return user.find("matrixTable", QTableView)


def column(table: QTableView, number: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def headings(table: QTableView, orientation) -> list[str]:
    model = table.model()
    across = orientation is Qt.Orientation.Horizontal
    count = model.columnCount() if across else model.rowCount()
    return [model.headerData(at, orientation) for at in range(count)]


def test_dots_are_opened_with_a_click(user, wide, qtbot):
    wide.view_state.select(a(3, 1))
    view = wide.findChild(FormulaView, "formulaView")
    fold = Fold(z(3, 1))
    qtbot.waitUntil(lambda: bool(view.places(fold)), timeout=20_000)
    place = view.places(fold)[0].center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    window = user.find("matrixWindow", QDialog)
    assert not window.isModal()
    table = user.find("matrixTable", QTableView)
    assert headings(table, Qt.Orientation.Horizontal) == ["value", "running total"]
    products = network(wide).W[3][0] * wide.view_state.reading.forward.a[2][0]
    assert column(table, 0) == [format_number(float(p), 3) for p in products] + ["0.000"]
    assert column(table, 1)[-1] == format_number(user.value(z(3, 1)), 3)
    assert column(table, 1)[4] == format_number(float(products[:5].sum()), 3)


def test_dots_are_opened_with_the_keyboard(user, wide, qtbot):
    wide.view_state.select(a(3, 1))
    view = wide.findChild(FormulaView, "formulaView")
    qtbot.waitUntil(lambda: bool(view.places(Fold(z(3, 1)))), timeout=20_000)
    view.setFocus()
    for _ in range(40):
        QTest.keyClick(view, Key.Key_Right)
        if wide.view_state.pointed is None:
            break  # the dots have no symbol
    else:
        raise AssertionError("no dots")
    QTest.keyClick(view, Key.Key_Return)
    window = user.find("matrixWindow")
    QTest.keyClick(window, Key.Key_Escape)
    assert not user.shows("matrixWindow")


@pytest.mark.parametrize("form", ["row", "column"])
def test_a_whole_matrix_is_shown(user, wide, form):
    wide.view_state.matrix_form = form
    wide.view_state.select(a(2, 1))
    fold = next(fold for fold in folds(wide) if fold.symbol.kind == "W")
    table = open_fold(user, wide, fold)
    values = network(wide).W[2] if form == "column" else network(wide).W[2].T
    shown = np.array([column(table, k) for k in range(table.model().columnCount())]).T
    expected = [[format_number(float(v), 3) for v in row] for row in values]
    assert shown.tolist() == expected
    nodes = headings(
        table, Qt.Orientation.Vertical if form == "column" else Qt.Orientation.Horizontal
    )
    assert nodes == [a(2, j).unicode for j in range(1, 13)]
    assert "12" in user.text("matrixAbout")


def test_it_is_current_with_the_step_and_takes_part_in_pointing(user, wide):
    view = wide.view_state
    view.move_pass(lambda place: place.with_grain(Grain.TERM))
    table = open_fold(user, wide, Fold(z(3, 1)))
    begin = next(n for n, s in enumerate(view.position.trace.steps) if s.symbol == z(3, 1))
    view.move_pass(lambda place: place.at(begin))
    assert set(column(table, 0)) == {ABSENT}
    for known in (1, 2, 3):
        view.move_pass(Position.forward)
        assert [text == ABSENT for text in column(table, 0)] == [row >= known for row in range(13)]
    bias = table.model().index(12, 0)
    table.entered.emit(bias)
    assert view.pointed == b(3, 1)
    color = bias.data(Qt.ItemDataRole.BackgroundRole)
    assert color.name().upper() == LIGHT.highlight


def test_contributions_of_a_batch(user, wide):
    view = wide.view_state
    view.set_whole_batch(True)
    view.move_pass(lambda place: place.at(len(place.trace.steps)))
    numbers = view.position.trace.numbers
    table = open_fold(user, wide, Fold(E))
    assert column(table, 0) == [format_number(float(v), 3) for v in numbers.losses]
    assert column(table, 1)[-1] == format_number(4 * numbers.loss, 3)  # the sum, before 1/N
    table = open_fold(user, wide, Fold(dW(3, 1, 2)))
    parts = numbers.delta[3][:, 0] * numbers.a[2][:, 1]
    assert column(table, 0) == [format_number(float(v), 3) for v in parts]
    assert headings(table, Qt.Orientation.Vertical) == ["n = 1", "n = 2", "n = 3", "n = 4"]


def test_on_paper_running_totals_are_those_of_the_steps(user, wide):
    view = wide.view_state
    view.move_pass(lambda place: place.at(len(place.trace.steps)))
    view.set_on_paper(True)
    table = open_fold(user, wide, Fold(z(3, 1)))
    trace = view.position.trace
    step = next(step for step in trace.steps if step.symbol == z(3, 1))
    for terms in range(1, 13):
        assert column(table, 1)[terms - 1] == format_number(trace.running_sum(step, terms), 3)
    assert column(table, 1)[-1] == format_number(step.value, 3)


def test_it_is_copied_as_csv_with_its_headings(user, wide, qapp):
    table = open_fold(user, wide, Fold(W(2, 1, 1), is_matrix=True))
    next(action for action in table.actions() if action.objectName() == "copyTable").trigger()
    lines = qapp.clipboard().text().splitlines()
    assert lines[0] == f",{a(1, 1).unicode},{a(1, 2).unicode}"
    assert len(lines) == 13
    assert [float(v) for v in lines[3].split(",")[1:]] == network(wide).W[2][2].tolist()


def test_a_layer_that_goes_away_closes_it(user, wide):
    open_fold(user, wide, Fold(z(2, 12)))
    wide.controller.edit(lambda p: edits.resize_hidden(p, (2,), "sigmoid"), "narrow")
    assert not user.shows("matrixWindow")


def test_the_formula_of_a_phase_folds_large_matrices_even_unfolded(user, wide):
    user.press("passNext")
    wide.view_state.matrix_form = "row"
    wide.view_state.move_pass(
        lambda place: place.at(
            next(n for n, s in enumerate(place.trace.steps, 1) if s.phase is Phase.UPDATE)
        )
    )
    assert {fold.symbol.kind for fold in folds(wide)} >= {"W", "dW"}
