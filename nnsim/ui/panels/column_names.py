"""Names of the table's columns, typed in the header."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView

from nnsim.notation import Symbol
from nnsim.project import Project, edits
from nnsim.ui.parts import Parts

from .sample_columns import can_be_typed
from .sample_model import SampleModel

_NARROWEST = 110  # of the field for a name

Rename = Callable[[Project, str], Project]


class _NameField(QLineEdit):
    """A field in the header.

    Signals:
        given_up(): Esc.
    """

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class ColumnNames(QObject):
    """Renames inputs and classes: double-click on a header, its context menu, or Shift+F2.

    Attributes:
        rename: the action for the column of the current cell.
    """

    def __init__(self, parts: Parts, table: QTableView, model: SampleModel) -> None:
        super().__init__(table)
        self._parts = parts
        self._table = table
        self._model = model
        self._field: QLineEdit | None = None
        self.rename = QAction(self.tr("Rename the column…"), table)
        self.rename.setObjectName("renameColumn")
        self.rename.setShortcut("Shift+F2")
        self.rename.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.rename.triggered.connect(self._on_rename)
        table.addAction(self.rename)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu_requested)

    @Slot()
    def _on_rename(self) -> None:
        self.open(self._table.currentIndex().column())

    def open(self, section: int) -> None:
        """Type the name of a column, if it has one; of 0 and 1 in one column, ask which."""
        choices = self._choices(section)
        if len(choices) == 1:
            self._type(section, *choices[0][1:])
        elif choices:
            header = self._table.horizontalHeader()
            left = header.sectionViewportPosition(section)
            self._show_menu(section, header.mapToGlobal(QPoint(left, header.height())))

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        header = self._table.horizontalHeader()
        self._show_menu(header.logicalIndexAt(place), header.mapToGlobal(place))

    def _choices(self, section: int) -> list[tuple[str, str, Rename]]:
        """What can be renamed in a column: a text for the menu, the name now, and the edit."""
        if not 0 <= section < len(self._model.columns):
            return []
        column, dataset = self._model.columns[section], self._parts.document.project.dataset
        if not can_be_typed(column):
            return []
        if column.kind == "x" or dataset.kind == "values":
            names = dataset.input_names if column.kind == "x" else dataset.target_names
            return [(self._text(column.unicode), names[column.j - 1], _of_column(column))]
        binary = dataset.kind == "binary"
        numbers = range(2) if binary else (column.j - 1,)
        text = self.tr("class {number}")
        return [
            (
                self._text(text.format(number=k) if binary else column.unicode),
                dataset.class_names[k],
                _of_class(k),
            )
            for k in numbers
        ]

    def _text(self, what: str) -> str:
        return self.tr("Rename {column}…").format(column=what)

    def _show_menu(self, section: int, place: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setObjectName("columnMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (text, name, edit) in enumerate(self._choices(section)):
            action = menu.addAction(text)
            action.setObjectName(f"renameColumn{number}")
            action.triggered.connect(
                lambda _=False, name=name, edit=edit: self._type(section, name, edit)
            )
        if not menu.actions():
            menu.addAction(self.tr("This column has no name of its own.")).setEnabled(False)
        menu.popup(place)

    def _type(self, section: int, name: str, edit: Rename) -> None:
        header = self._table.horizontalHeader()
        field = _NameField(name, self._table)
        field.setObjectName("columnName")
        field.setAccessibleName(self.tr("Name of the column"))
        width = max(header.sectionSize(section), _NARROWEST)
        left = header.x() + header.sectionViewportPosition(section)
        left = max(0, min(left, self._table.width() - width))
        field.setGeometry(left, header.y(), width, max(header.height(), field.sizeHint().height()))
        self._field, self._edit = field, edit
        field.editingFinished.connect(self._on_finished)
        field.given_up.connect(self._close)
        field.show()
        field.selectAll()
        field.setFocus()

    @Slot()
    def _on_finished(self) -> None:
        if self._field is None:
            return
        name, edit = self._field.text(), self._edit
        self._close()
        text = self.tr("Rename to {name}").format(name=name.strip()[:20])
        self._parts.controller.edit(lambda project: edit(project, name), text)

    @Slot()
    def _close(self) -> None:
        field, self._field = self._field, None  # closing ends the typing once more
        if field is not None:
            focused = field.hasFocus()
            field.hide()
            field.deleteLater()
            if focused:
                self._table.setFocus()


def _of_column(column: Symbol) -> Rename:
    return lambda project, name: edits.rename_column(project, column, name)


def _of_class(number: int) -> Rename:
    return lambda project, name: edits.rename_class(project, number, name)
