"""The only timer that repaints while a network trains."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

FRAME_MILLISECONDS = 16

# So that every frame is short, views take turns within a cycle of frames: what moves most comes
# most often.
CYCLE = 12
NUMBERS = range(0, CYCLE, 4)  # the diagram and the numbers beside it, 15 times a second
CURVES = (2, 7)  # 10 times a second
MAPS = (5,)  # 5 times a second, and so on
SAMPLES = (6,)
QUANTITIES = (10,)  # of the selected node
INSIDE = (11,)
TROUBLE = (3,)  # looked for, not shown


class FrameClock(QObject):
    """Ticks while it is running; views pull what is new at each tick that is their turn.

    Signals:
        frame(): time to show what is new.
    """

    frame = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    @Slot(bool)
    def set_running(self, running: bool) -> None:
        """Start or stop ticking; after the last tick there is one more frame, for every view."""
        if running:
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self.frame.emit()

    def is_turn(self, frames: Collection[int]) -> bool:
        """Whether this is one of these frames of the cycle; always while the clock stands."""
        return not self._timer.isActive() or self._count in frames

    @Slot()
    def _tick(self) -> None:
        self._count = (self._count + 1) % CYCLE
        self.frame.emit()
