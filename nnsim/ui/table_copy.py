"""Any table as CSV on the clipboard: Ctrl+C, or its context menu."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from nnsim.notation import MINUS

# What a cell begins with that a spreadsheet would run.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Rows = Callable[[], Iterable[Sequence[str]]]


class CopyTable(QAction):
    """Copies a whole table, numbers in full precision."""

    def __init__(self, view: QWidget, rows: Rows | None = None) -> None:
        """Put the action into the view's context menu.

        Args:
            rows: the heading and the rows; by default those of the model of an item view.
        """
        super().__init__(QCoreApplication.translate("CopyTable", "Copy table as CSV"), view)
        if rows is None:
            assert isinstance(view, QAbstractItemView)
            rows = partial(rows_of, view.model())
        self._rows = rows
        self.setObjectName("copyTable")
        self.setShortcut(QKeySequence.StandardKey.Copy)
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.triggered.connect(self.copy)
        view.addAction(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @Slot()
    def copy(self) -> None:
        """Put the table on the clipboard."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(map(harmless, self._rows()))
        QGuiApplication.clipboard().setText(text.getvalue())


def harmless(cells: Sequence[str]) -> list[str]:
    """Cells that a spreadsheet takes for numbers where they are some, and never for a formula."""
    return [_harmless(cell) for cell in cells]


def _harmless(cell: str) -> str:
    typed = cell.replace(MINUS, "-")
    try:
        float(typed)
    except ValueError:
        return f"'{cell}" if cell.startswith(_FORMULA) else cell  # which says that it is a text
    return typed


def rows_of(model: QAbstractItemModel) -> Iterator[list[str]]:
    """The headings, and the cells of each row as they would be typed."""
    role = Qt.ItemDataRole
    columns = range(model.columnCount())
    across = Qt.Orientation.Horizontal
    headings = (str(model.headerData(column, across) or "") for column in columns)
    yield [heading.replace("\n", " ") for heading in headings]
    for row in range(model.rowCount()):
        cells = [model.index(row, column) for column in columns]
        texts = (cell.data(role.EditRole) or cell.data(role.DisplayRole) or "" for cell in cells)
        yield [str(text) for text in texts]
