"""The losses of a few runs in one small plot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QFont, QMouseEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnsim.project import COLUMNS
from nnsim.ui.shown_run import ShownRun
from nnsim.ui.theme import Theme, number_font

from .axes import Axis
from .scales import linear_range, log_range, step_up, thin

FloatArray = npt.NDArray[np.float64]

_MOST_COLUMNS = 400  # of a small plot
_MARGIN = 0.02


class RunCurves(pg.PlotWidget):
    """Training loss as a line, test loss dashed, each run in its colour. It shows, and no more.

    Attributes:
        log: whether the axis of losses is logarithmic.
    """

    def __init__(self, theme: Theme, runs: Sequence[ShownRun], parent: QWidget) -> None:
        small = number_font(QFont(), 0.9)
        self._axes = {
            "bottom": Axis("bottom", theme, small, whole=True),
            "left": Axis("left", theme, small),
        }
        super().__init__(parent, background=theme.panel, axisItems=self._axes, enableMenu=False)
        self.setObjectName("runCurves")
        self.setAccessibleName(QCoreApplication.translate("RunCurves", "Losses of both runs"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.log = False
        self._runs = runs
        self._lines = [
            (run, column, pg.PlotCurveItem(connect="finite"))
            for run in runs
            for column in ("test_loss", "loss")
        ]
        for run, column, line in self._lines:
            line.setPen(_pen(theme, run, dashed=column == "test_loss"))
            self.addItem(line)
        self._build_frame(theme)
        self._draw()

    @Slot(bool)
    def set_log(self, on: bool) -> None:
        """Choose the axis of losses."""
        self.log = self._axes["left"].decades = on
        self._draw()

    def show_column(self, column: str, on: bool) -> None:
        """Show the lines of "loss" or of "test_loss", or hide them."""
        for _, name, line in self._lines:
            if name == column:
                line.setVisible(on)

    def drawn(self, number: int | None, column: str = "loss") -> FloatArray:
        """The points of a run's line as (n, 2): epoch and height."""
        for run, name, line in self._lines:
            if (run.number, name) == (number, column):
                return np.column_stack(line.getData())
        raise KeyError(number)

    def _build_frame(self, theme: Theme) -> None:
        self.hideButtons()
        menu = self.getPlotItem().ctrlMenu  # never shown; without a parent it would outlive us
        menu.setParent(self, menu.windowFlags())
        self.getPlotItem().layout.setContentsMargins(4, 8, 20, 2)
        self._axes["left"].setGrid(255)
        self._axes["left"].setPen(None)
        for axis in self._axes.values():
            axis.setZValue(-1)  # the grid lies under the curves
        self.setLabel("bottom", QCoreApplication.translate("RunCurves", "epoch"), color=theme.muted)
        self.setLabel("left", "<i>E</i>", color=theme.muted)
        box = self.getViewBox()
        box.setDefaultPadding(0.0)
        box.disableAutoRange()
        box.setMouseEnabled(False, False)

    def _draw(self) -> None:
        last = max((float(run.rows[-1, 0]) for run in self._runs if len(run.rows)), default=1.0)
        losses = [np.empty(0)]
        for run, column, line in self._lines:
            x, y = thin(run.rows[:, 0], run.rows[:, COLUMNS.index(column)], _MOST_COLUMNS)
            losses.append(y)
            line.setData(x, self._heights(y), antialias=True)
        values = np.concatenate(losses)
        if self.log:
            low, high = (float(np.log10(end)) for end in log_range(values))
        else:
            low, high = linear_range(values)
        margin = (high - low) * _MARGIN
        right = step_up(max(last, 1.0)) * (1 + _MARGIN / 2)
        self.setRange(xRange=(0.0, right), yRange=(low, high + margin), padding=0)

    def _heights(self, losses: FloatArray) -> FloatArray:
        """Where losses lie along the axis; NaN for what a log axis has no place for."""
        if not self.log:
            return losses
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(losses > 0, np.log10(losses), np.nan)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past the plot leaves it alone."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing to be shown again."""
        event.ignore()


def _pen(theme: Theme, run: ShownRun, dashed: bool) -> QPen:
    pen = QPen(run.color(theme), 1.6 if dashed else 2.0)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([4.0, 2.5])
    return pen
