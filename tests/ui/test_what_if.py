"""Trying another number for one weight, bias or input."""

import csv
import io

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QTableView

from nnsim.notation import E, W, a, b, format_number, x, z
from nnsim.trace import Position


@pytest.fixture
def page(user, window):
    window.view_state.select_sample(1)
    window.view_state.select(W(2, 2, 2))
    pages = user.find("inspectorPages")
    pages.setCurrentIndex([pages.tabText(n) for n in range(pages.count())].index("What if"))
    return user


def loss_with(project, symbol, value) -> float:
    parameters = project.parameters.copy()
    network = project.build_network(parameters)
    network.W[symbol.layer][symbol.j - 1, symbol.k - 1] = value
    sample = slice(1, 2)
    return network.loss_value(network.forward(project.x[sample]), project.t[sample])


def cells(user, symbol) -> list[str]:
    model = user.find("whatIfTable", QTableView).model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    row = names.index(symbol.plain)
    return [model.index(row, column).data() for column in range(1, 4)]


def test_everything_that_follows_is_shown_and_nothing_is_changed(page, window):
    project = window.document.project
    page.enter("whatIfValue", "2.5")
    reading = window.view_state.reading
    assert reading.value(W(2, 2, 2)) == 2.5
    assert reading.value(E) == loss_with(project, W(2, 2, 2), 2.5)
    assert window.document.project is project
    assert not window.document.undo_stack.canUndo()
    now, then, change = cells(page, E)
    assert now == f"{reading.actual.value(E):.3f}"
    assert then == f"{reading.value(E):.3f}"
    assert change
    assert reading.is_tried(z(2, 2))
    assert not reading.is_tried(z(2, 1))


def test_inside_a_pass_every_number_is_known_before_and_after(page, window):
    window.view_state.select(None)
    window.view_state.move_pass(Position.forward)
    assert window.view_state.reading.value(E) is None
    window.view_state.select(W(2, 2, 2))
    page.enter("whatIfValue", "2.5")
    assert window.view_state.position is None
    now, then, _ = cells(page, E)
    reading = window.view_state.reading
    assert now == f"{reading.actual.value(E):.3f}"
    assert then == f"{reading.value(E):.3f}"
    assert not reading.is_tried(a(2, 1))
    assert reading.is_tried(a(2, 2))


def test_only_what_depends_on_it_is_listed(page, window):
    model = page.find("whatIfTable", QTableView).model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["W^(2)_22", "z^(2)_2", "a^(2)_2", "z^(3)_1", "a^(3)_1", "y_1", "E"]


def test_keep_is_one_undo_step(page, window):
    page.enter("whatIfValue", "2.5")
    page.press("whatIfKeep")
    assert window.document.project.build_network().W[2][1, 1] == 2.5
    assert window.view_state.reading.trial is None
    assert window.document.undo_stack.count() == 1
    page.press("editUndo")
    assert window.view_state.reading.value(W(2, 2, 2)) != 2.5


def test_drop_shows_the_numbers_as_they_are(page, window):
    before = window.view_state.reading.value(E)
    slider = page.find("whatIfSlider", QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert window.view_state.reading.value(E) != before
    page.press("whatIfDrop")
    assert window.view_state.reading.value(E) == before
    assert slider.value() == 0


@pytest.mark.parametrize(
    "action", ["trainEpoch", "passNext", "networkNewWeights", "sample", "select"]
)
def test_whatever_else_happens_ends_it(page, window, action):
    page.enter("whatIfValue", "2.5")
    assert window.view_state.reading.trial is not None
    match action:
        case "sample":
            window.view_state.select_sample(3)
        case "select":
            window.view_state.select(a(2, 1))
        case _:
            page.press(action)
            page.wait_until_idle()
    reading = window.view_state.reading
    assert reading.trial is None
    assert np.array_equal(reading.parameters, window.document.project.parameters)


def test_an_input_can_be_tried(page, window):
    window.view_state.select(a(1, 1))
    page.enter("whatIfValue", "0.25")
    reading = window.view_state.reading
    assert reading.value(x(1)) == reading.value(a(1, 1)) == 0.25
    network, sample = reading.network, np.array([[0.25, 1.0]])
    assert reading.value(z(2, 1)) == network.forward(sample).z[2][0, 0]
    page.press("whatIfKeep")
    assert window.document.project.x[1, 0] == 0.25


def test_of_a_node_bias_and_weights_can_be_tried(page, window):
    window.view_state.select(a(2, 1))
    box = page.find("whatIfSymbol")
    assert [box.itemData(n) for n in range(box.count())] == [b(2, 1), W(2, 1, 1), W(2, 1, 2)]


def test_what_is_no_number_is_refused(page, window):
    page.enter("whatIfValue", "two")
    assert window.view_state.reading.trial is None


def test_the_table_is_copied_as_csv(page, window, qapp):
    page.enter("whatIfValue", "2.5")
    table = page.find("whatIfTable", QTableView)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = list(csv.reader(io.StringIO(qapp.clipboard().text())))
    assert rows[0] == ["", "now", "then", "change"]
    assert float(rows[1][2]) == 2.5
    assert float(rows[-1][2]) == window.view_state.reading.value(E)


@pytest.mark.parametrize("decimals", [3, 8])
def test_the_diagram_tells_what_e_was_and_would_be(window, painted_texts, decimals):
    window.view_state.set_decimals(decimals)
    window.view_state.try_value(b(3, 1), 3.0)
    reading = window.view_state.reading
    painted = painted_texts(window.diagram.viewport())
    texts = [each.text for each in painted]
    was, would = (format_number(each.value(E), decimals) for each in (reading.actual, reading))
    assert texts.index(f"= {was}") < texts.index(f"→ {would}")
    right = max(each.box.right() for each in painted)
    assert right <= window.diagram.viewport().width()
