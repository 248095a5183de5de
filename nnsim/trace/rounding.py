"""Rounding as a person does."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

# Binary fractions miss decimal ones by a few units in the last place (0.125 may be 0.12499…), and
# sums of numbers about 1 by a few times 1e-16, however small they are.
_NOISE = 1e-9  # of the last decimal
_SUM_NOISE = 4e-15
_UNITS = 8.0
_WHOLE = 2.0**52  # from here on every float is a whole number


def rounded(values: npt.ArrayLike, decimals: int) -> FloatArray:
    """The values rounded to so many decimals, halves away from zero; NaN and ∞ stay."""
    array = np.asarray(values, dtype=np.float64)
    unit = 10.0**decimals
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = np.abs(array) * unit
        noise = _NOISE + _SUM_NOISE * unit + _UNITS * np.spacing(scaled)
        whole = np.floor(scaled + 0.5 + noise)
        result = np.copysign(whole / unit, array)
        return np.asarray(np.where(scaled < _WHOLE, result + 0.0, array))
