"""What stands under the pointer, or is selected, in words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from nnsim.notation import Symbol, a, b, format_number, x, z
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection


def _line(symbol: Symbol, reading: Reading, decimals: int) -> str:
    value = format_number(reading.value(symbol), decimals)
    if reading.is_tried(symbol):
        value = f"{format_number(reading.actual.value(symbol), decimals)} → {value}"
    elif reading.difference and reading.now is not None:
        value = f"{value} → {format_number(reading.now.value(symbol), decimals)}"
    return f"{symbol.html} = {value}"


def tooltip(thing: Selection, reading: Reading, decimals: int) -> str:
    """Rich text with the symbols and numbers of a node or an edge; "" for anything else."""
    match thing:
        case Symbol(kind="W", layer=layer, j=j, k=k):
            way = QCoreApplication.translate(
                "diagram", "from node {k} of layer {before} to node {j} of layer {layer}"
            ).format(k=k, before=layer - 1, j=j, layer=layer)
            return f"{_line(thing, reading, decimals)}<br>{way}"
        case Symbol(kind="a", layer=1, j=j):
            name = reading.project.dataset.input_names[j - 1]
            line = f"{x(j).html} = {_line(thing, reading, decimals)}"
            return line if name == x(j).letter + str(j) else f"{line}<br>{escape(name)}"
        case Symbol(kind="a", layer=layer, j=j):
            symbols = (z(layer, j), b(layer, j), a(layer, j))
            return "<br>".join(_line(symbol, reading, decimals) for symbol in symbols)
    return ""


def describe(thing: Selection, reading: Reading) -> str:
    """Plain text for screen readers."""
    match thing:
        case Symbol():
            return f"{thing.plain} = {format_number(reading.value(thing), 3)}"
        case Layer(number):
            return QCoreApplication.translate("diagram", "Layer {layer}").format(layer=number)
    return ""
