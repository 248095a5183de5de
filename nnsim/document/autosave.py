"""Keeps unsaved work in a recovery file while one works on it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from nnsim.project import Project
from nnsim.shell.writing import WriteError

from .document import Document
from .recovery import RecoveryFile, Work, content

INTERVAL = 30_000  # milliseconds
_log = logging.getLogger(__name__)


class _Copy:
    """One writing of the recovery file on the thread; may become unwanted at any moment."""

    def __init__(self, file: RecoveryFile, work: Work) -> None:
        self._file, self._work = file, work
        self._unwanted = False
        self._placing = threading.Lock()

    def write(self) -> None:
        raw = content(self._work)  # takes long, so without the lock
        with self._placing:
            if not self._unwanted:
                self._file.write(raw)

    def give_up(self) -> None:
        """Afterwards, nothing is written any more."""
        with self._placing:
            self._unwanted = True


class Autosave(QObject):
    """Every 30 seconds, writes what is not saved yet to a recovery file of its own.

    The file is made by a thread that knows nothing of Qt. It goes away as soon as there is nothing
    in it that could be lost.

    Attributes:
        file: the recovery file; there is nothing on disk before the first unsaved work.
    """

    def __init__(
        self,
        document: Document,
        so_far: Callable[[], Project],
        folder: Path,
        parent: QObject,
    ) -> None:
        """`so_far` gives the project with what a run that is going on has reached."""
        super().__init__(parent)
        self._document = document
        self._so_far = so_far
        self._folder = folder
        self.file = RecoveryFile.new(folder)
        self._kept: Project | None = None
        self._copy: _Copy | None = None
        self._job: Future[None] | None = None
        self._thread = ThreadPoolExecutor(1, "nnsim autosave")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        self._timer.start(INTERVAL)
        document.opened.connect(self.forget)
        document.modified_changed.connect(self._on_modified_changed)

    @Slot()
    def keep(self) -> None:
        """Begin to write what is not saved, unless it is in the file already."""
        if self._job is not None and not self._job.done():
            return
        self._job = None
        project = self._so_far()
        if project is self._document.project and not self._document.modified:
            self.forget()
        elif project is not self._kept:
            self._begin(project)

    def finish(self) -> None:
        """Wait for what is being written."""
        if self._job is not None:
            self._job.result()

    @Slot()
    def forget(self) -> None:
        """Nothing can be lost any more: remove the file."""
        if self._copy is not None:
            self._copy.give_up()
        self._copy = self._kept = None
        try:
            self.file.remove()
        except OSError:
            _log.warning("A recovery file stays: %s", self.file.path, exc_info=True)

    def adopt(self, file: RecoveryFile) -> None:
        """Go on with a file that was left behind and whose work is in the document now."""
        self.forget()
        self.file = file
        self._kept = self._document.project

    def close(self) -> None:
        """The window closes, and everything is saved or given up."""
        self._timer.stop()
        self.forget()
        self._thread.shutdown(wait=False)

    def _begin(self, project: Project) -> None:
        with suppress(OSError):  # writing fails, then, and is logged
            self._folder.mkdir(parents=True, exist_ok=True)
            self.file.claim()
        self._kept = project
        work = Work(project, self._document.path, self._document.stamp)
        self._copy = _Copy(self.file, work)
        self._job = self._thread.submit(self._write, self._copy)

    def _write(self, copy: _Copy) -> None:
        try:
            copy.write()
        except WriteError:
            self._kept = None  # try again at the next turn
            _log.warning("The work could not be kept", exc_info=True)

    @Slot(bool)
    def _on_modified_changed(self, modified: bool) -> None:
        if not modified:
            self.forget()
