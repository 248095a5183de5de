"""Formulas typeset as in a textbook, by ziamath, on a thread of their own."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnsim.notation.typesetting import latex_svg

from .typeset_line import TypesetLine

FONT_SIZE = 17
KEPT = 256
LOOK_MILLISECONDS = 10


def typeset(marked: str) -> TypesetLine:
    """A line of a formula from its `Line.marked`; takes 2 to 100 ms."""
    return TypesetLine.of(latex_svg(marked, FONT_SIZE))


class Typesetter(QObject):
    """Typesets lines without making the window wait, and keeps what it has made.

    Signals:
        ready(): more of what was asked for can be had from `get`.
    """

    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: OrderedDict[str, TypesetLine] = OrderedDict()
        self._waiting: dict[str, Future[TypesetLine]] = {}
        self._ahead: set[str] = set()  # of those that wait, nobody has asked for these yet
        self._executor = ThreadPoolExecutor(1, "nnsim formulas")
        # The thread knows nothing of Qt, so that a window may close at any moment.
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._collect)

    def has(self, marked: str) -> bool:
        """Whether this line has been made already."""
        return marked in self._made

    def get(self, marked: str) -> TypesetLine | None:
        """The line, if it has been made; otherwise it is made now and `ready` follows."""
        if marked in self._made:
            self._made.move_to_end(marked)
            return self._made[marked]
        self._ahead.discard(marked)
        self._begin(marked)
        return None

    def prepare(self, marked: str) -> None:
        """Make a line that will be asked for soon; `ready` does not tell of it."""
        if marked not in self._made and marked not in self._waiting:
            self._ahead.add(marked)
            self._begin(marked)

    def _begin(self, marked: str) -> None:
        if marked not in self._waiting:
            self._waiting[marked] = self._executor.submit(typeset, marked)
            self._timer.start()

    def make(self, marked: str) -> TypesetLine:
        """The line, made while the caller waits."""
        line = self.get(marked)
        if line is None:
            line = self._waiting.pop(marked).result()
            self._keep(marked, line)
        return line

    def forget_waiting(self) -> None:
        """Do not make what was asked for and has not been begun: it is not wanted any more."""
        self._waiting = {key: made for key, made in self._waiting.items() if not made.cancel()}
        self._ahead &= self._waiting.keys()

    @Slot()
    def _collect(self) -> None:
        done = [marked for marked, made in self._waiting.items() if made.done()]
        for marked in done:
            self._keep(marked, self._waiting.pop(marked).result())
        if not self._waiting:
            self._timer.stop()
        asked_for = set(done) - self._ahead
        self._ahead.difference_update(done)
        if asked_for:
            self.ready.emit()

    def _keep(self, marked: str, line: TypesetLine) -> None:
        self._made[marked] = line
        if len(self._made) > KEPT:
            self._made.popitem(last=False)
