"""Two-input sets drawn from a seed, each with one target column of 0 and 1.

Every maker gives (x (N, 2), classes (N,)), classes alternating 0, 1, 0, 1, ... so that they are
balanced, within about -1.5..1.5. `noise` is the standard deviation of what is added to each input.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnsim.data.dataset import FloatArray

Maker = Callable[[FloatArray, float, np.random.Generator], FloatArray]


def make(maker: Maker, samples: int, noise: float, seed: int) -> tuple[FloatArray, FloatArray]:
    """Inputs (samples, 2) and targets (samples, 1) of one of the makers below."""
    rng = np.random.default_rng(seed)
    classes = np.arange(samples, dtype=np.float64) % 2
    return maker(classes, noise, rng), classes[:, np.newaxis]


def clusters(classes: FloatArray, noise: float, rng: np.random.Generator) -> FloatArray:
    """One round cloud per class, about (-0.7, -0.7) and (0.7, 0.7)."""
    centre = 1.4 * classes - 0.7
    return np.column_stack((centre, centre)) + _scatter(len(classes), 0.15 + noise, rng)


def circle(classes: FloatArray, noise: float, rng: np.random.Generator) -> FloatArray:
    """Class 1 fills a disc of radius 0.5, class 0 a ring around it from 0.8 to 1.2."""
    inside = classes == 1
    n = len(classes)
    low, high = np.where(inside, 0.0, 0.8), np.where(inside, 0.5, 1.2)
    # The square root spreads points evenly over the area.
    radius = np.sqrt(rng.uniform(low**2, high**2))
    return _polar(radius, rng.uniform(0, 2 * np.pi, n)) + _scatter(n, noise, rng)


def xor_clouds(classes: FloatArray, noise: float, rng: np.random.Generator) -> FloatArray:
    """Four clouds about (±0.7, ±0.7); class 1 where the signs of the inputs differ."""
    n = len(classes)
    first = np.where(np.arange(n) // 2 % 2 == 0, -1.0, 1.0)
    second = np.where(classes == 1, -first, first)
    return 0.7 * np.column_stack((first, second)) + _scatter(n, 0.15 + noise, rng)


def spiral(classes: FloatArray, noise: float, rng: np.random.Generator) -> FloatArray:
    """Two arms of one turn, the second is the first turned by half a turn."""
    n = len(classes)
    along = np.sqrt(rng.uniform(0.02, 1.0, n))
    angle = 2 * np.pi * along + np.pi * classes
    return _polar(1.2 * along, angle) + _scatter(n, noise / 2, rng)


def moons(classes: FloatArray, noise: float, rng: np.random.Generator) -> FloatArray:
    """Two half circles that reach into each other."""
    n = len(classes)
    angle = rng.uniform(0, np.pi, n)
    upper = 0.8 * np.column_stack((np.cos(angle) - 0.5, np.sin(angle) - 0.25))
    return np.where(classes[:, np.newaxis] == 0, upper, -upper) + _scatter(n, noise, rng)


def _scatter(n: int, deviation: float, rng: np.random.Generator) -> FloatArray:
    return deviation * rng.standard_normal((n, 2))


def _polar(radius: FloatArray, angle: FloatArray) -> FloatArray:
    return np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
