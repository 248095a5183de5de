"""Weights as lines: colour for sign, thickness for size.

All edges between two layers are painted in a few buckets of pens. A pen of its own for every edge
is many times slower.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from nnsim.engine import Network
from nnsim.notation import Symbol
from nnsim.ui.selection import Selection
from nnsim.ui.theme import Theme

from .layout import DiagramLayout

FloatArray = npt.NDArray[np.float64]

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

    def paint(self, painter: QPainter, network: Network) -> None:
        """Paint every edge with the weights of the network."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._fine)
        strengths = {layer: pair.strengths(network.W[layer]) for layer, pair in self._pairs.items()}
        weakest = self._weakest_drawn(strengths)
        for layer, pair in self._pairs.items():
            self._paint_pair(painter, pair, strengths[layer], weakest)

    def paint_focus(self, painter: QPainter, network: Network, selection: Selection) -> None:
        """Where edges are thousands, paint those into the selected node once more, in full."""
        if self._fine or not isinstance(selection, Symbol) or selection.layer < 2:
            return
        pair = self._pairs[selection.layer]
        strengths = pair.strengths(network.W[selection.layer])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in pair.leading_to(selection):
            painter.setPen(QPen(self._theme.signed(strengths[index]), 1.5))
            painter.drawLine(pair.lines[index])

    def _weakest_drawn(self, strengths: Mapping[int, FloatArray]) -> float:
        if self.total <= MAX_EDGES:
            return 0.0
        every = np.abs(np.concatenate(list(strengths.values())))
        return float(np.partition(every, -MAX_EDGES)[-MAX_EDGES])

    def _paint_pair(
        self, painter: QPainter, pair: _Pair, strengths: FloatArray, weakest: float
    ) -> None:
        sizes = np.abs(strengths)
        levels = np.minimum((sizes * BUCKETS).astype(int), BUCKETS - 1)
        # In turns, so that where many lines cross neither sign covers the other.
        turns = np.arange(len(strengths)) % (1 if self._fine else TURNS)
        buckets = 2 * (levels * TURNS + turns) + (strengths < 0)
        drawn = np.flatnonzero(sizes >= weakest)
        order = drawn[np.argsort(buckets[drawn], kind="stable")]
        starts = np.flatnonzero(np.diff(buckets[order], prepend=-1))
        for chosen in np.split(order, starts[1:]):
            if len(chosen):
                first = chosen[0]
                sign = -1.0 if strengths[first] < 0 else 1.0
                painter.setPen(self._pen(pair, (levels[first] + 0.5) / BUCKETS, sign))
                painter.drawLines([pair.lines[index] for index in chosen.tolist()])

    def _pen(self, pair: _Pair, strength: float, sign: float) -> QPen:
        # Opaque, for blending thousands of see-through lines takes ten times as long. Weak ones
        # come first and are covered by strong ones.
        if self._fine:
            color = self._theme.blend(sign * strength, least=0.2)
            pen = QPen(color, max(1.0, pair.thickest * strength))
        else:
            pen = QPen(self._theme.blend(sign * strength**1.5, least=0.04), 1.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


class _Pair:
    """The edges between one layer and the layer before it that are shown."""

    def __init__(self, layout: DiagramLayout, layer: int) -> None:
        source, target = layout.column(layer - 1), layout.column(layer)
        self._rows = np.array(target.shown) - 1
        self._columns = np.array(source.shown) - 1
        self.lines = [
            QLineF(source.x + source.radius, y0, target.x - target.radius, y1)
            for y1 in target.ys
            for y0 in source.ys
        ]
        self.thickest = min(_THICKEST, max(1.0, source.radius * 0.4, target.radius * 0.25))

    def leading_to(self, selection: Symbol) -> list[int]:
        """Which lines lead into a node a^(l)_j, or are the edge W^(l)_jk."""
        places = [(j, k) for j in self._rows + 1 for k in self._columns + 1]
        return [
            index
            for index, (j, k) in enumerate(places)
            if j == selection.j and selection.k in (0, k)
        ]

    def strengths(self, W: FloatArray) -> FloatArray:
        """−1..1 for each line: the weight against the largest shown, at least against 1."""
        shown = W[np.ix_(self._rows, self._columns)].ravel()
        scale = max(float(np.abs(shown).max()), 1.0)
        result: FloatArray = shown / scale
        return result
