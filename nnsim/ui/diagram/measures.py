"""How wide what is written on the diagram is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from nnsim.notation import Symbol
from nnsim.ui.symbol_text import symbol_width, text_width
from nnsim.ui.theme import number_font

from .layout import Box
from .picture import CHIP_MARGIN

GAP = 5.0  # between a name and its number
SMALLEST = 0.6  # of its size a number is still read
_EIGHTS = str.maketrans("012345679", "8" * 9)


def rect(box: Box) -> QRectF:
    """The box as Qt has it."""
    return QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)


def chip_width(symbol: Symbol, named: bool, font: QFont, decimals: int) -> float:
    """Width of the label of a weight below 100, or of a gradient below 10."""
    widest = ("−88." if symbol.kind == "W" else "−8.") + "8" * decimals
    number = QFontMetricsF(number_font(font, bold=True)).horizontalAdvance
    width = number(widest) + 2 * CHIP_MARGIN
    return width + symbol_width(symbol, font) + GAP if named else width


def sum_width(font: QFont, decimals: int, backward: bool) -> float:
    """Width of the line "z … b …" below a node, or of "δ … ∂E/∂b …" in the backward pass."""
    widest = ("∂E/∂b −8." if backward else "z −88.") + "8" * decimals
    width = QFontMetricsF(number_font(font, 0.92)).horizontalAdvance(widest)
    return 2 * width + 16


def value_font(font: QFont) -> QFont:
    """Of the number inside a node."""
    return number_font(font, 1.05, bold=True)


def value_width(font: QFont, decimals: int) -> float:
    """Width of an output below 10, written as small as can be read."""
    return SMALLEST * number_width(value_font(font), "8." + "8" * decimals)


def number_width(font: QFont, text: str) -> float:
    """Width of a number, whose figures are all as wide as an 8."""
    return text_width(font, text.translate(_EIGHTS))


def fitting(font: QFont, text: str, room: float) -> QFont:
    """The font, or a smaller one in which the text has room; not below `SMALLEST`."""
    width = number_width(font, text)
    if width <= room or font.pointSizeF() <= 0:
        return font
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * max(SMALLEST, room / width))
    return smaller
