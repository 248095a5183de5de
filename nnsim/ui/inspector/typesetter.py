"""Formulas typeset as in a textbook, by ziamath, as SVG, on a thread of their own."""

from __future__ import annotations

import re
from collections import OrderedDict

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

FONT_SIZE = 17
KEPT = 256


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
    _made = Signal(str, bytes)

    def __init__(self, color: str, parent: QObject) -> None:
        super().__init__(parent)
        self._color = color
        self._svgs: OrderedDict[str, bytes] = OrderedDict()
        self._wanted: set[str] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._made.connect(self._on_made)

    def get(self, latex: str) -> bytes | None:
        """The SVG, if it has been made; otherwise it is made now and `ready` follows."""
        if latex in self._svgs:
            self._svgs.move_to_end(latex)
            return self._svgs[latex]
        if latex not in self._wanted:
            self._wanted.add(latex)
            self._pool.start(lambda: self._made.emit(latex, typeset(latex, self._color)))
        return None

    def forget_waiting(self) -> None:
        """Do not make what was asked for and has not been begun: it is not wanted any more."""
        self._pool.clear()
        self._wanted.clear()

    @Slot(str, bytes)
    def _on_made(self, latex: str, svg: bytes) -> None:
        self._wanted.discard(latex)
        self._svgs[latex] = svg
        while len(self._svgs) > KEPT:
            self._svgs.popitem(last=False)
        self.ready.emit()
