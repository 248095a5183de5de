"""The numbers of the table of samples: x and t can be typed, y is what the network makes of x."""

from __future__ import annotations

from typing import TypeGuard

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont

from nnsim.notation import (
    E,
    Symbol,
    format_compact,
    format_exact,
    format_number,
)
from nnsim.project import Project, edits
from nnsim.ui.fitted_numbers import NUMBER_ROLE
from nnsim.ui.frame_clock import SAMPLES
from nnsim.ui.parts import Parts
from nnsim.ui.scores import Scores, score
from nnsim.ui.theme import number_font

from .sample_columns import CLASS, WRONG, Column, can_be_typed, columns_of
from .sample_rows import SampleRows

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
MOST_LETTERS = 13  # of a name in the header; the tip has it in full
BLOCK = 64  # rows whose outputs are computed together, when one of them comes into sight


class SampleModel(QAbstractTableModel):
    """Columns x_1.., t_1.., y_1.., class, E; a row for each sample that is listed.

    The outputs are computed for the rows in sight only, with the parameters of the moment.

    Attributes:
        rows: which sample stands where.
        columns: what each column holds.

    Signals:
        columns_changed(): there are other columns.
    """

    columns_changed = Signal()

    def __init__(self, parts: Parts, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._view = parts.view_state
        self._font = number_font(font)
        self._scores: dict[int, Scores] = {}
        self._project = self._view.reading.project
        self._shown = (self._project, self._view.reading.parameters)
        self._tested = _tested(self._project)
        self.columns = columns_of(self._project)
        self.rows = SampleRows(self._view, self)
        self.rows.about_to_change.connect(self.beginResetModel)
        self.rows.changed.connect(self._on_rows_changed)
        self._view.reading_changed.connect(self._on_reading_changed)
        parts.clock.frame.connect(self._on_frame)
        self._view.decimals_changed.connect(self._on_decimals_changed)

    # For Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.rows.count(self._project)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if can_be_typed(self.columns[index.column()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        row, column = index.row(), self.columns[index.column()]
        match role:
            case ROLE.DisplayRole:
                return self._text(row, column)
            case ROLE.EditRole | ROLE.ToolTipRole if column != CLASS:
                return format_exact(self._number(row, column))
            case _ if role == NUMBER_ROLE and column != CLASS:
                return self._number(row, column)
            case ROLE.TextAlignmentRole:
                return RIGHT
            case ROLE.ForegroundRole:
                return self._color(row, column)
            case ROLE.FontRole:
                return self._font
        return None

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        column, sample = self.columns[index.column()], self.rows.sample_at(index.row())
        if not can_be_typed(column):
            return False
        if str(value) == format_exact(self._number(index.row(), column)):
            return False
        text = self.tr("Set {symbol} of sample {row}")
        self._parts.controller.edit(
            lambda p: edits.type_samples(p, [sample], [column], [[str(value)]]),
            text.format(symbol=column.plain, row=sample + 1),
        )
        return True

    def class_names(self, index: Index) -> tuple[str, ...]:
        """The names that can be typed in a cell; none where it takes numbers only."""
        column, dataset = self.columns[index.column()], self._project.dataset
        target = isinstance(column, Symbol) and column.kind == "t"
        return dataset.class_names if target and dataset.kind != "values" else ()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._row_name(section, role) if section < self.rowCount() else None
        if section >= len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case ROLE.DisplayRole:
                return self.column_name(column)
            case ROLE.ToolTipRole:
                return self._column_tip(column)
            case ROLE.TextAlignmentRole:
                return RIGHT
        return None

    # Texts

    def _row_name(self, row: int, role: int) -> str | None:
        """The number of the sample; a ring marks a held-out one, as on the output map."""
        sample = self.rows.sample_at(row)
        tested = bool(self._tested[sample])
        match role:
            case ROLE.DisplayRole:
                return f"○ {sample + 1}" if tested else str(sample + 1)
            case ROLE.ToolTipRole | ROLE.AccessibleTextRole:
                text = self.tr("Sample {n}, for testing")
                text = text if tested else self.tr("Sample {n}, for training")
                return text.format(n=sample + 1)
        return None

    def column_name(self, column: Column) -> str:
        """The heading: its symbol, below it a name of the learner's own, and the order."""
        name = column.unicode if isinstance(column, Symbol) else self.tr("class")
        arrangement = self.rows.arrangement
        if self._named(column):
            own = self._own_name(column)
            name += "\n" + (
                own if len(own) <= MOST_LETTERS else own[: MOST_LETTERS - 1].rstrip() + "…"
            )
        if column != arrangement.column:
            return name
        return f"▾ {name}" if arrangement.descending else f"▴ {name}"

    def _named(self, column: Column) -> TypeGuard[Symbol]:
        """Whether the name of an input, or of a target that is a value, is the learner's own."""
        dataset = self._project.dataset
        if dataset.source is not None or not isinstance(column, Symbol):
            return False
        return self._own_name(column) not in ("", f"{column.kind}{column.j}")

    def _own_name(self, column: Column) -> str:
        """What the learner calls an input, or a target that is a value."""
        dataset = self._project.dataset
        if not can_be_typed(column) or (column.kind == "t" and dataset.kind != "values"):
            return ""
        names = dataset.input_names if column.kind == "x" else dataset.target_names
        return names[column.j - 1]

    def _column_tip(self, column: Column) -> str:
        lines = [self.tr("Click to sort (Alt+↓ and Alt+↑ in the table).")]
        if column == E:
            lines.insert(0, self.tr("E of each sample alone (N = 1)."))
        elif own := self._own_name(column):
            lines.insert(0, own)
        return "\n".join(lines)

    def _text(self, row: int, column: Column) -> str:
        if not isinstance(column, Symbol):
            scores, place = self._scores_of(row)
            name = self._project.dataset.class_names[scores.decided[place]]
            return f"{WRONG}{name}" if scores.wrong[place] else name
        number, decimals = self._number(row, column), self._view.decimals
        if can_be_typed(column):
            return format_compact(number, decimals)
        return format_number(number, decimals)

    def _color(self, row: int, column: Column) -> QColor | None:
        """The accent for what is pointed at; what is computed is paler than what is given."""
        if isinstance(column, Symbol):
            if self._view.is_pointed(self.symbol(row, column)):
                return self._parts.theme.color("accent")
            return None if can_be_typed(column) else self._parts.theme.color("muted")
        return None

    # Numbers

    def symbol(self, row: int, column: Column) -> Symbol | None:
        """The quantity of a cell of the selected sample, as every view shows it; else None."""
        chosen = self.rows.sample_at(row) == self._view.sample
        return column if chosen and isinstance(column, Symbol) else None

    def _number(self, row: int, column: Column) -> float:
        assert isinstance(column, Symbol)
        project, sample = self._view.reading.project, self.rows.sample_at(row)
        match column.kind:
            case "x":
                return float(project.x[sample, column.j - 1])
            case "t":
                return float(project.t[sample, column.j - 1])
        scores, place = self._scores_of(row)
        return float(scores.loss[place] if column == E else scores.y[place, column.j - 1])

    def _scores_of(self, row: int) -> tuple[Scores, int]:
        """The scores of a row and those near it, and its place among them."""
        block, place = divmod(row, BLOCK)
        if block not in self._scores:
            reading = self._view.reading
            samples = self.rows.samples(reading.project)[block * BLOCK : (block + 1) * BLOCK]
            x, t = reading.project.x[samples], reading.project.t[samples]
            self._scores[block] = score(reading.network, x, t)
        return self._scores[block], place

    # What is new

    @Slot(bool)
    def _on_rows_changed(self, _chosen: bool) -> None:
        self._scores.clear()
        self.endResetModel()

    @Slot()
    def _on_reading_changed(self) -> None:
        reading = self._view.reading
        shown, self._shown = self._shown, (reading.project, reading.parameters)
        if all(one is other for one, other in zip(shown, self._shown, strict=True)):
            return  # another step or sample: the numbers of all samples are the same
        self._scores.clear()
        before, self._project = self._project, reading.project
        if self._project is not before:
            tested, self._tested = self._tested, _tested(self._project)
            if not np.array_equal(tested, self._tested):
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(self.rowCount() - 1, 0))
        columns = columns_of(self._project)
        if columns != self.columns or _is_another(before, self._project):
            self._show_other_data(columns)
            return
        if _names(before) != _names(self._project):
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.columns_changed.emit()
        self.rows.watch_age()
        self._repaint()

    @Slot()
    def _on_frame(self) -> None:
        if self._parts.session.running:
            self._repaint()

    @Slot()
    def _on_decimals_changed(self) -> None:
        self._repaint()

    def _repaint(self) -> None:
        turn = not self._parts.session.running or self._parts.clock.is_turn(SAMPLES)
        if turn and self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _show_other_data(self, columns: list[Column]) -> None:
        wanted = self.rows.wanted
        if wanted.column not in columns:
            wanted = wanted.sorted_by(None)
        if CLASS not in columns:
            wanted = wanted.with_wrong_only(False)
        self.columns = columns
        self.rows.number_through(wanted)
        self.columns_changed.emit()


def _tested(project: Project) -> npt.NDArray[np.bool_]:
    tested = np.zeros(len(project.t), dtype=bool)
    tested[project.split[1]] = True
    return tested


def _is_another(before: Project, after: Project) -> bool:
    """Whether these are other samples, and not some with another number."""
    old, new = before.dataset, after.dataset
    return (old.name, len(old.t)) != (new.name, len(new.t))


def _names(project: Project) -> tuple[tuple[str, ...], ...]:
    dataset = project.dataset
    return dataset.input_names, dataset.target_names
