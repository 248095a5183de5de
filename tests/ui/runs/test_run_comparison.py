"""Two runs side by side."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableWidget

from nnsim.project import edits

Key = Qt.Key
LOSS = 7


@pytest.fixture
def compared(three):
    three.choose(1, 2)
    three.press("runCompare")
    return three.user.find("runComparison", QDialog)


def texts(table):
    columns = range(3)
    return {
        table.item(row, 0).text(): [table.item(row, c).text() for c in columns[1:]]
        for row in range(table.rowCount())
        if table.item(row, 1) is not None
    }


def test_two_runs_side_by_side(three, compared):
    table = compared.findChild(QTableWidget, "runComparisonTable")
    assert table.horizontalHeaderItem(1).text() == "Run 2"
    assert table.horizontalHeaderItem(2).text() == "Run 1"
    assert compared.differing == ["Learning rate η"]
    found = texts(table)
    assert found["Learning rate η"] == ["0.25", "1"]
    assert found["Epochs"] == ["5", "4"]
    assert found["First weights"] == ["Xavier, seed 0"] * 2
    assert found["E"] == three.column(LOSS)[1:]
    assert table.item(0, 0).text() == "Settings that differ"
    assert table.item(1, 0).text() == "Learning rate η"


def test_both_curves_and_both_maps(three, compared):
    for number in (1, 2):
        rows = three.project.runs[number - 1].curves.rows
        assert compared.curves.drawn(number).tolist() == rows[:, :2].tolist()
    compared.curves.set_log(True)
    assert np.allclose(compared.curves.drawn(1)[:, 1], np.log10(rows_of(three, 1)[:, 1]))
    assert [view.objectName() for view in compared.maps] == [
        "runComparisonMap1",
        "runComparisonMap2",
    ]
    result = three.project.runs[1].result
    y = result.build_network().forward(result.x).y
    assert np.allclose(compared.maps[0]._plane.sample_y, y)


def rows_of(runs, number):
    return runs.project.runs[number - 1].curves.rows


def test_no_maps_without_two_inputs(three):
    three.window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Data")
    three.train(1)
    three.choose(0, 1)
    three.press("runCompare")
    page = three.user.find("runComparison", QDialog)
    assert [view.objectName() for view in page.maps] == ["runComparisonMap2"]
    note = page.findChild(object, "runComparisonNote").text()
    assert "different formulas" in note


def test_the_page_closes_with_escape_and_with_a_new_theme(three, compared, qtbot):
    with qtbot.waitSignal(compared.destroyed):
        QTest.keyClick(compared, Key.Key_Escape)
    three.press("runCompare")
    page = three.user.find("runComparison", QDialog)
    with qtbot.waitSignal(page.destroyed):
        three.window.rebuild()
