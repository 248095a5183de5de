"""One pass as a list of steps: forward, loss, backward, update.

The order is that of the work with pencil and paper. Every value is the engine's own float, so the
trace agrees with `Network.forward`, `Network.gradients` and `Trainer` to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import fsum

from nnsim.engine import Network, TrainerState, TrainSettings
from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, eta, t, z

from .numbers import FloatArray, PassNumbers, exact_pass
from .paper import paper_pass
from .rounding import rounded
from .sequence import Block, Steps
from .step import Phase, Step


@dataclass(frozen=True, eq=False)
class Trace:
    """A whole pass.

    Attributes:
        steps: in the order of the work, made when they are looked at; without those of the update where that overflows.
        numbers: every number of the pass, of every sample.
        shown: the sample whose z, a and δ are the steps, from 0.
        decimals: to which each number is rounded as on paper; None: not at all.
        exact: with rounded numbers, those in full precision; otherwise `numbers`.
    """

    steps: Steps
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
    blocks = [
        *_forward_blocks(network, numbers, shown),
        _loss_block(numbers),
        *_backward_blocks(numbers, shown),
        *(() if numbers.after is None else _update_blocks(numbers)),
    ]
    return Trace(Steps(blocks), numbers, shown, decimals, exact)


def _forward_blocks(network: Network, numbers: PassNumbers, shown: int) -> Iterator[Block]:
    for layer, W_layer in numbers.W.items():
        nodes, sources = W_layer.shape
        # Softmax divides by the sum over all nodes of the layer.
        whole_layer = network.activations[layer - 2] == "softmax"

        def total(j: int, layer: int = layer, sources: int = sources) -> Step:
            products = [
                symbol
                for k in range(1, sources + 1)
                for symbol in (W(layer, j, k), a(layer - 1, k))
            ]
            value = float(numbers.z[layer][shown, j - 1])
            return Step(Phase.FORWARD, z(layer, j), (*products, b(layer, j)), value)

        def output(
            j: int, layer: int = layer, nodes: int = nodes, whole_layer: bool = whole_layer
        ) -> Step:
            needed = range(1, nodes + 1) if whole_layer else (j,)
            value = float(numbers.a[layer][shown, j - 1])
            return Step(Phase.FORWARD, a(layer, j), tuple(z(layer, i) for i in needed), value)

        def block(*makers: tuple[str, Callable[[int], Step]]) -> Block:
            kinds = tuple(kind for kind, _ in makers)
            return Block(
                Phase.FORWARD, layer, nodes, kinds, 0, sources,
                lambda j, slot: makers[slot][1](j),
            )  # fmt: skip

        if whole_layer:
            yield from (block(("z", total)), block(("a", output)))
        else:
            yield block(("z", total), ("a", output))


def _loss_block(numbers: PassNumbers) -> Block:
    depth, outputs = len(numbers.sizes), numbers.sizes[-1]
    operands = tuple(symbol for j in range(1, outputs + 1) for symbol in (a(depth, j), t(j)))
    step = Step(Phase.LOSS, E, operands, numbers.loss)
    return Block(Phase.LOSS, 0, 1, ("E",), 0, 0, lambda j, slot: step)


def _backward_blocks(numbers: PassNumbers, shown: int) -> Iterator[Block]:
    sizes = numbers.sizes
    for layer in range(len(sizes), 1, -1):
        nodes, sources = numbers.W[layer].shape
        products = sizes[layer] if layer < len(sizes) else 0

        def step(j: int, slot: int, layer: int = layer, sources: int = sources) -> Step:
            if slot == 0:
                value = float(numbers.delta[layer][shown, j - 1])
                operands = _delta_operands(sizes, layer, j)
                return Step(Phase.BACKWARD, delta(layer, j), operands, value)
            if slot <= sources:
                slope = float(numbers.dW[layer][j - 1, slot - 1])
                factors = (delta(layer, j), a(layer - 1, slot))
                return Step(Phase.BACKWARD, dW(layer, j, slot), factors, slope)
            slope = float(numbers.db[layer][j - 1])
            return Step(Phase.BACKWARD, db(layer, j), (delta(layer, j),), slope)

        yield Block(Phase.BACKWARD, layer, nodes, ("delta", "dW", "db"), sources, products, step)


def _delta_operands(sizes: tuple[int, ...], layer: int, j: int) -> tuple[Symbol, ...]:
    if layer == len(sizes):
        return (a(layer, j), t(j))
    after = range(1, sizes[layer] + 1)
    products = [s for i in after for s in (W(layer + 1, i, j), delta(layer + 1, i))]
    return (*products, z(layer, j))


def _update_blocks(numbers: PassNumbers) -> Iterator[Block]:
    new_W, new_b = numbers.updated
    for layer, W_layer in new_W.items():
        nodes, sources = W_layer.shape

        def step(j: int, slot: int, layer: int = layer, sources: int = sources) -> Step:
            if slot < sources:
                k = slot + 1
                operands = (W(layer, j, k), eta, dW(layer, j, k))
                value = float(new_W[layer][j - 1, k - 1])
                return Step(Phase.UPDATE, W(layer, j, k), operands, value)
            operands = (b(layer, j), eta, db(layer, j))
            return Step(Phase.UPDATE, b(layer, j), operands, float(new_b[layer][j - 1]))

        yield Block(Phase.UPDATE, layer, nodes, ("W", "b"), sources, 0, step)
