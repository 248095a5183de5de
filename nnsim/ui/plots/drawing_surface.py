"""Lies over the plane while something is drawn on it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnsim.data import Dataset
from nnsim.project.edits.drawing import are_near
from nnsim.ui.theme import Theme

from .brush import Brush, Spray, Stroke
from .marks import paint_point, point_radius
from .plane_view import PlaneView

FloatArray = npt.NDArray[np.float64]


class DrawingSurface(QWidget):
    """Takes the mouse, and shows a stroke while it is drawn and until it is in the data.

    Attributes:
        brush: what is in the hand; None: nothing, and the surface is hidden.

    Signals:
        stroke_ended(Stroke): the button was released.
        left(): Escape was pressed while no stroke was being drawn.
    """

    stroke_ended = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, plane: PlaneView) -> None:
        super().__init__(plane)
        self.setObjectName("drawingSurface")
        self._theme = theme
        self._plane = plane
        self._spray = Spray()
        self._colors: list[QColor] = []
        self._pointer: QPointF | None = None
        self._stroke: Stroke | None = None
        self._waiting: list[tuple[Stroke, Dataset]] = []  # each with the data it is not in yet
        self.brush: Brush | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()
        plane.installEventFilter(self)

    @property
    def strokes(self) -> list[Stroke]:
        """What is drawn and not in the data that the plane shows."""
        now = [] if self._stroke is None else [self._stroke]
        return [stroke for stroke, _ in self._waiting] + now

    def set_colors(self, colors: list[QColor]) -> None:
        """The colours of the classes."""
        self._colors = colors

    def set_brush(self, brush: Brush | None) -> None:
        """Take another brush, or none. A stroke that is being drawn is dropped."""
        self.drop()
        self.brush = brush
        self.setGeometry(self._plane.rect())
        self.setVisible(brush is not None)
        if brush is not None:
            self._plane.card.hide()
        self.update()

    def drop(self) -> None:
        """Give up the stroke that is being drawn."""
        if self._stroke is not None:
            self._stroke = None
            self._show()

    def keep(self, stroke: Stroke, dataset: Dataset) -> None:
        """Show a stroke for as long as the plane shows these data, which it is not in yet."""
        self._waiting.append((stroke, dataset))
        self._show()

    def forget(self, dataset: Dataset | None = None) -> None:
        """The plane shows these data now; None: what is waiting will not come."""
        self._waiting = [each for each in self._waiting if each[1] is dataset]
        self._show()

    def _show(self) -> None:
        erasers = [stroke for stroke in self.strokes if stroke.brush.erases]
        shown = self._plane.shown
        if shown is not None:
            hidden = np.zeros(len(shown.places), dtype=bool)
            for stroke in erasers:
                hidden |= are_near(shown.places, stroke.places, stroke.radius)
            self._plane.hide_points(hidden)
        self.update()

    # Pointer and keys

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """As large as the plane."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._plane.rect())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() != Qt.MouseButton.LeftButton or self.brush is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointer = event.position()
        self._stroke = Stroke(self.brush, np.empty((0, 2)), self._plane.lengths(self.brush.radius))
        self._add(self._spray.begin(self.brush, _pair(event)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The brush follows, and so does the stroke."""
        self._pointer = event.position()
        if self._stroke is not None:
            self._add(self._spray.move(self._stroke.brush, _pair(event)))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        stroke = self._stroke
        if stroke is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.drop()
        if len(stroke.places):
            self.stroke_ended.emit(stroke)

    def leaveEvent(self, event: QEvent) -> None:
        """No brush outside."""
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops the stroke, and once more the brush."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._stroke is not None:
            self.drop()
        else:
            self.left.emit()

    def _add(self, pixels: FloatArray) -> None:
        stroke, area = self._stroke, self._plane.area
        assert stroke is not None
        inside = [area.contains(QPointF(*pixel)) for pixel in pixels.tolist()]
        if stroke.brush.erases:
            inside = [True] * len(pixels)
        if any(inside):
            places = np.vstack([stroke.places, self._plane.places_at(pixels[inside])])
            self._stroke = Stroke(stroke.brush, places, stroke.radius)
            self._show()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The points of strokes, and the outline of the brush."""
        shown = self._plane.shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = point_radius(len(shown.places))
        for stroke in self.strokes:
            if stroke.brush.class_number is not None:
                color = self._colors[stroke.brush.class_number]
                for pixel in self._plane.pixels_of(stroke.places).tolist():
                    paint_point(painter, self._theme, QPointF(*pixel), radius, color, False)
        if self.brush is not None and self._pointer is not None:
            self._paint_brush(painter, self.brush, self._pointer)

    def _paint_brush(self, painter: QPainter, brush: Brush, at: QPointF) -> None:
        """Its circle; dashed, how far most points fall."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("panel", 3.0), ("text", 1.2)):  # seen on every colour
            painter.setPen(QPen(self._theme.color(color, 0.8), width))
            painter.drawEllipse(at, brush.radius, brush.radius)
        if brush.noise and not brush.erases:
            reach = brush.radius + 2 * brush.noise
            painter.setPen(QPen(self._theme.color("text", 0.6), 1.0, Qt.PenStyle.DashLine))
            painter.drawEllipse(at, reach, reach)


def _pair(event: QMouseEvent) -> tuple[float, float]:
    return event.position().x(), event.position().y()
