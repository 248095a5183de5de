"""What training has made of the numbers since the epoch that is visited: then, now, difference."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.engine import address, parameter_count
from nnsim.notation import Symbol, W, a, b, z
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection

from .cells import Cell, LazyRows, Quantities


def differences(selection: Selection, reading: Reading) -> Quantities | None:
    """One row for each weight, bias, z and a of what is selected, or for every weight and bias.

    None for inputs, which stay as they are.
    """
    spec = reading.project.network
    match selection:
        case Layer(number) if number > 1:
            sources, nodes = spec.size(number - 1), spec.size(number)
            each = sources + 3  # z, a, b and its row of W

            def symbol(row: int) -> Symbol:
                j, place = row // each + 1, row % each
                if place < 3:
                    return (z, a, b)[place](number, j)
                return W(number, j, place - 2)

            return _table(LazyRows(nodes * each, lambda row: _row(symbol(row))), reading)
        case Symbol(kind="a", layer=layer, j=j) if layer > 1:
            weights = [W(layer, j, k) for k in range(1, spec.size(layer - 1) + 1)]
            symbols = [*weights, b(layer, j), z(layer, j), a(layer, j)]
            return _table([_row(symbol) for symbol in symbols], reading)
        case Symbol(kind="W") as weight:
            return _table([_row(weight)], reading)
        case None:
            count = parameter_count(spec.sizes)
            return _table(LazyRows(count, lambda row: _row(_parameter(spec.sizes, row))), reading)
    return None


def _parameter(sizes: tuple[int, ...], place: int) -> Symbol:
    _kind, layer, j, k = address(sizes, place)
    return b(layer, j) if k is None else W(layer, j, k)


def _row(symbol: Symbol) -> tuple[Cell, ...]:
    return (
        Cell(symbol, name=True),
        Cell(symbol),
        Cell(symbol, at="now"),
        Cell(symbol, at="difference"),
    )


def _table(rows, reading: Reading) -> Quantities:
    assert reading.now is not None
    epoch = QCoreApplication.translate("quantities", "epoch {epoch}").format(epoch=reading.epoch)
    now = QCoreApplication.translate("quantities", "now")
    return Quantities(("", epoch, now, "Δ"), rows)
