"""The samples as a table: x and t can be typed, y is what the network makes of x."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from nnsim.notation import (
    NumberError,
    Symbol,
    format_compact,
    format_exact,
    format_number,
    parse_number,
    t,
    x,
    y,
)
from nnsim.project import edits
from nnsim.ui.frame_clock import SAMPLES
from nnsim.ui.number_input import NumberDelegate
from nnsim.ui.parts import Parts
from nnsim.ui.theme import number_font

Index = QModelIndex | QPersistentModelIndex
FloatArray = npt.NDArray[np.float64]
ROLE = Qt.ItemDataRole
BLOCK = 64  # samples whose outputs are computed together, when one of them comes into sight
MAX_Y_COLUMNS = 10


class SampleModel(QAbstractTableModel):
    """Columns x_1.., t_1.., y_1.., class; a row for each sample.

    The outputs are computed for the rows in sight only, with the parameters of the moment.
    """

    def __init__(self, parts: Parts, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._view = parts.view_state
        self._font = number_font(font)
        self._outputs: dict[int, FloatArray] = {}
        self._columns = self._symbols()
        self._rows = self.rowCount()
        self._view.reading_changed.connect(self._on_reading_changed)
        self._view.decimals_changed.connect(self._on_reading_changed)

    def _symbols(self) -> list[Symbol | None]:
        """What each column holds; None for the class."""
        dataset = self._view.reading.project.dataset
        inputs = [x(i) for i in range(1, dataset.x.shape[1] + 1)]
        count = dataset.t.shape[1]
        targets = [t(j) for j in range(1, count + 1)]
        outputs = [y(j) for j in range(1, count + 1)]
        classes: list[Symbol | None] = [] if dataset.kind == "values" else [None]
        # What is looked at most comes first where there are many columns.
        if len(inputs) > MAX_Y_COLUMNS:
            return [*classes, *targets, *outputs, *inputs]
        return [*inputs, *targets, *outputs, *classes]

    def holds_short_numbers(self) -> bool:
        """Whether x and t are whole numbers of one digit, as in a truth table."""
        project = self._view.reading.project
        return all(
            bool((abs(array) < 10).all() and (array % 1 == 0).all())
            for array in (project.x, project.t)
        )

    def is_class(self, column: int) -> bool:
        """Whether a column shows the class that the network decides for."""
        return self._columns[column] is None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._view.reading.project.t)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        symbol = self._columns[index.column()]
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if symbol is not None and symbol.kind in ("x", "t"):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row, symbol = index.row(), self._columns[index.column()]
        match role:
            case ROLE.DisplayRole:
                return self._text(row, symbol)
            case ROLE.EditRole if symbol is not None:
                return format_exact(self._number(row, symbol))
            case ROLE.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case ROLE.ForegroundRole:
                return self._color(row, symbol)
            case ROLE.FontRole:
                return self._font
            case ROLE.ToolTipRole if symbol is not None:
                return format_exact(self._number(row, symbol))
        return None

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        symbol = self._columns[index.column()]
        row = index.row()
        if symbol is None or str(value) == format_exact(self._number(row, symbol)):
            return False
        try:
            number = parse_number(str(value))
        except NumberError:
            return False
        text = self.tr("Set {symbol} of sample {row}").format(symbol=symbol.plain, row=row + 1)
        target = symbol.kind == "t"
        self._parts.controller.edit(
            lambda p: edits.set_sample_value(p, row, symbol.j - 1, number, target), text
        )
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == ROLE.DisplayRole else None
        symbol = self._columns[section] if section < len(self._columns) else None
        if role == ROLE.DisplayRole:
            return self.tr("class") if symbol is None else _subscripted(symbol)
        if role == ROLE.ToolTipRole and symbol is not None and symbol.kind == "x":
            return self._view.reading.project.dataset.input_names[symbol.j - 1]
        if role == ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, row: int, symbol: Symbol | None) -> str:
        if symbol is None:
            dataset = self._view.reading.project.dataset
            return dataset.class_names[self._decided(row)]
        number = self._number(row, symbol)
        decimals = self._view.decimals
        if symbol.kind == "y":
            return format_number(number, decimals)
        return format_compact(number, decimals)

    def _number(self, row: int, symbol: Symbol) -> float:
        project = self._view.reading.project
        column = symbol.j - 1
        if symbol.kind == "x":
            return float(project.x[row, column])
        if symbol.kind == "t":
            return float(project.t[row, column])
        return float(self._outputs_of(row)[column])

    def _outputs_of(self, row: int) -> FloatArray:
        block = row // BLOCK
        if block not in self._outputs:
            reading = self._view.reading
            rows = reading.project.x[block * BLOCK : (block + 1) * BLOCK]
            self._outputs[block] = reading.network.forward(rows).y
        outputs: FloatArray = self._outputs[block][row % BLOCK]
        return outputs

    def _decided(self, row: int) -> int:
        outputs = self._outputs_of(row)
        return int(outputs[0] >= 0.5) if len(outputs) == 1 else int(outputs.argmax())

    def _color(self, row: int, symbol: Symbol | None) -> QColor | None:
        """Orange for a wrong class, as an error; the accent for a right one."""
        if symbol is not None:
            return self._parts.theme.color("muted") if symbol.kind == "y" else None
        targets = self._view.reading.project.t[row]
        wanted = int(targets[0] >= 0.5) if len(targets) == 1 else int(targets.argmax())
        right = wanted == self._decided(row)
        return self._parts.theme.color("positive" if right else "negative")

    @Slot()
    def _on_reading_changed(self) -> None:
        self._outputs.clear()
        columns, rows = self._symbols(), self.rowCount()
        if columns != self._columns or rows != self._rows:
            self.beginResetModel()
            self._columns, self._rows = columns, rows
            self.endResetModel()
        elif not self._parts.session.running or self._parts.clock.is_turn(SAMPLES):
            last = self.index(self._rows - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class SampleTable(QTableView):
    """The table; its current row is the sample that every view shows."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("sampleTable")
        self.setAccessibleName(self.tr("Samples"))
        self._view = parts.view_state
        self._model = SampleModel(parts, self.font(), self)
        self.setModel(self._model)
        self.setItemDelegate(NumberDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(26)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(38)
        self.verticalHeader().setHighlightSections(False)
        self._model.modelReset.connect(self._on_model_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._view.reading_changed.connect(self._show_sample)
        self._view.decimals_changed.connect(self._on_model_reset)
        self._on_model_reset()

    @Slot()
    def _on_model_reset(self) -> None:
        header = self.horizontalHeader()
        columns = range(self._model.columnCount())
        truth_table = len(columns) <= 5 and self._model.holds_short_numbers()
        if truth_table:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            for column in columns:
                header.resizeSection(column, self._width_of(column))
        self._show_sample()

    def _width_of(self, column: int) -> int:
        """Enough for the numbers to come, which are longer than those in sight may be."""
        names = self._view.reading.project.dataset.class_names
        number = "−8." + "8" * self._view.decimals
        texts = names if self._model.is_class(column) else (number,)
        metrics = self.fontMetrics()
        return max(44, max(metrics.horizontalAdvance(text) for text in texts) + 16)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._view.select_sample(current.row())

    @Slot()
    def _show_sample(self) -> None:
        row = self._view.sample
        if self.currentIndex().row() != row and row < self._model.rowCount():
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self._model.index(row, column))


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _subscripted(symbol: Symbol) -> str:
    return symbol.letter + symbol.subscript.translate(_SUBSCRIPTS)
