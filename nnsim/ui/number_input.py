"""Numbers that are typed, in fields and in tables."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QToolTip, QWidget

from nnsim.notation import is_number

Index = QModelIndex | QPersistentModelIndex
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def complain(field: QWidget) -> None:
    """Say below a field that what was typed is no number."""
    text = QCoreApplication.translate(
        "NumberEditor", "Not a number. Write it like 0.5, -2, 1e-3 or 1/3."
    )
    QToolTip.showText(field.mapToGlobal(field.rect().bottomLeft()), text, field.parentWidget())


class NumberDelegate(QStyledItemDelegate):
    """Lets numbers be typed in a table, also while its other numbers change."""

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not editor.isVisible():  # later it would undo what is being typed
            super().setEditorData(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """What is no number stays open with a message; clicking away gives it up."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENDS
            and isinstance(editor, QLineEdit)
            and not self.accepts(editor)
        ):
            complain(editor)
            editor.selectAll()
            return True
        return super().eventFilter(editor, event)

    def accepts(self, editor: QLineEdit) -> bool:
        """Whether what was typed can be taken."""
        return is_number(editor.text())
