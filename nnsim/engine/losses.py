"""Loss functions E, computed from the output layer's z so that nothing overflows.

Arrays are (n_L, N), one column per sample. E = (1/N) Σ_n Σ_j terms_jn for every loss; a penalty
on the weights is not part of E.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import log_expit

from nnsim.engine.arrays import HALF, ONE, Array


@dataclass(frozen=True)
class Loss:
    """One loss function.

    Attributes:
        name: the name used in files.
        terms: terms(z, y, t) gives what each output of each sample adds to N · E.
        slope: slope(y, t, out) writes N · dE/dz into out where `fused`, else N · dE/dy.
        fused: the loss and its output activation are differentiated together: dE/dz = (y - t) / N.
        outputs: the output activations it is defined for; None: all.
    """

    name: str
    terms: Callable[[Array, Array, Array], Array]
    slope: Callable[[Array, Array, Array], object]
    fused: bool
    outputs: frozenset[str] | None

    def fits(self, activation: str) -> bool:
        """Whether an output layer with this activation can have this loss."""
        return self.outputs is None or activation in self.outputs


def _binary_cross_entropy(z: Array, y: Array, t: Array) -> Array:
    """-[t log y + (1 - t) log(1 - y)], where y = sigmoid(z) and so 1 - y = sigmoid(-z)."""
    of_zeros: Array = log_expit(np.negative(z))
    of_zeros *= np.subtract(t, ONE)
    of_ones = log_expit(z)
    of_ones *= t
    of_zeros -= of_ones
    return of_zeros


def _cross_entropy(z: Array, y: Array, t: Array) -> Array:
    """-t log y, where y = softmax(z) and so log y_j = z_j - log Σ_i e^(z_i)."""
    shifted = z - np.maximum.reduce(z, axis=0)
    log_sum = np.log(np.add.reduce(np.exp(shifted), axis=0))
    terms: Array = t * (log_sum - shifted)
    return terms


def _cross_entropy_slope(y: Array, t: Array, out: Array) -> None:
    """N · dE/dz_j = y_j Σ_i t_i - t_j, which is y_j - t_j wherever the targets sum to 1."""
    np.multiply(y, np.add.reduce(t, axis=0), out)
    np.subtract(out, t, out)


def _mean_squared_error(z: Array, y: Array, t: Array) -> Array:
    """(y - t)² / 2."""
    terms = y - t
    terms *= terms
    terms *= HALF
    return terms


_ENTRIES = (
    Loss("binary_cross_entropy", _binary_cross_entropy, np.subtract, True, frozenset({"sigmoid"})),
    Loss("cross_entropy", _cross_entropy, _cross_entropy_slope, True, frozenset({"softmax"})),
    Loss("mean_squared_error", _mean_squared_error, np.subtract, False, None),
)
LOSSES: dict[str, Loss] = {entry.name: entry for entry in _ENTRIES}
