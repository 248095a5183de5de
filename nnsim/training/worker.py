"""The worker: trains in short ticks, between which it hears what it is told."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from nnsim.engine import EpochRecord, Trainer, TrainingDiverged, TrainSettings, address
from nnsim.project import Curves, StopReason, StopRules, curve_rows

from .messages import Divergence, EpochBatch, Outcome, TrainEnded, TrainRequest
from .recorder import Recorder
from .watch import Watch

TICK_SECONDS = 0.020
CATCH_UP_SECONDS = 0.050  # a busy machine wakes the worker late; more is not made up for


class TrainingWorker(QObject):
    """Trains the requested network; lives in a process of its own, whose event loop runs.

    Between two ticks the event loop delivers stop, acknowledge and changed settings as ordinary
    queued slots, so no state is shared and nothing is locked. At most one EpochBatch is on its
    way: the next is sent when the last was acknowledged, and carries every epoch since.

    Signals:
        batch_ready(EpochBatch): epochs finished since the last batch.
        ended(TrainEnded): the run is over; all its epochs have been sent before.
    """

    batch_ready = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._request: TrainRequest | None = None
        self._trainer: Trainer | None = None
        self._watch: Watch | None = None
        self._recorder: Recorder | None = None
        self._records: list[EpochRecord] = []
        self._sent: tuple[EpochRecord, ...] = ()
        self._remaining: int | None = None
        self._pace: float | None = None
        self._due = 0.0
        self._seconds = 0.0
        self._in_flight = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @Slot(object)
    def start(self, request: TrainRequest) -> None:
        """Begin a run; one that is going on is dropped."""
        self._request = request
        self._trainer = self._recorder = self._watch = None
        self._records = []
        self._sent = ()
        self._remaining = request.epochs
        self._pace = request.epochs_per_second
        self._due = time.perf_counter()
        self._seconds = 0.0
        self._in_flight = False
        self._timer.start(0)

    @Slot(int)
    def stop(self, generation: int) -> None:
        """End the run; an unfinished epoch is dropped, so that E belongs to the parameters."""
        if self._is_current(generation):
            self._end(Outcome.STOPPED)

    @Slot()
    def forget(self) -> None:
        """Drop the run, and free the memory."""
        self._timer.stop()
        self._request = self._trainer = self._recorder = self._watch = None

    @Slot(int)
    def acknowledge(self, generation: int) -> None:
        """The last batch was shown: the next one may come."""
        if self._is_current(generation):
            self._in_flight = False
            self._send()

    @Slot(object)
    def change_settings(self, settings: TrainSettings) -> None:
        """Go on with other settings from the next mini-batch."""
        if self._request is not None:
            self._request = replace(self._request, settings=settings)
        if self._recorder is not None:
            self._recorder.change(settings)

    @Slot(object, object)
    def change_stop_rules(self, rules: StopRules, curves: Curves) -> None:
        """Go on with other stop rules; they see the curves first, and the epochs not yet in them.

        Those can only be in the last batch or still here, for one batch is on its way at a time.
        """
        if self._request is None:
            return
        before = self._request.progress
        known = int(curves.column("epoch")[-1]) if len(curves) else before.epoch
        progress = replace(before, epoch=known, curves=curves, watched=None)
        self._request = replace(self._request, stop_rules=rules, progress=progress)
        if self._trainer is not None:
            self._watch = Watch(rules, progress)
            unknown = (each for each in (*self._sent, *self._records) if each.epoch > known)
            self._watch.see(unknown)

    @Slot(object)
    def change_pace(self, epochs_per_second: float | None) -> None:
        """Go on at another pace; None: full speed."""
        if self._request is not None:
            self._pace = epochs_per_second
            self._due = time.perf_counter()
            self._timer.start(0)

    @Slot()
    def tick(self) -> None:
        """Train for about TICK_SECONDS, at least one mini-batch, and come back."""
        if self._request is None:
            return
        began = time.perf_counter()
        try:
            reason = self._train()
        except TrainingDiverged as error:
            self._take(error.records)
            self._end(Outcome.DIVERGED, divergence=self._divergence(error))
        except Exception:
            self._end(Outcome.FAILED, details=traceback.format_exc())
        else:
            self._seconds += time.perf_counter() - began
            self._send()
            if reason is not None or self._remaining == 0:
                self._end(Outcome.FINISHED, reason=reason)
            else:
                self._timer.start(self._delay())

    def _train(self) -> StopReason | None:
        """One tick; the stop rule that it has reached."""
        assert self._request is not None
        if self._trainer is None:
            self._trainer = self._request.build_trainer()
            self._recorder = Recorder(self._trainer, self._request.snapshots)
            self._watch = Watch(self._request.stop_rules, self._request.progress)
        assert self._recorder is not None
        now = time.perf_counter()
        deadline = now + TICK_SECONDS
        while True:
            finished = self._recorder.run_for(deadline - now, max_epochs=self._most_epochs())
            reason = self._take(finished)
            now = time.perf_counter()
            if finished and self._pace is not None:
                late = now - CATCH_UP_SECONDS
                self._due = max(self._due + len(finished) / self._pace, late)
            if reason or self._remaining == 0 or self._pace is not None or now >= deadline:
                return reason

    def _most_epochs(self) -> int | None:
        """No epoch beyond the one in which the run may have to end; None: it goes on."""
        assert self._watch is not None
        bounds = (self._remaining, self._epochs_due(), self._watch.soonest)
        return min((bound for bound in bounds if bound is not None), default=None)

    def _epochs_due(self) -> int | None:
        """At a pace, the next epoch, and those for which the worker was woken too late."""
        if self._pace is None:
            return None
        late = min(time.perf_counter() - self._due, CATCH_UP_SECONDS)
        return 1 + max(0, int(late * self._pace))

    def _take(self, finished: Sequence[EpochRecord]) -> StopReason | None:
        """Keep finished epochs; the stop rule that the last of them has reached."""
        assert self._watch is not None
        self._records.extend(finished)
        if self._remaining is not None:
            self._remaining -= len(finished)
        return self._watch.see(finished)

    def _delay(self) -> int:
        """Milliseconds until the next tick."""
        if self._pace is None:
            return 0
        return max(0, round(1000 * (self._due - time.perf_counter())))

    def _send(self, *, at_once: bool = False) -> None:
        if not self._records or (self._in_flight and not at_once):
            return
        assert self._request is not None
        assert self._trainer is not None
        assert self._recorder is not None
        records, self._records = tuple(self._records), []
        self._sent = records
        self._in_flight = True
        state, snapshots = self._trainer.state, self._recorder.snapshots
        generation = self._request.generation
        rows = curve_rows(records)
        batch = EpochBatch(generation, rows, state, snapshots, self._seconds)
        self.batch_ready.emit(batch)

    def _end(
        self,
        outcome: Outcome,
        divergence: Divergence | None = None,
        details: str = "",
        reason: StopReason | None = None,
    ) -> None:
        assert self._request is not None
        request = self._request
        state = request.state if self._trainer is None else self._trainer.state
        watched = request.progress.watched if self._watch is None else self._watch.memory
        self._send(at_once=True)
        self._timer.stop()
        self._request = self._trainer = self._recorder = self._watch = None
        end = TrainEnded(request.generation, outcome, state, divergence, details, reason, watched)
        self.ended.emit(end)

    def _divergence(self, error: TrainingDiverged) -> Divergence:
        assert self._trainer is not None
        assert self._request is not None
        loss = self._trainer.record().loss
        where = None if error.index is None else address(self._request.network.sizes, error.index)
        rate = self._trainer.settings.learning_rate
        return Divergence(
            error.epoch, loss if isfinite(loss) else None, rate, error.largest_update, where
        )

    def _is_current(self, generation: int) -> bool:
        return self._request is not None and self._request.generation == generation
