"""Nodes that show neither a number nor a map, as ready pictures: hundreds of them in a frame."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from nnsim.ui.theme import Theme

LEVELS = 96  # shades from the panel to either colour: finer than the eye tells


def rim(radius: float) -> float:
    """Width of the line around a node that nothing distinguishes."""
    return min(1.2, radius / 4)


def paint_disc(
    painter: QPainter, theme: Theme, center: QPointF, radius: float, level: float
) -> None:
    """Paint a node on the screen; `level`, -1..1, is that of Theme.blend."""
    ratio = painter.device().devicePixelRatio()
    shade = round(max(-1.0, min(level, 1.0)) * LEVELS)
    pixmap = _disc(theme, radius, shade, ratio)
    side = pixmap.width() / ratio
    # On whole pixels: a picture between them would be blurred.
    left, top = (round((at - side / 2) * ratio) / ratio for at in (center.x(), center.y()))
    painter.drawPixmap(QPointF(left, top), pixmap)


@lru_cache(maxsize=1024)
def _disc(theme: Theme, radius: float, shade: int, ratio: float) -> QPixmap:
    side = 2 * radius + rim(radius) + 2
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    middle = QPointF(pixmap.width(), pixmap.height()) / (2 * ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("muted"), rim(radius)))
    painter.setBrush(theme.blend(shade / LEVELS))
    painter.drawEllipse(middle, radius, radius)
    painter.end()
    return pixmap
