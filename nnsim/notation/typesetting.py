"""LaTeX as drawings, by ziamath, from any thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ziamath.zmath import Latex

_lock = Lock()


@contextmanager
def ziamath() -> Iterator[type[Latex]]:
    """ziamath's `Latex`, for this thread alone: all formulas read one font through one cursor.

    Two threads at once get torn glyphs. The first use takes half a second, for the import.
    """
    with _lock:
        from ziamath.config import config
        from ziamath.zmath import Latex

        from . import quick_rows, quick_styles  # noqa: F401 - they take effect when imported

        config.svg2 = False  # QtSvg knows paths, but not the symbols of SVG 2
        yield Latex


def latex_svg(latex: str, size: float) -> str:
    """A formula as SVG, in black; takes 2 to 100 ms."""
    # A minus right before a digit is a sign, which stands close to its number.
    tight = re.sub(r"-(?=\d)", "{-}", latex)
    with ziamath() as typeset:
        return str(typeset(tight, size=size, color="#000000").svg())
