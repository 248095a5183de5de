"""The process that trains, as the window's process sees it."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from .pipe import Message, Pipe

LOST = "lost"  # the last message, with the process whose it is
PATIENCE = 2.0  # seconds for a process to leave


class TrainingProcess:
    """A child that serves one run at a time; what it says goes to a listener."""

    def __init__(self) -> None:
        """Start it; raises OSError. It is ready within a second; messages wait until then."""
        paths = os.pathsep.join(path for path in sys.path if path)
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "nnsim.training.serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._pipe = Pipe(self._child.stdout, self._child.stdin)
        self._lock = Lock()
        self._listener: Callable[[Message], None] | None = None
        self._thread = Thread(target=self._listen, name="nnsim training reports", daemon=True)
        self._thread.start()

    def tell(self, listener: Callable[[Message], None] | None) -> None:
        """Call this one with each message, on a thread of its own; None: nobody any more."""
        with self._lock:
            self._listener = listener

    def send(self, name: str, *values: object) -> None:
        """Call a slot of the worker there; raises OSError when the process is gone."""
        self._pipe.send(name, *values)

    @property
    def pid(self) -> int:
        """Its number in the operating system."""
        return self._child.pid

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._child.poll() is None

    def end(self) -> int:
        """Tell nobody any more, and let it leave, or else kill it; its exit code."""
        self.tell(None)
        self._pipe.close()
        try:
            code = self._child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            code = self._child.wait()
        self._thread.join(PATIENCE)
        return code

    def _listen(self) -> None:
        assert self._child.stdout is not None
        try:
            with self._child.stdout:
                while (message := self._pipe.receive()) is not None:
                    self._report(message)
        finally:  # whatever ends the listening, nothing can follow
            self._report((LOST, (self,)))

    def _report(self, message: Message) -> None:
        with self._lock:
            if self._listener is not None:
                self._listener(message)


_spare: list[TrainingProcess] = []  # those that no session has now


def warm_up() -> None:
    """Start a process now, so that the first run need not wait for it.

    If that fails, the first run tries again, and tells.
    """
    with suppress(OSError):
        give_back(take())


def take() -> TrainingProcess:
    """A process that nobody else uses; raises OSError."""
    while _spare:
        process = _spare.pop()
        if process.is_alive:
            return process
        process.end()
    return TrainingProcess()


def give_back(process: TrainingProcess) -> None:
    """For the next session. One is kept, which has forgotten its run; others leave."""
    if _spare or not process.is_alive:
        process.end()
    else:
        process.tell(None)
        _spare.append(process)


@atexit.register
def _end_spare() -> None:
    while _spare:
        _spare.pop().end()
