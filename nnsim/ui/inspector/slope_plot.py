"""Paints how far measured slopes are off, over ε, on two logarithmic axes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnsim.notation import format_exact
from nnsim.trace import EPSILONS, ErrorSource, Measurement
from nnsim.ui.theme import Theme, number_font

HEIGHT = 112
_SCALE = 0.85
_LOWEST, _HIGHEST = math.log10(EPSILONS[0]), math.log10(EPSILONS[-1])
_TICKS = (-10, -7, -4, -1)  # exponents along ε
_RADIUS = 3.0
_COLORS = {
    ErrorSource.ROUNDING: "negative",
    ErrorSource.TRUNCATION: "positive",
    ErrorSource.KINK: "text",
}


@dataclass(frozen=True)
class Decades:
    """The range of |difference| in powers of ten; a difference of 0 stands at the bottom."""

    low: int
    high: int

    @property
    def ticks(self) -> tuple[int, ...]:
        """Few exponents, bottom to top."""
        every = max(1, math.ceil((self.high - self.low) / 3))
        return tuple(range(self.high, self.low - 1, -every))[::-1]


def decades(measurements: Mapping[float, Measurement]) -> Decades:
    """The whole decades around all differences; at least three."""
    sizes = [abs(each.difference) for each in measurements.values()]
    logs = [math.log10(size) for size in sizes if size > 0 and math.isfinite(size)]
    if not logs:
        return Decades(-16, -10)
    low, high = math.floor(min(logs)), math.ceil(max(logs))
    return Decades(min(low, high - 3), high)


class SlopePlot(QWidget):
    """A point for each ε, in the colour of what the difference comes from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("gradientCheckPlot")
        self.setAccessibleName(self.tr("Difference of the two slopes over ε"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self._theme = theme
        self._measurements: Mapping[float, Measurement] = {}
        self._chosen = EPSILONS[0]
        self._decades = decades({})
        self._names = {
            ErrorSource.ROUNDING: self.tr("rounding"),
            ErrorSource.TRUNCATION: self.tr("truncation"),
        }

    def show_measurements(self, measurements: Mapping[float, Measurement], chosen: float) -> None:
        """Paint these, and mark the one of the chosen ε."""
        self._measurements, self._chosen = dict(measurements), chosen
        self._decades = decades(measurements)
        self.update()

    @property
    def regimes(self) -> tuple[str, ...]:
        """The names that are painted."""
        found = {each.source for each in self._measurements.values()}
        return tuple(name for source, name in self._names.items() if source in found)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(self.font(), _SCALE))
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(_power(-16))
        plot = QRectF(self.rect()).adjusted(wide + 10, 12, -16, -metrics.height() - 10)
        self._paint_axes(painter, plot)
        self._paint_names(painter, plot)
        self._paint_points(painter, plot)
        painter.end()

    def _place(self, plot: QRectF, measurement: Measurement) -> QPointF | None:
        size, range_ = abs(measurement.difference), self._decades
        if not math.isfinite(size):
            return None
        up = 0.0
        if size > 0:
            up = (math.log10(size) - range_.low) / (range_.high - range_.low)
        return QPointF(
            self._x(plot, math.log10(measurement.epsilon)), plot.bottom() - up * plot.height()
        )

    def _x(self, plot: QRectF, exponent: float) -> float:
        return plot.left() + (exponent - _LOWEST) / (_HIGHEST - _LOWEST) * plot.width()

    def _paint_axes(self, painter: QPainter, plot: QRectF) -> None:
        line, muted = self._theme.color("line"), self._theme.color("muted")
        height, range_ = painter.fontMetrics().height(), self._decades
        for exponent in _TICKS:
            x = round(self._x(plot, exponent)) + 0.5
            painter.setPen(line)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(muted)
            box = QRectF(x - 30, plot.bottom() + 5, 60, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, _power(exponent))
        for exponent in range_.ticks:
            up = (exponent - range_.low) / (range_.high - range_.low)
            y = round(plot.bottom() - up * plot.height()) + 0.5
            painter.setPen(line)
            painter.drawLine(QPointF(plot.left() - 4, y), QPointF(plot.right(), y))
            painter.setPen(muted)
            box = QRectF(0, y - height / 2, plot.left() - 7, height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, _power(exponent))

    def _paint_names(self, painter: QPainter, plot: QRectF) -> None:
        """Rounding grows to the left, truncation to the right: each is named in its half."""
        height = painter.fontMetrics().height()
        box = QRectF(plot.left() + 6, plot.bottom() - height - 2, plot.width() - 12, height)
        sides = {
            ErrorSource.ROUNDING: Qt.AlignmentFlag.AlignLeft,
            ErrorSource.TRUNCATION: Qt.AlignmentFlag.AlignRight,
        }
        for source, side in sides.items():
            if self._names[source] in self.regimes:
                painter.setPen(self._theme.color(_COLORS[source]))
                painter.drawText(box, side, self._names[source])

    def _paint_points(self, painter: QPainter, plot: QRectF) -> None:
        placed = [
            (each, place)
            for _, each in sorted(self._measurements.items())
            if (place := self._place(plot, each)) is not None
        ]
        painter.setPen(QPen(self._theme.color("muted", 0.6), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([place for _, place in placed]))
        for each, place in placed:
            color = self._theme.color(_COLORS.get(each.source, "muted"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(place, _RADIUS, _RADIUS)
            if each.epsilon == self._chosen:
                painter.setPen(QPen(self._theme.color("accent"), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place, _RADIUS + 4, _RADIUS + 4)


def _power(exponent: int) -> str:
    return "1" if exponent == 0 else f"1e{format_exact(exponent)}"
