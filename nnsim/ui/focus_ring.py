"""The ring that shows where the keyboard is, where the style sheet cannot draw it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from .theme import Theme

WIDTH = 1.5  # pixels


def paint_ring(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Paint the ring just inside an area."""
    inset = WIDTH / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 4, 4)
