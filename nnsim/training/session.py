"""The main thread's side of training: owns the thread, the states and the history."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nnsim.engine import TrainerState, TrainSettings
from nnsim.project import Curves, Project

from .history import History
from .messages import EpochBatch, TrainEnded, TrainRequest
from .worker import TrainingWorker

STACK_BYTES = 8 * 1024 * 1024  # macOS gives a thread 512 KiB, too little for OpenBLAS


class State(Enum):
    """What the session is doing."""

    IDLE = "idle"
    RUNNING = "running"
    STOPPING = "stopping"


class TrainingSession(QObject):
    """Runs a project's training on a worker thread, one run at a time.

    Attributes:
        state: IDLE, RUNNING or STOPPING; only this class changes it.
        history: curves of the run that is going on or was the last.
        latest: parameters after the newest epoch that has arrived; None before the first run.
        seconds: how long training has computed since epoch 0.

    Signals:
        state_changed(State): after each change of `state`.
        progressed(): new epochs are in `history` and `latest`; acknowledge() asks for more.
        epoch_finished(int, float): number and loss of every epoch, once and in order.
        ended(TrainEnded): after the last epoch of a run.
    """

    state_changed = Signal(object)
    progressed = Signal()
    epoch_finished = Signal(int, float)
    ended = Signal(object)

    _start_wanted = Signal(object)
    _stop_wanted = Signal(int)
    _close_wanted = Signal()
    _acknowledged = Signal(int)
    _settings_wanted = Signal(object)
    _pace_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.history = History(Curves())
        self.latest: TrainerState | None = None
        self.seconds = 0.0
        self._seconds_before = 0.0
        self._generation = 0
        self._unacknowledged = False
        self._thread: QThread | None = None
        self._worker: TrainingWorker | None = None

    @property
    def running(self) -> bool:
        """Whether a run is going on, or about to stop."""
        return self.state is not State.IDLE

    def start(
        self, project: Project, epochs: int | None = None, epochs_per_second: float | None = None
    ) -> None:
        """Train the project on from where it is; a run that is going on is overtaken."""
        self._ensure_thread()
        self._generation += 1
        self.history = History(project.progress.curves)
        self.latest = project.trainer_state
        self.seconds = self._seconds_before = project.progress.seconds
        self._unacknowledged = False
        request = TrainRequest.of(project, self._generation, epochs, epochs_per_second)
        self._start_wanted.emit(request)
        self._enter(State.RUNNING)

    def stop(self) -> None:
        """Ask the run to end; `ended` follows within some 10 ms."""
        if self.state is State.RUNNING:
            self._enter(State.STOPPING)
            self._stop_wanted.emit(self._generation)

    def change_settings(self, settings: TrainSettings) -> None:
        """Let the run go on with these settings."""
        if self.running:
            self._settings_wanted.emit(settings)

    def change_pace(self, epochs_per_second: float | None) -> None:
        """Let the run go on at this pace; None: full speed."""
        if self.running:
            self._pace_wanted.emit(epochs_per_second)

    def acknowledge(self) -> None:
        """The views have shown what arrived last; called after a repaint."""
        if self._unacknowledged:
            self._unacknowledged = False
            self._acknowledged.emit(self._generation)

    def close(self) -> None:
        """End any run and the thread."""
        self._generation += 1
        if self._thread is not None:
            self._close_wanted.emit()
            # Without a limit: to destroy a thread that still runs aborts the program.
            self._thread.wait()
            self._thread = self._worker = None
        self._enter(State.IDLE)

    def _ensure_thread(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread()
        self._thread.setObjectName("nnsim training")
        self._thread.setStackSize(STACK_BYTES)
        self._worker = TrainingWorker()
        self._worker.moveToThread(self._thread)
        self._start_wanted.connect(self._worker.start)
        self._stop_wanted.connect(self._worker.stop)
        self._close_wanted.connect(self._worker.close)
        self._acknowledged.connect(self._worker.acknowledge)
        self._settings_wanted.connect(self._worker.change_settings)
        self._pace_wanted.connect(self._worker.change_pace)
        self._worker.batch_ready.connect(self._on_batch_ready)
        self._worker.ended.connect(self._on_ended)
        self._thread.start()

    @Slot(object)
    def _on_batch_ready(self, batch: EpochBatch) -> None:
        if batch.generation != self._generation:
            return
        self.history.append(batch.records)
        self.latest = batch.state
        self.seconds = self._seconds_before + batch.seconds
        self._unacknowledged = True
        for record in batch.records:
            self.epoch_finished.emit(record.epoch, record.loss)
        self.progressed.emit()

    @Slot(object)
    def _on_ended(self, end: TrainEnded) -> None:
        if end.generation != self._generation:
            return
        self.latest = end.state
        self._enter(State.IDLE)
        self.ended.emit(end)

    def _enter(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
