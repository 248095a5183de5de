"""The main thread's side of training: owns the thread, the states and the history.

The thread only carries messages: what trains has a process of its own, see `remote`.
"""

from __future__ import annotations

from enum import Enum
from itertools import count

from PySide6.QtCore import QMetaMethod, QObject, QThread, Signal, Slot

from nnsim.engine import TrainerState, TrainSettings
from nnsim.project import Curves, Project, Snapshots, StopRules

from .history import History
from .messages import EpochBatch, TrainEnded, TrainRequest
from .remote import RemoteWorker
from .replay import Replay, Replayed, Replayer

STACK_BYTES = 8 * 1024 * 1024  # macOS gives a thread 512 KiB, too little for OpenBLAS
_generations = count()  # one process trains for session after session: no number comes twice


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
        snapshots: the way of that run, and of the project before it.
        latest: parameters after the newest epoch that has arrived; None before the first run.
        sought: the earlier epoch that is being computed; None if none is.
        seconds: how long training has computed since epoch 0.

    Signals:
        state_changed(State): after each change of `state`.
        progressed(): new epochs are in `history` and `latest`; acknowledge() asks for more.
        epoch_finished(int, float): number and loss of every epoch, once and in order.
        ended(TrainEnded): after the last epoch of a run.
        replayed(Replayed): the epoch that was sought last.
    """

    state_changed = Signal(object)
    progressed = Signal()
    epoch_finished = Signal(int, float)
    ended = Signal(object)
    replayed = Signal(object)

    _start_wanted = Signal(object)
    _stop_wanted = Signal(int)
    _close_wanted = Signal()
    _acknowledged = Signal(int)
    _settings_wanted = Signal(object)
    _pace_wanted = Signal(object)
    _stop_rules_wanted = Signal(object, object)
    _replay_wanted = Signal(object)
    _replay_unwanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.history = History(Curves())
        self.snapshots = Snapshots()
        self.latest: TrainerState | None = None
        self.sought: int | None = None
        self._wishes = 0
        self.seconds = 0.0
        self._seconds_before = 0.0
        self._generation = next(_generations)
        self._unacknowledged = False
        self._thread: QThread | None = None
        self._worker: RemoteWorker | None = None
        self._replayer: Replayer | None = None

    @property
    def running(self) -> bool:
        """Whether a run is going on, or about to stop."""
        return self.state is not State.IDLE

    def start(
        self, project: Project, epochs: int | None = None, epochs_per_second: float | None = None
    ) -> None:
        """Train the project on from where it is; a run that is going on is overtaken."""
        self._ensure_thread()
        self.forget_replay()
        self._generation = next(_generations)
        self.history = History(project.progress.curves)
        self.snapshots = project.progress.snapshots
        self.latest = project.trainer_state
        self.seconds = self._seconds_before = project.progress.seconds
        self._unacknowledged = False
        request = TrainRequest.of(project, self._generation, epochs, epochs_per_second)
        self._start_wanted.emit(request)
        self._enter(State.RUNNING)

    def stop(self) -> None:
        """Ask the run to end; `ended` follows within some 20 ms."""
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

    def change_stop_rules(self, rules: StopRules) -> None:
        """Let the run go on with these stop rules; they count from the first epoch."""
        if self.running:
            self._stop_rules_wanted.emit(rules, self.history.freeze())

    def acknowledge(self) -> None:
        """The views have shown what arrived last; called after a repaint."""
        if self._unacknowledged:
            self._unacknowledged = False
            self._acknowledged.emit(self._generation)

    def replay(self, project: Project, epoch: int) -> None:
        """Compute an earlier epoch of a project; `replayed` follows, unless another is sought."""
        self._ensure_thread()
        self._wishes += 1
        self.sought = epoch
        self._replay_wanted.emit(Replay(self._wishes, project, epoch))

    def forget_replay(self) -> None:
        """Seek no earlier epoch any more."""
        self._wishes += 1
        self.sought = None
        self._replay_unwanted.emit()

    def close(self) -> None:
        """End any run and the thread."""
        self._generation = next(_generations)
        self.forget_replay()
        if self._thread is not None:
            self._close_wanted.emit()
            # Without a limit: to destroy a thread that still runs aborts the program.
            self._thread.wait()
            self._thread = self._worker = self._replayer = None
        self._enter(State.IDLE)

    def _ensure_thread(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread()
        self._thread.setObjectName("nnsim training")
        self._thread.setStackSize(STACK_BYTES)
        self._worker, self._replayer = RemoteWorker(), Replayer()
        for each in (self._worker, self._replayer):
            each.moveToThread(self._thread)
        self._start_wanted.connect(self._worker.start)
        self._stop_wanted.connect(self._worker.stop)
        self._close_wanted.connect(self._worker.close)
        self._acknowledged.connect(self._worker.acknowledge)
        self._settings_wanted.connect(self._worker.change_settings)
        self._pace_wanted.connect(self._worker.change_pace)
        self._stop_rules_wanted.connect(self._worker.change_stop_rules)
        self._worker.batch_ready.connect(self._on_batch_ready)
        self._worker.ended.connect(self._on_ended)
        self._replay_wanted.connect(self._replayer.start)
        self._replay_unwanted.connect(self._replayer.forget)
        self._replayer.done.connect(self._on_replayed)
        self._thread.start()

    @Slot(object)
    def _on_batch_ready(self, batch: EpochBatch) -> None:
        if batch.generation != self._generation:
            return
        self.history.extend(batch.rows)
        self.snapshots = batch.snapshots
        self.latest = batch.state
        self.seconds = self._seconds_before + batch.seconds
        self._unacknowledged = True
        # Most often nobody listens, and a signal takes a tenth of a small network's epoch.
        if self.isSignalConnected(QMetaMethod.fromSignal(self.epoch_finished)):
            for epoch, loss in batch.rows[:, :2].tolist():
                self.epoch_finished.emit(int(epoch), loss)
        self.progressed.emit()

    @Slot(object)
    def _on_ended(self, end: TrainEnded) -> None:
        if end.generation != self._generation:
            return
        self.latest = end.state
        self._enter(State.IDLE)
        self.ended.emit(end)

    @Slot(object)
    def _on_replayed(self, answer: Replayed) -> None:
        if answer.wish.number == self._wishes:
            self.sought = None
            self.replayed.emit(answer)

    def _enter(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
