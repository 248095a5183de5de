"""A run, over or going on, as the list of runs and the comparison of two show it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import qtawesome
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from nnsim.project import COLUMNS, Project, Run, incomparable

from .marking import QT_TRANSLATE_NOOP
from .parts import Parts
from .theme import Theme

FloatArray = npt.NDArray[np.float64]
translate = QCoreApplication.translate

# Hues of Paul Tol's schemes, beside the blue of the run that goes on and the orange of its test.
_COLORS = ("#228833", "#AA3377", "#7B68C8", "#A68A00", "#009E9E", "#882255", "#6B7785")
_LIGHTER = ("#5FBF6B", "#D673B8", "#A79BE8", "#CCBB44", "#66CCCC", "#C4607F", "#9AA4AE")
_MARK = 10  # pixels of 32
_REASONS = {
    "loss": QT_TRANSLATE_NOOP("runs", "The losses are computed with different formulas."),
    "data": QT_TRANSLATE_NOOP("runs", "The losses are those of different data."),
    "split": QT_TRANSLATE_NOOP("runs", "The losses are those of different training samples."),
}


@dataclass(frozen=True, eq=False)
class ShownRun:
    """A run that is over, or the one that goes on now.

    Attributes:
        number: of a run that is over; None for the one that goes on.
        title: its name, or "Run 3".
        project: network, first weights, data and settings.
        parameters: at the end, shape (P,).
        epoch: at the end.
        rows: its curve, shape (n, 5) in the order of COLUMNS.
        seconds: how long training has computed.
        pinned: whether it is the baseline.
    """

    number: int | None
    title: str
    project: Project
    parameters: FloatArray
    epoch: int
    rows: FloatArray
    seconds: float
    pinned: bool = False

    @classmethod
    def over(cls, run: Run) -> ShownRun:
        """A run that is over."""
        result = run.result
        return cls(
            run.number,
            run_title(run),
            result,
            result.parameters,
            result.progress.epoch,
            run.curves.rows,
            result.progress.seconds,
            run.pinned,
        )

    @classmethod
    def current(cls, parts: Parts) -> ShownRun:
        """The run that goes on, as far as it has come."""
        project, session = parts.document.project, parts.session
        name = translate("runs", "Current")
        state = session.latest
        # While another document is opened, the run that ends there is not this one.
        fits = state is not None and state.parameters.shape == project.parameters.shape
        if session.running and state is not None and fits:
            rows = session.history.rows
            return cls(None, name, project, state.parameters, state.epoch, rows, session.seconds)
        now = project.progress
        rows = now.curves.rows
        return cls(None, name, project, project.parameters, now.epoch, rows, now.seconds)

    def last(self, column: str) -> float | None:
        """The number at the end of the curve; None where nothing was measured."""
        value = float(self.rows[-1, COLUMNS.index(column)]) if len(self.rows) else math.nan
        return None if math.isnan(value) else value

    def color(self, theme: Theme) -> QColor:
        """The colour of its line and of its mark."""
        return run_color(theme, self.number)

    def incomparable(self, other: ShownRun) -> str:
        """Why its losses cannot be compared with those of another; "" if they can."""
        reason = incomparable(self.project, other.project)
        return "" if reason is None else translate("runs", _REASONS[reason])


def run_title(run: Run) -> str:
    """The name of a run, or its number."""
    return run.name or translate("runs", "Run {number}").format(number=run.number)


def run_mark(theme: Theme, run: ShownRun) -> QIcon:
    """A disc in the colour of the run's line; a pin for the baseline."""
    color = run_color(theme, run.number)
    if run.pinned:
        return qtawesome.icon("ph.push-pin-fill", color=color.name(), color_selected=color.name())
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(16, 16), _MARK, _MARK)
    painter.end()
    mark = QIcon(picture)
    mark.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints it where its row is selected
    return mark


def run_color(theme: Theme, number: int | None) -> QColor:
    """The colour of a run by its number; None: of the one that goes on."""
    if number is None:
        return theme.color("positive")
    colors = _LIGHTER if theme.dark else _COLORS
    return QColor(colors[(number - 1) % len(colors)])
