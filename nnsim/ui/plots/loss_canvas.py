"""The drawing area of the loss plot: two curves, a range that grows in steps, and a marker."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnsim.ui.theme import Theme, number_font

from .axes import Axis
from .scales import linear_range, log_range, step_up, thin

FloatArray = npt.NDArray[np.float64]

_FEWEST_EPOCHS = 10.0  # the epoch axis is never shorter
_CARD_GAP = 12
_SMALLEST_BOX = 6  # pixels; a smaller one was no box
_CALM = 20  # heights of the plot that a curve may travel up and down
_MARGIN = 0.02  # of a range, so that a curve at its edge is seen in full


class LossCanvas(pg.PlotWidget):
    """Draws losses over epochs.

    A drag with the left button zooms into a box; a double click or A shows everything again. The
    wheel does nothing.

    Attributes:
        log: whether the axis of losses is logarithmic.

    Signals:
        hovered(object): the epoch under the pointer as a float, or None when it has left.
    """

    hovered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        small = number_font(QFont(), 0.9)
        self._axes = {
            "bottom": Axis("bottom", theme, small, whole=True),
            "left": Axis("left", theme, small),
        }
        super().__init__(
            parent,
            background=theme.panel,
            viewBox=_ZoomBox(theme),
            axisItems=self._axes,
            enableMenu=False,
        )
        self.log = False
        self._theme = theme
        self._fitted: tuple[float, ...] = ()
        self._zoomed = False
        self._epochs = np.empty(0)
        self._losses: dict[str, FloatArray] = {}
        self._curves = {name: pg.PlotCurveItem(connect="finite") for name in ("test", "train")}
        for curve in self._curves.values():
            self.addItem(curve)
        self._build_marks()
        self.card = _overlay(self, "lossCard", theme.text)
        self.card.setStyleSheet(
            f"background: {theme.panel}; color: {theme.text}; padding: 5px 9px;"
            f" border: 1px solid {theme.line}; border-radius: 5px;"
        )
        self.hint = _overlay(self, "lossHint", theme.muted)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build_frame()
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        self.fit()

    def set_axis_titles(self, epochs: str, losses: str) -> None:
        """Name the axes."""
        style = {"color": self._theme.muted}
        self.setLabel("bottom", epochs, **style)
        self.setLabel("left", f"<i>{losses}</i>", **style)

    def set_curves(self, epochs: FloatArray, losses: dict[str, FloatArray]) -> None:
        """Draw the curves "train" and "test"; one that is left out is hidden.

        Args:
            epochs: shape (n,), ascending; copied or owned, as it is kept.
            losses: each (n,), NaN where absent.
        """
        self._epochs, self._losses = epochs, losses
        self._fit_if_changed()
        self._draw()

    def set_log(self, on: bool) -> None:
        """Choose the axis of losses."""
        self.log = self._axes["left"].decades = on
        self.fit()
        self._draw()

    @Slot()
    def fit(self) -> None:
        """Show every epoch and every loss."""
        self._zoomed = False
        self._fitted = ()
        self._fit_if_changed()

    def is_drawn(self, name: str) -> bool:
        """Whether the curve "train" or "test" is in sight."""
        return bool(self._curves[name].isVisible())

    def loss_ticks(self) -> list[str]:
        """The numbers along the axis of losses, from below."""
        axis = self._axes["left"]
        low, high = self.viewRange()[1]
        ((spacing, values),) = axis.tickValues(low, high, axis.height())
        return axis.tickStrings(values, 1.0, spacing)

    def mark(self, epoch: float, losses: list[tuple[str, float]], text: str) -> None:
        """Put a vertical line, a point on each curve and a card with rich text at a record."""
        shown = [(name, self._height(loss)) for name, loss in losses if name in self._losses]
        shown = [(name, height) for name, height in shown if np.isfinite(height)]
        pens = [pg.mkPen(self._color(name), width=2) for name, _ in shown]
        self._points.setData([epoch] * len(shown), [height for _, height in shown], pen=pens)
        self._line.setPos(epoch)
        self._line.show()
        self._points.show()
        self.card.setText(text)
        self.card.adjustSize()
        self.card.move(*self._card_place(epoch))
        self.card.show()

    def unmark(self) -> None:
        """Take line, points and card away."""
        self._line.hide()
        self._points.hide()
        self.card.hide()

    # Drawing

    def _build_marks(self) -> None:
        panel = pg.mkBrush(self._theme.panel)
        pen = pg.mkPen(self._theme.accent, width=1, style=Qt.PenStyle.DashLine)
        self._line = pg.InfiniteLine(angle=90, movable=False, pen=pen)
        self._heads = pg.ScatterPlotItem(size=7, pen=None, antialias=True)
        self._points = pg.ScatterPlotItem(size=9, brush=panel, antialias=True)
        for mark in (self._line, self._heads, self._points):
            self.addItem(mark, ignoreBounds=True)
        self._line.hide()
        self._points.hide()

    def _build_frame(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hideButtons()
        menu = self.getPlotItem().ctrlMenu  # never shown; without a parent it would outlive us
        menu.setParent(self, menu.windowFlags())
        self.getPlotItem().layout.setContentsMargins(4, 8, 26, 2)
        for axis in self._axes.values():
            axis.setZValue(-1)  # the grid lies under the curves
        self._axes["left"].setGrid(255)
        self._axes["left"].setPen(None)
        box = self.getViewBox()
        box.setDefaultPadding(0.0)
        box.disableAutoRange()

    def _draw(self) -> None:
        columns = max(int(self.getViewBox().width()), 200)
        ends, colors = [], []
        for name, curve in self._curves.items():
            losses = self._losses.get(name)
            curve.setVisible(losses is not None)
            if losses is None or not len(losses):
                curve.setData([], [])
                continue
            x, y = thin(self._epochs, losses, columns)
            y = self._heights(y)
            curve.setData(x, y, antialias=self._is_calm(y), pen=self._pen(name, self._is_calm(y)))
            if np.isfinite(y[-1]):
                ends.append((x[-1], y[-1]))
                colors.append(pg.mkBrush(self._color(name)))
        self._heads.setData(pos=np.array(ends).reshape(-1, 2), brush=colors)

    def _is_calm(self, heights: FloatArray) -> bool:
        """Whether a curve goes up and down so little that it can be drawn fine (else: > 20 ms)."""
        steps = np.abs(np.diff(heights[np.isfinite(heights)]))
        low, high = self.getViewBox().viewRange()[1]
        return bool(steps.sum() <= _CALM * (high - low))

    def _pen(self, name: str, calm: bool) -> QPen:
        pen = QPen(self._color(name), 2.0 if name == "train" else 1.6)
        pen.setCosmetic(True)
        if name == "test" and calm:
            pen.setDashPattern([4.0, 2.5])
        return pen

    def _color(self, name: str) -> QColor:
        return self._theme.color("positive" if name == "train" else "negative")

    def _heights(self, losses: FloatArray) -> FloatArray:
        """Where losses lie along the axis; NaN for what a log axis has no place for."""
        if not self.log:
            return losses
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(losses > 0, np.log10(losses), np.nan)

    def _height(self, loss: float) -> float:
        return float(self._heights(np.array([loss]))[0])

    # Range

    def _fit_if_changed(self) -> None:
        wanted = self._whole_range()
        if wanted == self._fitted:
            return
        self._fitted = wanted
        if not self._zoomed:
            left, right, low, high = wanted
            self.setRange(xRange=(left, right), yRange=(low, high), padding=0, update=True)

    def _whole_range(self) -> tuple[float, float, float, float]:
        """Left, right, low, high; all of them on steps, so that they seldom change."""
        last = float(self._epochs[-1]) if len(self._epochs) else 0.0
        right = step_up(max(last, _FEWEST_EPOCHS))
        values = np.concatenate([np.empty(0), *self._losses.values()])
        if self.log:
            low, high = (float(np.log10(end)) for end in log_range(values))
        else:
            low, high = linear_range(values)
        margin = (high - low) * _MARGIN
        return 0.0, right * (1 + _MARGIN / 2), low - (margin if self.log else 0.0), high + margin

    @Slot()
    def _on_zoomed(self) -> None:
        self._zoomed = True

    # Pointer and keys

    def epoch_at(self, position: QPointF) -> float | None:
        """The epoch at a place in the widget; None beside the curves."""
        box = self.getViewBox()
        place = self.mapToScene(position.toPoint())
        if not box.sceneBoundingRect().contains(place):
            return None
        return float(box.mapSceneToView(place).x())

    def _card_place(self, epoch: float) -> tuple[int, int]:
        box = self.getViewBox()
        area = self.mapFromScene(box.sceneBoundingRect()).boundingRect()
        x = self.mapFromScene(box.mapViewToScene(QPointF(epoch, 0.0))).x()
        left = x + _CARD_GAP
        if left + self.card.width() > area.right():
            left = x - _CARD_GAP - self.card.width()
        return max(left, 0), area.top() + 4

    @Slot(object)
    def _on_mouse_moved(self, place: QPointF) -> None:
        self.hovered.emit(self.epoch_at(QPointF(self.mapFromScene(place))))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered outside."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past the plot leaves it alone."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        self.fit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A: show everything again."""
        if event.key() == Qt.Key.Key_A and not event.modifiers():
            self.fit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint in the middle of the area of the curves."""
        super().resizeEvent(event)
        if hasattr(self, "hint"):
            area = self.mapFromScene(self.getViewBox().sceneBoundingRect()).boundingRect()
            self.hint.setGeometry(area)


class _ZoomBox(pg.ViewBox):
    """Only the left button drags, and it draws a box to zoom into."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(enableMenu=False)
        self.setMouseMode(pg.ViewBox.RectMode)
        self.rbScaleBox.setPen(pg.mkPen(theme.accent, width=1))
        self.rbScaleBox.setBrush(pg.mkBrush(theme.color("accent", 0.12)))

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


def _overlay(parent: QWidget, name: str, color: str) -> QLabel:
    """A text above the drawing that lets the pointer through."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setStyleSheet(f"color: {color}; background: transparent;")
    label.setFont(number_font(parent.font()))
    label.hide()
    return label
