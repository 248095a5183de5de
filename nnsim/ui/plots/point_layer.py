"""The samples on the plane, painted once for as long as they stay where they are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from nnsim.ui.theme import Theme

from .marks import Stamps, point_radius

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

_MOST_RAISED = 300  # wrong points that are painted again, above their neighbours


class PointLayer:
    """Points in their colours; while a network trains, only their rings change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._colors: list[QColor] = []
        self._tested: BoolArray = np.empty(0, dtype=bool)
        self._places: FloatArray = np.empty((0, 2))
        self._picture = QPixmap()
        self._stamps = Stamps(theme, 0.0, 1.0)

    def set_points(self, colors: list[QColor], tested: BoolArray) -> None:
        """Other colours; test samples, shape (N,), are hollow."""
        if colors != self._colors or not np.array_equal(tested, self._tested):
            self._colors, self._tested = colors, tested
            self._picture = QPixmap()

    def paint(
        self, painter: QPainter, size: QSize, places: FloatArray, wrong: BoolArray, selected: int
    ) -> None:
        """Paint all points; above them those in the wrong class, ringed, and the selected one.

        Args:
            size: of the widget.
            places: in its pixels, shape (N, 2).
            wrong: which are in the wrong class, shape (N,).
            selected: the index of one of them; -1: none.
        """
        radius = point_radius(len(places))
        ratio = painter.device().devicePixelRatioF()
        key = self._picture.deviceIndependentSize().toSize(), self._picture.devicePixelRatio()
        if key != (size, ratio) or not np.array_equal(places, self._places):
            self._places = places
            self._stamps = Stamps(self._theme, radius, ratio)
            self._picture = self._draw(size, ratio)
        painter.drawPixmap(0, 0, self._picture)
        points = np.flatnonzero(wrong).tolist()
        for point in points:
            place = QPointF(*places[point].tolist())
            if len(points) <= _MOST_RAISED:
                self._stamps.paint(painter, place, self._colors[point], self._tested[point])
            self._stamps.paint_ring(painter, place)
        if selected >= 0:
            painter.setPen(QPen(self._theme.color("accent"), 2.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(*places[selected].tolist()), radius + 3.4, radius + 3.4)

    def _draw(self, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for point in np.argsort(self._tested, kind="stable").tolist():
            place = QPointF(*self._places[point].tolist())
            self._stamps.paint(painter, place, self._colors[point], self._tested[point])
        painter.end()
        return picture
