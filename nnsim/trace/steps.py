"""One pass of one sample as a list of steps: forward, loss, backward, update.

The order is that of the work with pencil and paper. Every value is the engine's own float, so the
trace agrees with `Network.forward`, `Network.gradients` and `Trainer` to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

from nnsim.engine import Forward, Gradients, Network, Trainer, TrainSettings, views
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


def trace_pass(
    network: Network, x: FloatArray, target: FloatArray, settings: TrainSettings
) -> tuple[Step, ...]:
    """Every step of one pass.

    Args:
        network: with the parameters before the pass; they are left as they are.
        x: the sample, shape (1, n_1).
        target: its targets, shape (1, n_L).
        settings: for the update; the optimizer starts without memory.
    """
    forward = network.forward(x)
    gradients = network.gradients(forward, target)
    return (
        *_forward_steps(network, forward),
        _loss_step(network, forward, target),
        *_backward_steps(network, gradients),
        *_update_steps(network, x, target, settings),
    )


def _forward_steps(network: Network, forward: Forward) -> Iterator[Step]:
    for layer, W_layer in network.W.items():
        nodes, sources = W_layer.shape
        for j in range(1, nodes + 1):
            products = [
                symbol
                for k in range(1, sources + 1)
                for symbol in (W(layer, j, k), a(layer - 1, k))
            ]
            total = float(forward.z[layer][0, j - 1])
            yield Step(Phase.FORWARD, z(layer, j), (*products, b(layer, j)), total)
        for j in range(1, nodes + 1):
            # Softmax divides by the sum over all nodes of the layer.
            whole_layer = network.activations[layer - 2] == "softmax"
            sums = range(1, nodes + 1) if whole_layer else (j,)
            output = float(forward.a[layer][0, j - 1])
            yield Step(Phase.FORWARD, a(layer, j), tuple(z(layer, i) for i in sums), output)


def _loss_step(network: Network, forward: Forward, target: FloatArray) -> Step:
    depth = len(network.sizes)
    operands = [symbol for j in range(1, network.sizes[-1] + 1) for symbol in (a(depth, j), t(j))]
    return Step(Phase.LOSS, E, tuple(operands), float(network.loss_value(forward, target)))


def _backward_steps(network: Network, gradients: Gradients) -> Iterator[Step]:
    depth = len(network.sizes)
    for layer in range(depth, 1, -1):
        nodes, sources = network.W[layer].shape
        for j in range(1, nodes + 1):
            value = float(gradients.delta[layer][0, j - 1])
            operands = _delta_operands(network, layer, j, depth)
            yield Step(Phase.BACKWARD, delta(layer, j), operands, value)
        for j in range(1, nodes + 1):
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


def _update_steps(
    network: Network, x: FloatArray, target: FloatArray, settings: TrainSettings
) -> Iterator[Step]:
    new_W, new_b = views(network.sizes, _updated(network, x, target, settings))
    for layer, W_layer in new_W.items():
        for j, row in enumerate(W_layer, start=1):
            for k, value in enumerate(row, start=1):
                operands = (W(layer, j, k), eta, dW(layer, j, k))
                yield Step(Phase.UPDATE, W(layer, j, k), operands, float(value))
            operands = (b(layer, j), eta, db(layer, j))
            yield Step(Phase.UPDATE, b(layer, j), operands, float(new_b[layer][j - 1]))


def _updated(
    network: Network, x: FloatArray, target: FloatArray, settings: TrainSettings
) -> FloatArray:
    """The parameters (P,) after one update, made by the trainer itself."""
    copy = Network(network.sizes, network.activations, network.loss, parameters=network.parameters)
    trainer = Trainer(copy, x, target, replace(settings, batch_size=None))
    trainer.run_epoch()
    updated: FloatArray = trainer.state.parameters
    return updated
