"""Formulas as drawings, typeset as in a textbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from nnsim.notation import Line
from nnsim.notation.typesetting import latex_svg

FONT_SIZE = 9.5


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG and its size, in points.

    Attributes:
        svg: one <svg> element.
        label: what it shows, as text.
        width: of the whole.
        ascent, descent: above and below the baseline of the text.
    """

    svg: str
    label: str
    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """Of the whole."""
        return self.ascent + self.descent

    def fitted(self, width: float) -> Drawing:
        """The drawing, made smaller where it is wider than that."""
        if self.width <= width:
            return self
        scale = width / self.width
        return replace(self, width=width, ascent=self.ascent * scale, descent=self.descent * scale)


Typeset = Callable[[Line], Drawing]
_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


def typeset(line: Line) -> Drawing:
    """A line of a formula; takes 5 to 100 ms the first time."""
    svg, width, ascent, descent = _drawn(line.latex)
    return Drawing(svg, line.plain, width, ascent, descent)


@lru_cache(2048)
def _drawn(latex: str) -> tuple[str, float, float, float]:
    svg = latex_svg(latex, FONT_SIZE)
    svg = svg.replace("<svg ", '<svg stroke-width="0" ', 1)  # or QtSvg outlines each glyph in a PDF
    found = _BOX.search(svg)
    assert found is not None
    _, top, width, height = map(float, found.groups())
    return svg, width, -top, height + top
