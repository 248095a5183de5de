"""The steps of a pass as a strip of cells."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnsim.trace import Phase, Place, Position
from nnsim.ui.parts import Parts
from nnsim.ui.texts import phase_color

WIDEST = 18.0
HEIGHT = 14
NARROWEST = 2.0  # narrower cells of a phase are drawn as one


class StepStrip(QWidget):
    """One cell for each step, coloured by its phase once it is done. Click to go there."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("passStrip")
        self.setAccessibleName(self.tr("Steps of the pass"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view = parts.view_state
        self._theme = parts.theme

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def _go_to(self, x: float) -> None:
        position = self._view.position
        if position is None:
            return
        cell = max(int(x / self._cell_width(position)), 0)
        place = position.places[min(cell + 1, len(position.places) - 1)]
        if place != (position.done, position.terms):
            self._view.move_pass(lambda position: position.at(*place))

    def _cell_width(self, position: Position) -> float:
        return min(WIDEST, self.width() / max(len(position.places) - 1, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        position = self._view.position
        if position is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = self._cell_width(position)
        if width < NARROWEST:
            self._paint_phases(painter, position, width)
        else:
            self._paint_cells(painter, position, width)
        painter.end()

    def _paint_cells(self, painter: QPainter, position: Position, width: float) -> None:
        gap = 3.0 if width > 8 else 1.0 if width > 4 else 0.0
        here = position.number - 1
        for cell, place in enumerate(position.places[1:]):
            painter.setBrush(self._color(position, place, cell <= here))
            tall = cell == here
            area = QRectF(cell * width, 0 if tall else 3, max(width - gap, 1), 14 if tall else 8)
            painter.drawRoundedRect(area, 2, 2)
        if here >= 0:
            painter.setBrush(self._theme.color("text"))
            painter.drawEllipse(QPointF(here * width + (width - gap) / 2, 7), 2, 2)

    def _paint_phases(self, painter: QPainter, position: Position, width: float) -> None:
        """Thousands of cells: one bar for what is done of a phase, and one for the rest."""
        here, places, phases = position.number - 1, position.places, list(Phase)

        def rank(place: Place) -> int:
            return phases.index(self._phase(position, place))

        ends = [bisect_right(places, number, lo=1, key=rank) - 1 for number in range(len(phases))]
        for start, end in pairwise((0, *ends)):
            middle = min(max(here + 1, start), end)
            for first, last, done in ((start, middle, True), (middle, end, False)):
                if first < last:
                    painter.setBrush(self._color(position, places[first + 1], done))
                    painter.drawRect(QRectF(first * width, 3, (last - first) * width, 8))
        if here >= 0:
            painter.setBrush(self._theme.color("text"))
            painter.drawRect(QRectF(here * width - 1, 0, 3, HEIGHT))

    def _phase(self, position: Position, place: Place) -> Phase:
        done, terms = place
        return position.trace.steps.phase_at(done if terms else done - 1)

    def _color(self, position: Position, place: Place, done: bool):
        if not done:
            return self._theme.color("line")
        return phase_color(self._theme, self._phase(position, place))
