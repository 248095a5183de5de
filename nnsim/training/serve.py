"""The process that trains: a `TrainingWorker` that hears and reports through its pipes.

Started by `process` as `python -m nnsim.training.serve`. It ends when the window's process does.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nnsim.project import Snapshots

from .messages import EpochBatch, TrainEnded, TrainRequest
from .pipe import Message, Pipe, SnapshotLedger
from .worker import TrainingWorker

_SWITCH_INTERVAL = 0.001  # seconds; a message waits so long for the interpreter


class Server(QObject):
    """Hands messages to the worker, and its reports back.

    Signals:
        heard(Message): the window has said something.
        left_alone(): the window's process is gone.
    """

    heard = Signal(object)
    left_alone = Signal()

    def __init__(self, pipe: Pipe) -> None:
        super().__init__()
        self._pipe = pipe
        self._worker = TrainingWorker()
        self._ledger = SnapshotLedger(Snapshots())
        self._worker.batch_ready.connect(self._on_batch_ready)
        self._worker.ended.connect(self._on_ended)
        self.heard.connect(self._on_heard)

    def listen(self) -> None:
        """Wait for messages, on a thread that does nothing else."""
        try:
            while (message := self._pipe.receive()) is not None:
                self.heard.emit(message)
        finally:  # whatever ends the listening, nothing can be heard any more
            self.left_alone.emit()

    @Slot(object)
    def _on_heard(self, message: Message) -> None:
        name, values = message
        if name == "start":
            request: TrainRequest = values[0]
            self._ledger = SnapshotLedger(request.snapshots)
        getattr(self._worker, name)(*values)

    @Slot(object)
    def _on_batch_ready(self, batch: EpochBatch) -> None:
        packed = self._ledger.pack(batch.snapshots)
        self._say("batch_ready", replace(batch, snapshots=Snapshots()), packed)

    @Slot(object)
    def _on_ended(self, end: TrainEnded) -> None:
        self._say("ended", end)

    def _say(self, name: str, *values: object) -> None:
        try:
            self._pipe.send(name, *values)
        except OSError:
            self.left_alone.emit()


def main() -> None:
    """Serve until the window's process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window
    sys.setswitchinterval(_SWITCH_INTERVAL)
    reports = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing else that is printed may come between the reports
    app = QCoreApplication(["nnsim training"])
    server = Server(Pipe(sys.stdin.buffer, reports))
    server.left_alone.connect(app.quit)
    Thread(target=server.listen, daemon=True).start()
    app.exec()
    os._exit(0)  # the thread may still wait in a read, which holds what an orderly end wants


if __name__ == "__main__":
    main()
