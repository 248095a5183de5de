"""An exponential moving average that is not pulled towards zero at its start. No Qt."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

STRENGTHS = (0.6, 0.9, 0.97)  # β, the weight that an epoch loses with every further one
_NOTHING = 1e-17  # a weight that no longer changes a sum


def smooth(epochs: FloatArray, values: FloatArray, beta: float) -> FloatArray:
    """s_n = Σ β^(e_n − e_i) v_i / Σ β^(e_n − e_i) over all i ≤ n that are not NaN.

    Dividing by the weights that there are makes the first value its own mean; the usual
    s ← β s + (1 − β) v starts at 0 instead. A gap between two epochs counts with its length.

    Args:
        epochs: shape (n,), ascending.
        values: shape (n,), NaN where absent; absent in the result too.
        beta: 0 < β < 1.
    """
    known = np.isfinite(values)
    sums, weights = np.where(known, values, 0.0), known.astype(np.float64)
    # Doubling: when every entry holds the sum of the `reach` entries up to it, adding the sum
    # that lies `reach` entries back makes it hold twice as many.
    reach = 1
    with np.errstate(all="ignore"):
        while reach < len(values):
            decay = np.exp(math.log(beta) * (epochs[reach:] - epochs[:-reach]))
            if decay.max() < _NOTHING:
                break
            for each in (sums, weights):
                each[reach:] += decay * each[:-reach]
            reach *= 2
        return np.where(known, sums / weights, np.nan)
