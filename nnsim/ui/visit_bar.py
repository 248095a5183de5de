"""Above the diagram while an earlier epoch is shown: says so, and what can be done from there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from nnsim.notation import format_compact

from .theme import number_font
from .time_travel import TimeTravel
from .view_state import ViewState

_ACTIONS = ("timeDifference", "timeContinue", "timeLast")


class VisitBar(QFrame):
    """Shown while an earlier epoch is visited."""

    def __init__(self, time: TimeTravel, view: ViewState) -> None:
        super().__init__()
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
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        time.changed.connect(self._show)
        self._show()

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Let the buttons stand for these actions."""
        for name, button in self._buttons.items():
            button.setDefaultAction(actions[name])
            button.setObjectName(f"{name}Button")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @Slot()
    def _show(self) -> None:
        reading = self._view.reading
        self.setVisible(reading.now is not None)
        if reading.now is None:
            return
        text = self.tr("<b>epoch {epoch} of {last} — visiting</b>").format(
            epoch=reading.epoch, last=reading.now.epoch
        )
        then, now = reading.project.settings, reading.now.project.settings
        if then.learning_rate != now.learning_rate:
            rate = format_compact(then.learning_rate, 6)
            text += " · " + self.tr("with η = {rate} as it was then").format(rate=rate)
        elif then != now:
            text += " · " + self.tr("with the settings of then")
        self._text.setText(text)
