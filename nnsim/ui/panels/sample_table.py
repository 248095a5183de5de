"""The samples as a table: typed, sorted, and the selected one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from nnsim.notation import Symbol
from nnsim.ui.fitted_numbers import CELL_SIDES
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtCells
from nnsim.ui.table_copy import CopyTable

from .column_names import ColumnNames
from .sample_columns import CLASS, WRONG, Column, can_be_typed, holds_digits
from .sample_delegate import SampleDelegate
from .sample_editing import SampleEditing
from .sample_model import SampleModel
from .sample_order import Arrangement
from .sample_rows import SampleRows

TRUTH_TABLE_COLUMNS = 6
NARROW = 38  # for numbers of one digit
HUGE = "−8e+308"  # the longest of the shortest forms of a number; training may blow up


class SampleTable(QTableView):
    """The table; its current row is the sample that every view shows.

    A click on a header sorts, and so do Alt+Up and Alt+Down by the column of the current cell.
    While cells are typed, Tab goes on to the next; in a table begun by hand Enter goes on to the
    next row, and the last one adds another.

    Attributes:
        editing: pastes, adds and deletes.
        rows: which sample stands where.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("sampleTable")
        self.setAccessibleName(self.tr("Samples"))
        self._view = parts.view_state
        self._model = SampleModel(parts, self.font(), self)
        self._scrolled = self._column = 0  # what a reset of the model forgets
        self._before_click: Arrangement | None = None
        self._fills = False
        self.rows: SampleRows = self._model.rows
        self.setModel(self._model)
        self.setItemDelegate(SampleDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._build_headers()
        self._model.columns_changed.connect(self._fit_columns)
        self._model.modelAboutToBeReset.connect(self._remember_place)
        self.rows.changed.connect(self._on_rows_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._view.reading_changed.connect(self._show_sample)
        self._view.decimals_changed.connect(self._fit_columns)
        parts.session.state_changed.connect(self._on_state_changed)
        self._session = parts.session
        PointingAtCells(self, self._view, self._symbol_at)
        CopyTable(self)
        self.editing = SampleEditing(parts, self, self._model)
        self._names = ColumnNames(parts, self, self._model)
        self._fit_columns()
        self._show_sample()

    def _symbol_at(self, index: QModelIndex) -> Symbol | None:
        return self._model.symbol(index.row(), self._model.columns[index.column()])

    def _build_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(26)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setHighlightSections(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(NARROW)
        columns.setSectionsClickable(True)
        columns.sectionClicked.connect(self._on_header_clicked)
        columns.sectionDoubleClicked.connect(self._on_header_double_clicked)

    @Slot()
    def _fit_columns(self) -> None:
        header, columns = self.horizontalHeader(), self._model.columns
        self._fills = self._can_fill()
        mode = QHeaderView.ResizeMode
        for index, column in enumerate(columns):
            fills = self._fills and not can_be_typed(column)
            header.setSectionResizeMode(index, mode.Stretch if fills else mode.Interactive)
            header.resizeSection(index, self._width_of(column))

    def _can_fill(self) -> bool:
        """Whether it is a truth table whose columns share the room that there is."""
        project, columns = self._view.reading.project, self._model.columns
        return (
            len(columns) <= TRUTH_TABLE_COLUMNS
            and self._view.decimals <= 3
            and all(holds_digits(project, column) for column in columns)
            and sum(map(self._least_width, columns)) <= self.viewport().width()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fills != self._can_fill():
            self._fit_columns()

    def _width_of(self, column: Column) -> int:
        """Enough for the numbers to come, which are longer than those in sight may be."""
        least, number = self._least_width(column), "88." + "8" * self._view.decimals
        if column == CLASS or self._is_of_digits(column):
            return least
        texts = [number] if can_be_typed(column) else [number, HUGE]
        return max(least, max(map(self.fontMetrics().horizontalAdvance, texts)) + CELL_SIDES)

    def _least_width(self, column: Column) -> int:
        """Enough for numbers below 10 without a sign, as outputs are."""
        metrics = self.fontMetrics()
        heading = self._model.column_name(column).strip("▾▴ ").split("\n")
        own = metrics.horizontalAdvance(heading[1]) + 14 if len(heading) > 1 else 0
        if self._is_of_digits(column):
            return max(NARROW, own)
        names = self._view.reading.project.dataset.class_names
        number = "8." + "8" * self._view.decimals
        texts = [WRONG + name for name in names] if column == CLASS else [number]
        return max(44, own, max(map(metrics.horizontalAdvance, texts)) + CELL_SIDES)

    def _is_of_digits(self, column: Column) -> bool:
        return can_be_typed(column) and holds_digits(self._view.reading.project, column)

    # Order

    @Slot(int)
    def _on_header_clicked(self, section: int) -> None:
        self._before_click = self.rows.wanted
        self.rows.arrange(self.rows.wanted.turned(self._model.columns[section]))

    @Slot(int)
    def _on_header_double_clicked(self, section: int) -> None:
        """The first of the two clicks has sorted: the order is put back."""
        if self._before_click is not None:
            self.rows.arrange(self._before_click)
        self._names.open(section)

    # Typing

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell or row, or leave it at that."""
        end = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, end.NoHint)
        if hint in (end.EditNextItem, end.EditPreviousItem):
            cell = self.editing.next_cell(1 if hint == end.EditNextItem else -1)
            if cell.isValid():
                self.setCurrentIndex(cell)
                self.edit(cell)
        elif hint == end.SubmitModelCache and self.editing.types_on:
            cell = self.editing.next_row()
            if cell.isValid():
                self.setCurrentIndex(cell)
        elif hint == end.RevertModelCache:
            self.editing.give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down sorts by the column of the current cell, the largest first; Alt+Up turns."""
        key, index = event.key(), self.currentIndex()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and index.isValid():
            column = self._model.columns[index.column()]
            down = key == Qt.Key.Key_Down
            self.rows.arrange(self.rows.wanted.sorted_by(column, descending=down))
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        # The order is made anew when a run is over, but not below a number that is being typed.
        typing = self.state() == QAbstractItemView.State.EditingState
        if not self._session.running and not typing:
            self.rows.arrange_again()

    @Slot()
    def _remember_place(self) -> None:
        self._scrolled = self.verticalScrollBar().value()
        self._column = max(self.currentIndex().column(), 0)

    @Slot(bool)
    def _on_rows_changed(self, chosen: bool) -> None:
        self._show_sample(scroll=False)
        self.verticalScrollBar().setValue(0 if chosen else self._scrolled)
        column = self.rows.arrangement.column
        if chosen and column in self._model.columns:
            self.scrollTo(self._model.index(0, self._model.columns.index(column)))

    # Selection

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._view.select_sample(self.rows.sample_at(current.row()))

    @Slot()
    def _show_sample(self, scroll: bool = True) -> None:
        row = self.rows.row_of(self._view.sample)
        if row is None or row >= self._model.rowCount():
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != row:
            current = self.currentIndex()
            column = current.column() if current.isValid() else self._column
            column = min(column, self._model.columnCount() - 1)
            self.setAutoScroll(scroll)
            self.setCurrentIndex(self._model.index(row, column))
            self.setAutoScroll(True)
