"""The epoch that is visited, as a line on the loss plot."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QObject, Slot

from nnsim.ui.theme import Theme
from nnsim.ui.time_travel import TimeTravel


class VisitMark(QObject):
    """A line at the epoch that the window shows, while that is an earlier one.

    Attributes:
        line: the line.
    """

    def __init__(self, canvas: pg.PlotWidget, time: TimeTravel, theme: Theme) -> None:
        super().__init__(canvas)
        self._time = time
        self.line = pg.InfiniteLine(angle=90, movable=False, pen=pg.mkPen(theme.accent, width=2))
        self.line.setZValue(5)
        canvas.addItem(self.line, ignoreBounds=True)
        time.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.line.setVisible(self._time.visiting)
        if self._time.visiting:
            self.line.setPos(self._time.shown)
