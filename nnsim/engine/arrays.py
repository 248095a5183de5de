"""The engine's one array type, and the check that keeps broadcasting from hiding a mistake."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnsim.engine.errors import ShapeError

Array = NDArray[np.float64]

# NumPy converts a Python number into an array on every call, which takes as long as the sum.
ZERO, HALF, ONE = np.array(0.0), np.array(0.5), np.array(1.0)


def checked(what: str, values: ArrayLike, expected: tuple[int | None, ...]) -> Array:
    """`values` as float64 with exactly the expected shape (None: any length).

    Raises ShapeError: (4,) is not (4, 1), though NumPy would subtract them into a (4, 4).
    """
    array = np.asarray(values, dtype=np.float64)
    fits = array.ndim == len(expected) and all(
        want is None or want == have for want, have in zip(expected, array.shape, strict=True)
    )
    if not fits:
        raise ShapeError(what, expected, array.shape)
    return array


def frozen(array: Array) -> Array:
    """A read-only copy."""
    copy = array.copy()
    copy.setflags(write=False)
    return copy
