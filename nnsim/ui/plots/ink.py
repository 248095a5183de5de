"""Which places of a plot are taken, by curves and by texts: where there is room for more."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

FloatArray = npt.NDArray[np.float64]

_CELL = 4.0  # pixels
_STEP = 3.0  # pixels between the points of a curve, so that it leaves out no cell


def along(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Points in even steps along a curve of pixels; without what is not finite."""
    known = np.isfinite(x) & np.isfinite(y)
    x, y = x[known], y[known]
    if len(x) < 2:
        return x, y
    way = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    places = np.linspace(0.0, way[-1], int(way[-1] / _STEP) + 2)
    return np.interp(places, way, x), np.interp(places, way, y)


def between(
    x: FloatArray, y: FloatArray, left: float, right: float
) -> tuple[FloatArray, FloatArray]:
    """The part of a curve, x ascending, between two uprights, from the one to the other."""
    if not len(x) or x[-1] < left or x[0] > right:
        return x[:0], y[:0]
    first, last = max(left, float(x[0])), min(right, float(x[-1]))
    inner = x[(first < x) & (x < last)]
    part = np.concatenate([[first], inner, [last]])
    return part, np.interp(part, x, y)


class Ink:
    """The taken cells of an area."""

    def __init__(self, area: QRectF) -> None:
        self._area = area
        rows, columns = (max(math.ceil(side / _CELL), 1) for side in (area.height(), area.width()))
        self._cells = np.zeros((rows, columns), dtype=bool)

    def add_curve(self, x: FloatArray, y: FloatArray) -> None:
        """Take the cells of points that lie close together."""
        columns = np.floor((x - self._area.left()) / _CELL).astype(int)
        rows = np.floor((y - self._area.top()) / _CELL).astype(int)
        height, width = self._cells.shape
        inside = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
        self._cells[rows[inside], columns[inside]] = True

    def add_box(self, box: QRectF) -> None:
        """Take all cells of a box."""
        self._cells[self._part(box)] = True

    def under(self, box: QRectF) -> int:
        """How many taken cells a box would cover."""
        return int(np.count_nonzero(self._cells[self._part(box)]))

    def _part(self, box: QRectF) -> tuple[slice, slice]:
        box = box.translated(-self._area.topLeft())
        return (
            slice(max(math.floor(box.top() / _CELL), 0), max(math.ceil(box.bottom() / _CELL), 0)),
            slice(max(math.floor(box.left() / _CELL), 0), max(math.ceil(box.right() / _CELL), 0)),
        )
