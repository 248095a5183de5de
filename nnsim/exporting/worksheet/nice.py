"""Small numbers that are easy to compute with, in place of those that training has left."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

# In hundredths: the coarsest grid in −1 … 1 that has a number of its own for each parameter.
_STEPS = (10, 5, 2, 1)


def nice_parameters(count: int, seed: int) -> npt.NDArray[np.float64]:
    """Parameters between −1 and 1, none 0, shape (count,); the same for the same seed.

    All differ, and are multiples of 0.1, while there are at most 20; of 0.05, 0.02 or 0.01 where
    there are more. Beyond 200 they repeat.
    """
    step = next((each for each in _STEPS if 2 * (100 // each) >= count), _STEPS[-1])
    sizes = np.arange(step, 101, step)
    grid = np.concatenate((sizes, -sizes)) / 100.0
    chosen = np.random.default_rng(seed).permutation(grid)
    return np.resize(chosen, count).astype(np.float64)
