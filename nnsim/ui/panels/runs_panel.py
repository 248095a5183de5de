"""The list of runs, and buttons for what can be done with them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnsim.project import MAX_RUNS, Project
from nnsim.ui.parts import Parts
from nnsim.ui.shown_run import ShownRun

from .fold import Fold
from .run_actions import SIGNS, WORDS, RunActions
from .runs_columns import COLUMNS, NAME, needs_column
from .runs_model import RunsModel
from .runs_table import RunsTable

_FLAG = QItemSelectionModel.SelectionFlag


class RunsPanel(QWidget):
    """The runs as a table, the one that goes on first.

    Attributes:
        table: the list; what is done is done with its selected rows.

    Signals:
        compare_wanted(ShownRun, ShownRun): two runs are to be seen side by side.
        chosen(list): the selected runs are others.
    """

    compare_wanted = Signal(object, object)
    chosen = Signal(list)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("runsPanel")
        self._parts = parts
        self._invitation = ""
        self._model = RunsModel(parts, self.font(), self)
        self.table = RunsTable(self._model)
        self.table.setAccessibleName(self.tr("Runs"))
        self._actions = RunActions(parts, self)
        self.table.addActions([self._actions.by_name[name] for name in WORDS + SIGNS])
        self._note = QLabel()
        self._note.setObjectName("runsNote")
        self._note.setProperty("role", "muted")
        self._note.setContentsMargins(12, 2, 12, 5)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._build_buttons())
        column.addWidget(self.table, 1)
        column.addWidget(self._note)
        self._connect()
        self._show()

    @property
    def selected(self) -> list[ShownRun]:
        """The runs of the selected rows, from above."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self._model.runs[row] for row in sorted(rows)]

    def select(self, numbers: Collection[int | None]) -> None:
        """Select the rows of these runs; None is the run that goes on."""
        selection = self.table.selectionModel()
        selection.clearSelection()
        for row, run in enumerate(self._model.runs):
            if run.number in numbers:
                index = self._model.index(row, NAME)
                selection.setCurrentIndex(index, _FLAG.NoUpdate)
                selection.select(index, _FLAG.Select | _FLAG.Rows)

    # Building

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 8, 0)
        row.setSpacing(2)
        for name in WORDS:
            row.addWidget(self._button(name))
        row.addStretch(1)
        for name in SIGNS:
            button = self._button(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)
        return row

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{name}Button")
        button.setDefaultAction(self._actions.by_name[name])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._actions.by_name[name].menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        return button

    def _connect(self) -> None:
        self._actions.compare_wanted.connect(self.compare_wanted)
        self._actions.rename_wanted.connect(self._rename)
        self._actions.started_again.connect(self._invite)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._parts.document.changed.connect(self._on_document_changed)
        self._parts.session.state_changed.connect(self._on_state_changed)
        self._parts.clock.frame.connect(self._on_frame)
        self._parts.view_state.decimals_changed.connect(self._model.refresh)

    # What is new

    @Slot(object, object)
    def _on_document_changed(self, _before: Project, _after: Project) -> None:
        self._show()

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        self._model.show_current()
        self._on_selection_changed()

    @Slot()
    def _on_frame(self) -> None:
        # Behind another tab it counts as visible, but nothing of it is.
        if self._parts.session.running and not self.visibleRegion().isEmpty():
            self._model.show_current()

    def _show(self) -> None:
        numbers = [run.number for run in self.selected]
        self._model.show_project()
        if not self.selected or [run.number for run in self.selected] != numbers:
            there = {run.number for run in self._model.runs}
            self.select([number for number in numbers if number in there] or [None])
        current = self._parts.document.project
        for column in range(len(COLUMNS)):
            needed = needs_column(column, self._model.runs, current)
            self.table.setColumnHidden(column, not needed)
        self.table.fit_columns()
        self._on_selection_changed()

    @Slot()
    def _on_selection_changed(self) -> None:
        self._actions.choose(self.selected)
        self._show_note()
        self.chosen.emit(self.selected)

    @Slot()
    def _rename(self) -> None:
        index = self.table.currentIndex().siblingAtColumn(NAME)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)

    @Slot(str, str, str)
    def _invite(self, name: str, what: str, field: str) -> None:
        """Lead to where the one thing is changed, and say what comes next."""
        self.select([None])
        where = self.tr("Epoch 0 with the same first weights.")
        if name:
            where = self.tr("Epoch 0 with the first weights of {run}.").format(run=name)
        then = self.tr("Press Run.")
        if what:
            then = self.tr("Choose another {what}, then press Run.").format(what=what)
        self._invitation = f"{where} {then}"
        self._show_note()
        widget = self.window().findChild(QWidget, field) if field else None
        if widget is not None:
            _lead_to(widget)

    # The line below the table

    def _show_note(self) -> None:
        text = self._note_text()
        self._note.setText(text)
        self._note.setToolTip(text)

    def _note_text(self) -> str:
        current, selected = self._model.runs[0], self.selected
        if current.epoch or self._parts.session.running:
            self._invitation = ""
        if self._invitation:
            return self._invitation
        if len(selected) == 2 and (reason := selected[0].incomparable(selected[1])):
            return reason
        if len(selected) == 1 and selected[0].project.altered:
            return self.tr(
                "Edited on the way: its settings and first weights alone do not lead to its end."
            )
        count = len(self._model.runs) - 1
        if count == MAX_RUNS:
            return self.tr(
                "{count} runs are kept: the oldest that is not pinned makes room for the next."
            ).format(count=count)
        if count == 0:
            return self.tr(
                "Reset, new weights or other data begin another run; the one so far stays here."
            )
        return ""


def _lead_to(widget: QWidget) -> None:
    """Bring a control into sight and give it the focus."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QDockWidget):
            parent.show()
            parent.raise_()
        elif isinstance(parent, Fold):
            parent.header.setChecked(True)
        elif isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if isinstance(widget, QLineEdit):
        widget.selectAll()
