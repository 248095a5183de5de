"""The list of runs as a model: the one that goes on first, then the newest first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from nnsim.project import edits
from nnsim.ui.fitted_numbers import NUMBER_ROLE
from nnsim.ui.parts import Parts
from nnsim.ui.shown_run import ShownRun, run_mark
from nnsim.ui.theme import number_font

from .runs_columns import COLUMNS, LOSS, NAME, TEST_LOSS, Column

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class RunsModel(QAbstractTableModel):
    """A row for each run.

    Attributes:
        runs: as they stand in the rows; the run that goes on is always the first.
    """

    def __init__(self, parts: Parts, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._font = number_font(font)
        self._bold = number_font(font, bold=True)
        self._by = -1
        self._order = Qt.SortOrder.AscendingOrder
        self._marks: dict[tuple[int | None, bool], QIcon] = {}
        self._over = parts.document.project.runs
        self.runs = self._sorted()
        self._strays = self._find_strays()

    # What is new

    def show_project(self) -> None:
        """Show the project's runs as they are now."""
        runs = self._parts.document.project.runs
        if runs is self._over:
            self.runs[0] = ShownRun.current(self._parts)
            self._strays = self._find_strays()
            self.refresh()
            return
        self.beginResetModel()
        self._over = runs
        self.runs = self._sorted()
        self._strays = self._find_strays()
        self.endResetModel()

    def show_current(self) -> None:
        """Show how far the run that goes on has come."""
        self.runs[0] = ShownRun.current(self._parts)
        self.dataChanged.emit(self.index(0, 0), self.index(0, len(COLUMNS) - 1))

    def refresh(self) -> None:
        """Show all numbers anew, as with other decimals."""
        last = self.index(len(self.runs) - 1, len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _find_strays(self) -> dict[int | None, str]:
        """Why losses cannot be compared with those of the run that goes on, by number of run."""
        return {run.number: run.incomparable(self.runs[0]) for run in self.runs}

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the runs that are over; column −1: the newest first."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self.runs[index.row()].number for index in before]
        self._by, self._order = column, order
        self.runs = self._sorted()
        rows = {run.number: row for row, run in enumerate(self.runs)}
        after = [
            self.index(rows[number], index.column())
            for number, index in zip(numbers, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self) -> list[ShownRun]:
        over = [ShownRun.over(run) for run in reversed(self._parts.document.project.runs)]
        if self._by >= 0:
            key = COLUMNS[self._by].key
            known = [run for run in over if key(run) is not None]
            descending = self._order is Qt.SortOrder.DescendingOrder
            known.sort(key=key, reverse=descending)  # type: ignore[arg-type]
            over = known + [run for run in over if key(run) is None]
        return [ShownRun.current(self._parts), *over]

    # Qt's model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME and self.runs[index.row()].number is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        run, column = self.runs[index.row()], COLUMNS[index.column()]
        match role:
            case ROLE.DisplayRole | ROLE.EditRole:
                return column.text(run, self._parts.view_state.decimals)
            case ROLE.TextAlignmentRole:
                return _alignment(column)
            case _ if role == NUMBER_ROLE and index.column() in (LOSS, TEST_LOSS):
                return column.key(run)
            case ROLE.DecorationRole if index.column() == NAME:
                return self._mark(run)
            case ROLE.FontRole:
                return self._bold if run.number is None and index.column() == NAME else self._font
            case ROLE.ForegroundRole if index.column() in (LOSS, TEST_LOSS):
                stray = self._strays[run.number]
                return self._parts.theme.color("muted", 0.7) if stray else None
            case ROLE.ToolTipRole:
                return self._tip(run, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        run = self.runs[index.row()]
        number, name = run.number, str(value).strip()
        if number is None or name == run.title:
            return False
        self._parts.controller.edit_meanwhile(
            lambda p: edits.rename_run(p, number, name), self.tr("Rename a run")
        )
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = COLUMNS[section]
        if role == ROLE.DisplayRole:
            return self.tr(column.heading)
        if role == ROLE.ToolTipRole and column.tip:
            return self.tr(column.tip)
        if role == ROLE.TextAlignmentRole:
            return _alignment(column)
        return None

    def _tip(self, run: ShownRun, column: int) -> str:
        if column in (LOSS, TEST_LOSS):
            stray = self._strays[run.number]
            if stray:
                return self.tr("Not comparable with the current run. {reason}").format(reason=stray)
        text = COLUMNS[column].text(run, 8)
        if column == NAME and run.pinned:
            return self.tr("{name}: the baseline").format(name=text)
        return text

    def _mark(self, run: ShownRun) -> QIcon:
        key = (run.number, run.pinned)
        if key not in self._marks:
            self._marks[key] = run_mark(self._parts.theme, run)
        return self._marks[key]


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignLeft if column.left else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)
