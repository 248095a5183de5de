"""The table of everything that follows from another number for one weight, bias or input."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFont

from nnsim.notation import Symbol, format_exact, format_number
from nnsim.trace import dependents
from nnsim.ui.parts import Parts
from nnsim.ui.symbol_delegate import SYMBOL_ROLE
from nnsim.ui.theme import number_font

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class EffectModel(QAbstractTableModel):
    """One row for each number that depends on the one that is tried: before, after, difference."""

    def __init__(self, parts: Parts, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._view = parts.view_state
        self._theme = parts.theme
        self._font = number_font(font)
        self._symbols: tuple[Symbol, ...] = ()
        self._cause: Symbol | None = None
        self._view.reading_changed.connect(self._on_changed)
        self._view.decimals_changed.connect(self._on_changed)

    def show(self, cause: Symbol | None) -> None:
        """List what depends on this W, b or x."""
        self.beginResetModel()
        spec = self._view.reading.project.network
        self._cause = cause
        found = () if cause is None else dependents(spec.sizes, spec.activations, cause)
        self._symbols = () if cause is None else (cause, *found)
        self.endResetModel()

    def symbol(self, index: Index) -> Symbol:
        """The quantity of a row."""
        return self._symbols[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._symbols)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == ROLE.DisplayRole:
                return ("", self.tr("now"), self.tr("then"), self.tr("change"))[section]
            if role == ROLE.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        symbol = self._symbols[index.row()]
        match role:
            case ROLE.DisplayRole if index.column() == 0:
                return symbol.plain
            case _ if role == SYMBOL_ROLE:
                return symbol if index.column() == 0 else None
            case ROLE.BackgroundRole:
                return self._theme.color("highlight") if self._view.is_pointed(symbol) else None
            case ROLE.DisplayRole:
                return self._text(index.column(), symbol)
            case ROLE.EditRole | ROLE.ToolTipRole if index.column():
                return format_exact(self._number(index.column(), symbol))
            case ROLE.TextAlignmentRole if index.column():
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case ROLE.ForegroundRole:
                return self._color(index.column(), symbol)
            case ROLE.FontRole:
                return self._font
        return None

    def _number(self, column: int, symbol: Symbol) -> float | None:
        reading = self._view.reading
        now, then = reading.actual.value(symbol), reading.value(symbol)
        if column == 1 or now is None or then is None:
            return now
        return then if column == 2 else then - now

    def _text(self, column: int, symbol: Symbol) -> str:
        number, decimals = self._number(column, symbol), self._view.decimals
        if column < 3:
            return format_number(number, decimals)
        return "" if not number else format_number(number, decimals, signed=True)

    def _color(self, column: int, symbol: Symbol) -> QColor | None:
        changed = self._number(3, symbol)
        if column == 3 and changed:
            return self._theme.signed_text(changed)
        return self._theme.color("accent") if column == 2 and changed else None

    @Slot()
    def _on_changed(self) -> None:
        spec = self._view.reading.project.network
        cause = self._cause
        if cause is not None and self._view.reading.value(cause) is None:
            self.show(None)
        elif cause is not None and self._symbols != (
            cause,
            *dependents(spec.sizes, spec.activations, cause),
        ):
            self.show(cause)
        elif self._symbols:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 3))
