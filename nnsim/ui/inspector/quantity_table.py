"""The table of the inspector: symbols as in a textbook, numbers that can be typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from nnsim.notation import (
    NumberError,
    Symbol,
    format_compact,
    format_exact,
    format_number,
    format_product,
    parse_number,
)
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtCells
from nnsim.ui.symbol_delegate import SYMBOL_ROLE, SymbolDelegate
from nnsim.ui.symbol_edits import set_value
from nnsim.ui.table_copy import CopyTable
from nnsim.ui.table_paste import PasteTable
from nnsim.ui.theme import number_font

from .cells import Cell, Quantities
from .contributions import mean_of_samples
from .differences import differences
from .pasting import paste_numbers
from .quantities import quantities

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
ROW_HEIGHT = 28
NAME_WIDTH = 48  # of the column with the names of the rows, at least
_NOTHING = Quantities((), ())


class QuantityModel(QAbstractTableModel):
    """Shows what is selected, with the numbers of the moment."""

    def __init__(self, parts: Parts, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._view = parts.view_state
        self._font, self._bold = number_font(font), number_font(font, bold=True)
        self._table, self._shape = _NOTHING, self._shape_now()
        self._view.reading_changed.connect(self._on_reading_changed)
        self._view.decimals_changed.connect(self._on_reading_changed)
        self._view.selection_changed.connect(self._on_reading_changed)
        self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Show another selection, or the same one in another network."""
        self.beginResetModel()
        self._shape = self._shape_now()
        selection, reading = self._view.selection, self._view.reading
        table = differences(selection, reading) if reading.difference else None
        self._table = table or quantities(selection, reading)
        self.endResetModel()

    def _shape_now(self) -> tuple[object, ...]:
        """What the cells depend on; their values are looked up when they are painted."""
        reading, selection = self._view.reading, self._view.selection
        mean = mean_of_samples(selection, reading)
        samples = 0 if reading.position is None else reading.position.trace.samples
        compared = reading.epoch if reading.difference else None
        sizes, phase = reading.project.network.sizes, reading.phase
        return selection, sizes, phase, mean, samples, compared

    def parameter(self, row: int, column: int) -> Symbol | None:
        """The weight or bias that can be typed in a cell; None for every other cell."""
        index = self.index(row, column)
        if not index.isValid() or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return None
        symbol = self.cell(index).symbol
        return symbol if symbol is not None and symbol.kind in ("W", "b") else None

    def cell(self, index: Index) -> Cell:
        """What stands at an index."""
        return self._table.rows[index.row()][index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._table.headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        if cell.editable and cell.symbol and self._view.reading.can_be_typed(cell.symbol):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        cell = self.cell(index)
        if role == ROLE.BackgroundRole:
            lit = (
                cell.factor is None and self._view.is_pointed(cell.symbol) and self._is_shown(cell)
            )
            return self._parts.theme.color("highlight") if lit else None
        if cell.text:
            return cell.text if role == ROLE.DisplayRole else None
        if cell.symbol is None:
            return None
        if cell.name:
            return {SYMBOL_ROLE: cell.symbol, ROLE.DisplayRole: cell.symbol.plain}.get(role)
        match role:
            case ROLE.DisplayRole:
                return self._text(cell, cell.value(self._view.reading))
            case ROLE.EditRole | ROLE.ToolTipRole:
                return format_exact(cell.value(self._view.reading))
            case ROLE.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case ROLE.ForegroundRole:
                return self._color(cell)
            case ROLE.FontRole:
                result = (
                    cell.symbol.kind in ("z", "a")
                    and index.column() == len(self._table.headings) - 1
                )
                return self._bold if result and cell.symbol.layer > 1 else self._font
        return None

    def _is_shown(self, cell: Cell) -> bool:
        """Whether a cell belongs to the sample that is shown everywhere, and not to another one."""
        position = self._view.position
        return cell.row is None or (position is not None and position.trace.shown == cell.row)

    def _text(self, cell: Cell, value: float | None) -> str:
        """Data as it was typed, everything else with the decimals that are chosen.

        A product of two rounded numbers is shown in full, so that it adds up on paper.
        """
        symbol, decimals = cell.symbol, self._view.decimals
        assert symbol is not None
        factors = cell.factors(self._view.reading)
        if factors and self._view.walk.on_paper and self._view.position is not None:
            return format_product(*factors)
        if cell.factor is None and (symbol.kind in ("x", "t") or symbol.layer == 1):
            return format_compact(value, decimals)
        signed = (symbol.kind in ("W", "b") and cell.factor is None) or cell.at == "difference"
        return format_number(value, decimals, signed)

    def _color(self, cell: Cell) -> QColor | None:
        assert cell.symbol is not None
        weight = (cell.symbol.kind in ("W", "b") and cell.factor is None) or cell.at == "difference"
        value = cell.value(self._view.reading) if weight else None
        return None if value is None else self._parts.theme.signed_text(value)

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        cell = self.cell(index)
        before = format_exact(cell.value(self._view.reading))
        if cell.symbol is None or str(value) == before:
            return False
        try:
            number = parse_number(str(value))
        except NumberError:
            return False
        set_value(self._parts, cell.symbol, number)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == ROLE.DisplayRole:
                return self._table.headings[section]
            if role == ROLE.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @Slot()
    def _on_reading_changed(self) -> None:
        if self._shape_now() != self._shape:
            self.rebuild()
        elif self._table.rows:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class QuantityTable(QTableView):
    """Name, factors, products and sums of what is selected."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._view = parts.view_state
        self._view.decimals_changed.connect(self._on_model_reset)
        self._view.pass_changed.connect(self._on_model_reset)
        self.setObjectName("quantityTable")
        self.setAccessibleName(self.tr("Quantities"))
        model = QuantityModel(parts, self.font(), self)
        self.setModel(model)
        self.setItemDelegate(SymbolDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(NAME_WIDTH)
        PointingAtCells(self, self._view, self._symbol_of)
        self.copy_csv = CopyTable(self).copy
        PasteTable(self, parts.controller, partial(paste_numbers, parts, self))
        model.modelReset.connect(self._on_model_reset)
        self._on_model_reset()

    def _symbol_of(self, index: Index) -> Symbol | None:
        model = self.model()
        assert isinstance(model, QuantityModel)
        cell = model.cell(index)
        return None if cell.factor is not None else cell.symbol

    @Slot()
    def _on_model_reset(self) -> None:
        """Numbers have the width that the digits need, so that columns do not jump."""
        columns = self.model().columnCount()
        header = self.horizontalHeader()
        width = self.fontMetrics().horizontalAdvance
        digits = self._view.decimals
        usual = width(("−88." if digits < 6 else "−8.") + "8" * digits) + 16
        product = width("−8." + "8" * 2 * digits) + 16 if self._view.walk.on_paper else usual
        room = self.viewport().width()
        least = [usual] * (columns - 1) + [product]
        widths = [max(each, header.sectionSizeHint(at)) for at, each in enumerate(least[:columns])]
        if columns <= 4 and max(widths, default=0) * columns <= room:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            return
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if 1 < columns <= 4:
            widths[0] = max(NAME_WIDTH, room - sum(widths[1:]))
        for column, each in enumerate(widths):
            header.resizeSection(column, each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_model_reset()
