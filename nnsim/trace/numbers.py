"""Every number of one pass, under its symbol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.engine import (
    LOSSES,
    OPTIMIZERS,
    Network,
    Trainer,
    TrainerState,
    TrainingDiverged,
    TrainSettings,
    views,
)
from nnsim.notation import Memory, Symbol

from .effects import parameter_index
from .rounding import rounded

FloatArray = npt.NDArray[np.float64]
ByLayer = Mapping[int, FloatArray]


@dataclass(frozen=True, eq=False)
class PassNumbers:
    """The numbers of N samples that go through a network, and of the update that follows.

    Attributes:
        t: targets, (N, n_L).
        W, b: what the pass computes with, by layer 2..L, (n_l, n_{l-1}) and (n_l,).
        z, a, delta: by layer, (N, n_l); a[1] is x. δ is ∂E/∂z, where E is that of the sample.
        loss: E, the mean over the N samples.
        losses: E of each sample alone, (N,); E of them all is their mean.
        terms: what each output of each sample adds to N · E, (N, n_L).
        dW, db: ∂E/∂W and ∂E/∂b, shaped like W and b.
        settings: of the update.
        before: parameters and the optimizer's memory before it; None: it remembers nothing yet.
        after: parameters and the optimizer's memory after the update; None if it overflows.
        da: ∂E/∂a of hidden layers with softmax, (N, n_l), which every δ of the layer depends on.
        decimals: to which each number is rounded as it is written down; None: it is not.
    """

    t: FloatArray
    W: ByLayer
    b: ByLayer
    z: ByLayer
    a: ByLayer
    delta: ByLayer
    loss: float
    losses: FloatArray
    terms: FloatArray
    dW: ByLayer
    db: ByLayer
    settings: TrainSettings
    before: TrainerState | None
    after: TrainerState | None
    da: ByLayer = field(default_factory=dict)
    decimals: int | None = None

    @property
    def samples(self) -> int:
        """N."""
        return len(self.t)

    @property
    def sizes(self) -> tuple[int, ...]:
        """(n_1, ..., n_L)."""
        return tuple(self.a[layer].shape[1] for layer in sorted(self.a))

    @cached_property
    def updated(self) -> tuple[ByLayer, ByLayer]:
        """W and b after the update; empty if it overflows."""
        return ({}, {}) if self.after is None else views(self.sizes, self.after.parameters)

    def memory(self, symbol: Symbol) -> Memory | None:
        """What the optimizer remembers of W or b; None if the update overflows."""
        if self.after is None:
            return None
        optimizer = self.settings.optimizer
        place = parameter_index(self.sizes, symbol)
        new = self.after.optimizer_state[:, place].tolist()
        old = [0.0] * len(new)
        if self.before is not None and self.before.optimizer == optimizer:
            old = self.before.optimizer_state[:, place].tolist()
        uses = OPTIMIZERS[optimizer].uses
        constants = {name: getattr(self.settings, name) for name in uses}
        gradient = self._with_penalties(symbol)
        return Memory(constants, tuple(old), tuple(new), self.after.updates, gradient)

    def _with_penalties(self, symbol: Symbol) -> float:
        """The derivative by W or b that the optimizer is given."""
        layer, j, k = symbol.layer, symbol.j - 1, symbol.k - 1
        if symbol.kind == "b":
            return float(self.db[layer][j])
        slope = self.dW[layer][j, k] + penalty_slopes(self.W[layer][j, k], self.settings)
        return float(slope if self.decimals is None else rounded(slope, self.decimals))

    def value(self, symbol: Symbol, row: int) -> float:
        """The number of a symbol, where it belongs to a sample that of row 0..N-1.

        W and b are those before the update. Raises KeyError or IndexError for a symbol that this
        network has not.
        """
        layer, j, k = symbol.layer, symbol.j - 1, symbol.k - 1
        match symbol.kind:
            case "x":
                return float(self.a[1][row, j])
            case "y":
                return float(self.a[len(self.a)][row, j])
            case "t":
                return float(self.t[row, j])
            case "z" | "a" | "delta" | "da":
                of_nodes: ByLayer = getattr(self, symbol.kind)
                return float(of_nodes[layer][row, j])
            case "W" | "dW":
                of_edges: ByLayer = getattr(self, symbol.kind)
                return float(of_edges[layer][j, k])
            case "b" | "db":
                of_layer: ByLayer = getattr(self, symbol.kind)
                return float(of_layer[layer][j])
            case "E":
                return self.loss
            case "eta":
                return self.settings.learning_rate
            case "N":
                return float(self.samples)
        raise KeyError(symbol)


def penalty_slopes(weights: FloatArray, settings: TrainSettings) -> FloatArray:
    """The slopes of λ2/2 · Σ W² and λ1 · Σ |W|, shaped like the weights."""
    slopes: FloatArray = settings.l2 * weights + settings.l1 * np.sign(weights)
    return slopes


def exact_pass(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None,
) -> PassNumbers:
    """The engine's own floats; the arguments are those of `trace_pass`."""
    forward = network.forward(x)
    gradients = network.gradients(forward, target)
    depth = len(network.sizes)
    copy = Network(network.sizes, network.activations, network.loss, parameters=network.parameters)
    return PassNumbers(
        target,
        copy.W,
        copy.b,
        forward.z,
        forward.a,
        gradients.delta,
        network.loss_value(forward, target),
        network.per_sample_loss(forward, target),
        LOSSES[network.loss].terms(forward.z[depth].T, forward.a[depth].T, target.T).T,
        gradients.W,
        gradients.b,
        settings,
        state,
        _updated(network, x, target, settings, state),
        {
            layer: gradients.delta[layer + 1] @ copy.W[layer + 1]
            for layer, activation in enumerate(network.activations[:-1], start=2)
            if activation == "softmax"
        },
    )


def _updated(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None,
) -> TrainerState | None:
    """The state after one update of the whole batch, made by the trainer itself."""
    copy = Network(network.sizes, network.activations, network.loss, parameters=network.parameters)
    trainer = Trainer(copy, x, target, replace(settings, batch_size=None), state=state)
    try:
        trainer.run_epoch()
    except TrainingDiverged:
        return None
    return trainer.state
