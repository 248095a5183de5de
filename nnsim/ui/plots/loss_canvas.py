"""What the loss plot draws: the run in hand, earlier ones, and marks at epochs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnsim.ui.theme import Theme

from .annotations import NAME_ROOM, Annotations, EndName, UprightMark
from .curve_view import FRAME, CurveView, Range
from .curves import PastCurves, RunCurves
from .past import PastCurve, chosen
from .scales import step_up
from .value_scale import MARGIN, ValueScale

FloatArray = npt.NDArray[np.float64]

_FEWEST_EPOCHS = 10.0  # the epoch axis is never shorter


class LossCanvas(CurveView):
    """Draws losses, or shares of correct answers, over epochs.

    Attributes:
        value_scale: what the upright axis measures.
        annotations: what is written between the curves.
        past: the earlier runs that are drawn.
        run_curves, past_curves: the items that draw.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.value_scale = ValueScale()
        self.annotations = Annotations(theme, self._small)
        self.past: tuple[PastCurve, ...] = ()
        self._epochs = np.empty(0)
        self._values: dict[str, FloatArray] = {}
        self._beta: float | None = None
        self._ends: Sequence[tuple[float, str]] = ()
        self._visited: tuple[float, str] | None = None
        self.past_curves = PastCurves(self, theme)
        self.run_curves = RunCurves(self, theme)
        self._build_marks()
        self.getViewBox().sigRangeChanged.connect(self._annotate)
        self.getViewBox().sigResized.connect(self._annotate)
        self.fit()

    # What to draw

    def set_curves(self, epochs: FloatArray, values: dict[str, FloatArray]) -> None:
        """Draw the curves "train" and "test"; one that is left out is hidden.

        Args:
            epochs: shape (n,), ascending; copied or owned, as it is kept.
            values: each (n,), NaN where absent.
        """
        self._epochs, self._values = epochs, values
        if not self.fit_if_changed():
            self._draw_run()

    def set_past(self, curves: Sequence[PastCurve]) -> None:
        """Draw earlier runs, the last of them the newest; of many, the newest and the pinned."""
        self.past = chosen(curves)
        left, top, right, below = FRAME
        room = round(NAME_ROOM) if self.past else right
        self.getPlotItem().layout.setContentsMargins(left, top, room, below)
        self.getPlotItem().layout.activate()
        if not self.fit_if_changed():
            self._draw_past()

    def set_value_scale(self, scale: ValueScale) -> None:
        """Choose what the upright axis measures."""
        self.value_scale = scale
        self._axes["left"].decades = scale.decades
        self._axes["left"].percent = scale.accuracy
        self.fit()

    def set_smoothing(self, beta: float | None) -> None:
        """Draw moving averages with this β before the curves, or none."""
        self._beta = beta
        self._draw_run()

    def set_ends(self, ends: Sequence[tuple[float, str]]) -> None:
        """Mark epochs where runs ended, with a text each."""
        self._ends = ends
        self._annotate()

    def show_epoch(self, epoch: float | None, text: str) -> None:
        """Mark the epoch that is visited; None: none is."""
        self._visited = None if epoch is None else (epoch, text)
        self._annotate()

    # What is drawn

    @property
    def visited(self) -> float | None:
        """The epoch that is marked as visited."""
        return None if self._visited is None else self._visited[0]

    def is_drawn(self, name: str) -> bool:
        """Whether the curve "train" or "test" is in sight."""
        return self.run_curves.is_drawn(name)

    def is_smoothed(self, name: str) -> bool:
        """Whether the moving average of "train" or "test" is in sight."""
        return self.run_curves.is_smoothed(name)

    def value_ticks(self) -> list[str]:
        """The numbers along the upright axis, from below."""
        axis = self._axes["left"]
        low, high = self.viewRange()[1]
        ((spacing, values),) = axis.tickValues(low, high, axis.height())
        return axis.tickStrings(values, 1.0, spacing)

    # The record under the pointer

    def mark(self, epoch: float, values: list[tuple[str, float]], text: str) -> None:
        """Put a vertical line, a point on each curve and a card with rich text at a record."""
        height = self.value_scale.height
        shown = [(name, height(value)) for name, value in values if name in self._values]
        shown = [(name, at) for name, at in shown if np.isfinite(at)]
        pens = [pg.mkPen(self.run_curves.color(name), width=2) for name, _ in shown]
        self._points.setData([epoch] * len(shown), [at for _, at in shown], pen=pens)
        self._line.setPos(epoch)
        self._line.show()
        self._points.show()
        place = QPointF(self.scene_place(epoch, 0.0).x(), self.area.top() + 4)
        area = self.mapFromScene(self.area).boundingRect()
        self.card.show_beside(self.mapFromScene(place), text, area)

    def unmark(self) -> None:
        """Take line, points and card away."""
        self._line.hide()
        self._points.hide()
        self.card.hide()

    def _build_marks(self) -> None:
        pen = pg.mkPen(self._theme.accent, width=1, style=Qt.PenStyle.DashLine)
        self._line = pg.InfiniteLine(angle=90, movable=False, pen=pen)
        panel = pg.mkBrush(self._theme.panel)
        self._points = pg.ScatterPlotItem(size=9, brush=panel, antialias=True)
        for mark in (self._line, self._points):
            self.addItem(mark, ignoreBounds=True)
            mark.hide()

    # Range and drawing

    def whole_range(self) -> Range:
        """Every epoch and value; all ends on steps, so that they seldom change."""
        scale = self.value_scale
        runs = [self._epochs, *(run.epochs for run in self.past)]
        last = max((float(epochs[-1]) for epochs in runs if len(epochs)), default=0.0)
        right = step_up(max(last, _FEWEST_EPOCHS))
        own = np.concatenate([np.empty(0), *self._values.values()])
        past = [run.values(scale.accuracy) for run in self.past]
        low, high = scale.range(own, np.concatenate([np.empty(0), *past]))
        return 0.0, right * (1 + MARGIN / 2), low, high

    def draw(self) -> None:
        """Every curve and every mark."""
        self._draw_run()
        self._draw_past()

    def _draw_run(self) -> None:
        self.run_curves.draw(self._epochs, self._values, self.value_scale.heights, self._beta)

    def _draw_past(self) -> None:
        self.past_curves.draw(self.past, self.value_scale.heights, self.value_scale.accuracy)
        self._annotate()

    @Slot()
    def _annotate(self) -> None:
        """Put texts where the curves are now."""
        names = [name for run in reversed(self.past) if (name := self._end_name(run))]
        marks = [(epoch, text, False) for epoch, text in self._ends]
        if self._visited is not None:
            marks.insert(0, (*self._visited, True))
        self.annotations.area = self.area
        self.annotations.names = sorted(names, key=lambda name: not name.pinned)
        self.annotations.marks = [
            UprightMark(self.scene_place(epoch, 0.0).x(), text, strong)
            for epoch, text, strong in marks
        ]
        self.viewport().update()

    def _end_name(self, run: PastCurve) -> EndName | None:
        scale = self.value_scale
        heights = scale.heights(run.values(scale.accuracy))
        known = np.flatnonzero(np.isfinite(heights))
        if not len(known):
            return None
        last = known[-1]
        place = self.scene_place(float(run.epochs[last]), float(heights[last]))
        return EndName(run.name, place, run.pinned)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Names and marks; in exported pictures, too."""
        self.annotations.paint(painter)
