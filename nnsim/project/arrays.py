"""The room's one array type."""

from __future__ import annotations

import numpy as np

from nnsim.data.dataset import FloatArray, read_only

__all__ = ["FloatArray", "read_only", "same_bits"]


def same_bits(one: FloatArray, other: FloatArray) -> bool:
    """Whether two arrays agree to the last bit: 0.0 and -0.0 differ, NaN and NaN agree.

    Both are C-contiguous, as `read_only` makes them.
    """
    return one is other or np.array_equal(one.view(np.int64), other.view(np.int64))
