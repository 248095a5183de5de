"""Symbols painted as in a textbook: italic letter, layer above, indices below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from nnsim.notation import Symbol

from .theme import kept_by_font

_INDEX_SCALE = 0.66
_RAISE = 0.42  # of the letter's ascent
_LOWER = 0.26


@kept_by_font
def text_width(font: QFont, text: str) -> float:
    """Width in pixels. Measuring takes as long as painting, and the same texts come every frame."""
    return QFontMetricsF(font).horizontalAdvance(text)


@kept_by_font
def ascent(font: QFont) -> float:
    """Height in pixels above the baseline."""
    return QFontMetricsF(font).ascent()


@kept_by_font
def _fonts(font: QFont) -> tuple[QFont, QFont]:
    letter = QFont(font)
    letter.setItalic(True)
    index = QFont(font)
    if font.pointSizeF() > 0:
        index.setPointSizeF(font.pointSizeF() * _INDEX_SCALE)
    else:
        index.setPixelSize(max(6, round(font.pixelSize() * _INDEX_SCALE)))
    index.setBold(False)
    return letter, index


def symbol_width(symbol: Symbol, font: QFont) -> float:
    """Width in pixels of the painted symbol."""
    letter, index = _fonts(font)
    indices = max(text_width(index, symbol.superscript), text_width(index, symbol.subscript))
    return text_width(letter, symbol.letter) + 1 + indices


def draw_symbol(painter: QPainter, symbol: Symbol, x: float, baseline: float, font: QFont) -> float:
    """Paint a symbol with its left edge at x, in the painter's pen; returns its width."""
    letter, index = _fonts(font)
    height = ascent(letter)
    painter.setFont(letter)
    painter.drawText(QPointF(x, baseline), symbol.letter)
    right = x + text_width(letter, symbol.letter) + 1
    painter.setFont(index)
    if symbol.superscript:
        painter.drawText(QPointF(right, baseline - height * _RAISE), symbol.superscript)
    if symbol.subscript:
        painter.drawText(QPointF(right, baseline + height * _LOWER), symbol.subscript)
    return symbol_width(symbol, font)
