"""The bar below the loss: which epoch the window shows, and the way to another."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
)

from nnsim.notation import NumberError, parse_number
from nnsim.ui.actions import without_mnemonic
from nnsim.ui.number_input import complain
from nnsim.ui.status import grouped
from nnsim.ui.theme import Theme, number_font
from nnsim.ui.time_travel import TimeTravel

_BEFORE = ("timeFirst", "timeBack10", "timeBack")
_AFTER = ("timeForward", "timeForward10", "timeLast")
_HANDLE = 14  # pixels, see the style sheet
_REACH = 3  # pixels around a kept epoch within which a drag takes it
_LARGEST = 2**30  # of the slider's numbers


class TimeSlider(QSlider):
    """All epochs of the training; those that are kept have ticks.

    Signals:
        epoch_chosen(object): an epoch, as an int of any size.
    """

    epoch_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._ticks: tuple[int, ...] = ()
        self._first, self._last, self._unit = 0, 0, 1
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._on_action)

    def show_epochs(self, first: int, last: int, shown: int, ticks: tuple[int, ...]) -> None:
        """Show where one is, unless it is being dragged."""
        if (first, last, ticks) != (self._first, self._last, self._ticks):
            self._first, self._last, self._ticks = first, last, ticks
            self._unit = (last - first) // _LARGEST + 1
            self.setRange(0, max((last - first) // self._unit, 1))
            self.setPageStep(max((last - first) // self._unit // 20, 1))
            self.update()
        self.setEnabled(first < last)
        if not self.isSliderDown():
            # With nothing behind it, one is at the end.
            self.setValue((shown - first) // self._unit if first < last else self.maximum())

    @Slot(int)
    def _on_action(self, _action: int) -> None:
        epoch = self._first + self.sliderPosition() * self._unit
        if self.sliderPosition() == self.maximum():
            epoch = self._last
        self.epoch_chosen.emit(self._kept(epoch) if self.isSliderDown() else epoch)

    def _kept(self, epoch: int) -> int:
        """A kept epoch under the pointer: it needs no computing while the handle moves."""
        reach = _REACH * (self._last - self._first) / max(self.width() - _HANDLE, 1)
        near = min((*self._ticks, self._last), key=lambda tick: abs(tick - epoch))
        return near if abs(near - epoch) <= reach else epoch

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks below the groove, then the slider."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setPen(self._theme.color("muted", 0.8))
        width, bottom = self.width() - _HANDLE, self.height() // 2 + 9
        for tick in self._ticks if self._first < self._last else ():
            share = (tick - self._first) // self._unit
            x = _HANDLE // 2 + QStyle.sliderPositionFromValue(0, self.maximum(), share, width)
            painter.drawLine(x, bottom - 3, x, bottom)
        painter.end()
        super().paintEvent(event)


class TimeBar(QFrame):
    """First, −10, −1, a slider, +1, +10, last, and the epoch as a number that can be typed.

    Attributes:
        slider: over all epochs.
    """

    def __init__(self, time: TimeTravel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("timeBar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._time = time
        self.slider = TimeSlider(theme)
        self.slider.setObjectName("timeSlider")
        self.slider.setAccessibleName(self.tr("Epoch that is shown"))
        self.slider.epoch_chosen.connect(time.go_to)
        self._epoch = QLineEdit()
        self._epoch.setObjectName("timeEpoch")
        self._epoch.setAccessibleName(self.tr("Epoch"))
        self._epoch.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._epoch.setFont(number_font(self.font()))
        self._epoch.returnPressed.connect(self._on_epoch_typed)
        self._of = QLabel()
        self._of.setObjectName("timeOf")
        self._of.setFont(number_font(self.font()))
        self._lay_out()
        time.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self._buttons = {name: QToolButton() for name in (*_BEFORE, *_AFTER)}
        self._caption = QLabel(self.tr("epoch"))
        self._caption.setProperty("role", "muted")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(2)
        for name in _BEFORE:
            row.addWidget(self._buttons[name])
        row.addWidget(self.slider, 1)
        for name in _AFTER:
            row.addWidget(self._buttons[name])
        for widget in (self._caption, self._epoch, self._of):
            row.addSpacing(4)
            row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_caption()

    def _show_caption(self) -> None:
        """Where there is little room, the numbers speak for themselves."""
        caption = self._caption.sizeHint().width() + self._row.spacing()
        least = self._row.minimumSize().width()
        if not self._caption.isHidden():
            least -= caption
        self._caption.setVisible(least + caption <= self.width())

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Let the buttons stand for these actions."""
        for name, button in self._buttons.items():
            action = actions[name]
            button.setDefaultAction(action)
            button.setObjectName(f"{name}Step")
            button.setAccessibleName(without_mnemonic(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @Slot()
    def _on_epoch_typed(self) -> None:
        try:
            epoch = round(parse_number(self._epoch.text()))
        except (NumberError, OverflowError):
            complain(self._epoch)
            self._epoch.selectAll()
            return
        self._epoch.setModified(False)
        self._time.go_to(epoch)
        self._show()

    @Slot()
    def _show(self) -> None:
        time = self._time
        first, shown, last, visiting = time.first, time.shown, time.last, time.visiting
        self.slider.show_epochs(first, last, shown, time.ticks)
        widest = "8" * max(len(grouped(last)), 5)
        self._epoch.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 14)
        widest = self.tr("of {last}").format(last=widest)
        self._of.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 4)
        self._show_caption()
        if not (self._epoch.hasFocus() and self._epoch.isModified()):
            self._epoch.setText(str(shown))
        self._epoch.setEnabled(first < last)
        self._show_tips(lost=first == last > 0)
        # Another text of a label lays the window out anew: not in every frame.
        of = self.tr("of {last}").format(last=grouped(last))
        self._of.setText("" if time.running else of)
        self._show_visiting(visiting)

    def _show_tips(self, lost: bool) -> None:
        slider = self.tr(
            "Go back in time. Ticks are epochs that are kept; others are computed anew."
        )
        epoch = self.tr("Type an epoch to see it")
        if lost:
            slider = epoch = self.tr(
                "The epochs before this one cannot be visited: settings, weights, network or data "
                "were changed on the way, and only the last epoch was kept."
            )
        self.slider.setToolTip(slider)
        self._epoch.setToolTip(epoch)

    def _show_visiting(self, visiting: bool) -> None:
        if self.property("visiting") != visiting:
            self.setProperty("visiting", visiting)
            self.style().unpolish(self)
            self.style().polish(self)
