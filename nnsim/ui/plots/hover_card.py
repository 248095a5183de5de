"""A small card above a picture that tells what is under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from nnsim.ui.theme import Theme, number_font

_GAP = 12
_EDGE = 4  # pixels from the sides of the area


class HoverCard(QLabel):
    """Rich text beside a place or at a side; it lets the pointer through."""

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

    def show_at_side(
        self, text: str, area: QRect, cost: Callable[[QRect], tuple[float, ...]]
    ) -> None:
        """Show a text at the side of an area where it costs least; in the upper right at best."""
        self.setText(text)
        self.adjustSize()
        room = area.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).size() - self.size()
        places = [
            QRect(area.topLeft() + QPoint(_EDGE + across, _EDGE + down), self.size())
            for down in (0, room.height(), room.height() // 2)
            for across in (room.width(), 0)
        ]
        self.move(min(places, key=cost).topLeft())
        self.raise_()
        self.show()
