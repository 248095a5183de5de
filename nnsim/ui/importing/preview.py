"""Two tables of the import dialog: the first rows, and what becomes of each column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from nnsim.data.tables import Column, Prepared, Rows, Table, Use

from .words import becomes, scaling_steps, use_title

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PreviewModel(QAbstractTableModel):
    """The first rows of a table as they stand in the file."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._rows: Rows = ()
        self._numbers: tuple[int, ...] = ()

    def show_table(self, table: Table | None) -> None:
        """Show the beginning of a table; None: nothing."""
        if table is None:
            self._show((), (), ())
            return
        names = tuple(column.name for column in table.columns)
        self._show(names, table.first, tuple(table.rows[: len(table.first)].tolist()))

    def show_rows(self, rows: Rows) -> None:
        """Show what cannot be read as a table."""
        width = max(map(len, rows), default=0)
        names = tuple(f"#{number}" for number in range(1, width + 1))
        self._show(names, rows, tuple(range(1, len(rows) + 1)))

    def _show(self, names: tuple[str, ...], rows: Rows, numbers: tuple[int, ...]) -> None:
        self.beginResetModel()
        self._names, self._rows, self._numbers = names, rows, numbers
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.DisplayRole:
            row = self._rows[index.row()]
            return row[index.column()] if index.column() < len(row) else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._names[section]
        return str(self._numbers[section])


class ColumnsModel(QAbstractTableModel):
    """Each column of a table: its name, its use, what it becomes, how many values are missing.

    Attributes:
        uses: of each column.

    Signals:
        uses_changed(): a person chose another use.
    """

    uses_changed = Signal()

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.uses: tuple[Use, ...] = ()
        self._columns: tuple[Column, ...] = ()
        self._missing: tuple[int, ...] = ()
        self._known: dict[tuple[int, Use], str] = {}
        self._scaled: dict[str, str] = {}

    def show(
        self, columns: tuple[Column, ...], uses: tuple[Use, ...], missing: tuple[int, ...]
    ) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._columns, self.uses, self._missing, self._known = columns, uses, missing, {}
        self.endResetModel()

    def show_scaling(self, prepared: Prepared | None) -> None:
        """Show by which numbers the inputs are scaled; None: not yet known."""
        scaled = {} if prepared is None else scaling_steps(prepared)
        if scaled != self._scaled:
            self._scaled = scaled
            self.dataChanged.emit(self.index(0, 2), self.index(len(self.uses) - 1, 2))

    def use(self, rows: Iterable[int], use: Use) -> None:
        """Use some columns in another way."""
        chosen = set(rows)
        uses = tuple(use if row in chosen else old for row, old in enumerate(self.uses))
        if uses == self.uses:
            return
        self.uses = uses
        self.dataChanged.emit(self.index(0, 0), self.index(len(uses) - 1, 3))
        self.uses_changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row, place = index.row(), index.column()
        if role == _Role.TextAlignmentRole and place == 3:
            return _RIGHT
        if role == _Role.ToolTipRole and place == 2:
            return self._becomes(row)
        if role != _Role.DisplayRole:
            return None
        if place == 3:
            return f"{self._missing[row]:,}" if self._missing[row] else "—"
        if place == 2:
            return self._becomes(row)
        return use_title(self.uses[row]) if place else self._columns[row].name

    def _becomes(self, row: int) -> str:
        if self.uses[row] is Use.NUMBER_INPUT and self._columns[row].name in self._scaled:
            return self._scaled[self._columns[row].name]
        key = row, self.uses[row]
        if key not in self._known:
            self._known[key] = becomes(self._columns[row], self.uses[row])
        return self._known[key]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == _Role.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return _RIGHT if section == 3 else LEFT
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        titles = (self.tr("Column"), self.tr("Used as"), self.tr("Becomes"), self.tr("Missing"))
        return titles[section]
