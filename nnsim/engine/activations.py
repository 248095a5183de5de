"""Activation functions a = f(z) and their backward step, from dE/da to dE/dz.

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
        backward: backward(z, a, dE_da, out) writes dE/dz into out, which is neither of the others.
            Elementwise functions: dE/dz = dE/da · f'(z), with f' from a where that is simpler.
        elementwise: whether node j's output depends on z_j alone (all but softmax).
    """

    name: str
    function: Callable[[Array, Array], object]
    backward: Callable[[Array, Array, Array, Array], object]
    elementwise: bool = True

    def __call__(self, values: ArrayLike) -> Array:
        """f(z) as a new array of the same shape; for softmax (n, N), a sample per column."""
        z = np.asarray(values, dtype=np.float64)
        out = np.empty_like(z)
        self.function(z, out)
        return out

    def derivative(self, values: ArrayLike) -> Array:
        """f'(z) as a new array of the same shape; ValueError unless elementwise."""
        if not self.elementwise:
            raise ValueError(f"{self.name} has a Jacobian, not a derivative per node")
        z = np.asarray(values, dtype=np.float64)
        out = np.empty_like(z)
        self.backward(z, self(z), np.ones_like(z), out)
        return out


def _identity(z: Array, out: Array) -> None:
    np.copyto(out, z)


def _identity_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    np.copyto(out, dE_da)


def _sigmoid_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """f' = a (1 - a)."""
    np.subtract(ONE, a, out)
    np.multiply(out, a, out)
    np.multiply(out, dE_da, out)


def _tanh_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """f' = 1 - a²."""
    np.multiply(a, a, out)
    np.subtract(ONE, out, out)
    np.multiply(out, dE_da, out)


def _relu(z: Array, out: Array) -> None:
    np.maximum(z, ZERO, out=out)


def _relu_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """f' = 1 where z > 0, else 0 (0 at the kink too)."""
    np.greater(z, ZERO, out)
    np.multiply(out, dE_da, out)


def _leaky_relu(z: Array, out: Array) -> None:
    np.multiply(z, LEAK, out)
    np.maximum(z, out, out=out)


def _leaky_relu_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """f' = 1 where z > 0, else LEAK."""
    np.greater(z, ZERO, out)
    np.maximum(out, LEAK, out=out)
    np.multiply(out, dE_da, out)


def _softplus(z: Array, out: Array) -> None:
    """log(1 + e^z), without ever computing e^z."""
    np.logaddexp(ZERO, z, out)


def _softplus_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """f' = sigmoid(z)."""
    expit(z, out)
    np.multiply(out, dE_da, out)


def _step(z: Array, out: Array) -> None:
    """1 where z >= 0, else 0: the perceptron."""
    np.greater_equal(z, ZERO, out)


def _step_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """f' = 0 by definition, so nothing below a step learns."""
    out.fill(0.0)


def _softmax(z: Array, out: Array) -> None:
    """a_j = e^(z_j) / Σ_i e^(z_i); taking max z off every z_j changes nothing but the range."""
    np.subtract(z, np.maximum.reduce(z, axis=0), out)
    np.exp(out, out)
    np.divide(out, np.add.reduce(out, axis=0), out)


def _softmax_backward(z: Array, a: Array, dE_da: Array, out: Array) -> None:
    """da_i/dz_j = a_i (1[i = j] - a_j), hence dE/dz_j = a_j (dE/da_j - Σ_i dE/da_i a_i)."""
    np.multiply(dE_da, a, out)
    np.subtract(dE_da, np.add.reduce(out, axis=0), out)
    np.multiply(out, a, out)


_ENTRIES = (
    Activation("identity", _identity, _identity_backward),
    Activation("sigmoid", expit, _sigmoid_backward),
    Activation("tanh", np.tanh, _tanh_backward),
    Activation("relu", _relu, _relu_backward),
    Activation("leaky_relu", _leaky_relu, _leaky_relu_backward),
    Activation("softplus", _softplus, _softplus_backward),
    Activation("step", _step, _step_backward),
    Activation("softmax", _softmax, _softmax_backward, elementwise=False),
)
ACTIVATIONS: dict[str, Activation] = {entry.name: entry for entry in _ENTRIES}
