"""Formulas typeset as in a textbook, by ziamath, as SVG, on a thread of their own."""

from __future__ import annotations

import re
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal, Slot

FONT_SIZE = 17
KEPT = 256
LOOK_MILLISECONDS = 10


def typeset(latex: str, color: str) -> bytes:
    """The formula as SVG; takes 5 to 100 ms."""
    # Takes half a second, so it is imported with the first formula.
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False  # QtSvg knows paths, but not the symbols of SVG 2
    # A minus right before a digit is a sign, which stands close to its number.
    tight = re.sub(r"-(?=\d)", "{-}", latex)
    svg: str = Latex(tight, size=FONT_SIZE, color=color).svg()
    return svg.encode()


class Typesetter(QObject):
    """Turns LaTeX into SVG without making the window wait, and keeps what it has made.

    Signals:
        ready(): more of what was asked for can be had from `get`.
    """

    ready = Signal()

    def __init__(self, color: str, parent: QObject) -> None:
        super().__init__(parent)
        self._color = color
        self._svgs: OrderedDict[str, bytes] = OrderedDict()
        self._waiting: dict[str, Future[bytes]] = {}
        self._executor = ThreadPoolExecutor(1, "nnsim formulas")
        # The thread knows nothing of Qt, so that a window may close at any moment.
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._collect)

    def has(self, latex: str) -> bool:
        """Whether this formula has been made already."""
        return latex in self._svgs

    def get(self, latex: str) -> bytes | None:
        """The SVG, if it has been made; otherwise it is made now and `ready` follows."""
        if latex in self._svgs:
            self._svgs.move_to_end(latex)
            return self._svgs[latex]
        if latex not in self._waiting:
            self._waiting[latex] = self._executor.submit(typeset, latex, self._color)
            self._timer.start()
        return None

    def forget_waiting(self) -> None:
        """Do not make what was asked for and has not been begun: it is not wanted any more."""
        self._waiting = {key: made for key, made in self._waiting.items() if not made.cancel()}

    @Slot()
    def _collect(self) -> None:
        done = [latex for latex, made in self._waiting.items() if made.done()]
        for latex in done:
            self._svgs[latex] = self._waiting.pop(latex).result()
            if len(self._svgs) > KEPT:
                self._svgs.popitem(last=False)
        if not self._waiting:
            self._timer.stop()
        if done:
            self.ready.emit()
