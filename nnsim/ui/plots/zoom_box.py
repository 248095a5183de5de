"""The area of the curves: a drag with the left button zooms into a box."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal

from nnsim.ui.theme import Theme

_SMALLEST_BOX = 6  # pixels; a smaller one was no box


class ZoomBox(pg.ViewBox):
    """Only the left button drags, and it draws a box to zoom into.

    Signals:
        clicked(float): x at a click with the left button.
    """

    clicked = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__(enableMenu=False)
        self.setMouseMode(pg.ViewBox.RectMode)
        self.rbScaleBox.setPen(pg.mkPen(theme.accent, width=1))
        self.rbScaleBox.setBrush(pg.mkBrush(theme.color("accent", 0.12)))

    def mouseClickEvent(self, event: Any) -> None:
        """A press and release at the same place."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.clicked.emit(self.mapSceneToView(event.scenePos()).x())
        else:
            event.ignore()

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Zoom with the left button; the others do nothing."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        box = event.pos() - event.buttonDownPos()
        if event.isFinish() and min(abs(box.x()), abs(box.y())) < _SMALLEST_BOX:
            self.rbScaleBox.hide()
            event.accept()
        else:
            super().mouseDragEvent(event, axis)
