"""A small card above a picture that tells what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from nnsim.ui.theme import Theme, number_font

_GAP = 12


class HoverCard(QLabel):
    """Rich text beside a place; it lets the pointer through."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(number_font(parent.font()))
        self.setStyleSheet(
            f"background: {theme.panel}; color: {theme.text}; padding: 5px 9px;"
            f" border: 1px solid {theme.line}; border-radius: 5px;"
        )
        self.hide()

    def show_beside(self, place: QPoint, text: str, area: QRect) -> None:
        """Show a text to the right of a place, or to its left where there is no room."""
        self.setText(text)
        self.adjustSize()
        left = place.x() + _GAP
        if left + self.width() > area.right():
            left = place.x() - _GAP - self.width()
        top = min(place.y(), area.bottom() - self.height())
        self.move(max(left, area.left()), max(top, area.top()))
        self.raise_()
        self.show()
