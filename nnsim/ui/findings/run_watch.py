"""Watches runs, so that it can be said where they went wrong."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from nnsim.diagnosis import Facts, Run
from nnsim.training import State, TrainEnded
from nnsim.ui.parts import Parts


class RunWatch(QObject):
    """Keeps the start of the last run, and what happened at its end.

    Attributes:
        run: the run that is going on or was the last; all that a project was trained, where that
            happened elsewhere.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.session)  # whatever becomes of the views
        self._document = parts.document
        self._controller = parts.controller
        self.run = Run.from_epoch_0(parts.document.project)
        self._dropped = False
        parts.document.opened.connect(self._on_opened)
        parts.session.state_changed.connect(self._on_state_changed)

    def facts(self) -> Facts:
        """What is known of the project as it is now, in the middle of a run too."""
        return Facts(self._controller.project_so_far, self.run)

    def facts_at_end(self, end: TrainEnded) -> Facts | None:
        """What is known when a run has ended; None where another document was opened meanwhile."""
        if self._dropped:
            return None
        if end.divergence is not None:
            self.run = replace(self.run, overflow=end.divergence.epoch)
        return Facts(self._document.project, self.run)

    @Slot()
    def _on_opened(self) -> None:
        self._dropped = True
        self.run = Run.from_epoch_0(self._document.project)

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        if state is State.RUNNING:
            self._dropped = False
            self.run = Run.of(self._document.project)
