"""Edits of the table of samples: pasting, adding and deleting rows, and going on to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTableView

from nnsim.data import DATASETS
from nnsim.notation import Symbol
from nnsim.project import Project, RoomError, edits
from nnsim.ui.parts import Parts
from nnsim.ui.table_paste import Block, PasteTable

from .sample_columns import can_be_typed
from .sample_model import SampleModel


class SampleEditing(QObject):
    """What can be done to the samples of a table, as actions and by keys.

    Attributes:
        insert, delete: the actions of rows.
        paste: the action of cells.
    """

    def __init__(self, parts: Parts, table: QTableView, model: SampleModel) -> None:
        super().__init__(table)
        self._parts = parts
        self._table = table
        self._model = model
        self._added: Project | None = None  # whose last row waits for its first number
        self.paste = PasteTable(table, parts.controller, self._paste)
        self.insert = self._action("insertSample", self.tr("Add a sample below"), "Ins")
        self.delete = self._action("deleteSamples", self.tr("Delete the selected samples"), "Del")
        self.insert.triggered.connect(self._on_insert)
        self.delete.triggered.connect(self._on_delete)

    def _action(self, name: str, text: str, key: str) -> QAction:
        action = QAction(text, self._table)
        action.setObjectName(name)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{text}  ({key})")
        self._table.addAction(action)
        return action

    # Rows

    @Slot()
    def _on_insert(self) -> None:
        project, row = self._parts.document.project, self._table.currentIndex().row()
        at = self._model.rows.sample_at(row) + 1 if row >= 0 else len(project.t)
        self._add(at)
        self._parts.view_state.select_sample(at)

    def _add(self, at: int) -> None:
        self._list_all()
        self._parts.controller.edit(lambda p: edits.add_samples(p, at), self.tr("Add a sample"))

    def _list_all(self) -> None:
        """What is added is listed, whatever class the network puts it into."""
        rows = self._model.rows
        if rows.wanted.wrong_only:
            rows.arrange(rows.wanted.with_wrong_only(False))

    @Slot()
    def _on_delete(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        samples = sorted(self._model.rows.sample_at(row.row()) for row in rows)
        if not samples:
            return
        one, many = self.tr("Delete sample {row}"), self.tr("Delete {count} samples")
        text = one.format(row=samples[0] + 1)
        if len(samples) > 1:
            text = many.format(count=len(samples))
        self._parts.controller.edit(lambda p: edits.delete_samples(p, samples), text)

    # Cells

    def _paste(self, block: Block) -> None:
        """From the current cell to the right and down; what is below the last row is added."""
        columns = [column for column in self._model.columns if can_be_typed(column)]
        current = self._table.currentIndex()
        start = self._model.columns[current.column()] if current.isValid() else columns[0]
        place = columns.index(start) if can_be_typed(start) else 0
        first = current.row() if current.isValid() else self._model.rowCount()
        taken = columns[place : place + len(block[0])]
        change = self._pasting(block, first, taken)
        if first + len(block) > self._model.rowCount():
            self._list_all()
        self._parts.controller.edit(change, self.tr("Paste {rows} rows").format(rows=len(block)))

    def _pasting(
        self, block: Block, first: int, columns: list[Symbol]
    ) -> Callable[[Project], Project]:
        listed, samples = self._model.rowCount(), len(self._parts.document.project.t)
        rows = [
            self._model.rows.sample_at(row) if row < listed else samples + row - listed
            for row in range(first, first + len(block))
        ]

        def change(project: Project) -> Project:
            if len(columns) < len(block[0]):
                size, room = (len(block), len(block[0])), (len(block), len(columns))
                raise RoomError("no_room", size, room, columns[0].unicode)
            return edits.type_samples(project, rows, columns, block)

        return change

    # Going on

    @property
    def types_on(self) -> bool:
        """Whether the table was begun by hand, so that Enter goes on and a last row is added."""
        dataset = self._parts.document.project.dataset
        return dataset.name not in DATASETS and dataset.origin is None

    def next_cell(self, step: int) -> QModelIndex:
        """The next cell (or with −1 the one before) that can be typed; a row may be added."""
        typed = [n for n, each in enumerate(self._model.columns) if can_be_typed(each)]
        current = self._table.currentIndex()
        if current.column() not in typed:
            return QModelIndex()
        place = current.row() * len(typed) + typed.index(current.column()) + step
        return self._cell(*divmod(place, len(typed)), typed)

    def next_row(self) -> QModelIndex:
        """The first cell of the next row; one may be added."""
        typed = [n for n, each in enumerate(self._model.columns) if can_be_typed(each)]
        return self._cell(self._table.currentIndex().row() + 1, 0, typed)

    def _cell(self, row: int, place: int, typed: list[int]) -> QModelIndex:
        if row == self._model.rowCount() and self._grows:
            self._add(len(self._parts.document.project.t))
            self._added = self._parts.document.project
        if not 0 <= row < self._model.rowCount():
            return QModelIndex()
        return self._model.index(row, typed[place])

    @property
    def _grows(self) -> bool:
        return self.types_on and self._model.rows.arrangement.is_plain

    def give_up(self) -> None:
        """After Esc: a row that was added in passing goes again, if nothing was typed in it."""
        if self._added is not None and self._added is self._parts.document.project:
            self._parts.controller.undo()
        self._added = None
