"""Work on a thread of its own, that can be watched and given up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnsim.data.tables import Progress, TableError

LOOK_MILLISECONDS = 20

# Given a progress to tell; what it returns goes to the one who waits.
Work = Callable[[Progress], Any]


class GivenUp(BaseException):
    """Raised by the progress of a job that nobody waits for any more.

    No Exception, so that nobody who reads a strange file takes it for an error of the file.
    """


class _Run:
    """One job: the thread writes `share` and reads `unwanted`, each at once."""

    def __init__(self) -> None:
        self.share = 0.0
        self.unwanted = threading.Event()

    def tell(self, share: float) -> None:
        if self.unwanted.is_set():
            raise GivenUp
        self.share = share


class BackgroundJob(QObject):
    """Does one thing at a time; another one takes the place of the last.

    Attributes:
        busy: whether something is being done.

    Signals:
        progressed(float): the share that is done, from 0 to 1.
    """

    progressed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, "nnsim import")
        self._run = _Run()
        self._job: Future[Any] | None = None
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[TableError], None] | None = None
        # The thread knows nothing of Qt, so that a window may close at any moment.
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._job is not None

    def start(
        self, work: Work, done: Callable[[Any], None], failed: Callable[[TableError], None]
    ) -> None:
        """Do some work on the thread, then one of both on this one; what was begun is given up."""
        self._give_up()
        self._done, self._failed = done, failed
        self._run = _Run()
        self._job = self._executor.submit(work, self._run.tell)
        self._timer.start()

    def close(self) -> None:
        """Give up what is being done; nothing can be started any more."""
        self._give_up()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _give_up(self) -> None:
        self._run.unwanted.set()
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        job, done, failed = self._job, self._done, self._failed
        if job is None or done is None or failed is None:
            return
        if not job.done():
            self.progressed.emit(self._run.share)
            return
        self._job = None
        self._timer.stop()
        try:
            result = job.result()
        except TableError as error:
            failed(error)
        else:
            done(result)
