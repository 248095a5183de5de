"""The forward and the backward pass, on buffers that are allocated once per batch size.

Inside, an array of layer l is (n_l, N), one column per sample, so that every array is contiguous
whatever the batch. Below the rows of a layer's output a stands one more row of ones, which the
bias is multiplied with: `a_one` is (a; 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnsim.engine.activations import Activation
from nnsim.engine.arrays import Array
from nnsim.engine.losses import Loss
from nnsim.engine.parameters import LayerArrays


@dataclass(frozen=True)
class Layer:
    """One layer l >= 2: its number, its parameters [W | b] (a view) and its activation."""

    number: int
    block: Array
    activation: Activation


def with_ones(x: Array) -> Array:
    """(x | 1): a copy of the samples x (N, n) with a last column of ones."""
    return np.concatenate((x, np.ones((len(x), 1))), axis=1)


class ForwardPass:
    """Room for one forward pass of n samples.

    Attributes:
        z, a: by layer number 2..L.
        a_one: (a; 1) by layer number 1..L; a_one[1] are the inputs of the last run.
        y: the output layer's a.
        ones: a 1 for every element of y, because the cheapest sum is a product with ones.
    """

    def __init__(self, layers: Sequence[Layer], n: int) -> None:
        self.z: dict[int, Array] = {}
        self.a: dict[int, Array] = {}
        self.a_one: dict[int, Array] = {}
        self._steps = []
        for layer in layers:
            nodes = len(layer.block)
            z, a_one = np.empty((nodes, n)), np.ones((nodes + 1, n))
            a = a_one[:-1]
            self.z[layer.number], self.a[layer.number] = z, a
            self.a_one[layer.number] = a_one
            self._steps.append((layer.block, z, layer.activation.function, a, a_one))
        self.y = a
        self.ones = np.ones(self.y.size)

    def run(self, inputs: Array) -> None:
        """z = [W | b] · (a; 1) and a = f(z), layer by layer; inputs are (x; 1), (n_1 + 1, N)."""
        self.a_one[1] = a_one = inputs
        for block, z, function, a, next_a_one in self._steps:
            block.dot(a_one, z)
            function(z, a)
            a_one = next_a_one


class BackwardPass:
    """Room for one backward pass of n samples.

    Attributes:
        delta: δ = dE/dz by layer number.
    """

    def __init__(self, layers: Sequence[Layer], loss: Loss, gradient: LayerArrays, n: int) -> None:
        """`gradient` holds a block dE/d[W | b] per layer, which `run` writes to."""
        self.delta = {layer.number: np.empty((len(layer.block), n)) for layer in layers}
        self._loss = loss
        self._samples = np.array(float(n))
        self._output = layers[-1]
        self._dE_dy = np.empty_like(self.delta[self._output.number])
        self._steps = []
        for below, layer in reversed(list(pairwise(layers))):
            self._steps.append(
                (
                    below.number,
                    self.delta[layer.number],
                    gradient[layer.number],
                    layer.block[:, :-1].T,
                    np.empty_like(self.delta[below.number]),
                    below.activation.backward,
                    self.delta[below.number],
                )
            )
        self._first = self.delta[2], gradient[2]

    def run(self, forward: ForwardPass, t: Array) -> None:
        """The chain rule from the output down, for targets t (n_L, N):

        dE/d[W^(l) | b^(l)] = δ^(l) · (a^(l-1); 1)ᵀ
        dE/da^(l-1) = W^(l)ᵀ · δ^(l), and δ^(l-1) follows from it by f'(z^(l-1)).
        """
        self._output_delta(forward, t)
        z, a, a_one = forward.z, forward.a, forward.a_one
        for below, delta, gradient, W_T, dE_da, backward, delta_below in self._steps:
            delta.dot(a_one[below].T, gradient)
            W_T.dot(delta, dE_da)
            backward(z[below], a[below], dE_da, delta_below)
        delta, gradient = self._first
        delta.dot(a_one[1].T, gradient)

    def _output_delta(self, forward: ForwardPass, t: Array) -> None:
        """δ^(L) = (y - t) / N where loss and activation are fused, else by way of dE/dy."""
        number, y = self._output.number, forward.y
        delta = self.delta[number]
        slope = delta if self._loss.fused else self._dE_dy
        self._loss.slope(y, t, slope)
        np.divide(slope, self._samples, slope)
        if not self._loss.fused:
            self._output.activation.backward(forward.z[number], y, slope, delta)
