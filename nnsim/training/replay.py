"""Computes an earlier epoch once more, on the worker thread."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnsim.engine import Trainer
from nnsim.project import Project, Snapshot, edits

TICK_SECONDS = 0.020
NAP_MILLISECONDS = 1  # lets the main thread have the interpreter


@dataclass(frozen=True, slots=True)
class Replay:
    """The wish to see an earlier epoch.

    Attributes:
        number: of the wish; only the newest one counts.
        project: as it is now.
        epoch: the epoch; one that its progress can show.
    """

    number: int
    project: Project
    epoch: int


@dataclass(frozen=True, slots=True)
class Replayed:
    """The answer.

    Attributes:
        wish: what was asked for.
        project: as it was at that epoch; None after a failure.
        details: the traceback of a failure.
    """

    wish: Replay
    project: Project | None
    details: str = ""


class Replayer(QObject):
    """Trains from the snapshot before an epoch to that epoch, in short ticks.

    A newer wish takes the place of the one before it. Where it lies further on the same way, the
    work goes on from where it is.

    Signals:
        done(Replayed): the epoch is there.
    """

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wish: Replay | None = None
        self._from: Snapshot | None = None
        self._trainer: Trainer | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    @Slot(object)
    def start(self, wish: Replay) -> None:
        """Look for this epoch, and no more for another."""
        before = self._wish
        if before is not None and before.project is not wish.project:
            self._from = self._trainer = None
        self._wish = wish
        self._timer.start(0)

    @Slot()
    def forget(self) -> None:
        """Look for nothing, and free the memory; a timer can only be stopped on its own thread."""
        self._timer.stop()
        self._wish = self._from = self._trainer = None

    @Slot()
    def tick(self) -> None:
        """Train for about TICK_SECONDS, and come back after a nap if that was not enough."""
        wish = self._wish
        if wish is None:
            return
        try:
            project = self._go_on(wish)
        except Exception:
            self.forget()
            self.done.emit(Replayed(wish, None, traceback.format_exc()))
            return
        if project is None:
            self._timer.start(NAP_MILLISECONDS)
        else:
            self.done.emit(Replayed(wish, project))

    def _go_on(self, wish: Replay) -> Project | None:
        """The project at the epoch, once it is reached."""
        snapshot = wish.project.progress.snapshots.before(wish.epoch)
        if snapshot is None:
            raise LookupError(f"no snapshot before epoch {wish.epoch}")
        trainer = self._trainer
        if trainer is None or self._from is not snapshot or trainer.epoch > wish.epoch:
            trainer = self._trainer = _trainer_at(wish.project, snapshot)
            self._from = snapshot
        if trainer.epoch < wish.epoch:
            trainer.run_for(TICK_SECONDS, wish.epoch - trainer.epoch)
        if trainer.epoch < wish.epoch:
            return None
        return edits.back_at(wish.project, trainer.state, snapshot.settings, trainer.record())


def _trainer_at(project: Project, snapshot: Snapshot) -> Trainer:
    """A trainer at the epoch of a snapshot."""
    return project.build_trainer(snapshot.state, snapshot.settings)
