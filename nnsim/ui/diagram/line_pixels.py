"""Thousands of thin lines, set pixel by pixel: a painter takes four times as long for them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPixmap

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


class LinePixels:
    """The pixels that each of n lines covers on a canvas.

    Where they lie is computed once; painting them in other colours is one assignment.
    """

    def __init__(self, ends: FloatArray, width: int, height: int) -> None:
        """Args:
        ends: x and y of the start and of the end of each line in pixels, shape (n, 4).
        width, height: of the canvas in pixels; what lies outside is left out.
        """
        starts, ways = ends[:, :2], ends[:, 2:] - ends[:, :2]
        count = int(np.abs(ways).max(initial=0)) + 1
        shares = np.linspace(0, 1, count)
        xs, ys = (
            np.floor(starts[:, [axis]] + ways[:, [axis]] * shares + 0.5).astype(np.int32)
            for axis in (0, 1)
        )
        outside = (xs < 0) | (xs >= width) | (ys < 0) | (ys >= height)
        places = np.where(outside, width * height, ys * width + xs)
        self._places = places.astype(np.intp)  # any other type is converted at every painting

    def paint(self, canvas: Canvas, order: IntArray, colors: npt.NDArray[np.uint32]) -> None:
        """Paint lines, the last on top.

        Args:
            order: which lines, shape (m,).
            colors: of every line, as 0xAARRGGBB, shape (n,).
        """
        places = self._places.take(order, axis=0)
        canvas.pixels[places.ravel()] = np.repeat(colors[order], places.shape[1])


class Canvas:
    """A see-through picture of which single pixels can be set.

    Attributes:
        pixels: 0xAARRGGBB row by row, and one more for what lies outside.
    """

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self.pixels = np.zeros(width * height + 1, dtype=np.uint32)

    def pixmap(self, ratio: float) -> QPixmap:
        """As a picture for a screen with so many pixels to a point."""
        # The opaque and the wholly clear look the same with and without premultiplied colours.
        kind = QImage.Format.Format_ARGB32_Premultiplied
        data = self.pixels.data.cast("B")
        pixmap = QPixmap.fromImage(QImage(data, self._width, self._height, self._width * 4, kind))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
