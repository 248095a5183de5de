"""From outputs to classes, and how many of them are right. Arrays are (n_L, N)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnsim.engine.arrays import HALF, Array


def decide(y: Array, largest: bool) -> NDArray[Any]:
    """The index of the largest output of each sample (N,), or else y >= 0.5 (n_L, N)."""
    found: NDArray[Any] = np.argmax(y, axis=0) if largest else np.greater_equal(y, HALF)
    return found


def hit_rate(found: NDArray[Any], wanted: NDArray[Any]) -> float:
    """The part of the samples whose classes, every one of them, are as wanted."""
    hits = np.equal(found, wanted)
    if hits.ndim == 2 and len(hits) > 1:
        hits = hits.all(axis=0)
    n: int = hits.shape[-1]
    return int(np.count_nonzero(hits)) / n
