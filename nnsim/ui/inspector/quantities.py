"""Tables of quantities: each cell is a symbol's name, its value, or a product of two values."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnsim.notation import Symbol, W, a, b, t, x, z
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection


@dataclass(frozen=True)
class Cell:
    """What a cell shows.

    Attributes:
        symbol: the quantity; None for an empty cell.
        name: show the symbol itself instead of its value.
        factor: show the product of both values.
        editable: the value can be typed.
    """

    symbol: Symbol | None = None
    name: bool = False
    factor: Symbol | None = None
    editable: bool = False

    def value(self, reading: Reading) -> float | None:
        """The number to show, if it is one."""
        if self.symbol is None or self.name:
            return None
        value = reading.value(self.symbol)
        if self.factor is None or value is None:
            return value
        factor = reading.value(self.factor)
        return None if factor is None else value * factor


@dataclass(frozen=True)
class Quantities:
    """A table: headings, which may be symbols' letters, and rows of cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


EMPTY = Cell()


def quantities(selection: Selection, reading: Reading) -> Quantities | None:
    """The table for what is selected; None if nothing is."""
    match selection:
        case Layer(number):
            return _layer(number, reading)
        case Symbol(kind="a", layer=1, j=j):
            return Quantities(("", "x"), ((Cell(x(j), name=True), Cell(x(j), editable=True)),))
        case Symbol(kind="a", layer=layer, j=j):
            return _node(layer, j, reading)
        case Symbol(kind="W", layer=layer, j=j, k=k):
            return Quantities(("", "W", "a", "W·a"), (_weight(layer, j, k),))
    return None


def _source(layer: int, k: int) -> Symbol:
    """The output that weight k of `layer` is multiplied with."""
    return a(layer - 1, k)


def _weight(layer: int, j: int, k: int) -> tuple[Cell, ...]:
    weight = W(layer, j, k)
    source = _source(layer, k)
    return (
        Cell(weight, name=True),
        Cell(weight, editable=True),
        Cell(source),
        Cell(weight, factor=source),
    )


def _node(layer: int, j: int, reading: Reading) -> Quantities:
    """The weighted sum as one would write it down: products, bias, sum, output."""
    spec = reading.project.network
    rows = [_weight(layer, j, k) for k in range(1, spec.size(layer - 1) + 1)]
    bias, total, output = b(layer, j), z(layer, j), a(layer, j)
    rows += [
        (Cell(bias, name=True), Cell(bias, editable=True), EMPTY, Cell(bias)),
        (Cell(total, name=True), EMPTY, EMPTY, Cell(total)),
        (Cell(output, name=True), EMPTY, EMPTY, Cell(output)),
    ]
    if layer == spec.depth:
        rows.append((Cell(t(j), name=True), EMPTY, EMPTY, Cell(t(j), editable=True)))
    return Quantities(("", "W", "a", "W·a"), tuple(rows))


def _layer(number: int, reading: Reading) -> Quantities:
    """One row a node: z, a, b and its row of W."""
    spec = reading.project.network
    nodes = range(1, spec.size(number) + 1)
    if number == 1:
        rows = tuple((Cell(x(j), name=True), Cell(x(j), editable=True)) for j in nodes)
        return Quantities(("", "x"), rows)
    sources = range(1, spec.size(number - 1) + 1)
    weight = QCoreApplication.translate("quantities", "W from {k}")
    headings = ("", "z", "a", "b", *(weight.format(k=k) for k in sources))
    table = tuple(
        (
            Cell(a(number, j), name=True),
            Cell(z(number, j)),
            Cell(a(number, j)),
            Cell(b(number, j), editable=True),
            *(Cell(W(number, j, k), editable=True) for k in sources),
        )
        for j in nodes
    )
    return Quantities(headings, table)
