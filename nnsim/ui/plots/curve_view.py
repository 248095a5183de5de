"""Epochs to the right, values upward: the frame, the gestures and the keys of a plot of curves."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nnsim.ui.theme import Theme, number_font

from .axes import Axis
from .hover_card import HoverCard
from .zoom_box import ZoomBox

FRAME = (4, 8, 26, 2)  # pixels beside the axes: left, top, right, below
_STEPS = {  # keys, and the records that they go on by
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}

Range = tuple[float, float, float, float]  # left, right, low, high


class CurveView(pg.PlotWidget):
    """The frame of a plot; what is drawn in it is a subclass's.

    A drag with the left button zooms into a box; a double click or A shows everything again. A
    click chooses an epoch, and so do the arrows, Page up and down, Home and End. The wheel does
    nothing.

    Attributes:
        card: tells of the record under the pointer.
        hint: stands in the middle of an empty plot.
        pointer: its place in the scene; None when it is elsewhere.

    Signals:
        hovered(object): the epoch under the pointer as a float, or None when it has left.
        clicked(float): the epoch at a click.
        stepped(int): by so many records onward (or back) by a key.
    """

    hovered = Signal(object)
    clicked = Signal(float)
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._small = number_font(QFont(), 0.9)
        self._axes = {
            "bottom": Axis("bottom", theme, self._small, whole=True),
            "left": Axis("left", theme, self._small),
        }
        super().__init__(
            parent,
            background=theme.panel,
            viewBox=ZoomBox(theme),
            axisItems=self._axes,
            enableMenu=False,
        )
        self._theme = theme
        self.pointer: QPointF | None = None
        self._fitted: Range | None = None
        self._zoomed = False
        self._click = 0.0
        self._value_title = "", ""
        self._single_click = QTimer(self, singleShot=True)
        self.card = HoverCard("lossCard", theme, self)
        self.hint = self._build_hint()
        self._build_frame()
        self._single_click.timeout.connect(self._on_single_click)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.getViewBox().sigResized.connect(self._show_value_title)
        self.getViewBox().clicked.connect(self._on_clicked)
        self.getViewBox().setLimits(minXRange=1)  # epochs are whole numbers
        self.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)

    def whole_range(self) -> Range:
        """What shows everything."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw everything for the range that is shown."""
        raise NotImplementedError

    def set_axis_titles(self, epochs: str, symbol: str, words: str) -> None:
        """Name the axes.

        Args:
            epochs: name of the lower one.
            symbol: of what goes upward; may be empty.
            words: what the symbol means; left out where the axis is too short for them.
        """
        self.setLabel("bottom", epochs, color=self._theme.muted)
        self._value_title = symbol, words
        self._show_value_title()

    @Slot()
    def _show_value_title(self) -> None:
        symbol, words = self._value_title
        needed = QFontMetricsF(self.font()).horizontalAdvance(f"{symbol}, {words}")
        fits = needed < 0.8 * self.area.height()  # the axis writes larger than the font says
        parts = [f"<i>{symbol}</i>"] if symbol else []
        if fits or not symbol:
            parts.append(words)
        self.setLabel("left", ", ".join(parts), color=self._theme.muted)
        self.getAxis("left").resizeEvent()  # which alone puts a longer title in the middle again

    def show_hint(self, text: str) -> None:
        """Say this in the middle of the area; empty: nothing."""
        if text != self.hint.text():
            self.hint.setText(text)
            self.hint.setVisible(bool(text))
            self._place_hint()

    @Slot()
    def fit(self) -> None:
        """Show everything."""
        self._zoomed = False
        self._fitted = None
        self.fit_if_changed()

    def fit_if_changed(self) -> bool:
        """Where everything needs another range, take that (unless zoomed) and draw."""
        wanted = self.whole_range()
        if wanted == self._fitted:
            return False
        self._fitted = wanted
        if not self._zoomed:
            left, right, low, high = wanted
            self.setRange(xRange=(left, right), yRange=(low, high), padding=0, update=True)
        self.draw()
        return True

    # Places

    @property
    def area(self) -> QRectF:
        """The area of the curves in the scene."""
        return QRectF(self.getViewBox().sceneBoundingRect())

    def scene_place(self, epoch: float, height: float) -> QPointF:
        """Where an epoch and a height lie in the scene."""
        return QPointF(self.getViewBox().mapViewToScene(QPointF(epoch, height)))

    def epoch_at(self, position: QPointF) -> float | None:
        """The epoch at a place in the widget; None beside the curves."""
        place = self.mapToScene(position.toPoint())
        if not self.area.contains(place):
            return None
        return float(self.getViewBox().mapSceneToView(place).x())

    # Building

    def _build_hint(self) -> QLabel:
        hint = QLabel(self)
        hint.setObjectName("lossHint")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme = self._theme
        hint.setStyleSheet(f"color: {theme.muted}; background: {theme.panel}; padding: 2px 8px;")
        hint.hide()
        return hint

    def _build_frame(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hideButtons()
        menu = self.getPlotItem().ctrlMenu  # never shown; without a parent it would outlive us
        menu.setParent(self, menu.windowFlags())
        self.getPlotItem().layout.setContentsMargins(*FRAME)
        for axis in self._axes.values():
            axis.setZValue(-1)  # the grid lies under the curves
        self._axes["left"].setGrid(255)
        self._axes["left"].setPen(None)
        box = self.getViewBox()
        box.setDefaultPadding(0.0)
        box.disableAutoRange()

    def _place_hint(self) -> None:
        self.hint.adjustSize()
        middle = self.mapFromScene(self.area).boundingRect().center()
        self.hint.move(middle - self.hint.rect().center())

    # Pointer and keys

    @Slot()
    def _on_zoomed(self) -> None:
        self._zoomed = True

    @Slot(float)
    def _on_clicked(self, epoch: float) -> None:
        # Zoomed, it may become a double click, which shows everything and chooses nothing.
        self._click = epoch
        self._single_click.start(QApplication.doubleClickInterval() if self._zoomed else 0)

    @Slot()
    def _on_single_click(self) -> None:
        self.clicked.emit(self._click)

    @Slot(object)
    def _on_mouse_moved(self, place: QPointF) -> None:
        self.pointer = place
        self.hovered.emit(self.epoch_at(QPointF(self.mapFromScene(place))))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered outside."""
        super().leaveEvent(event)
        self.pointer = None
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past the plot leaves it alone."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        self._single_click.stop()
        self.fit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """The keys above are the plot's while it has the focus, and no shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _STEPS
            and _is_plain(event)
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A: show everything again; arrows and their like: another epoch."""
        if _is_plain(event) and event.key() == Qt.Key.Key_A:
            self.fit()
        elif _is_plain(event) and event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint in the middle of the area of the curves."""
        super().resizeEvent(event)
        if hasattr(self, "hint"):
            self._place_hint()


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
