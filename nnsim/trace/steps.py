"""One pass as a list of steps: forward, loss, backward, update.

The order is that of the work with pencil and paper. Every value is the engine's own float, so the
trace agrees with `Network.forward`, `Network.gradients` and `Trainer` to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

from nnsim.engine import (
    Forward,
    Gradients,
    Network,
    Trainer,
    TrainerState,
    TrainingDiverged,
    TrainSettings,
    views,
)
from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, eta, t, z

FloatArray = npt.NDArray[np.float64]


class Phase(Enum):
    """The four parts of a pass."""

    FORWARD = "forward"
    LOSS = "loss"
    BACKWARD = "backward"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Step:
    """One number that is computed.

    Attributes:
        phase: the part of the pass.
        symbol: what is computed; in the update, the weight or bias that gets a new value.
        operands: what it is computed from, in the order of the formula.
        value: the result.
    """

    phase: Phase
    symbol: Symbol
    operands: tuple[Symbol, ...]
    value: float


@dataclass(frozen=True, eq=False)
class Trace:
    """A whole pass.

    Attributes:
        steps: in the order of the work.
        samples: N, over which E and the gradients are means.
        after: parameters and the optimizer's memory after the update, as the trainer leaves
            them; None if the update overflows, and then there are no steps for it.
    """

    steps: tuple[Step, ...]
    samples: int
    after: TrainerState | None


def trace_pass(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None = None,
    shown: int = 0,
) -> Trace:
    """Every step of one pass.

    Args:
        network: with the parameters before the pass; they are left as they are.
        x: the samples of the batch, shape (N, n_1).
        target: their targets, shape (N, n_L).
        settings: for the update.
        state: what the optimizer remembers; by default nothing yet.
        shown: the sample whose z, a and δ are the steps, from 0.
    """
    forward = network.forward(x)
    gradients = network.gradients(forward, target)
    after = _updated(network, x, target, settings, state)
    steps = (
        *_forward_steps(network, forward, shown),
        _loss_step(network, forward, target),
        *_backward_steps(network, gradients, shown),
        *(() if after is None else _update_steps(network, after)),
    )
    return Trace(steps, len(x), after)


def _forward_steps(network: Network, forward: Forward, shown: int) -> Iterator[Step]:
    for layer, W_layer in network.W.items():
        nodes, sources = W_layer.shape
        sums, outputs = [], []
        # Softmax divides by the sum over all nodes of the layer.
        whole_layer = network.activations[layer - 2] == "softmax"
        for j in range(1, nodes + 1):
            products = [
                symbol
                for k in range(1, sources + 1)
                for symbol in (W(layer, j, k), a(layer - 1, k))
            ]
            total = float(forward.z[layer][shown, j - 1])
            sums.append(Step(Phase.FORWARD, z(layer, j), (*products, b(layer, j)), total))
            needed = range(1, nodes + 1) if whole_layer else (j,)
            output = float(forward.a[layer][shown, j - 1])
            operands = tuple(z(layer, i) for i in needed)
            outputs.append(Step(Phase.FORWARD, a(layer, j), operands, output))
        if whole_layer:
            yield from (*sums, *outputs)
        else:
            yield from (step for pair in zip(sums, outputs, strict=True) for step in pair)


def _loss_step(network: Network, forward: Forward, target: FloatArray) -> Step:
    depth = len(network.sizes)
    operands = [symbol for j in range(1, network.sizes[-1] + 1) for symbol in (a(depth, j), t(j))]
    return Step(Phase.LOSS, E, tuple(operands), float(network.loss_value(forward, target)))


def _backward_steps(network: Network, gradients: Gradients, shown: int) -> Iterator[Step]:
    depth = len(network.sizes)
    for layer in range(depth, 1, -1):
        nodes, sources = network.W[layer].shape
        for j in range(1, nodes + 1):
            value = float(gradients.delta[layer][shown, j - 1])
            operands = _delta_operands(network, layer, j, depth)
            yield Step(Phase.BACKWARD, delta(layer, j), operands, value)
            for k in range(1, sources + 1):
                factors = (delta(layer, j), a(layer - 1, k))
                slope = float(gradients.W[layer][j - 1, k - 1])
                yield Step(Phase.BACKWARD, dW(layer, j, k), factors, slope)
            slope = float(gradients.b[layer][j - 1])
            yield Step(Phase.BACKWARD, db(layer, j), (delta(layer, j),), slope)


def _delta_operands(network: Network, layer: int, j: int, depth: int) -> tuple[Symbol, ...]:
    if layer == depth:
        return (a(layer, j), t(j))
    after = range(1, network.sizes[layer] + 1)
    products = [s for i in after for s in (W(layer + 1, i, j), delta(layer + 1, i))]
    return (*products, z(layer, j))


def _update_steps(network: Network, after: TrainerState) -> Iterator[Step]:
    new_W, new_b = views(network.sizes, after.parameters)
    for layer, W_layer in new_W.items():
        for j, row in enumerate(W_layer, start=1):
            for k, value in enumerate(row, start=1):
                operands = (W(layer, j, k), eta, dW(layer, j, k))
                yield Step(Phase.UPDATE, W(layer, j, k), operands, float(value))
            operands = (b(layer, j), eta, db(layer, j))
            yield Step(Phase.UPDATE, b(layer, j), operands, float(new_b[layer][j - 1]))


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
