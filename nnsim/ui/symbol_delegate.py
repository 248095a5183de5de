"""Names of symbols in tables, with their layer above and their indices below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from nnsim.notation import Symbol

from .number_input import NumberDelegate
from .symbol_text import draw_symbol

Index = QModelIndex | QPersistentModelIndex
SYMBOL_ROLE = Qt.ItemDataRole.UserRole + 1  # the Symbol whose name a cell shows, or None


class SymbolDelegate(NumberDelegate):
    """Paints the symbols of SYMBOL_ROLE; the cell's text is for screen readers.

    Below all lies the BackgroundRole, which a style sheet for items leaves out.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(SYMBOL_ROLE) is not None:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lit = index.data(Qt.ItemDataRole.BackgroundRole)
        if lit is not None:
            painter.fillRect(option.rect, lit)
        super().paint(painter, option, index)
        symbol = index.data(SYMBOL_ROLE)
        if not isinstance(symbol, Symbol):
            return
        painter.save()
        area = QRectF(option.rect)
        painter.setPen(option.palette.text().color())
        baseline = area.center().y() + option.fontMetrics.ascent() / 2 - 1
        draw_symbol(painter, symbol, area.left() + 8, baseline, option.font)
        painter.restore()
