"""What the loss plot draws: the run in hand, earlier ones, and marks at epochs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnsim.ui.shown_run import run_color
from nnsim.ui.theme import Theme

from .annotations import NAME_ROOM, Annotations, CurveName, UprightMark
from .curve_view import FRAME, CurveView, Range
from .curves import PastCurves, RunCurves
from .ink import Ink, along, between
from .past import PastCurve, chosen
from .scales import step_up
from .value_scale import MARGIN, ValueScale

FloatArray = npt.NDArray[np.float64]

_FEWEST_EPOCHS = 10.0  # the epoch axis is never shorter
_NEAR = 7.0  # pixels from a curve, to point at it
_CLEAR = 14  # pixels between the card and the line that it explains
_NAME_PLACES = (1.0, 0.8, 0.6, 0.4, 0.2)  # along the part of a curve that is in sight


class LossCanvas(CurveView):
    """Draws losses, or shares of correct answers, over epochs.

    Attributes:
        value_scale: what the upright axis measures.
        annotations: what is written between the curves.
        past: the earlier runs that are drawn.
        chosen_runs: numbers of those that are pointed out from elsewhere.
        run_curves, past_curves: the items that draw.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.value_scale = ValueScale()
        self.annotations = Annotations(theme, self._small)
        self.past: tuple[PastCurve, ...] = ()
        self.chosen_runs: frozenset[int] = frozenset()
        self._run_under_pointer: int | None = None
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
        self.hovered.connect(self._on_hovered)
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
            self._annotate()

    def set_past(self, curves: Sequence[PastCurve]) -> None:
        """Draw earlier runs, the last of them the newest; of many, the newest and the pinned."""
        self.past = chosen(curves)
        left, top, right, below = FRAME
        room = round(NAME_ROOM) if self.past else right
        self.getPlotItem().layout.setContentsMargins(left, top, room, below)
        self.getPlotItem().layout.activate()
        if not self.fit_if_changed():
            self._draw_past()

    def choose_runs(self, numbers: frozenset[int]) -> None:
        """Point out these earlier runs, and no others than the one under the pointer."""
        if self.chosen_runs != numbers:
            self.chosen_runs = numbers
            self._draw_past()

    @property
    def pointed(self) -> frozenset[int]:
        """Numbers of the earlier runs that are pointed out, or at."""
        under = self._run_under_pointer
        return self.chosen_runs if under is None else self.chosen_runs | {under}

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
        """Put a vertical line and a point on each curve at a record; a card tells of it."""
        height = self.value_scale.height
        shown = [(name, height(value)) for name, value in values if name in self._values]
        shown = [(name, at) for name, at in shown if np.isfinite(at)]
        pens = [pg.mkPen(self.run_curves.color(name), width=2) for name, _ in shown]
        self._points.setData([epoch] * len(shown), [at for _, at in shown], pen=pens)
        self._line.setPos(epoch)
        self._line.show()
        self._points.show()
        line = self.scene_place(epoch, 0.0).x()

        def cost(card: QRect) -> tuple[float, ...]:
            box = QRectF(self.mapToScene(card).boundingRect())
            hides = box.left() - _CLEAR < line < box.right() + _CLEAR
            return hides, self._ink.under(box)

        self.card.show_at_side(text, self.mapFromScene(self.area).boundingRect(), cost)

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
        scale = self.value_scale
        self.past_curves.draw(self.past, scale.heights, scale.accuracy, self.pointed)
        self._annotate()

    # What is written

    @Slot()
    def _annotate(self) -> None:
        """Put texts where the curves are now."""
        marks = [(epoch, text, False) for epoch, text in self._ends]
        if self._visited is not None:
            marks.insert(0, (*self._visited, True))
        notes = self.annotations
        notes.area = self.area
        notes.marks = [
            UprightMark(self.scene_place(epoch, 0.0).x(), text, strong)
            for epoch, text, strong in marks
        ]
        past = [(run, self._pixels(curve)) for run, curve in self.past_curves.drawn]
        past.sort(key=lambda each: (each[0].pinned, each[0].number), reverse=True)
        self._ink = Ink(notes.whole)
        for line in (*(line for _, line in past), *map(self._pixels, self.run_curves.shown)):
            self._ink.add_curve(*line)
        for _, box in notes.mark_boxes():
            self._ink.add_box(box)
        notes.place_names([self._name(*each) for each in past], self._ink)
        self.viewport().update()

    def _pixels(self, curve: pg.PlotCurveItem) -> tuple[FloatArray, FloatArray]:
        """Points along a curve, as pixels of the scene."""
        x, y = curve.getData()
        (left, right), (low, high) = self.viewRange()
        area = self.area
        x = area.left() + (x - left) / (right - left) * area.width()
        y = area.bottom() - (y - low) / (high - low) * area.height()
        y = np.clip(y, area.top() - 9, area.bottom() + 9)
        return along(*between(x, y, area.left(), area.right()))

    def _name(self, run: PastCurve, line: tuple[FloatArray, FloatArray]) -> CurveName:
        (x, y), area = line, self.area.adjusted(-1, -1, 1, 1)
        within = (area.left() <= x) & (x <= area.right()) & (area.top() <= y) & (y <= area.bottom())
        seen = np.flatnonzero(within)
        picked = [seen[round(at * (len(seen) - 1))] for at in _NAME_PLACES] if len(seen) else []
        places = [QPointF(x[each], y[each]) for each in picked]
        strong = run.pinned or run.number in self.pointed
        return CurveName(run.name, run_color(self._theme, run.number), places, strong)

    @Slot(object)
    def _on_hovered(self, _epoch: object) -> None:
        """Point at the earlier run under the pointer."""
        found = None
        if self.pointer is not None and self.area.contains(self.pointer):
            found = self._run_near(self.pointer)
        if found != self._run_under_pointer:
            self._run_under_pointer = found
            self._draw_past()

    def _run_near(self, place: QPointF) -> int | None:
        near = []
        for run, curve in self.past_curves.drawn:
            x, y = self._pixels(curve)
            far = np.hypot(x - place.x(), y - place.y()).min(initial=_NEAR)
            if far < _NEAR:
                near.append((far, run.number))
        return min(near)[1] if near else None

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Names and marks; in exported pictures, too."""
        self.annotations.paint(painter)
