"""No exception goes unseen: each is logged, and offered to the window to show."""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

_log = logging.getLogger("nnsim")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ExceptionHook(QObject):
    """Takes over what Python does with an uncaught exception, on every thread.

    Exceptions raised while one is being shown are logged only, so that a failing dialog does not
    call for the next. Qt's own messages are logged too.

    Signals:
        caught(summary, details): an exception in one line, and its traceback. Emitted on this
            object's thread, from the event loop.
    """

    caught = Signal(str, str)
    _raised = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._previous: tuple[Any, Any, Any] | None = None
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over; `uninstall` gives back."""
        if self._previous is None:
            qt = qInstallMessageHandler(_log_qt_message)
            self._previous = (sys.excepthook, threading.excepthook, qt)
            sys.excepthook = self._on_exception
            threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Put back what was there before `install`."""
        if self._previous is not None:
            sys.excepthook, threading.excepthook, qt = self._previous
            qInstallMessageHandler(qt)
            self._previous = None

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        try:
            _log.error("Uncaught exception", exc_info=(kind, error, trace))
            if not self._showing:
                summary = traceback.format_exception_only(error)[-1].strip()
                details = "".join(traceback.format_exception(error))
                self._raised.emit(summary, details)
        except Exception:  # a hook that fails must not hide the exception it was called for
            sys.__excepthook__(kind, error, trace)

    @Slot(str, str)
    def _show(self, summary: str, details: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self.caught.emit(summary, details)
        finally:
            self._showing = False


def _log_qt_message(kind: QtMsgType, context: Any, text: str) -> None:
    _log.log(_LEVELS[kind], "Qt: %s", text)
