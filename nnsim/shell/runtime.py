"""The running process: threads, garbage collection, and whether a window can be shown."""

import gc
import os
import select
import signal
import sys

from PySide6.QtCore import QObject, QTimer, QtMsgType, Slot, qInstallMessageHandler

_SWITCH_INTERVAL = 0.001  # seconds; at Python's 0.005 a training thread starves the window
_DISPLAY_TIMEOUT = 10.0  # seconds; an answer takes some 10 ms, a dead remote display minutes
_WINDOWLESS_PLATFORMS = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


def prepare_process() -> None:
    """Set what has to be set before NumPy is imported and any thread is started."""
    for library in ("OPENBLAS", "OMP", "MKL"):  # small matrices: threads cost more than they give
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    sys.setswitchinterval(_SWITCH_INTERVAL)


class MainThreadCollector(QObject):
    """Collects garbage on its own thread only, generation by generation.

    Python collects on whichever thread happens to allocate, and a collection on the worker would
    destroy QObjects of the window there. From construction to `stop`, Python's own is off.
    """

    def __init__(self, parent: QObject | None = None, interval: int = 1000) -> None:
        """Look every `interval` milliseconds whether a collection is due."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what start-up made lives as long as the process: never scanned again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(interval)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, which includes the younger ones."""
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [count > max(limit, 10) for count, limit in pairs]
        if due[0]:
            gc.collect(2 if all(due) else 1 if due[1] else 0)

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def display_problem() -> str | None:
    """Why no window can be shown here, in one line of English; None if one can.

    Qt aborts the process when it cannot reach the display, so this asks a child first.
    """
    if sys.platform != "linux":
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in _WINDOWLESS_PLATFORMS:
        return None
    displays = [
        f"{name}={os.environ[name]}"
        for name in ("WAYLAND_DISPLAY", "DISPLAY")
        if os.environ.get(name)
    ]
    if not displays and not platform:
        return "no display: neither DISPLAY nor WAYLAND_DISPLAY is set"
    reason = _qt_complaint()
    return reason and f"no window can be shown on {' '.join(displays) or platform}: {reason}"


def _qt_complaint() -> str | None:
    """What Qt says when a child process connects to the display; None if it succeeds."""
    from PySide6 import QtGui  # noqa: F401 - loaded once, here, and not again in the child

    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _connect_and_exit(writer)
    os.close(writer)
    said = b""
    while select.select([reader], [], [], _DISPLAY_TIMEOUT)[0]:
        chunk = os.read(reader, 4096)
        if not chunk:
            break
        said += chunk
    else:
        said = b"no answer"
        os.kill(child, signal.SIGKILL)
    os.close(reader)
    if os.waitpid(child, 0)[1] == 0:
        return None
    return said.decode(errors="replace").partition("\n")[0] or "Qt failed"


def _connect_and_exit(writer: int) -> None:
    """In the child: connect as the application would; Qt's words go to `writer`."""

    def report(kind: QtMsgType, context: object, text: str) -> None:
        os.write(writer, f"{text}\n".encode())
        if kind == QtMsgType.QtFatalMsg:
            os._exit(1)  # before Qt aborts, which would dump a core

    try:
        from PySide6.QtGui import QGuiApplication

        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the display's own libraries speak there
        qInstallMessageHandler(report)
        QGuiApplication([])
        os._exit(0)
    finally:
        os._exit(1)
