"""Above the diagram while an earlier epoch is shown: says so, and what can be done from there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from nnsim.notation import format_compact

from .status import grouped
from .theme import number_font
from .time_travel import TimeTravel
from .view_state import ViewState

_WITH_TEXT = ("timeDifference", "timeContinue")
_ACTIONS = (*_WITH_TEXT, "timeLast")
_ROOM_FOR_TEXTS = 560  # pixels


class VisitBar(QFrame):
    """Shown while an earlier epoch is visited."""

    def __init__(self, time: TimeTravel, view: ViewState, parent: QWidget) -> None:
        super().__init__(parent)  # from the start, for without a parent it would be a window
        self.setObjectName("visitBar")
        # It takes the room that there is: what it has to say never moves the docks.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._time, self._view = time, view
        self._text = QLabel()
        self._text.setObjectName("visitText")
        self._text.setFont(number_font(self.font()))
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self._text, 1)
        self._buttons = {name: QToolButton() for name in _ACTIONS}
        for button in self._buttons.values():
            row.addWidget(button)
        time.changed.connect(self._show)
        self._show()

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Let the buttons stand for these actions."""
        for name, button in self._buttons.items():
            button.setDefaultAction(actions[name])
            button.setObjectName(f"{name}Button")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons show their icons alone."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        wide = self.width() >= _ROOM_FOR_TEXTS
        style = styles.ToolButtonTextBesideIcon if wide else styles.ToolButtonIconOnly
        for name in _WITH_TEXT:
            self._buttons[name].setToolButtonStyle(style)

    @Slot()
    def _show(self) -> None:
        reading = self._view.reading
        self.setVisible(reading.now is not None)
        if reading.now is None:
            return
        text = self.tr("<b>epoch {epoch} of {last} — visiting</b>").format(
            epoch=grouped(reading.epoch), last=grouped(reading.now.epoch)
        )
        then, now = reading.project.settings, reading.now.project.settings
        if then.learning_rate != now.learning_rate:
            rate = format_compact(then.learning_rate, 6)
            text += " · " + self.tr("η was {rate}").format(rate=rate)
        elif then != now:
            text += " · " + self.tr("other settings then")
        self._text.setText(text)
        # In full, where there is little room.
        explained = self.tr(
            "Run goes on from the newest epoch; “Continue from here” goes on from this one."
        )
        self._text.setToolTip(f"{text}<br>{explained}")
