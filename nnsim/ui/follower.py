"""Keeps the views up with training."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from .frame_clock import NUMBERS
from .parts import Parts


class TrainingFollower(QObject):
    """Lets every view follow training, frame by frame, and then asks for more."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        parts.session.state_changed.connect(self._on_state_changed)
        parts.clock.frame.connect(self._on_frame)

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        running = self._parts.session.running
        if running and self._parts.view_state.position is not None:
            self._parts.view_state.end_pass()
        self._parts.clock.set_running(running)

    @Slot()
    def _on_frame(self) -> None:
        if not self._parts.clock.is_turn(NUMBERS):
            return
        latest = self._parts.session.latest
        if self._parts.session.running and latest is not None:
            self._parts.view_state.follow(latest)
        self._parts.session.acknowledge()
