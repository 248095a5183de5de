"""Trains, and takes snapshots where they are due."""

from __future__ import annotations

from time import perf_counter

from nnsim.engine import EpochRecord, Trainer, TrainingDiverged, TrainSettings
from nnsim.project import Snapshots, is_finite


class Recorder:
    """A trainer whose way is recorded, so that each of its epochs can be had again.

    Snapshots lie at epochs that do not depend on how fast or in how many parts it trains. Where
    settings change in the middle of an epoch, that epoch is one: to train it once more with
    either settings would not lead to it.

    Attributes:
        trainer: what trains.
    """

    def __init__(self, trainer: Trainer, snapshots: Snapshots) -> None:
        """Go on with the snapshots of the project that the trainer starts from."""
        self.trainer = trainer
        state, settings = trainer.state, trainer.settings
        if not snapshots.leads_to(state.epoch, settings):
            follows = bool(snapshots.entries) and snapshots.entries[-1].until == state.epoch
            snapshots = snapshots.added(state, settings, follows)
        self._snapshots = snapshots
        self._due = snapshots.next_epoch(state.epoch)
        self._changed = False

    @property
    def snapshots(self) -> Snapshots:
        """The snapshots until the last finished epoch."""
        return self._snapshots if self._changed else self._snapshots.reached(self.trainer.epoch)

    def change(self, settings: TrainSettings) -> None:
        """Go on with other settings, see Trainer.change."""
        if settings != self.trainer.settings:
            self._snapshots = self.snapshots
            self._changed = True
        self.trainer.change(settings)

    def run_for(self, seconds: float, max_epochs: int | None = None) -> list[EpochRecord]:
        """As Trainer.run_for."""
        records: list[EpochRecord] = []
        deadline = perf_counter() + seconds
        while max_epochs is None or len(records) < max_epochs:
            most = 1 if self._changed else self._due - self.trainer.epoch
            if max_epochs is not None:
                most = min(most, max_epochs - len(records))
            try:
                finished = self.trainer.run_for(deadline - perf_counter(), most)
            except TrainingDiverged as error:
                error.records = (*records, *error.records)
                raise
            if finished:
                records += finished
                self._take_if_due()
            if perf_counter() >= deadline:
                break
        return records

    def _take_if_due(self) -> None:
        epoch = self.trainer.epoch
        if not self._changed and epoch < self._due:
            return
        state = self.trainer.state
        if is_finite(state):  # an optimizer's memory may overflow: then the next epoch is tried
            self._snapshots = self.snapshots.added(
                state, self.trainer.settings, follows=not self._changed
            )
            self._changed = False
        self._due = self._snapshots.next_epoch(epoch)
