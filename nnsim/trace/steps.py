"""One pass as a list of steps: forward, loss, backward, update.

The order is that of the work with pencil and paper. Every value is the engine's own float, so the
trace agrees with `Network.forward`, `Network.gradients` and `Trainer` to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from math import fsum

from nnsim.engine import Network, TrainerState, TrainSettings
from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, eta, t, z

from .numbers import FloatArray, PassNumbers, exact_pass
from .paper import paper_pass
from .rounding import rounded


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

    @property
    def products(self) -> tuple[tuple[Symbol, Symbol], ...]:
        """The products that are summed up first, for z and a hidden δ; else none."""
        count = len(self.operands)
        if self.symbol.kind not in ("z", "delta") or count % 2 == 0:
            return ()
        return tuple(zip(self.operands[: count - 1 : 2], self.operands[1::2], strict=True))


@dataclass(frozen=True, eq=False)
class Trace:
    """A whole pass.

    Attributes:
        steps: in the order of the work; without those of the update where that overflows.
        numbers: every number of the pass, of every sample.
        shown: the sample whose z, a and δ are the steps, from 0.
        decimals: to which each number is rounded as on paper; None: not at all.
        exact: with rounded numbers, those in full precision; otherwise `numbers`.
    """

    steps: tuple[Step, ...]
    numbers: PassNumbers
    shown: int
    decimals: int | None
    exact: PassNumbers

    @property
    def samples(self) -> int:
        """N, over which E and the gradients are means."""
        return self.numbers.samples

    @property
    def after(self) -> TrainerState | None:
        """Parameters and the optimizer's memory after the update; None if it overflows."""
        return self.numbers.after

    def value(self, symbol: Symbol, row: int | None = None) -> float | None:
        """The number of a symbol, W and b before the update; None if there is no such place.

        Args:
            row: the sample, from 0; by default the one that is shown.
        """
        return _value(self.numbers, symbol, self.shown if row is None else row)

    def running_sum(self, step: Step, terms: int) -> float:
        """What the first `terms` products of a step's sum add up to, on paper rounded."""
        factors = ([self.value(each) or 0.0 for each in pair] for pair in step.products[:terms])
        total = fsum(one * other for one, other in factors)
        return total if self.decimals is None else float(rounded(total, self.decimals))

    def exact_value(self, step: Step) -> float | None:
        """What a step would give in full precision."""
        if step.phase is Phase.UPDATE:
            return _new_value(self.exact, step.symbol)
        return _value(self.exact, step.symbol, self.shown)


def _value(numbers: PassNumbers, symbol: Symbol, row: int) -> float | None:
    try:
        return numbers.value(symbol, row)
    except (IndexError, KeyError):
        return None


def _new_value(numbers: PassNumbers, symbol: Symbol) -> float | None:
    """W or b after the update; None if that overflows."""
    if numbers.after is None:
        return None
    new_W, new_b = numbers.updated
    if symbol.kind == "W":
        return float(new_W[symbol.layer][symbol.j - 1, symbol.k - 1])
    return float(new_b[symbol.layer][symbol.j - 1])


def trace_pass(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None = None,
    shown: int = 0,
    decimals: int | None = None,
) -> Trace:
    """Every step of one pass.

    Args:
        network: with the parameters before the pass; they are left as they are.
        x: the samples of the batch, shape (N, n_1).
        target: their targets, shape (N, n_L).
        settings: for the update.
        state: what the optimizer remembers; by default nothing yet.
        shown: the sample whose z, a and δ are the steps, from 0.
        decimals: to which every number is rounded as soon as it is computed, as on paper.
    """
    exact = exact_pass(network, x, target, settings, state)
    numbers = exact
    if decimals is not None:
        numbers = paper_pass(network, x, target, settings, state, decimals)
    steps = (
        *_forward_steps(network, numbers, shown),
        _loss_step(numbers),
        *_backward_steps(numbers, shown),
        *(() if numbers.after is None else _update_steps(numbers)),
    )
    return Trace(steps, numbers, shown, decimals, exact)


def _forward_steps(network: Network, numbers: PassNumbers, shown: int) -> Iterator[Step]:
    for layer, W_layer in numbers.W.items():
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
            total = float(numbers.z[layer][shown, j - 1])
            sums.append(Step(Phase.FORWARD, z(layer, j), (*products, b(layer, j)), total))
            needed = range(1, nodes + 1) if whole_layer else (j,)
            output = float(numbers.a[layer][shown, j - 1])
            operands = tuple(z(layer, i) for i in needed)
            outputs.append(Step(Phase.FORWARD, a(layer, j), operands, output))
        if whole_layer:
            yield from (*sums, *outputs)
        else:
            yield from (step for pair in zip(sums, outputs, strict=True) for step in pair)


def _loss_step(numbers: PassNumbers) -> Step:
    depth, outputs = len(numbers.sizes), numbers.sizes[-1]
    operands = [symbol for j in range(1, outputs + 1) for symbol in (a(depth, j), t(j))]
    return Step(Phase.LOSS, E, tuple(operands), numbers.loss)


def _backward_steps(numbers: PassNumbers, shown: int) -> Iterator[Step]:
    sizes = numbers.sizes
    for layer in range(len(sizes), 1, -1):
        nodes, sources = numbers.W[layer].shape
        for j in range(1, nodes + 1):
            value = float(numbers.delta[layer][shown, j - 1])
            yield Step(Phase.BACKWARD, delta(layer, j), _delta_operands(sizes, layer, j), value)
            for k in range(1, sources + 1):
                factors = (delta(layer, j), a(layer - 1, k))
                slope = float(numbers.dW[layer][j - 1, k - 1])
                yield Step(Phase.BACKWARD, dW(layer, j, k), factors, slope)
            slope = float(numbers.db[layer][j - 1])
            yield Step(Phase.BACKWARD, db(layer, j), (delta(layer, j),), slope)


def _delta_operands(sizes: tuple[int, ...], layer: int, j: int) -> tuple[Symbol, ...]:
    if layer == len(sizes):
        return (a(layer, j), t(j))
    after = range(1, sizes[layer] + 1)
    products = [s for i in after for s in (W(layer + 1, i, j), delta(layer + 1, i))]
    return (*products, z(layer, j))


def _update_steps(numbers: PassNumbers) -> Iterator[Step]:
    new_W, new_b = numbers.updated
    for layer, W_layer in new_W.items():
        for j, row in enumerate(W_layer, start=1):
            for k, value in enumerate(row, start=1):
                operands = (W(layer, j, k), eta, dW(layer, j, k))
                yield Step(Phase.UPDATE, W(layer, j, k), operands, float(value))
            operands = (b(layer, j), eta, db(layer, j))
            yield Step(Phase.UPDATE, b(layer, j), operands, float(new_b[layer][j - 1]))
