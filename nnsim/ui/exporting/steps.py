"""Long work of the window's own thread: done in steps, so that it can be watched and cancelled.

Pictures can only be painted on that thread. Between two steps the window lives on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

T = TypeVar("T")
Steps = Generator[float, None, T]  # yields the share that is done, 0..1; returns what was made

SLICE_SECONDS = 0.03
SHOWN_AFTER_MILLISECONDS = 300
_PARTS = 1000  # of the bar


def finished(steps: Steps[T]) -> T:
    """What the work makes, all at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: T = end.value
            return made


def progress_dialog(window: QWidget, name: str, text: str, cancel: str) -> QProgressDialog:
    """A bar that comes if the work takes longer than a moment; it closes when it is told to."""
    dialog = QProgressDialog(text, cancel, 0, _PARTS, window)
    dialog.setObjectName(name)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(SHOWN_AFTER_MILLISECONDS)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    return dialog


def show_share(dialog: QProgressDialog, share: float) -> None:
    """How much is done, 0..1; an end that is near is not yet one."""
    dialog.setValue(min(round(share * _PARTS), _PARTS - 1))


class StepwiseWork(QObject):
    """Does one piece of work after another, in slices between the events of the window."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._steps: Steps[object] | None = None
        self._done: Callable[[object], None] | None = None
        self._progress: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def start(self, steps: Steps[T], done: Callable[[T], None]) -> None:
        """Begin; `done` is given what was made, unless the user cancels."""
        self.cancel()
        self._steps, self._done = steps, done  # type: ignore[assignment]
        text, cancel = self.tr("Making the file…"), self.tr("Cancel")
        self._progress = progress_dialog(self._window, "exportProgress", text, cancel)
        self._progress.canceled.connect(self.cancel)
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Stop before the next step; nothing is made."""
        steps = self._steps
        self._end()
        if steps is not None:
            steps.close()

    @Slot()
    def _go_on(self) -> None:
        assert self._steps is not None
        assert self._progress is not None
        assert self._done is not None
        until = perf_counter() + SLICE_SECONDS
        try:
            share = next(self._steps)
            while perf_counter() < until:
                share = next(self._steps)
        except StopIteration as end:
            done = self._done
            self._end()
            done(end.value)
        except BaseException:
            self._end()
            raise
        else:
            show_share(self._progress, share)

    def _end(self) -> None:
        self._timer.stop()
        self._steps = self._done = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self.cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
