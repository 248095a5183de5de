"""The table of samples as one that is worked in: typed, pasted, rows, names, and undo."""

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from nnsim.data import Dataset
from nnsim.notation import W, x
from nnsim.project import edits, parse_project, write_project
from nnsim.ui.selection import Layer

Key = Qt.Key
NO = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def table_of(user):
    return user.find("sampleTable", QTableView)


def paste(user, text, row, column, table="sampleTable"):
    view = user.find(table, QTableView)
    QGuiApplication.clipboard().setText(text)
    user.activate()
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, column))
    user.key(Key.Key_V, CONTROL)


def editing(user):
    return isinstance(QApplication.focusWidget(), QLineEdit)


def go_on(user, text, end):
    """Type into the cell that is open, or opens with the first digit, and end it with a key."""
    before = table_of(user).currentIndex()
    place = before.row(), before.column()
    user.keys(text)
    user.key(end)
    user.wait(
        lambda: (
            (table_of(user).currentIndex().row(), table_of(user).currentIndex().column()) != place
        )
    )


# Pasting


def test_a_block_is_pasted_and_one_that_is_larger_adds_samples(user, window):
    before = window.document.project
    paste(user, "0,5\t1\r\n-2\t0\r\n", 3, 1)
    project = window.document.project
    assert project.dataset.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 0.5], [0, -2]]
    assert project.t.ravel().tolist() == [0, 1, 1, 1, 0]
    assert user.cell("sampleTable", 4, 1) == "−2"
    assert "5 training samples" in user.text("sampleCounts")
    user.press("editUndo")
    assert window.document.project == before
    assert table_of(user).model().rowCount() == 4


@pytest.mark.parametrize(
    ("text", "row", "column", "words"),
    [
        ("1\t2\n3\tabc", 1, 0, "Row 3, column x₂: “abc” is not a number"),
        ("<b>x</b>", 0, 2, "Row 1, column t₁: “&lt;b&gt;x&lt;/b&gt;” is neither"),
        ("1\t2\n3", 0, 0, "Row 2 of the clipboard has 1 cells, the first row has 2."),
        ("0\t1,000", 2, 0, "Row 3, column x₂: the comma in “1,000” can be that of thousands"),
        ("7", 0, 2, "Row 1, column t₁: “7” is not between 0 and 1, as cross-entropy needs it."),
        ("1\t2\t3", 0, 1, "from x₂ on there is room for 1 rows and 2 columns"),
        ("", 0, 0, "no cells on the clipboard"),
    ],
)
def test_what_cannot_be_pasted_is_named_and_changes_nothing(user, window, text, row, column, words):
    before = window.document.project
    paste(user, text, row, column)
    assert words in user.notice
    assert window.document.project is before
    assert not window.document.modified
    paste(user, "0.5", row, column)
    assert user.notice == ""  # it was about what was not done


def test_a_sorted_table_takes_a_block_in_the_order_shown(user, window):
    window.controller.edit(lambda p: edits.rename_class(p, 1, "yes"), "Name")
    table = table_of(user)
    user.press("sampleOrder")
    user.wait(lambda: table.model().rows.arrangement.column is not None)
    rows = [table.model().rows.sample_at(row) for row in (1, 2)]
    paste(user, "0.25\n0.75", 1, 0)
    assert window.document.project.x[rows, 0].tolist() == [0.25, 0.75]
    paste(user, "yes", 0, 2)
    assert window.document.project.t[table.model().rows.sample_at(0), 0] == 1


# Typing


def test_a_table_is_typed_from_a_page_with_the_keyboard_alone(user, window):
    """File → New table, and XOR: every key goes to whatever has the focus."""
    user.press("fileNewTable")
    user.find("newTableSamples").setValue(1)
    user.press("newTableAccept")
    user.activate()
    user.wait(lambda: editing(user))
    for x1, x2, t in ((0, 0, 0), (0, 1, 1), (1, 0, 1)):
        go_on(user, str(x1), Key.Key_Tab)
        go_on(user, str(x2), Key.Key_Tab)
        go_on(user, str(t), Key.Key_Tab if x2 == 0 else Key.Key_Return)
    assert table_of(user).model().rowCount() == 4
    user.wait(lambda: editing(user))
    go_on(user, "1", Key.Key_Tab)
    go_on(user, "1", Key.Key_Tab)
    user.end_cell(Key.Key_Escape)
    dataset = window.document.project.dataset
    assert dataset.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert dataset.t.ravel().tolist() == [0, 1, 1, 0]
    assert dataset.kind == "binary"


def test_a_row_added_in_passing_goes_again(user, window):
    window.controller.edit(lambda p: edits.new_table(p, 1, 1, 1, "binary"), "New table")
    user.click_cell("sampleTable", 0, 1, double=True)
    before = window.document.project
    go_on(user, "1", Key.Key_Tab)
    assert table_of(user).model().rowCount() == 2
    user.end_cell(Key.Key_Escape)
    assert table_of(user).model().rowCount() == 1
    assert window.document.project.t.tolist() == [[1]]
    user.press("editUndo")
    assert window.document.project == before


def test_built_in_data_get_no_row_by_typing_on(user, window):
    user.type_cell("sampleTable", 3, 2, "1")
    assert len(window.document.project.t) == 4
    assert table_of(user).currentIndex().row() == 3


def test_classes_are_typed_by_name(user, window):
    user.choose("datasetChooser", "iris")
    user.type_cell("sampleTable", 0, 5, "virginica")
    assert window.document.project.t[0].tolist() == [0, 0, 1]
    user.type_cell("sampleTable", 0, 5, "1")
    assert window.document.project.t[0].tolist() == [0, 1, 0]


# Rows


def test_rows_are_added_and_deleted_by_keys(user, window):
    before = window.document.project
    user.click_cell("sampleTable", 1, 0)
    table_of(user).setFocus()
    user.key(Key.Key_Insert)
    assert window.document.project.dataset.x[:3].tolist() == [[0, 0], [0, 1], [0, 0]]
    assert window.view_state.sample == 2
    user.key(Key.Key_Delete)
    assert np.array_equal(window.document.project.dataset.x, before.dataset.x)
    table = table_of(user)
    flag = QItemSelectionModel.SelectionFlag
    for row in (1, 3):
        table.selectionModel().select(table.model().index(row, 0), flag.Select | flag.Rows)
    table.selectionModel().select(table.model().index(2, 0), flag.Deselect | flag.Rows)
    user.key(Key.Key_Delete)
    assert window.document.project.dataset.x.tolist() == [[0, 0], [1, 0]]
    assert window.document.undo_stack.undoText() == "Delete 2 samples"
    for _ in range(3):
        user.press("editUndo")
    assert window.document.project == before


def test_the_last_sample_stays(user, window):
    table_of(user).selectAll()
    user.press("removeSamples")
    assert len(window.document.project.t) == 4
    assert user.notice == "At least one sample stays."
    user.press("addSample")
    assert len(window.document.project.t) == 5


def test_rows_are_deleted_where_they_are_listed(user, window):
    user.press("wrongOnly")
    model = table_of(user).model()
    user.wait(lambda: model.rows.arrangement.wrong_only)
    sample = model.rows.sample_at(0)
    gone = window.document.project.dataset.x[sample].tolist()
    user.click_cell("sampleTable", 0, 0)
    user.press("removeSamples")
    assert gone not in window.document.project.dataset.x.tolist()


def test_a_sample_that_is_added_is_seen_where_only_the_wrong_ones_were_listed(user, window):
    user.press("wrongOnly")
    model = table_of(user).model()
    user.wait(lambda: model.rows.arrangement.wrong_only)
    user.click_cell("sampleTable", 0, 0)
    user.press("addSample")
    assert not user.find("wrongOnly").isChecked()
    row = table_of(user).currentIndex().row()
    assert model.rows.sample_at(row) == window.view_state.sample
    user.press("wrongOnly")
    user.wait(lambda: model.rows.arrangement.wrong_only)
    paste(user, "0\t1\n1\t0\n1\t1\n0\t0\n1\t1", 0, 0)
    assert not user.find("wrongOnly").isChecked()


def test_what_is_typed_among_the_wrong_ones_keeps_their_list(user, window):
    user.press("wrongOnly")
    model = table_of(user).model()
    user.wait(lambda: model.rows.arrangement.wrong_only)
    listed = [model.rows.sample_at(row) for row in range(model.rowCount())]
    right = 1 - int(window.document.project.t[listed[0], 0])
    user.type_cell("sampleTable", 0, 2, str(right))
    assert window.document.project.t[listed[0], 0] == right
    assert [model.rows.sample_at(row) for row in range(model.rowCount())] == listed
    assert user.text("sampleOrder") == "Sort again"
    user.press("sampleOrder")
    user.wait(lambda: model.rowCount() == len(listed) - 1)


def test_the_selected_sample_is_the_same_one_when_others_go_or_come_back(user, window):
    window.controller.edit(lambda p: edits.add_samples(p, 4, 2), "Add")  # two that are equal
    table = table_of(user)
    user.click_cell("sampleTable", 3, 0)
    window.controller.edit(lambda p: edits.delete_samples(p, [0, 2]), "Delete")
    assert window.view_state.sample == 1
    assert table.currentIndex().row() == 1
    assert window.view_state.reading.project.dataset.x[1].tolist() == [1, 1]
    user.press("editUndo")
    assert window.view_state.sample == 3
    user.click_cell("sampleTable", 5, 0)
    window.controller.edit(lambda p: edits.delete_samples(p, [1]), "Delete")
    assert window.view_state.sample == 4
    window.controller.edit(lambda p: edits.delete_samples(p, [4]), "Delete")  # itself
    assert window.view_state.sample == 3


# Names


def double_click_header(user, column):
    header = table_of(user).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_column_is_renamed_in_its_header_and_the_order_stays(user, window):
    user.activate()
    double_click_header(user, 0)
    user.enter("columnName", "width")
    assert window.document.project.dataset.input_names == ("width", "x2")
    assert user.heading("sampleTable", 0) == "x₁\nwidth"
    user.wait(lambda: table_of(user).model().rows.wanted.is_plain)
    assert not user.shows("columnName")
    user.press("editUndo")
    assert user.heading("sampleTable", 0) == "x₁"
    assert not window.document.modified


def test_a_name_is_given_up_with_escape_and_a_taken_one_is_refused(user, window):
    before = window.document.project
    user.click_cell("sampleTable", 0, 1)
    table_of(user).setFocus()
    user.key(Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    user.enter("columnName", "height", Key.Key_Escape)
    assert not user.shows("columnName")
    assert window.document.project is before
    user.key(Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    user.enter("columnName", "x1")
    assert user.notice == "This name is taken already."
    assert window.document.project is before


# Weights


def test_a_matrix_is_pasted_into_the_weights_of_a_layer(user, window):
    before = window.document.project
    window.view_state.select(Layer(2))
    paste(user, "1\t0,5\r\n-2\t1/4\r\n", 0, 4, "quantityTable")
    assert window.document.project.build_network().W[2].tolist() == [[1, 0.5], [-2, 0.25]]
    paste(user, "7\n8", 0, 3, "quantityTable")
    assert window.document.project.build_network().b[2].tolist() == [7, 8]
    user.press("editUndo")
    user.press("editUndo")
    assert window.document.project == before


def test_a_matrix_without_a_place_starts_at_the_first_weight(user, window):
    window.view_state.select(Layer(2))
    paste(user, "1\t2\n3\t4", 1, 1, "quantityTable")
    assert window.document.project.build_network().W[2].tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\t2\t3\n4\t5\t6", "has 2 rows and 3 columns; from W⁽²⁾₁₁ on there is room for 2 rows"),
        ("1\t2\n3\tabc", "Row 2, column 2: “abc” is not a number"),
    ],
)
def test_a_matrix_that_does_not_fit_is_refused(user, window, text, words):
    before = window.document.project
    window.view_state.select(Layer(2))
    paste(user, text, 0, 4, "quantityTable")
    assert words in user.notice
    assert window.document.project is before


def test_a_column_is_pasted_into_the_row_of_a_node(user, window):
    window.view_state.select(W(2, 1, 2))
    paste(user, "3", 0, 1, "quantityTable")
    assert user.value(W(2, 1, 2)) == 3


def test_a_target_that_is_a_value_has_a_name(user, window):
    numbers = np.linspace(0, 1, 12).reshape(6, 2)
    dataset = Dataset(numbers, numbers[:, :1], ("x1", "x2"), name="measured")
    window.controller.edit(lambda p: edits.use_dataset(p, dataset), "Data")
    user.click_cell("sampleTable", 0, 2)
    table_of(user).setFocus()
    user.key(Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    user.enter("columnName", "price")
    assert user.heading("sampleTable", 2) == "t₁\nprice"
    again = parse_project(write_project(window.document.project))
    assert again.dataset.target_names == ("price",)
    user.press("editUndo")
    assert user.heading("sampleTable", 2) == "t₁"


def test_a_long_name_is_cut_in_the_header_and_whole_in_the_tip(user, window):
    window.controller.edit(lambda p: edits.rename_column(p, x(1), "petal width in cm"), "Name")
    model = table_of(user).model()
    assert user.heading("sampleTable", 0) == "x₁\npetal width…"
    tip = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("petal width in cm")
