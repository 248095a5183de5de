"""The epoch that is visited, as a line on the loss plot."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QObject, Slot

from nnsim.ui.theme import Theme


class VisitMark(QObject):
    """A line at the epoch that the window shows, while that is an earlier one.

    Attributes:
        line: the line.
    """

    def __init__(self, canvas: pg.PlotWidget, theme: Theme) -> None:
        super().__init__(canvas)
        self.line = pg.InfiniteLine(angle=90, movable=False, pen=pg.mkPen(theme.accent, width=2))
        self.line.setZValue(5)
        self.line.hide()
        canvas.addItem(self.line, ignoreBounds=True)

    @Slot(object)
    def show_epoch(self, epoch: int | None) -> None:
        """Mark this epoch; None: none."""
        self.line.setVisible(epoch is not None)
        if epoch is not None:
            self.line.setPos(epoch)
