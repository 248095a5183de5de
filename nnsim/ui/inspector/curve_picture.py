"""Paints an activation: axes, curve, tangent and the node's point; for softmax a bar per node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnsim.notation import Symbol, format_compact, z
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtWidget
from nnsim.ui.symbol_text import draw_symbol, symbol_width
from nnsim.ui.theme import Theme, number_font

from .curve_numbers import Curve, NodePoint

HEIGHT = 150
LEAST_HEIGHT = 100  # in a low window, whose pages all have the room that one of them needs
_SCALE = 0.85  # of the figures along the axes
_TANGENT = 34.0  # pixels to either side
_RADIUS = 4.5
_NEAR = 10.0  # pixels from the line below the point
_SMALLEST_BAR = 20.0  # pixels, for a name below it


@dataclass(frozen=True)
class Graph:
    """What is painted for a node with a function of its own.

    Attributes:
        curve: of its activation.
        point: where it is.
        limit: a threshold of a, with what is decided below and above it.
        sides: what happens left and right of z = 0.
    """

    curve: Curve
    point: NodePoint
    limit: tuple[float, str, str] | None
    sides: tuple[str, str] | None


@dataclass(frozen=True)
class Bars:
    """The outputs of a softmax layer, and the node that is selected."""

    outputs: Sequence[tuple[Symbol, float | None]]
    node: Symbol


class CurvePicture(QWidget):
    """The picture alone; its point can be pointed at, and so can the bar of a node."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("activationCurvePicture")
        self.setAccessibleName(self.tr("Activation curve"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumSize(120, LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._theme = parts.theme
        self._view = parts.view_state
        self._shown: Graph | Bars | None = None
        self._place: QPointF | None = None  # of the point that was painted last
        PointingAtWidget(self, self._view, self._symbol)
        self._view.pointed_changed.connect(self.update)

    @property
    def shown(self) -> Graph | Bars | None:
        """What is painted."""
        return self._shown

    def show_graph(self, graph: Graph) -> None:
        """Paint a curve."""
        self._shown = graph
        self.update()

    def show_bars(self, bars: Bars) -> None:
        """Paint a bar for each node of the layer."""
        self._shown = bars
        self.update()

    def _symbol(self) -> Symbol | None:
        """The a of the node that is shown."""
        match self._shown:
            case Graph(point=point):
                return point.node
            case Bars(node=node):
                return node
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Near the foot of the point it is z, elsewhere a."""
        symbol, place = self._symbol(), self._place
        if symbol is not None and place is not None:
            x, y = event.position().x() - place.x(), event.position().y() - place.y()
            if abs(x) <= _NEAR and y > _NEAR:
                symbol = z(symbol.layer, symbol.j)
        self._view.point(symbol)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(self.font(), _SCALE))
        match self._shown:
            case Graph() as graph:
                node = graph.point.node
                sum_ = z(node.layer, node.j)
                lit = self._view.is_pointed(sum_), self._view.is_pointed(node)
                area = QRectF(self.rect())
                graph_painter = _GraphPainter(painter, self._theme, area, graph, lit)
                graph_painter.paint()
                self._place = graph_painter.place
            case Bars() as bars:
                _paint_bars(painter, self._theme, QRectF(self.rect()), bars)
        painter.end()


class _GraphPainter:
    """Paints one graph into an area.

    Attributes:
        place: where (z, a) is; None where it is not known.
    """

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        area: QRectF,
        graph: Graph,
        lit: tuple[bool, bool],
    ) -> None:
        """`lit`: whether z is pointed at, and whether a is."""
        self._painter = painter
        self._theme = theme
        self._graph = graph
        self._lit = lit
        self._curve = graph.curve
        metrics = painter.fontMetrics()
        ticks = self._curve.a_ticks
        wide = max(metrics.horizontalAdvance(format_compact(tick, 2)) for tick in ticks)
        self._plot = area.adjusted(wide + 10, 8, -10, -metrics.height() - 8)
        z, a = graph.point.z, graph.point.a
        self.place = None if z is None or a is None else self._at(z, a)

    def paint(self) -> None:
        """From the background to the foreground."""
        self._paint_axes()
        self._paint_limit()
        self._paint_sides()
        self._paint_curve()
        self._paint_point()

    def _at(self, z: float, a: float) -> QPointF:
        curve, plot = self._curve, self._plot
        right = (z + curve.half) / (2 * curve.half)
        up = (a - curve.low) / (curve.high - curve.low)
        return QPointF(plot.left() + right * plot.width(), plot.bottom() - up * plot.height())

    def _pen(self, name: str, width: float = 1.0, dashed: bool = False) -> None:
        pen = QPen(self._theme.color(name), width)
        if dashed:
            pen.setDashPattern([3.0, 3.0])
        self._painter.setPen(pen)

    def _paint_axes(self) -> None:
        painter, curve, plot = self._painter, self._curve, self._plot
        height = painter.fontMetrics().height()
        for tick in curve.z_ticks:
            x = round(self._at(tick, 0.0).x()) + 0.5
            self._pen("muted" if tick == 0 else "line")
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            self._pen("muted")
            box = QRectF(x - 40, plot.bottom() + 5, 80, height)
            right = tick == curve.half
            if right:
                box.moveRight(plot.right() + 10)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, format_compact(tick, 2))
        for tick in curve.a_ticks:
            y = round(self._at(0.0, tick).y()) + 0.5
            self._pen("muted" if tick == 0 else "line")
            painter.drawLine(QPointF(plot.left() - 4, y), QPointF(plot.right(), y))
            self._pen("muted")
            box = QRectF(0, y - height / 2, plot.left() - 7, height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, format_compact(tick, 2))

    def _paint_limit(self) -> None:
        """Left of the axis above the line and below it: there the curves of outputs are low."""
        if self._graph.limit is None:
            return
        limit, below, above = self._graph.limit
        painter, plot, a = self._painter, self._plot, self._graph.point.a
        y = round(self._at(0.0, limit).y()) + 0.5
        self._pen("accent", 1.0, dashed=True)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        height = painter.fontMetrics().height()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._pen("accent" if a is not None and a >= limit else "muted")
        painter.drawText(QRectF(plot.left() + 4, y - height - 2, plot.width(), height), left, above)
        self._pen("accent" if a is not None and a < limit else "muted")
        painter.drawText(QRectF(plot.left(), y + 2, plot.width() - 4, height), right, below)

    def _paint_sides(self) -> None:
        if self._graph.sides is None:
            return
        painter, plot, z = self._painter, self._plot, self._graph.point.z
        middle, height = self._at(0.0, 0.0).x(), painter.fontMetrics().height()
        center = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for index, text in enumerate(self._graph.sides):
            happens = z is not None and (z >= 0) == (index == 1)
            left = plot.left() if index == 0 else middle
            y = self._at(0.0, float(index)).y()
            top = y - height - 4 if index == 0 else y + 4
            self._pen("accent" if happens else "muted")
            painter.drawText(QRectF(left, top, plot.right() - middle, height), center, text)

    def _paint_curve(self) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pen("text", 2.0)
        for zs, values in self._curve.pieces:
            places = [self._at(float(z), float(a)) for z, a in zip(zs, values, strict=True)]
            self._painter.drawPolyline(QPolygonF(places))
        if len(self._curve.pieces) > 1:
            self._paint_jump()

    def _paint_jump(self) -> None:
        """The end that belongs to the jump is filled, the other one hollow."""
        (below, low), (above, high) = self._curve.pieces
        for at, height, filled in ((below[-1], low[-1], False), (above[0], high[0], True)):
            self._painter.setBrush(self._theme.color("text" if filled else "panel"))
            self._pen("text", 1.5)
            self._painter.drawEllipse(self._at(float(at), float(height)), 3.0, 3.0)

    def _paint_point(self) -> None:
        point, painter, plot = self._graph.point, self._painter, self._plot
        if point.z is None:
            return
        foot, place = self._at(point.z, 0.0).x(), self.place
        of_z, of_a = self._lit
        self._pen("accent", 2.5 if of_z else 1.0, dashed=not of_z)
        if place is None:
            painter.drawLine(QPointF(foot, plot.top()), QPointF(foot, plot.bottom()))
            return
        painter.drawLine(QPointF(foot, plot.bottom()), place)
        self._pen("accent", 2.5 if of_a else 1.0, dashed=not of_a)
        painter.drawLine(QPointF(plot.left(), place.y()), place)
        if point.slope is not None:
            self._paint_tangent(place, point.slope)
        if of_a:
            self._pen("accent", 1.2)
            painter.setBrush(self._theme.color("highlight"))
            painter.drawEllipse(place, 2 * _RADIUS, 2 * _RADIUS)
        painter.setPen(QPen(self._theme.color("panel"), 1.5))
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(place, _RADIUS, _RADIUS)

    def _paint_tangent(self, place: QPointF, slope: float) -> None:
        curve, plot = self._curve, self._plot
        across = plot.width() / (2 * curve.half)
        up = slope * plot.height() / (curve.high - curve.low)
        length = (across**2 + up**2) ** 0.5
        arm = QPointF(across, -up) * (_TANGENT / length)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._pen("accent", 2.0)
        self._painter.drawLine(place - arm, place + arm)


def _paint_bars(painter: QPainter, theme: Theme, area: QRectF, bars: Bars) -> None:
    metrics, font = painter.fontMetrics(), painter.font()
    plot = area.adjusted(metrics.horizontalAdvance("0.5") + 10, 8, -4, -metrics.height() - 12)
    for tick in (0.0, 0.5, 1.0):
        y = round(plot.bottom() - tick * plot.height()) + 0.5
        painter.setPen(theme.color("line"))
        painter.drawLine(QPointF(plot.left() - 4, y), QPointF(plot.right(), y))
        painter.setPen(theme.color("muted"))
        box = QRectF(0, y - metrics.height() / 2, plot.left() - 7, metrics.height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, format_compact(tick, 1))
    step = plot.width() / len(bars.outputs)
    for index, (symbol, value) in enumerate(bars.outputs):
        middle, selected = plot.left() + (index + 0.5) * step, symbol == bars.node
        if value is not None:
            _paint_bar(painter, plot, middle, min(0.6 * step, 36.0), value, theme, selected)
        if step >= _SMALLEST_BAR or selected:
            painter.setPen(theme.color("accent" if selected else "muted"))
            left = middle - symbol_width(symbol, font) / 2
            draw_symbol(painter, symbol, left, area.bottom() - metrics.descent() - 4, font)
            painter.setFont(font)


def _paint_bar(
    painter: QPainter,
    plot: QRectF,
    middle: float,
    width: float,
    value: float,
    theme: Theme,
    selected: bool,
) -> None:
    color: QColor = theme.color("accent") if selected else theme.color("muted", 0.55)
    height = max(value * plot.height(), 1.0)
    painter.fillRect(QRectF(middle - width / 2, plot.bottom() - height, width, height), color)
