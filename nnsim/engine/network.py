"""A fully connected network: its parameters, forward pass, loss and gradients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnsim.engine.activations import ACTIVATIONS
from nnsim.engine.arrays import Array, checked
from nnsim.engine.errors import IncompatibleLoss, ShapeError
from nnsim.engine.initializers import initial_parameters
from nnsim.engine.losses import LOSSES
from nnsim.engine.parameters import LayerArrays, blocks, check_sizes, parameter_count, views
from nnsim.engine.passes import BackwardPass, ForwardPass, Layer, with_ones
from nnsim.engine.scoring import decide, hit_rate
from nnsim.engine.tables import lookup


@dataclass(frozen=True)
class Forward:
    """The result of one forward pass of N samples.

    Attributes:
        z: z^(l) by layer 2..L, (N, n_l).
        a: a^(l) by layer 1..L, (N, n_l); a[1] is x, a[L] is y.
        result: the same arrays as the engine keeps them.
    """

    z: LayerArrays
    a: LayerArrays
    result: ForwardPass

    @property
    def y(self) -> Array:
        """The output layer's a, (N, n_L)."""
        return self.result.y.T


@dataclass(frozen=True)
class Gradients:
    """The derivatives of E, the mean over the N samples of a forward pass, without penalty.

    Attributes:
        W: dE/dW^(l) by layer 2..L, (n_l, n_{l-1}); a view into vector.
        b: dE/db^(l) by layer 2..L, (n_l,); a view into vector.
        delta: δ^(l) of each sample by layer 2..L, (N, n_l): dE/dz^(l), where E is that of the
            sample alone. The mean over them is taken in dE/dW and dE/db.
        vector: (P,), laid out like Network.parameters.
    """

    W: LayerArrays
    b: LayerArrays
    delta: LayerArrays
    vector: Array


class Network:
    """A fully connected network with layers 1..L.

    Attributes:
        sizes: (n_1, ..., n_L).
        activations: one name per layer 2..L.
        loss: the name of the loss.
        parameters: (P,) float64, laid out as in `nnsim.engine.parameters`; write into it in place.
        W, b: views into parameters by layer 2..L, (n_l, n_{l-1}) and (n_l,).
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        loss: str,
        initializer: str = "xavier",
        seed: int = 0,
        parameters: ArrayLike | None = None,
    ) -> None:
        """Starts from a copy of `parameters` (P,) if given, else from initializer and seed.

        Raises InvalidSetting (sizes, seed), UnknownName, IncompatibleLoss, ShapeError.
        """
        self.sizes = check_sizes(sizes)
        self.activations = tuple(activations)
        self.loss = loss
        entries = [lookup(ACTIVATIONS, "activation", name) for name in self.activations]
        if len(entries) != len(self.sizes) - 1:
            raise ShapeError("activations", (len(self.sizes) - 1,), (len(entries),))
        self._loss = lookup(LOSSES, "loss", loss)
        if not self._loss.fits(self.activations[-1]):
            raise IncompatibleLoss(loss, self.activations[-1])
        if parameters is None:
            self.parameters = initial_parameters(self.sizes, initializer, seed)
        else:
            self.parameters = checked(
                "parameters", parameters, (parameter_count(self.sizes),)
            ).copy()
        self.W, self.b = views(self.sizes, self.parameters)
        self._layers = [
            Layer(number, block, entry)
            for (number, block), entry in zip(
                blocks(self.sizes, self.parameters).items(), entries, strict=True
            )
        ]
        self.largest_wins = self.activations[-1] == "softmax"

    @np.errstate(all="ignore")
    def forward(self, x: ArrayLike) -> Forward:
        """One forward pass of the samples x (N, n_1); raises ShapeError."""
        inputs = with_ones(self.checked_inputs(x)).T
        result = self.forward_pass(inputs.shape[1])
        result.run(inputs)
        z = {layer: array.T for layer, array in result.z.items()}
        a = {1: inputs[:-1].T} | {layer: array.T for layer, array in result.a.items()}
        return Forward(MappingProxyType(z), MappingProxyType(a), result)

    @np.errstate(all="ignore")
    def gradients(self, forward: Forward, t: ArrayLike) -> Gradients:
        """The derivatives of E for targets t (N, n_L); raises ShapeError.

        The parameters must still be those that `forward` was computed with.
        """
        columns = self._target_columns(forward, t)
        vector = np.empty_like(self.parameters)
        backward = self.backward_pass(vector, forward.result)
        backward.run(columns)
        samples = len(forward.y)
        delta = {layer: samples * backward.delta[layer].T for layer in self.W}
        return Gradients(*views(self.sizes, vector), MappingProxyType(delta), vector)

    @np.errstate(all="ignore")
    def loss_value(self, forward: Forward, t: ArrayLike) -> float:
        """E for targets t (N, n_L), without penalty; raises ShapeError."""
        columns = self._target_columns(forward, t)
        return self.mean_loss(forward.result, columns)

    @np.errstate(all="ignore")
    def per_sample_loss(self, forward: Forward, t: ArrayLike) -> Array:
        """What each sample adds to N · E, (N,); their mean is E. Raises ShapeError."""
        columns = self._target_columns(forward, t)
        output = forward.result
        terms = self._loss.terms(output.z[len(self.sizes)], output.y, columns)
        return np.asarray(terms.sum(axis=0))

    def classes(self, forward: Forward) -> NDArray[Any]:
        """Softmax output: the index of the largest y, (N,), from 0. Else y >= 0.5, (N, n_L)."""
        return decide(forward.result.y, self.largest_wins).T

    def accuracy(self, forward: Forward, t: ArrayLike) -> float:
        """The part of the samples whose classes are those of t (N, n_L), with t read like y."""
        wanted = decide(self._target_columns(forward, t), self.largest_wins)
        return hit_rate(decide(forward.result.y, self.largest_wins), wanted)

    # What the trainer runs on: the same passes, with buffers that it keeps.

    def forward_pass(self, n: int) -> ForwardPass:
        """Room for a forward pass of n samples through the parameters as they then are."""
        return ForwardPass(self._layers, n)

    def backward_pass(self, vector: Array, forward: ForwardPass) -> BackwardPass:
        """Room for the backward pass of a forward pass; it writes dE/dw into vector (P,)."""
        return BackwardPass(self._layers, self._loss, blocks(self.sizes, vector), forward)

    def mean_loss(self, result: ForwardPass, t: Array) -> float:
        """E of a forward pass for targets t (n_L, N)."""
        return self._loss.mean(result.z[len(self.sizes)], result.y, t)

    def checked_inputs(self, x: ArrayLike) -> Array:
        """x as float64 (N, n_1); raises ShapeError."""
        return checked("x", x, (None, self.sizes[0]))

    def checked_targets(self, t: ArrayLike, n: int) -> Array:
        """t as contiguous float64 (n_L, n), one column per sample; raises ShapeError."""
        return np.ascontiguousarray(checked("t", t, (n, self.sizes[-1])).T)

    def _target_columns(self, forward: Forward, t: ArrayLike) -> Array:
        return self.checked_targets(t, forward.result.y.shape[1])
