"""Weights as lines: colour for sign, thickness for size.

All edges between two layers are painted in a few buckets of pens. A pen of its own for every edge
is many times slower. On the screen, where they are thousands, their pixels are set instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from nnsim.engine import Network
from nnsim.notation import Symbol
from nnsim.ui.theme import Theme

from .layout import DiagramLayout
from .line_pixels import Canvas, LinePixels

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

BUCKETS = 8
TURNS = 5
MAX_EDGES = 3000  # more are not told apart; only the strongest are drawn
FINE_EDGES = 600  # up to here lines have a thickness and smooth rims
_THICKEST = 6.0


class EdgePainter:
    """Paints all edges of one layout.

    Attributes:
        drawn, total: how many of the edges between shown nodes are drawn.
    """

    def __init__(self, layout: DiagramLayout, theme: Theme) -> None:
        self._theme = theme
        self._pairs = {layer: _Pair(layout, layer) for layer in range(2, len(layout.columns) + 1)}
        self.total = sum(len(pair.lines) for pair in self._pairs.values())
        self.drawn = min(self.total, MAX_EDGES)
        self._fine = self.total <= FINE_EDGES
        self._pixels: dict[int, LinePixels] = {}
        self._pixels_for: tuple[int, int, int, int] | None = None

    def paint(self, painter: QPainter, network: Network) -> None:
        """Paint every edge with the weights of the network."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._fine)
        strengths = self._strengths(network)
        weakest = self._weakest_drawn(strengths)
        for layer, pair in self._pairs.items():
            self._paint_pair(painter, pair, strengths[layer], weakest)

    def pixmap(self, network: Network, size: QSize, offset: QPoint, ratio: float) -> QPixmap:
        """Every edge as a picture.

        Args:
            size: of the part of the layout that is in sight, in points.
            offset: of its upper left corner.
            ratio: pixels to a point.
        """
        if not self._fine:
            return self._pixel_picture(network, size * ratio, offset, ratio)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(-offset)
        self.paint(painter, network)
        painter.end()
        return pixmap

    def _pixel_picture(
        self, network: Network, size: QSize, offset: QPoint, ratio: float
    ) -> QPixmap:
        width, height = size.width(), size.height()
        key = (width, height, offset.x(), offset.y())
        if key != self._pixels_for:
            self._pixels = {
                layer: LinePixels((pair.ends - [offset.x(), offset.y()] * 2) * ratio, width, height)
                for layer, pair in self._pairs.items()
            }
            self._pixels_for = key
        strengths = self._strengths(network)
        weakest = self._weakest_drawn(strengths)
        shades = np.array(
            [self._coarse_color(level, sign).rgb() for level in range(BUCKETS) for sign in (1, -1)],
            dtype=np.uint32,
        )
        canvas = Canvas(width, height)
        for layer, lines in self._pixels.items():
            buckets, order = self._buckets(strengths[layer], weakest)
            shade = 2 * (buckets // (2 * TURNS)) + buckets % 2
            lines.paint(canvas, order, shades[shade])
        return canvas.pixmap(ratio)

    def _strengths(self, network: Network) -> dict[int, FloatArray]:
        return {layer: pair.strengths(network.W[layer]) for layer, pair in self._pairs.items()}

    def paint_marked(self, painter: QPainter, network: Network, weights: Iterable[Symbol]) -> None:
        """Where edges are thousands, paint these once more, in full."""
        if self._fine:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strengths: dict[int, FloatArray] = {}
        for weight in weights:
            pair, layer = self._pairs[weight.layer], weight.layer
            index = pair.index(weight)
            if index is None:
                continue
            if layer not in strengths:
                strengths[layer] = pair.strengths(network.W[layer])
            painter.setPen(QPen(self._theme.signed(strengths[layer][index]), 1.5))
            painter.drawLine(pair.lines[index])

    def _weakest_drawn(self, strengths: Mapping[int, FloatArray]) -> float:
        if self.total <= MAX_EDGES:
            return 0.0
        every = np.abs(np.concatenate(list(strengths.values())))
        return float(np.partition(every, -MAX_EDGES)[-MAX_EDGES])

    def _paint_pair(
        self, painter: QPainter, pair: _Pair, strengths: FloatArray, weakest: float
    ) -> None:
        buckets, order = self._buckets(strengths, weakest)
        starts = np.flatnonzero(np.diff(buckets[order], prepend=-1))
        for chosen in np.split(order, starts[1:]):
            if len(chosen):
                level, sign = divmod(int(buckets[chosen[0]]), 2)
                painter.setPen(self._pen(pair, level // TURNS, -1 if sign else 1))
                painter.drawLines([pair.lines[index] for index in chosen.tolist()])

    def _buckets(self, strengths: FloatArray, weakest: float) -> tuple[IntArray, IntArray]:
        """The bucket of every line, and those that are drawn in the order of their buckets."""
        sizes = np.abs(strengths)
        levels = np.minimum((sizes * BUCKETS).astype(int), BUCKETS - 1)
        # In turns, so that where many lines cross neither sign covers the other.
        turns = np.arange(len(strengths)) % (1 if self._fine else TURNS)
        buckets: IntArray = 2 * (levels * TURNS + turns) + (strengths < 0)
        drawn = np.flatnonzero(sizes >= weakest)
        return buckets, drawn[np.argsort(buckets[drawn], kind="stable")]

    def _pen(self, pair: _Pair, level: int, sign: int) -> QPen:
        if self._fine:
            strength = (level + 0.5) / BUCKETS
            color = self._theme.blend(sign * strength, least=0.2)
            pen = QPen(color, max(1.0, pair.thickest * strength))
        else:
            pen = QPen(self._coarse_color(level, sign), 1.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _coarse_color(self, level: int, sign: int) -> QColor:
        # Opaque, for blending thousands of see-through lines takes ten times as long. Weak ones
        # come first and are covered by strong ones.
        strength = (level + 0.5) / BUCKETS
        return self._theme.blend(sign * strength**1.5, least=0.04)


class _Pair:
    """The edges between one layer and the layer before it that are shown."""

    def __init__(self, layout: DiagramLayout, layer: int) -> None:
        source, target = layout.column(layer - 1), layout.column(layer)
        self._rows = np.array(target.shown) - 1
        self._columns = np.array(source.shown) - 1
        left, right = source.x + source.radius, target.x - target.radius
        ends = [(left, y0, right, y1) for y1 in target.ys for y0 in source.ys]
        self.lines = [QLineF(*each) for each in ends]
        self.ends = np.array(ends)
        self.thickest = min(_THICKEST, max(1.0, source.radius * 0.4, target.radius * 0.25))

    def index(self, weight: Symbol) -> int | None:
        """Which line a weight is; None if it is folded away."""
        row = np.flatnonzero(self._rows == weight.j - 1)
        column = np.flatnonzero(self._columns == weight.k - 1)
        if not len(row) or not len(column):
            return None
        return int(row[0] * len(self._columns) + column[0])

    def strengths(self, W: FloatArray) -> FloatArray:
        """−1..1 for each line: the weight against the largest shown, at least against 1."""
        shown = W[np.ix_(self._rows, self._columns)].ravel()
        scale = max(float(np.abs(shown).max()), 1.0)
        result: FloatArray = shown / scale
        return result
