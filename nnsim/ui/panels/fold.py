"""A group of settings that can be folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)


class Fold(QWidget):
    """A heading that opens and closes its content, and says in a word what is set there.

    Attributes:
        header: the button.
    """

    def __init__(self, name: str, title: str, content: QWidget, opened: set[str]) -> None:
        """`opened` holds the names of the folds that are open, and is kept up to date."""
        super().__init__()
        self._name, self._title, self._opened, self._content = name, title, opened, content
        self.header = QToolButton()
        self.header.setObjectName(name)
        self.header.setProperty("role", "fold")
        self.header.setCheckable(True)
        self.header.setChecked(name in opened)
        self.header.setAutoRaise(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.header.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header.toggled.connect(self._on_toggled)
        self._summary = QLabel()
        self._summary.setObjectName(f"{name}Summary")
        self._summary.setProperty("role", "muted")
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        row = QHBoxLayout()
        row.setContentsMargins(6, 3, 12, 3)
        row.addWidget(self.header)
        row.addStretch()
        row.addWidget(self._summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(row)
        column.addWidget(content)
        self._show()

    def show_summary(self, text: str, mark: str = "") -> None:
        """What is set there; the mark stands behind the title."""
        self._summary.setText(text)
        self.header.setText(f"{self._title} {mark}".rstrip())
        self.header.setAccessibleName(f"{self._title}: {text}")

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on:
            self._opened.add(self._name)
        else:
            self._opened.discard(self._name)
        self._show()

    def _show(self) -> None:
        on = self.header.isChecked()
        self._content.setVisible(on)
        self._summary.setVisible(not on)
        self.header.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
