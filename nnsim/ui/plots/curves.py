"""The curves on the canvas: those of the run in hand, and pale ones of earlier runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor, QPen

from nnsim.ui.shown_run import run_color
from nnsim.ui.theme import Theme

from .past import PastCurve
from .scales import thin
from .smoothing import smooth

FloatArray = npt.NDArray[np.float64]
Heights = Callable[[FloatArray], FloatArray]

NAMES = ("test", "train")  # in the order of painting
_CALM = 20  # heights of the plot that a curve may travel up and down
_FEWEST_COLUMNS = 200
_COARSER = 4  # columns of an earlier run, so that twelve of them are painted in some ms
_PALE = 0.45  # what is left of a raw curve behind its smoothed one
_PAST = 0.6  # and of an earlier run


def _is_calm(heights: FloatArray, box: pg.ViewBox) -> bool:
    """Whether a curve goes up and down so little that it can be drawn fine (else: > 20 ms)."""
    steps = np.abs(np.diff(heights[np.isfinite(heights)]))
    low, high = box.viewRange()[1]
    return bool(steps.sum() <= _CALM * (high - low))


def _columns(box: pg.ViewBox) -> int:
    return max(int(box.width()), _FEWEST_COLUMNS)


def _pen(color: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(color, width)
    pen.setCosmetic(True)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


class RunCurves:
    """Train and test of the run in hand: as they are, or pale behind their moving averages.

    Attributes:
        raw, smoothed: items of pyqtgraph by name.
    """

    def __init__(self, plot: pg.PlotWidget, theme: Theme) -> None:
        self._theme = theme
        self._box = plot.getViewBox()
        self.raw = {name: pg.PlotCurveItem(connect="finite") for name in NAMES}
        self.smoothed = {name: pg.PlotCurveItem(connect="finite") for name in NAMES}
        self._heads = pg.ScatterPlotItem(size=7, pen=None, antialias=True)
        for curve in (*self.raw.values(), *self.smoothed.values()):
            plot.addItem(curve)
        plot.addItem(self._heads, ignoreBounds=True)

    def is_drawn(self, name: str) -> bool:
        """Whether the curve is in sight."""
        return bool(self.raw[name].isVisible())

    def is_smoothed(self, name: str) -> bool:
        """Whether its moving average is in sight, too."""
        return bool(self.smoothed[name].isVisible())

    @property
    def shown(self) -> list[pg.PlotCurveItem]:
        """The items in sight."""
        return [
            curve for curve in (*self.raw.values(), *self.smoothed.values()) if curve.isVisible()
        ]

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """The colour of a curve."""
        return self._theme.color("positive" if name == "train" else "negative", alpha)

    def draw(
        self,
        epochs: FloatArray,
        values: Mapping[str, FloatArray],
        heights: Heights,
        beta: float | None,
    ) -> None:
        """Draw these values, shape (n,) each; a curve that is left out is hidden.

        Args:
            heights: where values lie along the axis.
            beta: of the moving average; None: without one.
        """
        ends = []
        for name in NAMES:
            shown = name in values and len(epochs) > 0
            self.raw[name].setVisible(name in values)
            self.smoothed[name].setVisible(shown and beta is not None)
            if not shown:
                self.raw[name].setData([], [])
                continue
            front = 2.0 if name == "train" else 1.6
            pale, width = (1.0, front) if beta is None else (_PALE, 1.0)
            self._draw(self.raw[name], name, epochs, heights(values[name]), pale, width)
            if beta is not None:
                means = smooth(epochs, values[name], beta)
                self._draw(self.smoothed[name], name, epochs, heights(means), 1.0, front)
            ends.append((name, epochs[-1], float(heights(values[name][-1:])[0])))
        ends = [end for end in ends if np.isfinite(end[2])]
        self._heads.setData(
            pos=np.array([end[1:] for end in ends]).reshape(-1, 2),
            brush=[pg.mkBrush(self.color(end[0])) for end in ends],
        )

    def _draw(self, curve, name, epochs, heights, alpha, width) -> None:
        x, y = thin(epochs, heights, _columns(self._box))
        calm = _is_calm(y, self._box)
        dashes = [4.0, 2.5] if name == "test" and calm else None
        curve.setData(x, y, antialias=calm, pen=_pen(self.color(name, alpha), width, dashes))


class PastCurves:
    """Earlier runs, each pale in its own colour; the pinned one and those pointed out are strong.

    Attributes:
        curves: an item of pyqtgraph for each run.
        drawn: the runs, with their items.
    """

    def __init__(self, plot: pg.PlotWidget, theme: Theme) -> None:
        self._plot = plot
        self._theme = theme
        self.curves: list[pg.PlotCurveItem] = []
        self.drawn: list[tuple[PastCurve, pg.PlotCurveItem]] = []

    def draw(
        self,
        past: Sequence[PastCurve],
        heights: Heights,
        accuracy: bool,
        pointed: Collection[int],
    ) -> None:
        """Draw these curves, under those of the run in hand.

        Args:
            pointed: numbers of the runs that are pointed out.
        """
        for curve in self.curves[len(past) :]:
            self._plot.removeItem(curve)
        del self.curves[len(past) :]
        while len(self.curves) < len(past):
            curve = pg.PlotCurveItem(connect="finite")
            curve.setZValue(-0.5)
            self._plot.addItem(curve)
            self.curves.append(curve)
        self.drawn = list(zip(past, self.curves, strict=True))
        box = self._plot.getViewBox()
        for run, curve in self.drawn:
            values = run.values(accuracy)
            if not len(values):
                curve.setData([], [])
                continue
            x, y = thin(run.epochs, heights(values), _columns(box) // _COARSER)
            calm = _is_calm(y, box)
            curve.setData(x, y, antialias=calm, pen=self._run_pen(run, run.number in pointed))

    def _run_pen(self, run: PastCurve, pointed: bool) -> QPen:
        color = run_color(self._theme, run.number)
        if run.pinned:
            return _pen(color, 2.4)
        if not pointed:
            color.setAlphaF(_PAST)
        return _pen(color, 1.6 if pointed else 1.0)  # wider ones take Qt three times as long
