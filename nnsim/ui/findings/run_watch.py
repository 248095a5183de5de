"""Watches runs, so that it can be said where they went wrong."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from nnsim.diagnosis import Facts, Run, has_risen
from nnsim.project import Project
from nnsim.training import State, TrainEnded
from nnsim.ui.frame_clock import TROUBLE
from nnsim.ui.parts import Parts

LOOK_MILLISECONDS = 1000  # between two looks at a run that goes on


class RunWatch(QObject):
    """Keeps the start of the last run and what ended it, and looks at a run that goes on.

    Attributes:
        run: the run that is going on or was the last; all that a project was trained, where that
            happened elsewhere.

    Signals:
        diverged(Facts): the loss of the run that goes on has risen and not come down again, in two
            looks one after the other; once in a run, and once more after a change of settings.
    """

    diverged = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.session)  # whatever becomes of the views
        self._document, self._session = parts.document, parts.session
        self._controller, self._clock = parts.controller, parts.clock
        self.run = Run.from_epoch_0(parts.document.project)
        self._dropped = False
        self._risen = self._said = False
        self._since_look = QElapsedTimer()
        parts.document.opened.connect(self._on_opened)
        parts.document.changed.connect(self._on_document_changed)
        parts.session.state_changed.connect(self._on_state_changed)
        parts.clock.frame.connect(self._on_frame)

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
            self._look_anew()

    @Slot(object, object)
    def _on_document_changed(self, before: Project, after: Project) -> None:
        if after.settings != before.settings:
            self._look_anew()

    def _look_anew(self) -> None:
        self._risen = self._said = False
        self._since_look.start()

    @Slot()
    def _on_frame(self) -> None:
        due = self._clock.is_turn(TROUBLE) and self._since_look.hasExpired(LOOK_MILLISECONDS)
        if self._said or not due or self._session.state is not State.RUNNING:
            return
        self._since_look.start()
        facts = self.facts()
        before, self._risen = self._risen, has_risen(facts)
        if before and self._risen:  # a single look may fall on a peak that passes
            self._said = True
            self.diverged.emit(facts)
