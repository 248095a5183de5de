"""The list of runs as a table: names have the room that the numbers leave."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from nnsim.ui.fitted_numbers import CELL_SIDES, fit_number
from nnsim.ui.table_copy import CopyTable

from .runs_columns import COLUMNS, DATA, NAME, NETWORK, OPTIMIZER
from .runs_model import RunsModel

ROW_HEIGHT = 26
_MARK = 32  # pixels for the mark of a run, before its name
_GROW = (NAME, NETWORK, OPTIMIZER, DATA)  # in this order


class RunsTable(QTableView):
    """A row for each run; what is done is done with the selected rows."""

    def __init__(self, model: RunsModel) -> None:
        super().__init__()
        self.setObjectName("runsTable")
        self._model = model
        self._given: set[int] = set()
        self._fitting = False
        self.setModel(model)
        self.setItemDelegate(_RunDelegate(self))
        CopyTable(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(14, 14))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._build_headers()

    def _build_headers(self) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(34)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for section in range(len(COLUMNS)):
            header.resizeSection(section, self._least_width(section))
        header.sectionResized.connect(self._on_section_resized)

    def fit_columns(self) -> None:
        """Share the room that is left among the columns of words, as far as they need it.

        A column keeps the width that a person has given it.
        """
        header, self._fitting = self.horizontalHeader(), True
        free = [section for section in _GROW if section not in self._given]
        grow = [section for section in free if not self.isColumnHidden(section)]
        for section in grow:
            header.resizeSection(section, self._least_width(section))
        left = self.viewport().width() - header.length()
        for section in grow:
            texts = [str(self._model.index(row, section).data()) for row in range(self._count)]
            more = max(self._width(section, texts) - header.sectionSize(section), 0)
            header.resizeSection(section, header.sectionSize(section) + max(min(more, left), 0))
            left -= more
        self._fitting = False

    @Slot(int)
    def _on_section_resized(self, section: int) -> None:
        if not self._fitting:
            self._given.add(section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @property
    def _count(self) -> int:
        return self._model.rowCount()

    def _least_width(self, section: int) -> int:
        heading = str(self._model.headerData(section, Qt.Orientation.Horizontal))
        return self._width(section, [heading, COLUMNS[section].widest])

    def _width(self, section: int, texts: list[str]) -> int:
        widest = max(map(self.fontMetrics().horizontalAdvance, texts))
        return widest + CELL_SIDES + (_MARK if section == NAME else 0)


class _RunDelegate(QStyledItemDelegate):
    """Numbers are written shorter rather than cut."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        fit_number(option, index)
