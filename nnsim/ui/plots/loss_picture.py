"""The loss plot as a picture of its own: the legend above the curves."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnsim.ui.theme import Theme

_GAP = 6


def picture_size(entries: Sequence[QWidget], canvas: pg.PlotWidget) -> QSize:
    """Of the legend's entries and the canvas below them."""
    return QSize(canvas.width(), _legend_height(entries) + canvas.height())


def paint_picture(
    painter: QPainter, entries: Sequence[QWidget], canvas: pg.PlotWidget, theme: Theme
) -> None:
    """Paint the entries in a row and the canvas below them, at the origin."""
    painter.fillRect(QRect(QPoint(), picture_size(entries, canvas)), theme.color("panel"))
    left = _GAP
    for entry in entries:
        painter.save()
        painter.translate(left, 0)
        entry.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.restore()
        left += entry.width() + _GAP
    target = QRectF(0, _legend_height(entries), canvas.width(), canvas.height())
    items = [item for item in canvas.scene().items() if hasattr(item, "setExportMode")]
    for item in items:
        item.setExportMode(True, {"antialias": True})  # shapes instead of ready pixels
    canvas.render(painter, target, canvas.rect())
    for item in items:
        item.setExportMode(False)


def _legend_height(entries: Sequence[QWidget]) -> int:
    return max((entry.height() for entry in entries), default=0)
