"""A window of its own for what dots in a formula stand for: a matrix, or the terms of a sum."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QTableView, QVBoxLayout, QWidget

from nnsim.notation import Fold, Symbol, format_exact, format_number
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtCells
from nnsim.ui.symbol_delegate import SymbolDelegate
from nnsim.ui.table_copy import CopyTable
from nnsim.ui.theme import number_font

from .fold_tables import FoldCell, FoldTable, exists, matrix_table, terms_table

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
ROW_HEIGHT = 24
_NOTHING = FoldTable((), (), lambda row, column: FoldCell(None))


class FoldModel(QAbstractTableModel):
    """The numbers, current with the step."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._view = parts.view_state
        self._theme = parts.theme
        self._fold: Fold | None = None
        self._table = _NOTHING

    def show_fold(self, fold: Fold | None) -> None:
        """Show these numbers as they are now; None: nothing."""
        same = fold == self._fold
        self._fold = fold
        table = _NOTHING if fold is None else self._made(fold)
        same = same and (len(table.rows), len(table.columns)) == (
            self.rowCount(),
            self.columnCount(),
        )
        if not same:
            self.beginResetModel()
        self._table = table
        if not same:
            self.endResetModel()
        elif table.rows and table.columns:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _made(self, fold: Fold) -> FoldTable:
        if fold.is_matrix:
            return matrix_table(fold, self._view.reading)
        walk, open_ = self._view.walk, self._view.position is not None
        decimals = self._view.decimals if walk.on_paper and open_ else None
        headings = self.tr("value"), self.tr("running total")
        return terms_table(fold.symbol, self._view.reading, headings, decimals)

    def cell(self, index: Index) -> FoldCell:
        """What stands at an index."""
        return self._table.cell(index.row(), index.column())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        cell = self.cell(index)
        match role:
            case ROLE.DisplayRole:
                return format_number(cell.value, self._view.decimals)
            case ROLE.EditRole | ROLE.ToolTipRole:
                return format_exact(cell.value)
            case ROLE.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case ROLE.BackgroundRole:
                lit = self._view.is_pointed(cell.symbol)
                return self._theme.color("highlight") if lit else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if role != ROLE.DisplayRole:
            return None
        across = orientation is Qt.Orientation.Horizontal
        return (self._table.columns if across else self._table.rows)[section]

    def csv_rows(self) -> Iterator[list[str]]:
        """The headings, and each row with its own, numbers in full precision."""
        yield ["", *self._table.columns]
        for row, name in enumerate(self._table.rows):
            cells = (self._table.cell(row, column) for column in range(self.columnCount()))
            yield [name, *(format_exact(cell.value) for cell in cells)]


class MatrixWindow(QDialog):
    """Can be resized and stays beside the main window; Esc closes it."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("matrixWindow")
        self.setModal(False)
        self.setSizeGripEnabled(True)
        self._view = parts.view_state
        self._fold: Fold | None = None
        self._about = QLabel()
        self._about.setObjectName("matrixAbout")
        self._about.setProperty("role", "muted")
        self._about.setTextFormat(Qt.TextFormat.RichText)
        self._model = FoldModel(parts, self)
        self._table = self._build_table()
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self._table, 1)
        for signal in (self._view.reading_changed, self._view.decimals_changed):
            signal.connect(self._show)

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("matrixTable")
        table.setAccessibleName(self.tr("Numbers of the matrix or sum"))
        table.setModel(self._model)
        table.setItemDelegate(SymbolDelegate(table))
        table.setTabKeyNavigation(False)
        table.setFont(number_font(self.font()))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.horizontalHeader().setMinimumSectionSize(44)
        PointingAtCells(table, self._view, self._symbol_of)
        CopyTable(table, self._model.csv_rows)
        return table

    def _symbol_of(self, index: QModelIndex) -> Symbol | None:
        return self._model.cell(index).symbol

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def open_fold(self, fold: Fold) -> None:
        """Show what these dots stand for, in front."""
        self._fold = fold
        self.show()
        self._show()
        self.raise_()
        self.activateWindow()
        self._table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Nothing is worked out while the window is closed; what is gone closes it."""
        fold = self._fold
        if fold is None or not self.isVisible():
            return
        if not exists(fold, self._view.reading):
            self._fold = None
            self._model.show_fold(None)
            self.close()
            return
        self._model.show_fold(fold)
        name = fold.symbol
        if fold.is_matrix:
            what = self.tr("All {letter} of layer {layer}: {rows} × {columns}").format(
                letter=f"<i>{name.letter}</i>",
                layer=name.layer or self._view.reading.project.network.depth,
                rows=self._model.rowCount(),
                columns=self._model.columnCount(),
            )
        else:
            what = self.tr("Terms of {name}: {count}").format(
                name=name.html, count=self._model.rowCount()
            )
        self._about.setText(what)
        self.setWindowTitle(name.letter if fold.is_matrix else name.unicode)
        width = self.fontMetrics().horizontalAdvance("−88." + "8" * self._view.decimals) + 20
        self._table.horizontalHeader().setDefaultSectionSize(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter is for the table: a dialog would press a button.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
