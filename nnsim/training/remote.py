"""The worker's face in the window's process: another process does the work.

One interpreter runs one thread at a time. On a thread of the window's process, training a small
network and painting the window took more than half of each other's time.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnsim.engine import TrainerState, TrainSettings
from nnsim.project import Curves, Snapshots, StopRules

from .messages import EpochBatch, Outcome, TrainEnded, TrainRequest
from .pipe import Message, PackedSnapshots, SnapshotLedger
from .process import LOST, TrainingProcess, give_back, take


class RemoteWorker(QObject):
    """Hands on what it is told to a TrainingWorker elsewhere, and reports what that one reports.

    Signals:
        batch_ready(EpochBatch): as TrainingWorker's.
        ended(TrainEnded): likewise; also when the process is lost.
    """

    batch_ready = Signal(object)
    ended = Signal(object)
    _reported = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._process: TrainingProcess | None = None
        self._request: TrainRequest | None = None
        self._state: TrainerState | None = None
        self._ledger = SnapshotLedger(Snapshots())
        self._reported.connect(self._on_reported)

    @Slot(object)
    def start(self, request: TrainRequest) -> None:
        """Begin a run; one that is going on is dropped."""
        self._request, self._state = request, request.state
        self._ledger = SnapshotLedger(request.snapshots)
        try:
            self._living_process().send("start", request)
        except OSError as error:
            self._lose(f"The process that trains could not be reached: {error}.")

    def _living_process(self) -> TrainingProcess:
        """The process, another one if it was lost between two runs; raises OSError."""
        if self._process is not None and not self._process.is_alive:
            self._process.end()
            self._process = None
        if self._process is None:
            self._process = take()
            self._process.tell(self._reported.emit)
        return self._process

    @Slot(int)
    def stop(self, generation: int) -> None:
        """End the run."""
        self._send("stop", generation)

    @Slot(int)
    def acknowledge(self, generation: int) -> None:
        """The last batch was shown: the next one may come."""
        self._send("acknowledge", generation)

    @Slot(object)
    def change_settings(self, settings: TrainSettings) -> None:
        """Go on with other settings from the next mini-batch."""
        self._send("change_settings", settings)

    @Slot(object, object)
    def change_stop_rules(self, rules: StopRules, curves: Curves) -> None:
        """Go on with other stop rules; they see the curves first."""
        self._send("change_stop_rules", rules, curves)

    @Slot(object)
    def change_pace(self, epochs_per_second: float | None) -> None:
        """Go on at another pace; None: full speed."""
        self._send("change_pace", epochs_per_second)

    @Slot()
    def close(self) -> None:
        """Drop the run and leave the thread."""
        self._send("forget")
        self._request = None
        if self._process is not None:
            give_back(self._process)
            self._process = None
        self.thread().quit()

    def _send(self, name: str, *values: object) -> None:
        if self._process is None or self._request is None:
            return
        with suppress(OSError):  # that it is lost will be reported
            self._process.send(name, *values)

    @Slot(object)
    def _on_reported(self, message: Message) -> None:
        match message:
            case "batch_ready", (EpochBatch() as batch, PackedSnapshots() as packed):
                if self._is_current(batch.generation):
                    self._state = batch.state
                    self.batch_ready.emit(replace(batch, snapshots=self._ledger.unpack(packed)))
            case "ended", (TrainEnded() as end,):
                if self._is_current(end.generation):
                    self._request = None
                    self.ended.emit(end)
            case (name, (process,)) if name == LOST and process is self._process:
                self._lose("The process that trains has ended.")

    def _lose(self, details: str) -> None:
        """The run has failed, at the last epochs that have arrived; the next has a new process."""
        process, self._process = self._process, None
        if process is not None:
            details = f"{details} Exit code: {process.end()}."
        request, self._request = self._request, None
        if request is not None:
            assert self._state is not None
            end = TrainEnded(request.generation, Outcome.FAILED, self._state, details=details)
            self.ended.emit(end)

    def _is_current(self, generation: int) -> bool:
        return self._request is not None and self._request.generation == generation
