"""Files that take long are made in slices between events; how far that is, is shown."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import monotonic
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from nnsim.exporting import Files

_SLICE_SECONDS = 0.02
_LOOK_MILLISECONDS = 30
_FINE = 1000  # steps of the bar


class Progress(NamedTuple):
    """How far it is: a share from 0 to 1, and whether another thread has to go on first."""

    share: float
    waits: bool = False


Made = TypeVar("Made")
Slices = Generator[Progress, None, Made]


def at_once(slices: Slices[Made]) -> Made:
    """What they make, without pauses."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            made: Made = end.value
            return made


class Making(QObject):
    """Runs slices, one work at a time. What is done in the first shows nothing.

    A work that is cancelled is closed where it stands, so that its `finally` cleans up.
    """

    def __init__(self, window: QWidget, parent: QObject) -> None:
        """The progress belongs to `window`, which takes no input until the end."""
        super().__init__(parent)
        self._window = window
        self._slices: Slices[Files] | None = None
        self._done: Callable[[Files], None] | None = None
        self._progress: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.cancel)  # or the process would wait for a thread

    def start(self, slices: Slices[Files], done: Callable[[Files], None]) -> None:
        """Begin; `done` is given the files, perhaps before this returns.

        Raises:
            Whatever the first slice raises.
        """
        self.cancel()
        self._slices, self._done = slices, done
        self._go_on()

    @Slot()
    def cancel(self) -> None:
        """End the work, if there is one, without files."""
        if self._slices is not None:
            slices = self._slices
            self._end()
            slices.close()

    @Slot()
    def _go_on(self) -> None:
        assert self._slices is not None
        assert self._done is not None
        try:
            progress = _slice(self._slices)
        except StopIteration as end:
            done = self._done
            self._end()
            done(end.value)
        except BaseException:
            self._end()
            raise
        else:
            self._show(progress.share)
            if self._slices is not None:  # a modal bar handles events when it is set
                self._timer.start(_LOOK_MILLISECONDS if progress.waits else 0)

    def _show(self, share: float) -> None:
        if self._progress is None:
            self._progress = QProgressDialog(
                self.tr("Making the file…"), self.tr("Cancel"), 0, _FINE, self._window
            )
            self._progress.setObjectName("exportProgress")
            self._progress.setWindowTitle("nnsim")
            self._progress.setWindowModality(Qt.WindowModality.WindowModal)
            self._progress.setMinimumWidth(320)
            self._progress.setMinimumDuration(0)
            self._progress.setAutoReset(False)
            self._progress.canceled.connect(self.cancel)
        self._progress.setValue(min(round(share * _FINE), _FINE))

    def _end(self) -> None:
        self._timer.stop()
        if self._progress is not None:
            self._progress.canceled.disconnect(self.cancel)
            self._progress.close()
            self._progress.deleteLater()
        self._slices = self._done = self._progress = None


def _slice(slices: Slices[Files]) -> Progress:
    """Go on for about one frame. Raises StopIteration with the files at the end."""
    until = monotonic() + _SLICE_SECONDS
    while True:
        progress = next(slices)
        if progress.waits or monotonic() > until:
            return progress
