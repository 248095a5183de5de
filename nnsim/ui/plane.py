"""The plane of two inputs as every picture of it shows it: its part, its range of values. No Qt."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

MARGIN = 0.15  # of the data's range, on each side
STRONGEST = 0.55  # of a class's colour behind points and numbers, so that they stand out


def shown_range(values: FloatArray) -> tuple[float, float]:
    """The range of the data with a margin on both sides; constant data get one of ±1."""
    low, high = float(values.min()), float(values.max())
    margin = (high - low) * MARGIN or 1.0
    return low - margin, high + margin


def grid_points(x1: FloatArray, x2: FloatArray) -> FloatArray:
    """Every point (x1, x2) of a grid, shape (rows · columns, 2): x1 runs fastest."""
    return np.stack(np.meshgrid(x1, x2), axis=-1).reshape(-1, 2)


def middle_and_half(targets: FloatArray, has_classes: bool) -> tuple[float, float]:
    """The output drawn without colour, and the distance from it at which colour is full."""
    if has_classes:
        return 0.5, 0.5
    low, high = float(targets[:, 0].min()), float(targets[:, 0].max())
    return (low + high) / 2, max((high - low) / 2, 1e-12)
