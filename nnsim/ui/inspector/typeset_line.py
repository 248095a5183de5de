"""One typeset line: its glyphs, and where each of its quantities stands. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Rect = tuple[float, float, float, float]  # left, top, width, height

_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
_PATH = re.compile(r'<path d="([^"]*)" fill="#([0-9a-f]{6})"')
_RECT = re.compile(r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" fill="#([0-9a-f]{6})"')
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")
_FILL = re.compile(r'fill="#([0-9a-f]{6})"')


@dataclass(frozen=True)
class TypesetLine:
    """A line in which the n-th quantity has the colour n, as `Line.marked` asks for.

    Attributes:
        svg: the image.
        width, height: in pixels.
        places: where each quantity stands, by its number from 1, from the image's corner.
    """

    svg: str
    width: float
    height: float
    places: Mapping[int, Rect]

    @classmethod
    def of(cls, svg: str) -> TypesetLine:
        """Find the quantities in an image that ziamath has made."""
        box = _VIEW_BOX.search(svg)
        assert box is not None
        left, top, width, height = map(float, box.groups())
        corners: dict[int, list[tuple[float, float]]] = {}
        for path, color in _PATH.findall(svg):
            # Only M, L, Q and Z, all absolute: numbers come in pairs x y.
            numbers = [float(number) for number in _NUMBER.findall(path)]
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            corners.setdefault(int(color, 16), []).extend(pairs)
        for x, y, wide, high, color in _RECT.findall(svg):
            ends = [(float(x), float(y)), (float(x) + float(wide), float(y) + float(high))]
            corners.setdefault(int(color, 16), []).extend(ends)
        corners.pop(0, None)  # what stands between quantities
        places = {number: _around(points, left, top) for number, points in corners.items()}
        return cls(svg, width, height, places)

    def coloured(self, color: str) -> bytes:
        """The image in one colour, "#rrggbb"."""
        return _FILL.sub(f'fill="{color}"', self.svg).encode()


def _around(points: list[tuple[float, float]], left: float, top: float) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - left, min(ys) - top, max(xs) - min(xs), max(ys) - min(ys)
