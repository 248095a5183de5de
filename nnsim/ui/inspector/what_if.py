"""What if: try another number for one weight, bias or input, and keep or drop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nnsim.notation import NumberError, Symbol, W, b, format_exact, parse_number, x
from nnsim.ui.number_input import complain
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtCells
from nnsim.ui.selection import Selection
from nnsim.ui.symbol_delegate import SymbolDelegate
from nnsim.ui.symbol_edits import set_value
from nnsim.ui.table_copy import CopyTable
from nnsim.ui.theme import number_font

from .effects import EffectModel
from .quantity_table import NAME_WIDTH, ROW_HEIGHT

TICKS = 100  # of the slider to each side
LEAST_REACH = 2.0  # how far it reaches to each side, at least
MAX_CHOICES = 128


class WhatIf(QWidget):
    """The number that is tried, and what it does to every number that depends on it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("whatIf")
        self._parts = parts
        self._view = parts.view_state
        self._hint = QLabel(
            self.tr("Select a weight, a node or an input: here you can try another number for it.")
        )
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "muted")
        self._model = EffectModel(parts, self.font(), self)
        self._controls = self._build_controls()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(self._controls)
        self._table = self._build_table()
        column.addWidget(self._table, 1)
        column.addStretch(0)
        self._view.selection_changed.connect(self._show_selection)
        self._view.reading_changed.connect(self._show_value)
        parts.session.state_changed.connect(self._show_value)
        self._show_selection()

    def _build_controls(self) -> QWidget:
        self._symbol = QComboBox()
        self._symbol.setObjectName("whatIfSymbol")
        self._symbol.setAccessibleName(self.tr("Number to try another value for"))
        self._symbol.activated.connect(self._on_symbol_chosen)
        self._number = QLineEdit()
        self._number.setObjectName("whatIfValue")
        self._number.setAccessibleName(self.tr("Value to try"))
        self._number.setFont(number_font(self.font()))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.returnPressed.connect(self._on_typed)
        self._number.editingFinished.connect(self._on_typed)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("whatIfSlider")
        self._slider.setAccessibleName(self.tr("Value to try, around the present one"))
        self._slider.setRange(-TICKS, TICKS)
        self._slider.setPageStep(TICKS // 10)
        self._slider.valueChanged.connect(self._on_slid)
        self._keep = self._button("whatIfKeep", self.tr("Keep"), self.keep)
        self._keep.setToolTip(self.tr("Take the number over, as one step that can be undone"))
        self._drop = self._button("whatIfDrop", self.tr("Drop"), self._view.drop_trial)
        self._drop.setToolTip(self.tr("Show the numbers as they are again"))
        controls = QWidget()
        rows = QVBoxLayout(controls)
        rows.setContentsMargins(0, 0, 0, 0)
        for widgets in (
            (self._symbol, self._number),
            (self._slider,),
            (self._keep, self._drop),
        ):
            row = QHBoxLayout()
            for widget in widgets:
                row.addWidget(widget, 1)
            rows.addLayout(row)
        return controls

    def _button(self, name: str, text: str, action) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(action)
        return button

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("whatIfTable")
        table.setAccessibleName(self.tr("What changes"))
        table.setModel(self._model)
        table.setItemDelegate(SymbolDelegate(table))
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, NAME_WIDTH)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("−8.888") + 16)
        PointingAtCells(table, self._view, self._model.symbol)
        CopyTable(table)
        return table

    @property
    def symbol(self) -> Symbol | None:
        """The W, b or x for which another number can be tried."""
        found = self._symbol.currentData()
        return found if isinstance(found, Symbol) else None

    # What is new

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_selection()

    @Slot()
    def _show_selection(self) -> None:
        if not self.isVisible():
            return  # at every step of a pass something else is selected
        sizes = self._view.reading.project.network.sizes
        choices = _choices(self._view.selection, sizes)
        if choices != [self._symbol.itemData(row) for row in range(self._symbol.count())]:
            self._symbol.clear()
            for symbol in choices:
                self._symbol.addItem(symbol.unicode, symbol)
            self._on_symbol_chosen()
        self._show_value()

    @Slot()
    def _on_symbol_chosen(self) -> None:
        self._view.drop_trial()
        self._model.show(self.symbol)
        self._show_value()

    @Slot()
    def _show_value(self) -> None:
        reading, symbol = self._view.reading, self.symbol
        self._hint.setVisible(symbol is None)
        self._controls.setVisible(symbol is not None)
        self._controls.setEnabled(not self._parts.session.running)
        self._table.setVisible(symbol is not None)
        if symbol is None:
            return
        tried = reading.trial is not None
        # A weight of an earlier epoch cannot be kept in the present one.
        self._keep.setEnabled(tried and (symbol.kind == "x" or not self._view.visiting))
        self._drop.setEnabled(tried)
        value, actual = reading.value(symbol), reading.actual.value(symbol)
        if value is None or actual is None:
            return
        if not (self._number.hasFocus() and self._number.isModified()):
            self._number.setText(format_exact(value))
            self._number.setCursorPosition(0)  # or the sign of a long number is out of sight
        self._slider.blockSignals(True)
        ticks = (value - actual) / self._tick(actual)
        self._slider.setValue(round(min(max(ticks, -TICKS), TICKS)) if ticks == ticks else 0)
        self._slider.blockSignals(False)

    def _tick(self, actual: float) -> float:
        return max(LEAST_REACH, 2 * abs(actual)) / TICKS

    # What is tried

    @Slot()
    def _on_typed(self) -> None:
        symbol = self.symbol
        if symbol is None or not self._number.isModified():
            return
        try:
            value = parse_number(self._number.text())
        except NumberError:
            complain(self._number)
            self._number.setModified(False)
            self._show_value()
            return
        self._number.setModified(False)
        self._try(symbol, value)

    @Slot(int)
    def _on_slid(self, ticks: int) -> None:
        symbol = self.symbol
        actual = None if symbol is None else self._view.reading.actual.value(symbol)
        if symbol is not None and actual is not None:
            # Few digits: what the slider sets is a number that can be written down.
            value = actual if not ticks else float(f"{actual + ticks * self._tick(actual):.3g}")
            self._try(symbol, value)

    def _try(self, symbol: Symbol, value: float) -> None:
        if value == self._view.reading.actual.value(symbol):
            self._view.drop_trial()
        else:
            self._view.try_value(symbol, value)

    @Slot()
    def keep(self) -> None:
        """Take the tried number over, as one undo step."""
        trial = self._view.reading.trial
        if trial is not None:
            self._view.drop_trial()
            set_value(self._parts, trial.symbol, trial.value)


def _choices(selection: Selection, sizes: tuple[int, ...]) -> list[Symbol]:
    """What can be tried of the selection: a weight; bias and weights of a node; an input."""
    match selection:
        case Symbol(kind="W"):
            return [selection]
        case Symbol(kind="a", layer=1, j=j):
            return [x(j)]
        case Symbol(kind="a", layer=layer, j=j):
            sources = range(1, min(sizes[layer - 2], MAX_CHOICES) + 1)
            return [b(layer, j), *(W(layer, j, k) for k in sources)]
    return []
