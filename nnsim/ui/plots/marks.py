"""How samples are marked: a filled or a hollow point, a ring around it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from nnsim.ui.theme import Theme


def point_radius(count: int) -> float:
    """Smaller points where there are many."""
    return 5.5 if count <= 20 else 4.0 if count <= 300 else 3.0


def paint_point(
    painter: QPainter, theme: Theme, place: QPointF, radius: float, color: QColor, hollow: bool
) -> None:
    """A training sample is filled, a test sample is hollow."""
    if hollow:
        painter.setPen(QPen(color, 1.8))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(place, radius - 0.5, radius - 0.5)
    else:
        painter.setPen(QPen(theme.color("panel"), 1.2))
        painter.setBrush(color)
        painter.drawEllipse(place, radius, radius)


def paint_ring(painter: QPainter, theme: Theme, place: QPointF, radius: float) -> None:
    """The mark of a sample in the wrong class, around its point.

    A cross on the point would hide its colour, which says what it should be, and whether it is
    hollow.
    """
    painter.setPen(QPen(theme.color("text"), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place, radius + 1.5, radius + 1.5)


class Stamps:
    """Paints points from ready pictures: 2 000 drawn one by one take 34 ms."""

    def __init__(self, theme: Theme, radius: float, pixel_ratio: float) -> None:
        self._theme = theme
        self._radius = radius
        self._ratio = pixel_ratio
        self._middle = radius + 2.0
        self._pictures: dict[tuple[int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, place: QPointF, color: QColor, hollow: bool) -> None:
        """One point with its middle at `place`."""
        key = (color.rgba(), bool(hollow))
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._draw(color, hollow)
        corner = QPointF(place.x() - self._middle, place.y() - self._middle)
        painter.drawPixmap(corner, picture)

    def _draw(self, color: QColor, hollow: bool) -> QPixmap:
        side = round(2 * self._middle * self._ratio)
        picture = QPixmap(side, side)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self._middle, self._middle)
        paint_point(painter, self._theme, middle, self._radius, color, hollow)
        painter.end()
        return picture
