import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Slot, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from nnsim.shell.excepthook import ExceptionHook


class Witness(QObject):
    """Notes what was shown, and on which thread; can fail while it shows."""

    def __init__(self, fails: bool = False) -> None:
        super().__init__()
        self.seen: list[tuple[str, str]] = []
        self.threads: set[QThread] = set()
        self._fails = fails

    @Slot(str, str)
    def show(self, summary: str, details: str) -> None:
        self.seen.append((summary, details))
        self.threads.add(QThread.currentThread())
        if self._fails:
            raise RuntimeError("the dialog failed")


class Failing(QObject):
    @Slot()
    def work(self) -> None:
        raise ZeroDivisionError("on the worker")


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[ExceptionHook]:
    hook = ExceptionHook()
    hook.install()
    yield hook
    hook.uninstall()


def raise_in_event_loop(error: BaseException) -> None:
    def fail() -> None:
        raise error

    QTimer.singleShot(0, fail)


def test_an_exception_in_a_slot_is_shown_and_logged(
    hook: ExceptionHook, qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    with qtbot.waitSignal(hook.caught) as caught:
        raise_in_event_loop(ValueError("seed must be\na number"))
    summary, details = caught.args
    assert summary == "ValueError: seed must be\na number"
    assert details.startswith("Traceback (most recent call last):")
    assert "in fail" in details
    assert "ValueError: seed must be" in caplog.text


def test_a_python_thread(hook: ExceptionHook, qtbot: QtBot):
    witness = Witness()
    hook.caught.connect(witness.show)
    with qtbot.waitSignal(hook.caught):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    assert witness.seen[0][0] == "ZeroDivisionError: division by zero"
    assert witness.threads == {QThread.currentThread()}


def test_a_qt_thread(hook: ExceptionHook, qtbot: QtBot):
    witness, worker, thread = Witness(), Failing(), QThread()
    hook.caught.connect(witness.show)
    worker.moveToThread(thread)
    thread.started.connect(worker.work)
    with qtbot.waitSignal(hook.caught):
        thread.start()
    thread.quit()
    assert thread.wait(2000)
    assert witness.seen[0][0] == "ZeroDivisionError: on the worker"
    assert witness.threads == {QThread.currentThread()}


def test_a_failing_dialog_does_not_call_for_the_next(
    hook: ExceptionHook, qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    witness = Witness(fails=True)
    hook.caught.connect(witness.show)
    with qtbot.waitSignal(hook.caught):
        raise_in_event_loop(ValueError("first"))
    with qtbot.waitSignal(hook.caught):
        raise_in_event_loop(ValueError("second"))
    assert [summary for summary, _ in witness.seen] == ["ValueError: first", "ValueError: second"]
    assert caplog.text.count("RuntimeError: the dialog failed") == 2


def test_a_keyboard_interrupt_passes(
    hook: ExceptionHook, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
):
    with qtbot.assertNotEmitted(hook.caught, wait=10):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_thread_may_exit(hook: ExceptionHook, qtbot: QtBot):
    with qtbot.assertNotEmitted(hook.caught, wait=10):
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()


@pytest.mark.no_qt_log
def test_messages_of_qt_are_logged(hook: ExceptionHook, caplog: pytest.LogCaptureFixture):
    qWarning("a bad geometry")
    assert [(record.levelno, record.message) for record in caplog.records] == [
        (logging.WARNING, "Qt: a bad geometry")
    ]


def test_uninstall_restores(qtbot: QtBot):
    before = (sys.excepthook, threading.excepthook)
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    hook = ExceptionHook()
    hook.install()
    hook.install()
    assert sys.excepthook != before[0]
    hook.uninstall()
    hook.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
    assert qInstallMessageHandler(handler) == handler


def test_after_the_hook_is_gone_python_reports(qtbot: QtBot, capsys: pytest.CaptureFixture[str]):
    import shiboken6

    hook = ExceptionHook()
    hook.install()
    on_exception = sys.excepthook
    hook.uninstall()
    shiboken6.delete(hook)
    error = ValueError("late")
    on_exception(ValueError, error, None)
    assert "ValueError: late" in capsys.readouterr().err
