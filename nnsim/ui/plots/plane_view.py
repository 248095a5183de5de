"""The plane of two inputs: the output as an image, its boundary, and the samples on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from nnsim.notation import format_compact
from nnsim.ui.theme import Theme, number_font

from .class_colors import plane_image, point_colors
from .hover_card import HoverCard
from .plane import GRID, PlaneMap
from .point_layer import PointLayer
from .scales import linear_ticks

FloatArray = npt.NDArray[np.float64]

_REACH = 12.0  # pixels within which a click means a point
_TICK_PIXELS = 38
_GAP = 4.0


class PlaneView(QWidget):
    """Paints a PlaneMap; a click on a point chooses its sample.

    Attributes:
        card: tells of the point or the place under the pointer.

    Signals:
        sample_clicked(int): row of the sample, from 0.
    """

    sample_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plane: PlaneMap | None = None
        self._image = QImage()
        self._points = PointLayer(theme)
        self._kept: npt.NDArray[np.bool_] = np.empty(0, dtype=bool)
        self._names = ("", "")
        self._describe_point: Callable[[int], str] = str
        self._describe_place: Callable[[float, float], str] = "{}, {}".format
        self._pointer: QPointF | None = None
        self._selected = -1
        self.card = HoverCard("mapCard", theme, self)
        self.setMinimumSize(100, 90)
        self.setMouseTracking(True)

    def show_plane(self, plane: PlaneMap, names: tuple[str, str]) -> None:
        """Paint another map, with these names of its axes."""
        self._plane, self._names = plane, names
        self._image = plane_image(self._theme, plane)
        self._keep(np.ones(len(plane.places), dtype=bool))

    def hide_points(self, hidden: npt.NDArray[np.bool_]) -> None:
        """Leave these samples out, shape (N,), until another map is shown."""
        if not np.array_equal(self._kept, ~hidden):
            self._keep(~hidden)

    def _keep(self, kept: npt.NDArray[np.bool_]) -> None:
        assert self._plane is not None
        self._kept = kept
        colors = point_colors(self._theme, self._plane)
        rows = np.flatnonzero(kept).tolist()
        self._points.set_points([colors[row] for row in rows], self._plane.tested[kept])
        self.update()

    def set_describe(
        self, point: Callable[[int], str], place: Callable[[float, float], str]
    ) -> None:
        """What makes the card's rich text for a point from its index, and for a place."""
        self._describe_point, self._describe_place = point, place
        self._show_card()

    def select(self, row: int) -> None:
        """Put the ring around this sample."""
        if row != self._selected:
            self._selected = row
            self.update()

    @property
    def shown(self) -> PlaneMap | None:
        """The map that is painted."""
        return self._plane

    @property
    def axis_names(self) -> tuple[str, str]:
        """What is written along x1 and x2."""
        return self._names

    def place_of(self, row: int) -> QPointF:
        """Where a sample is painted."""
        assert self._plane is not None
        x1, x2 = self._plane.places[int(np.searchsorted(self._plane.rows, row))].tolist()
        return self._point(x1, x2, self._area())

    def row_at(self, position: QPointF) -> int | None:
        """The sample nearest to a place in the widget, within reach."""
        point = self._point_at(position)
        return None if point is None or self._plane is None else int(self._plane.rows[point])

    def _point_at(self, position: QPointF) -> int | None:
        if self._plane is None or not len(self._plane.places):
            return None
        place = self.pixels_of(self._plane.places) - (position.x(), position.y())
        distances = np.hypot(place[:, 0], place[:, 1])
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= _REACH else None

    # Geometry

    @property
    def area(self) -> QRectF:
        """The square of the map, in the widget's pixels."""
        return self._area()

    def pixels_of(self, places: FloatArray) -> FloatArray:
        """Where places, shape (k, 2), are painted: shape (k, 2)."""
        corner, size, low, high = self._frame()
        return corner + size * (places - low) / (high - low)

    def places_at(self, pixels: FloatArray) -> FloatArray:
        """x1 and x2 of pixels of the widget, shape (k, 2)."""
        corner, size, low, high = self._frame()
        return low + (high - low) * (pixels - corner) / size

    def lengths(self, pixels: float) -> tuple[float, float]:
        """So many pixels, along x1 and along x2."""
        _, size, low, high = self._frame()
        across, up = np.abs(pixels * (high - low) / size).tolist()
        return across, up

    def _area(self) -> QRectF:
        """The square of the image, beside the axes' numbers."""
        metrics = QFontMetricsF(self._small_font())
        left = metrics.horizontalAdvance(self._widest_tick()) + metrics.height() + 2 * _GAP
        below = 2 * metrics.height() + _GAP
        side = max(min(self.width() - left - 12, self.height() - below - 8), 20.0)
        # The square stands in the middle, and its numbers never leave the widget.
        x = max(left, (self.width() - side) / 2)
        return QRectF(round(x), 6, round(side), round(side))

    def _point(self, x1: float, x2: float, area: QRectF) -> QPointF:
        assert self._plane is not None
        low1, high1 = self._plane.x1[0], self._plane.x1[-1]
        low2, high2 = self._plane.x2[0], self._plane.x2[-1]
        return QPointF(
            area.left() + area.width() * (x1 - low1) / (high1 - low1),
            area.bottom() - area.height() * (x2 - low2) / (high2 - low2),
        )

    def _frame(self) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """The lower left corner and the size in pixels, and the lowest and highest (x1, x2)."""
        assert self._plane is not None
        area, (x1, x2) = self._area(), (self._plane.x1, self._plane.x2)
        return (
            np.array([area.left(), area.bottom()]),
            np.array([area.width(), -area.height()]),
            np.array([x1[0], x2[0]]),
            np.array([x1[-1], x2[-1]]),
        )

    def _ticks(self, axis: int, pixels: float) -> list[float]:
        assert self._plane is not None
        coordinates = (self._plane.x1, self._plane.x2)[axis]
        return linear_ticks(coordinates[0], coordinates[-1], max(2, int(pixels / _TICK_PIXELS)))

    def _widest_tick(self) -> str:
        if self._plane is None:
            return ""
        return max((_number(tick) for tick in self._ticks(1, self.height())), key=len, default="")

    def _small_font(self) -> QFont:
        return number_font(self.font(), 0.88)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Image, boundary, axes, points."""
        if self._plane is None:
            return
        area = self._area()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(area)
        self._paint_image(painter, area)
        self._paint_boundary(painter, area)
        painter.restore()
        self._paint_axes(painter, area)
        selected = np.flatnonzero(self._plane.rows[self._kept] == self._selected)
        self._points.paint(
            painter,
            self.size(),
            self.pixels_of(self._plane.places)[self._kept],
            self._plane.wrong[self._kept],
            int(selected[0]) if len(selected) else -1,
        )

    def _paint_image(self, painter: QPainter, area: QRectF) -> None:
        # The middle of a pixel is a node of the grid, so that half a pixel lies outside.
        half = area.width() / (GRID - 1) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area.adjusted(-half, -half, half, half), self._image)

    def _paint_boundary(self, painter: QPainter, area: QRectF) -> None:
        assert self._plane is not None
        pieces = self._plane.boundary * (area.width() / (GRID - 1))
        pieces[..., 0] += area.left()
        pieces[..., 1] = area.bottom() - pieces[..., 1]
        painter.setPen(QPen(self._theme.color("text", 0.55), 1.2))
        painter.drawLines([QLineF(*piece) for piece in pieces.reshape(-1, 4).tolist()])

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self._small_font())
        height = painter.fontMetrics().height()
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(self._theme.color("muted"))
        assert self._plane is not None
        below, center = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignHCenter
        for tick in self._ticks(0, area.width()):
            x = self._point(tick, 0.0, area).x()
            place = QRectF(x - 40, area.bottom() + 2, 80, height)
            painter.drawText(place, below | center, _number(tick))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        widest = 0.0
        for tick in self._ticks(1, area.height()):
            y = self._point(0.0, tick, area).y()
            place = QRectF(area.left() - 84, y - height / 2, 80, height)
            painter.drawText(place, beside, _number(tick))
            widest = max(widest, painter.fontMetrics().horizontalAdvance(_number(tick)))
        name_place = QRectF(area.left(), area.bottom() + 2 + height, area.width(), height)
        painter.drawText(name_place, below | center, self._elided(self._names[0], area))
        painter.save()
        painter.translate(area.left() - widest - 2 * _GAP, area.center().y())
        painter.rotate(-90)
        upward = QRectF(-area.height() / 2, -height, area.height(), height)
        painter.drawText(upward, Qt.AlignmentFlag.AlignCenter, self._elided(self._names[1], area))
        painter.restore()

    def _elided(self, name: str, area: QRectF) -> str:
        metrics = QFontMetricsF(self._small_font())
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sample under the pointer."""
        row = self.row_at(event.position())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.sample_clicked.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked, and a card about what is there."""
        self._pointer = event.position()
        over = self.row_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self._show_card()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered outside."""
        super().leaveEvent(event)
        self._pointer = None
        self._show_card()

    def _show_card(self) -> None:
        text = "" if self._pointer is None else self._card_text(self._pointer)
        if text and self._pointer is not None:
            self.card.show_beside(self._pointer.toPoint(), text, self.rect())
        else:
            self.card.hide()

    def _card_text(self, position: QPointF) -> str:
        """About the point under the pointer, or else about the place."""
        point = self._point_at(position)
        if point is not None:
            return self._describe_point(point)
        area = self._area()
        if self._plane is None or not area.contains(position):
            return ""
        x1, x2 = self.places_at(np.array([[position.x(), position.y()]]))[0].tolist()
        return self._describe_place(x1, x2)


def _number(value: float) -> str:
    return format_compact(value, 6)
