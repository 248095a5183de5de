"""Loss functions E, computed from the output layer's z so that nothing overflows.

Arrays are (n_L, N), one column per sample. A penalty on the weights is not part of E.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import log_expit

from nnsim.engine.arrays import ONE, Array

# Arrays u and v whose products, summed, are the loss.
Factors = tuple[tuple[Array, Array], ...]


@dataclass(frozen=True)
class Loss:
    """One loss function, as a sum of products: E = (scale / N) Σ_n Σ_j (u_jn v_jn + ...).

    Attributes:
        name: the name used in files.
        factors: factors(z, y, t) gives the pairs (u, v), each (n_L, N).
        scale: the constant before the sum.
        slope: slope(y, t, out) writes dE/dz of each sample into out where `fused`, else dE/dy.
        fused: the loss and its output activation are differentiated together: dE/dz = y - t.
        outputs: the output activations it is defined for; None: all.
    """

    name: str
    factors: Callable[[Array, Array, Array], Factors]
    scale: float
    slope: Callable[[Array, Array, Array], object]
    fused: bool
    outputs: frozenset[str] | None

    def fits(self, activation: str) -> bool:
        """Whether an output layer with this activation can have this loss."""
        return self.outputs is None or activation in self.outputs

    def takes(self, targets: ArrayLike) -> bool:
        """Whether it has a least value for these targets: cross-entropies compare probabilities,
        and fall without end where t is below 0 or above 1."""
        t = np.asarray(targets)
        return not self.fused or bool(np.all((t >= 0.0) & (t <= 1.0)))

    def terms(self, z: Array, y: Array, t: Array) -> Array:
        """What each output of each sample adds to N · E, (n_L, N)."""
        terms: Array = self.scale * np.add.reduce([u * v for u, v in self.factors(z, y, t)])
        return terms

    def mean(self, z: Array, y: Array, t: Array) -> float:
        """E, by scalar products: multiplying and adding up in one go. Arrays are contiguous."""
        total = 0.0
        for u, v in self.factors(z, y, t):
            total += float(u.ravel().dot(v.ravel()))
        n: int = t.shape[1]
        return self.scale * total / n


def _binary_cross_entropy(z: Array, y: Array, t: Array) -> Factors:
    """t log y + (1 - t) log(1 - y), where y = sigmoid(z) and so 1 - y = sigmoid(-z)."""
    return (t, log_expit(z)), (np.subtract(ONE, t), log_expit(np.negative(z)))


def _cross_entropy(z: Array, y: Array, t: Array) -> Factors:
    """t log y, where y = softmax(z) and so log y_j = z_j - max z + log max y."""
    log_y = np.subtract(z, np.maximum.reduce(z, axis=0))
    log_y += np.log(np.maximum.reduce(y, axis=0))
    return ((t, log_y),)


def _mean_squared_error(z: Array, y: Array, t: Array) -> Factors:
    """(y - t)²."""
    error = np.subtract(y, t)
    return ((error, error),)


def _cross_entropy_slope(y: Array, t: Array, out: Array) -> None:
    """N · dE/dz_j = y_j Σ_i t_i - t_j, which is y_j - t_j wherever the targets sum to 1."""
    np.multiply(y, np.add.reduce(t, axis=0), out)
    np.subtract(out, t, out)


_ENTRIES = (
    Loss(
        "binary_cross_entropy",
        _binary_cross_entropy,
        -1.0,
        np.subtract,
        fused=True,
        outputs=frozenset({"sigmoid"}),
    ),
    Loss(
        "cross_entropy",
        _cross_entropy,
        -1.0,
        _cross_entropy_slope,
        fused=True,
        outputs=frozenset({"softmax"}),
    ),
    Loss("mean_squared_error", _mean_squared_error, 0.5, np.subtract, fused=False, outputs=None),
)
LOSSES: dict[str, Loss] = {entry.name: entry for entry in _ENTRIES}
