"""What a stroke on the plane puts or takes away, and where its points fall. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

PIXELS_BETWEEN = 8.0  # along the way of the pointer, from one point to the next


@dataclass(frozen=True)
class Brush:
    """What is in the hand.

    Attributes:
        class_number: of the points that are put, from 0; None erases.
        radius: of its circle, in pixels.
        noise: standard deviation by which points miss their place, in pixels.
    """

    class_number: int | None
    radius: float
    noise: float

    @property
    def erases(self) -> bool:
        """Whether it takes points away."""
        return self.class_number is None


@dataclass(frozen=True, eq=False)
class Stroke:
    """What one stroke did.

    Attributes:
        brush: with which it was drawn.
        places: x1 and x2 of its points, or along the way of the eraser, shape (k, 2).
        radius: of the brush along x1 and along x2.
    """

    brush: Brush
    places: FloatArray
    radius: tuple[float, float]


class Spray:
    """Where the points of strokes fall: by the way that the pointer goes, not by time."""

    def __init__(self, seed: int = 0) -> None:
        self._random = np.random.default_rng(seed)
        self._at = np.zeros(2)
        self._since = 0.0  # the way since the last point

    def begin(self, brush: Brush, at: tuple[float, float]) -> FloatArray:
        """The first point of a stroke, shape (1, 2) in pixels: a click puts it where it is."""
        self._at, self._since = np.array(at), 0.0
        return self._scatter(self._at[np.newaxis], brush, 0.0)

    def move(self, brush: Brush, to: tuple[float, float]) -> FloatArray:
        """The points on the way to a place, shape (k, 2) in pixels; often none."""
        step = max(brush.radius / 2, 1.0) if brush.erases else PIXELS_BETWEEN
        start, end = self._at, np.array(to)
        way = float(np.hypot(*(end - start)))
        ways = np.arange(step - self._since, way + 1e-9, step)
        self._at, self._since = end, (self._since + way) % step
        if not len(ways):
            return np.empty((0, 2))
        line = start + (end - start) * (ways / way)[:, np.newaxis]
        return self._scatter(line, brush, brush.radius)

    def _scatter(self, line: FloatArray, brush: Brush, radius: float) -> FloatArray:
        """Evenly over the circle, and off by the noise; the eraser does not miss."""
        if brush.erases:
            return line
        distance = radius * np.sqrt(self._random.random(len(line)))
        angle = 2 * np.pi * self._random.random(len(line))
        off = distance[:, np.newaxis] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return line + off + self._random.normal(0.0, 1.0, line.shape) * brush.noise
