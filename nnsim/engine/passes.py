"""The forward and the backward pass, on buffers that are allocated once per batch size.

Inside, an array of layer l is (n_l, N), one column per sample, so that every array is contiguous
whatever the batch. Below the rows of a layer's output a stands one more row of ones, which the
bias is multiplied with: `a_one` is (a; 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

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

    The layers' arrays lie one below the other in two large ones, so that what is the same for
    every layer can be done for all of them in one call. All calls that do not depend on the
    inputs are written down once, in order, with their arrays filled in; to run the pass is to run
    down that list.

    Attributes:
        z, a: by layer number 2..L, (n_l, n).
        a_one: (a; 1) by layer number 2..L, (n_l + 1, n).
        inputs: (x; 1) of the last run, (n_1 + 1, n).
        y: the output layer's a.
        all_z, all_a: every z and every (a; 1), one below the other.
        rows: by layer number, which rows of all_z and all_a its z and a are.
    """

    def __init__(self, layers: Sequence[Layer], n: int) -> None:
        height = sum(len(layer.block) + 1 for layer in layers)
        self.all_z, self.all_a = np.zeros((height, n)), np.ones((height, n))
        self.z: dict[int, Array] = {}
        self.a: dict[int, Array] = {}
        self.a_one: dict[int, Array] = {}
        self.rows: dict[int, slice] = {}
        self._calls: list[Callable[[], object]] = []
        start = 0
        for layer in layers:
            number, stop = layer.number, start + len(layer.block)
            self.rows[number] = slice(start, stop)
            z, a = self.all_z[start:stop], self.all_a[start:stop]
            if number > 2:
                self._calls.append(partial(layer.block.dot, self.a_one[number - 1], z))
            self._calls.append(partial(layer.activation.function, z, a))
            self.z[number], self.a[number] = z, a
            self.a_one[number] = self.all_a[start : stop + 1]
            start = stop + 1
        self.y = a
        self._first_product, self._first_z = layers[0].block.dot, self.z[2]

    def run(self, inputs: Array) -> None:
        """z = [W | b] · (a; 1) and a = f(z), layer by layer; inputs are (x; 1), (n_1 + 1, n)."""
        self.inputs = inputs
        self._first_product(inputs, self._first_z)
        for call in self._calls:
            call()


class BackwardPass:
    """Room for the backward pass that belongs to a forward pass; a list of calls, like that.

    Attributes:
        delta: δ / N by layer number, (n_l, n), with δ = dE/dz of each sample: to divide by N at
            the output is less work than to divide the sums dE/dW, and makes means of them too.
    """

    def __init__(
        self, layers: Sequence[Layer], loss: Loss, gradient: LayerArrays, forward: ForwardPass
    ) -> None:
        """`gradient` holds a block dE/d[W | b] per layer, which `run` writes to."""
        self._forward, self._loss, self._output = forward, loss, layers[-1]
        self.delta = {layer.number: np.empty_like(forward.z[layer.number]) for layer in layers}
        self._samples = np.array(float(forward.y.shape[1]))
        self._slopes = np.empty_like(forward.all_a)
        self._calls = list(self._slope_calls(layers[:-1]))
        for below, layer in reversed(list(pairwise(layers))):
            delta, a_one = self.delta[layer.number], forward.a_one[below.number]
            self._calls.append(partial(delta.dot, a_one.T, gradient[layer.number]))
            self._calls.extend(self._delta_calls(below, layer))
        self._first_delta, self._first_gradient = self.delta[2], gradient[2]

    def _slope_calls(self, hidden: Sequence[Layer]) -> Iterator[Callable[[], object]]:
        """f'(z) of neighbouring layers with the same activation in one go."""
        forward = self._forward
        for activation, group in groupby(hidden, lambda layer: layer.activation):
            numbers = [layer.number for layer in group]
            if activation.slope is not None:
                rows = slice(forward.rows[numbers[0]].start, forward.rows[numbers[-1]].stop)
                z, a, out = forward.all_z[rows], forward.all_a[rows], self._slopes[rows]
                yield partial(activation.slope, z, a, out)

    def _delta_calls(self, below: Layer, layer: Layer) -> Iterator[Callable[[], object]]:
        """dE/da = Wᵀ · δ, and from it the δ of the layer below."""
        number, forward = below.number, self._forward
        delta, delta_below = self.delta[layer.number], self.delta[number]
        W_T = layer.block[:, :-1].T
        if below.activation.elementwise:
            slope = self._slopes[forward.rows[number]]
            yield partial(W_T.dot, delta, delta_below)
            yield partial(np.multiply, delta_below, slope, delta_below)
        else:
            dE_da = np.empty_like(delta_below)
            yield partial(W_T.dot, delta, dE_da)
            z, a = forward.z[number], forward.a[number]
            yield partial(below.activation.backward, z, a, dE_da, delta_below)

    def run(self, t: Array) -> None:
        """The chain rule from the output down, after the forward pass, for targets t (n_L, n):

        dE/d[W^(l) | b^(l)] = δ^(l)/N · (a^(l-1); 1)ᵀ
        dE/da^(l-1) = W^(l)ᵀ · δ^(l), and δ^(l-1) = dE/da^(l-1) · f'(z^(l-1)).
        """
        self._output_delta(t)
        for call in self._calls:
            call()
        self._first_delta.dot(self._forward.inputs.T, self._first_gradient)

    def _output_delta(self, t: Array) -> None:
        """δ^(L) = y - t where loss and activation are fused, else by way of dE/dy; divided by N."""
        y, delta = self._forward.y, self.delta[self._output.number]
        if self._loss.fused:
            self._loss.slope(y, t, delta)
            np.divide(delta, self._samples, delta)
        else:
            dE_dy = np.empty_like(delta)
            self._loss.slope(y, t, dE_dy)
            np.divide(dE_dy, self._samples, dE_dy)
            self._output.activation.backward(self._forward.z[self._output.number], y, dE_dy, delta)
