"""Nodes too small for a number: discs whose colour is their output."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from nnsim.ui.theme import Theme

from .layout import Column


def disc_pen(column: Column, theme: Theme) -> QPen:
    """The rim of a node that is neither selected nor pointed at."""
    return QPen(theme.color("muted"), min(1.2, column.radius / 4))


def paint_discs(painter: QPainter, column: Column, levels: Sequence[float], theme: Theme) -> None:
    """Paint a whole layer: hundreds of nodes, for which a pen of their own would take longest.

    Args:
        levels: −1..1 for the fill of each node that is shown.
    """
    painter.setPen(disc_pen(column, theme))
    for y, level in zip(column.ys, levels, strict=True):
        painter.setBrush(theme.blend(level))
        painter.drawEllipse(QPointF(column.x, y), column.radius, column.radius)
