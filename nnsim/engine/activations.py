"""Activation functions a = f(z), their derivatives, and the step back from dE/da to dE/dz.

Inside the engine a layer's arrays are (n_l, N): one column per sample. Every function here is
elementwise, for any shape, except softmax, which runs down the columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit

from nnsim.engine.arrays import ONE, ZERO, Array

LEAK = 0.01


@dataclass(frozen=True)
class Activation:
    """One activation function.

    Attributes:
        name: the name used in files.
        function: function(z, out) writes f(z) into out.
        slope: slope(z, a, out) writes f'(z) into out, from a = f(z) where that is simpler; None
            where node j's output depends on the z of other nodes too (softmax).
        coupled: coupled(a, dE_da, out) writes dE/dz where there is no slope.
    """

    name: str
    function: Callable[[Array, Array], object]
    slope: Callable[[Array, Array, Array], object] | None = None
    coupled: Callable[[Array, Array, Array], object] | None = None

    @property
    def elementwise(self) -> bool:
        """Whether node j's output depends on z_j alone."""
        return self.slope is not None

    def __call__(self, values: ArrayLike) -> Array:
        """f(z) as a new array of the same shape; for softmax (n, N), a sample per column."""
        z = np.asarray(values, dtype=np.float64)
        out = np.empty_like(z)
        self.function(z, out)
        return out

    def derivative(self, values: ArrayLike) -> Array:
        """f'(z) as a new array of the same shape; ValueError unless elementwise."""
        if self.slope is None:
            raise ValueError(f"{self.name} has a Jacobian, not a derivative per node")
        z = np.asarray(values, dtype=np.float64)
        out = np.empty_like(z)
        self.slope(z, self(z), out)
        return out

    def backward(self, z: Array, a: Array, dE_da: Array, out: Array) -> None:
        """Write dE/dz into out, which is none of the others; elementwise it is dE/da · f'(z)."""
        if self.slope is not None:
            self.slope(z, a, out)
            np.multiply(out, dE_da, out)
        elif self.coupled is not None:
            self.coupled(a, dE_da, out)


def _identity(z: Array, out: Array) -> None:
    np.copyto(out, z)


def _identity_slope(z: Array, a: Array, out: Array) -> None:
    out.fill(1.0)


def _sigmoid_slope(z: Array, a: Array, out: Array) -> None:
    """f' = a (1 - a)."""
    np.subtract(ONE, a, out)
    np.multiply(out, a, out)


def _tanh_slope(z: Array, a: Array, out: Array) -> None:
    """f' = 1 - a²."""
    np.multiply(a, a, out)
    np.subtract(ONE, out, out)


def _relu(z: Array, out: Array) -> None:
    np.maximum(z, ZERO, out=out)


def _relu_slope(z: Array, a: Array, out: Array) -> None:
    """f' = 1 where z > 0, else 0 (0 at the kink too)."""
    np.greater(z, ZERO, out)


def _leaky_relu(z: Array, out: Array) -> None:
    np.multiply(z, LEAK, out)
    np.maximum(z, out, out=out)


def _leaky_relu_slope(z: Array, a: Array, out: Array) -> None:
    """f' = 1 where z > 0, else LEAK."""
    np.greater(z, ZERO, out)
    np.maximum(out, LEAK, out=out)


def _softplus(z: Array, out: Array) -> None:
    """log(1 + e^z), without ever computing e^z."""
    np.logaddexp(ZERO, z, out)


def _softplus_slope(z: Array, a: Array, out: Array) -> None:
    """f' = sigmoid(z)."""
    expit(z, out)


def _step(z: Array, out: Array) -> None:
    """1 where z >= 0, else 0: the perceptron."""
    np.greater_equal(z, ZERO, out)


def _step_slope(z: Array, a: Array, out: Array) -> None:
    """f' = 0 by definition, so nothing below a step learns."""
    out.fill(0.0)


def _softmax(z: Array, out: Array) -> None:
    """a_j = e^(z_j) / Σ_i e^(z_i); taking max z off every z_j changes nothing but the range."""
    np.subtract(z, np.maximum.reduce(z, axis=0), out)
    np.exp(out, out)
    np.divide(out, np.add.reduce(out, axis=0), out)


def _softmax_coupled(a: Array, dE_da: Array, out: Array) -> None:
    """da_i/dz_j = a_i (1[i = j] - a_j), hence dE/dz_j = a_j (dE/da_j - Σ_i dE/da_i a_i)."""
    np.multiply(dE_da, a, out)
    np.subtract(dE_da, np.add.reduce(out, axis=0), out)
    np.multiply(out, a, out)


_ENTRIES = (
    Activation("identity", _identity, _identity_slope),
    Activation("sigmoid", expit, _sigmoid_slope),
    Activation("tanh", np.tanh, _tanh_slope),
    Activation("relu", _relu, _relu_slope),
    Activation("leaky_relu", _leaky_relu, _leaky_relu_slope),
    Activation("softplus", _softplus, _softplus_slope),
    Activation("step", _step, _step_slope),
    Activation("softmax", _softmax, coupled=_softmax_coupled),
)
ACTIVATIONS: dict[str, Activation] = {entry.name: entry for entry in _ENTRIES}
