"""The ring that shows where the keyboard is, where the style sheet cannot draw it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen

from .theme import Theme

WIDTH = 1.5  # pixels

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_RETURN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def comes_by_keyboard(event: QFocusEvent, before: bool) -> bool:
    """Whether the focus comes by the keyboard; when it only returns, what it was `before`."""
    return before if event.reason() in _RETURN else event.reason() in _KEYBOARD


def paint_ring(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Paint the ring just inside an area."""
    inset = WIDTH / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 4, 4)
