"""The only timer that repaints while a network trains."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

FRAME_MILLISECONDS = 25  # 40 frames a second: smooth, and most of the time is left to training


class FrameClock(QObject):
    """Ticks while it is running; views pull what is new at each tick.

    Signals:
        frame(): time to show what is new.
    """

    frame = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self.frame)

    @Slot(bool)
    def set_running(self, running: bool) -> None:
        """Start or stop ticking; after the last tick there is one more frame."""
        if running:
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.frame.emit()
