"""The table of the inspector: symbols as in a textbook, numbers that can be typed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from nnsim.notation import NumberError, format_compact, format_exact, format_number, parse_number
from nnsim.ui.number_input import NumberDelegate
from nnsim.ui.parts import Parts
from nnsim.ui.symbol_edits import set_value
from nnsim.ui.symbol_text import draw_symbol
from nnsim.ui.theme import number_font

from .differences import differences
from .quantities import Cell, Quantities, quantities

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
ROW_HEIGHT = 28
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
        self._view.selection_changed.connect(self.rebuild)
        self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Show another selection, or the same one in another network."""
        self.beginResetModel()
        self._shape = self._shape_now()
        selection, reading = self._view.selection, self._view.reading
        table = differences(selection, reading) if reading.difference else None
        self._table = table or quantities(selection, reading) or _NOTHING
        self.endResetModel()

    def _shape_now(self) -> tuple[object, ...]:
        """What the cells depend on; their values are looked up when they are painted."""
        reading = self._view.reading
        compared = reading.epoch if reading.difference else None
        return self._view.selection, reading.project.network.sizes, reading.phase, compared

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
        if cell.symbol is None:
            return None
        if cell.name:
            return cell.symbol.plain if role == ROLE.DisplayRole else None
        value = cell.value(self._view.reading)
        match role:
            case ROLE.DisplayRole:
                return self._text(cell, value)
            case ROLE.EditRole | ROLE.ToolTipRole:
                return format_exact(value)
            case ROLE.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case ROLE.ForegroundRole:
                return self._color(cell, value)
            case ROLE.FontRole:
                result = (
                    cell.symbol.kind in ("z", "a")
                    and index.column() == len(self._table.headings) - 1
                )
                return self._bold if result and cell.symbol.layer > 1 else self._font
        return None

    def _text(self, cell: Cell, value: float | None) -> str:
        """Data as it was typed, everything else with the decimals that are chosen."""
        symbol, decimals = cell.symbol, self._view.decimals
        assert symbol is not None
        if cell.factor is None and (symbol.kind in ("x", "t") or symbol.layer == 1):
            return format_compact(value, decimals)
        signed = (symbol.kind in ("W", "b") and cell.factor is None) or cell.at == "difference"
        return format_number(value, decimals, signed)

    def _color(self, cell: Cell, value: float | None) -> QColor | None:
        assert cell.symbol is not None
        weight = (cell.symbol.kind in ("W", "b") and cell.factor is None) or cell.at == "difference"
        return self._parts.theme.signed(value) if weight and value is not None else None

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


class SymbolDelegate(NumberDelegate):
    """Paints names of symbols with their layer above and their indices below."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._cell(index).name:
            option.text = ""  # painted below; the model has it for screen readers

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        cell = self._cell(index)
        if cell.symbol is None or not cell.name:
            return
        painter.save()
        area = QRectF(option.rect)
        painter.setPen(option.palette.text().color())
        baseline = area.center().y() + option.fontMetrics.ascent() / 2 - 1
        draw_symbol(painter, cell.symbol, area.left() + 8, baseline, option.font)
        painter.restore()

    def _cell(self, index: Index) -> Cell:
        model = index.model()
        assert isinstance(model, QuantityModel)
        return model.cell(index)


class QuantityTable(QTableView):
    """Name, factors, products and sums of what is selected."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._view = parts.view_state
        self._view.decimals_changed.connect(self._on_model_reset)
        self.setObjectName("quantityTable")
        self.setAccessibleName(self.tr("Quantities"))
        model = QuantityModel(parts, self.font(), self)
        self.setModel(model)
        self.setItemDelegate(SymbolDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(44)
        model.modelReset.connect(self._on_model_reset)
        self._on_model_reset()

    @Slot()
    def _on_model_reset(self) -> None:
        columns = self.model().columnCount()
        header = self.horizontalHeader()
        if columns <= 4:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            return
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        width = self.fontMetrics().horizontalAdvance("−88." + "8" * self._view.decimals) + 16
        for column in range(columns):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
