"""Numbers typed in place on the diagram."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from nnsim.notation import W, b, format_exact, t, x
from nnsim.project import edits

Key = Qt.Key


def edit(window, function, *arguments):
    window._parts.controller.edit(lambda project: function(project, *arguments), "Edit")


def test_enter_commits_one_step_that_can_be_undone(user, window):
    before = user.value(W(2, 1, 1))
    user.type_number(W(2, 1, 1), "1/3")
    assert user.value(W(2, 1, 1)) == 1 / 3
    assert window.document.undo_stack.undoText() == "Set W^(2)_11"
    user.press("editUndo")
    assert user.value(W(2, 1, 1)) == before


@pytest.mark.parametrize(
    ("typed", "value"),
    [("0,5", 0.5), ("−2", -2.0), ("1e-3", 1e-3), (" 7 ", 7.0), ("-1/4", -0.25)],
)
def test_numbers_are_understood_as_people_write_them(user, typed, value):
    user.type_number(b(2, 2), typed)
    assert user.value(b(2, 2)) == value


@pytest.mark.parametrize("typed", ["abc", "", "1/0", "nan", "1e999", "--1", "0x10"])
def test_what_is_no_number_stays_open_with_a_message(user, window, typed):
    before = window.document.project
    editor = window.diagram.editor
    user.open_editor(W(2, 1, 1))
    editor.setText(typed)
    user.key(Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == typed
    assert editor.symbol == W(2, 1, 1)
    assert "Not a number" in QToolTip.text()
    user.key(Key.Key_Tab)
    assert editor.symbol == W(2, 1, 1)
    assert window.document.project is before
    editor.setText("2")
    user.key(Key.Key_Return)
    assert user.value(W(2, 1, 1)) == 2.0
    QToolTip.hideText()


def test_escape_and_an_unchanged_number_make_no_step(user, window):
    user.type_number(x(1), "5", Key.Key_Escape)
    user.open_editor(W(3, 1, 1))
    assert window.diagram.editor.text() == format_exact(user.value(W(3, 1, 1)))
    user.key(Key.Key_Return)
    assert not window.document.modified
    assert window.diagram.hasFocus()


def test_tab_goes_round_every_number_and_back(user, window):
    order = [field.symbol for field in window.diagram.picture.fields]
    user.open_editor(order[0])
    for expected in (*order[1:], order[0]):
        user.key(Key.Key_Tab)
        assert window.diagram.editor.symbol == expected
    QTest.keyClick(window.diagram.editor, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.diagram.editor.symbol == order[-1]
    assert not window.document.modified


def test_clicking_away_commits_and_another_field_opens(user, window):
    user.open_editor(W(2, 1, 1))
    user.keys("0.125")
    user.open_editor(t(1))
    assert user.value(W(2, 1, 1)) == 0.125
    user.keys("1")
    user.find("learningRate").setFocus()
    assert user.value(t(1)) == 1.0
    assert window.diagram.editor.isHidden()


def test_clicking_away_from_what_is_no_number_keeps_the_old_one(user, window):
    before = window.document.project
    user.open_editor(W(2, 1, 1))
    user.keys("abc")
    user.leave()
    assert window.diagram.editor.isHidden()
    assert window.document.project is before
    QToolTip.hideText()


def test_the_menu_of_the_editor_does_not_close_it(user, window):
    user.open_editor(W(2, 1, 1))
    user.keys("0.5")
    reason = Qt.FocusReason.PopupFocusReason
    QApplication.sendEvent(window.diagram.editor, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert window.diagram.editor.isVisible()
    assert window.diagram.editor.text() == "0.5"
    assert not window.document.modified


def test_a_number_typed_during_a_run_ends_it_and_is_kept(user, window):
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 5)
    user.type_number(W(2, 1, 1), "0.5")
    user.wait_until_idle()
    assert user.value(W(2, 1, 1)) == 0.5
    assert window.document.undo_stack.count() == 2
    user.press("editUndo")
    assert window.document.undo_stack.undoText().startswith("Train ")


def test_a_change_of_the_network_gives_up_what_is_being_typed(user, window):
    user.open_editor(W(2, 2, 2))
    user.keys("9")
    edit(window, edits.remove_node, 2, 2)
    assert window.diagram.editor.isHidden()
    assert window.document.undo_stack.count() == 1
