"""The steps of each phase and layer: what is computed, and from what."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, eta, t, z

from .numbers import PassNumbers
from .sequence import Block
from .step import Phase, Step


def blocks_of(numbers: PassNumbers, shown: int, softmax: Collection[int]) -> Iterator[Block]:
    """All steps of a pass; without those of the update where that overflows.

    Args:
        numbers: of the pass.
        shown: the sample whose z, a and δ are the steps, from 0.
        softmax: the layers that divide by the sum over all their nodes.
    """
    layers = sorted(numbers.W)
    for layer in layers:
        if layer in softmax:
            yield from (_sums(numbers, shown, layer), _shares(numbers, shown, layer))
        else:
            yield _sums_and_outputs(numbers, shown, layer)
    yield _loss(numbers)
    for layer in reversed(layers):
        yield _gradients(numbers, shown, layer)
    if numbers.after is not None:
        yield from (_new_parameters(numbers, layer) for layer in layers)


def _sum(numbers: PassNumbers, shown: int, layer: int, j: int) -> Step:
    sources = range(1, numbers.W[layer].shape[1] + 1)
    products = [symbol for k in sources for symbol in (W(layer, j, k), a(layer - 1, k))]
    value = float(numbers.z[layer][shown, j - 1])
    return Step(Phase.FORWARD, z(layer, j), (*products, b(layer, j)), value)


def _output(
    numbers: PassNumbers, shown: int, layer: int, j: int, operands: tuple[Symbol, ...]
) -> Step:
    value = float(numbers.a[layer][shown, j - 1])
    return Step(Phase.FORWARD, a(layer, j), operands, value)


def _sums_and_outputs(numbers: PassNumbers, shown: int, layer: int) -> Block:
    def make(j: int, slot: int) -> Step:
        if slot:
            return _output(numbers, shown, layer, j, (z(layer, j),))
        return _sum(numbers, shown, layer, j)

    nodes, sources = numbers.W[layer].shape
    return Block(Phase.FORWARD, layer, nodes, ("z", "a"), 0, sources, make)


def _sums(numbers: PassNumbers, shown: int, layer: int) -> Block:
    nodes, sources = numbers.W[layer].shape
    return Block(
        Phase.FORWARD, layer, nodes, ("z",), 0, sources,
        lambda j, slot: _sum(numbers, shown, layer, j),
    )  # fmt: skip


def _shares(numbers: PassNumbers, shown: int, layer: int) -> Block:
    nodes = len(numbers.W[layer])
    sums = tuple(z(layer, j) for j in range(1, nodes + 1))
    return Block(
        Phase.FORWARD, layer, nodes, ("a",), 0, 0,
        lambda j, slot: _output(numbers, shown, layer, j, sums),
    )  # fmt: skip


def _loss(numbers: PassNumbers) -> Block:
    depth, outputs = len(numbers.sizes), numbers.sizes[-1]
    operands = tuple(symbol for j in range(1, outputs + 1) for symbol in (a(depth, j), t(j)))
    step = Step(Phase.LOSS, E, operands, numbers.loss)
    return Block(Phase.LOSS, 0, 1, ("E",), 0, 0, lambda j, slot: step)


def _gradients(numbers: PassNumbers, shown: int, layer: int) -> Block:
    nodes, sources = numbers.W[layer].shape
    sizes = numbers.sizes

    def make(j: int, slot: int) -> Step:
        if slot == 0:
            value = float(numbers.delta[layer][shown, j - 1])
            return Step(Phase.BACKWARD, delta(layer, j), _delta_operands(sizes, layer, j), value)
        if slot <= sources:
            slope = float(numbers.dW[layer][j - 1, slot - 1])
            factors = (delta(layer, j), a(layer - 1, slot))
            return Step(Phase.BACKWARD, dW(layer, j, slot), factors, slope)
        slope = float(numbers.db[layer][j - 1])
        return Step(Phase.BACKWARD, db(layer, j), (delta(layer, j),), slope)

    products = sizes[layer] if layer < len(sizes) else 0
    return Block(Phase.BACKWARD, layer, nodes, ("delta", "dW", "db"), sources, products, make)


def _delta_operands(sizes: tuple[int, ...], layer: int, j: int) -> tuple[Symbol, ...]:
    if layer == len(sizes):
        return (a(layer, j), t(j))
    after = range(1, sizes[layer] + 1)
    products = [s for i in after for s in (W(layer + 1, i, j), delta(layer + 1, i))]
    return (*products, z(layer, j))


def _new_parameters(numbers: PassNumbers, layer: int) -> Block:
    new_W, new_b = numbers.updated
    nodes, sources = new_W[layer].shape

    def make(j: int, slot: int) -> Step:
        if slot == sources:
            operands = (b(layer, j), eta, db(layer, j))
            return Step(Phase.UPDATE, b(layer, j), operands, float(new_b[layer][j - 1]))
        weight, gradient = W(layer, j, slot + 1), dW(layer, j, slot + 1)
        value = float(new_W[layer][j - 1, slot])
        return Step(Phase.UPDATE, weight, (weight, eta, gradient), value)

    return Block(Phase.UPDATE, layer, nodes, ("W", "b"), sources, 0, make)
