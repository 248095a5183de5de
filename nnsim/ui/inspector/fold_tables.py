"""What dots in a formula stand for, number by number: a matrix, or the terms of a sum. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from nnsim.engine import LOSSES
from nnsim.notation import E, Fold, Symbol, W, a, b, delta, t, z
from nnsim.trace import PassNumbers, rounded
from nnsim.ui.reading import Reading

Number = float | None


@dataclass(frozen=True)
class FoldCell:
    """A number of the table; `symbol` is the quantity, if it is one by itself."""

    value: Number
    symbol: Symbol | None = None


@dataclass(frozen=True)
class FoldTable:
    """Numbers under headings.

    Attributes:
        rows, columns: the headings.
        cell: cell(row, column), from 0.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    cell: Callable[[int, int], FoldCell]


@dataclass(frozen=True)
class Term:
    """A term of a sum: how it is written, and its number."""

    name: str
    value: Number
    symbol: Symbol | None = None


def exists(fold: Fold, reading: Reading) -> bool:
    """Whether the network still has what is folded."""
    sizes, symbol = reading.project.network.sizes, fold.symbol
    if symbol.layer > len(sizes):
        return False
    size = sizes[symbol.layer - 1] if symbol.layer else sizes[-1]
    below = sizes[symbol.layer - 2] if symbol.layer > 1 else 0
    return symbol.j <= size and symbol.k <= below


def matrix_table(fold: Fold, reading: Reading) -> FoldTable:
    """All of one kind and layer; weights that the update has computed are the new ones."""
    kind, layer = fold.symbol.kind, fold.symbol.layer
    sizes = reading.project.network.sizes
    nodes = range(1, sizes[(layer or len(sizes)) - 1] + 1)
    if fold.symbol.k:
        sources = range(1, sizes[layer - 2] + 1)
        ends = [a(layer, j).unicode for j in nodes]
        starts = [a(layer - 1, k).unicode for k in sources]

        def cell(row: int, column: int) -> FoldCell:
            j, k = (column, row) if fold.transposed else (row, column)
            symbol = Symbol(kind, layer, j + 1, k + 1)
            return FoldCell(reading.value(symbol), symbol)

        return FoldTable(starts, ends, cell) if fold.transposed else FoldTable(ends, starts, cell)
    names = [Symbol(kind, layer, j).unicode for j in nodes]

    def of_node(row: int, column: int) -> FoldCell:
        symbol = Symbol(kind, layer, max(row, column) + 1)
        return FoldCell(reading.value(symbol), symbol)

    heading = [Symbol(kind, layer, 1).letter]
    return (
        FoldTable(names, heading, of_node)
        if fold.transposed
        else FoldTable(heading, names, of_node)
    )


def terms_table(
    symbol: Symbol, reading: Reading, headings: tuple[str, str], decimals: int | None
) -> FoldTable:
    """The terms of a sum, and what they add up to so far.

    Args:
        headings: of the two columns.
        decimals: to which the running total is rounded as it is written down; None: not at all.
    """
    terms = list(_TERMS[symbol.kind](symbol, reading))
    totals = list(accumulate((term.value for term in terms), _plus))
    if decimals is not None:
        totals = [None if each is None else float(rounded(each, decimals)) for each in totals]

    def cell(row: int, column: int) -> FoldCell:
        term = terms[row]
        return FoldCell(totals[row]) if column else FoldCell(term.value, term.symbol)

    return FoldTable([term.name for term in terms], headings, cell)


def _plus(one: Number, other: Number) -> Number:
    return None if one is None or other is None else one + other


def _product(reading: Reading, total: Symbol, term: int, one: Symbol, other: Symbol) -> Term:
    """A product that is shown once the pass has added it."""
    position = reading.position
    factors = [reading.before_update(one), reading.before_update(other)]
    added = position is None or position.has_added(total, term)
    known = added and None not in factors
    value = (factors[0] or 0.0) * (factors[1] or 0.0) if known else None
    return Term(f"{one.unicode} · {other.unicode}", value)


def _of_z(symbol: Symbol, reading: Reading) -> Iterable[Term]:
    layer, j = symbol.layer, symbol.j
    sources = reading.project.network.size(layer - 1)
    for k in range(1, sources + 1):
        yield _product(reading, symbol, k, W(layer, j, k), a(layer - 1, k))
    position, bias = reading.position, b(layer, j)
    added = position is None or position.has_added(symbol, sources + 1)
    yield Term(bias.unicode, reading.before_update(bias) if added else None, bias)


def _of_delta(symbol: Symbol, reading: Reading) -> Iterable[Term]:
    """The products of a hidden δ; of δ of the output layer, which has no long sum, itself."""
    layer, j, network = symbol.layer, symbol.j, reading.project.network
    if layer == network.depth:
        yield Term(symbol.unicode, reading.value(symbol), symbol)
        return
    for i in range(1, network.size(layer + 1) + 1):
        yield _product(reading, symbol, i, W(layer + 1, i, j), delta(layer + 1, i))


def _of_softmax(symbol: Symbol, reading: Reading) -> Iterable[Term]:
    for k in range(1, reading.project.network.size(symbol.layer) + 1):
        sum_ = z(symbol.layer, k)
        value = reading.before_update(sum_)
        with np.errstate(over="ignore"):
            yield Term(f"exp {sum_.unicode}", None if value is None else float(np.exp(value)))


def _of_loss(_: Symbol, reading: Reading) -> Iterable[Term]:
    """What each sample adds; of one sample, each output."""
    position = reading.position
    known = position is None or not position.is_computed_later(E)
    if position is not None and position.trace.samples > 1:
        trace = position.trace
        for row, loss in zip(trace.rows, trace.numbers.losses.tolist(), strict=True):
            yield Term(f"n = {row + 1}", loss if known else None)
        return
    spec = reading.project.network
    nodes = range(1, spec.size(spec.depth) + 1)
    if position is not None:
        for j, value in enumerate(position.trace.numbers.terms[0].tolist(), start=1):
            yield Term(f"j = {j}", value if known else None)
        return
    columns = [
        np.array([[reading.before_update(each(j)) or 0.0] for j in nodes])
        for each in (lambda j: z(spec.depth, j), lambda j: a(spec.depth, j), t)
    ]
    terms = LOSSES[spec.loss].terms(*columns)[:, 0].tolist()
    for j, value in zip(nodes, terms, strict=True):
        yield Term(f"j = {j}", value if known else None)


def _of_gradient(symbol: Symbol, reading: Reading) -> Iterable[Term]:
    """What each sample of the pass adds to ∂E/∂W or ∂E/∂b."""
    position = reading.position
    if position is None:
        return
    numbers: PassNumbers = position.trace.numbers
    slopes = numbers.delta[symbol.layer][:, symbol.j - 1]
    if symbol.kind == "dW":
        slopes = slopes * numbers.a[symbol.layer - 1][:, symbol.k - 1]
    known = not position.is_computed_later(symbol)
    for row, value in zip(position.trace.rows, slopes.tolist(), strict=True):
        yield Term(f"n = {row + 1}", value if known else None)


_TERMS: dict[str, Callable[[Symbol, Reading], Iterable[Term]]] = {
    "z": _of_z,
    "a": _of_softmax,
    "delta": _of_delta,
    "E": _of_loss,
    "dW": _of_gradient,
    "db": _of_gradient,
}
