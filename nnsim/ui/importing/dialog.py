"""The import dialog: how the file is read, what each column becomes, what is done to the values."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nnsim.data import SCALINGS
from nnsim.data.tables import (
    MAX_CLASSES,
    MAX_INPUTS,
    Content,
    Layout,
    Missing,
    Plan,
    Prepared,
    Progress,
    Table,
    TableError,
    Use,
    first_rows,
    guess,
    load_content,
    prepare,
    propose_uses,
    read_table,
)
from nnsim.data.tables.table import MAX_COLUMNS, MAX_ROWS, MAX_TEXT_BYTES, MAX_WORKBOOK_BYTES
from nnsim.ui.origin import origin_text

from .fields import LayoutFields, build_chooser
from .job import BackgroundJob
from .preview import LEFT, ColumnsModel, PreviewModel
from .words import missing_title, scaling_title, table_error, use_title

_Read = tuple[Table, tuple[Use, ...], tuple[int, ...]]


class ImportDialog(QDialog):
    """Reads a file on a thread of its own and shows what would become of it.

    Attributes:
        prepared: the dataset as the dialog says now; None while it is made or cannot be made.

    Signals:
        refused(TableError): nothing can be done about this file; the dialog has closed.
    """

    refused = Signal(object)

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import data"))
        self.resize(920, 660)
        self.prepared: Prepared | None = None
        self._path = path
        self._content: Content | None = None
        self._table: Table | None = None
        self._job = BackgroundJob(self)
        self._job.progressed.connect(self._on_progressed)
        self.finished.connect(self._on_finished)
        self._build()
        self._show_state()

    def begin(self) -> None:
        """Show the dialog and read the file."""
        self.open()
        self._columns_view.setFocus()
        path = self._path
        self._job.start(lambda tell: _open(path, tell), self._on_opened, self._on_refused)
        self._show_state()

    # Building

    def _build(self) -> None:
        self._file = QLabel(self._path.name)
        self._file.setObjectName("importFile")
        self._file.setProperty("role", "heading")
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._fields = LayoutFields()
        self._fields.changed.connect(self._read)
        self._preview = PreviewModel(self)
        preview = _table("importPreview", self.tr("First rows of the file"), self._preview)
        preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._columns = ColumnsModel(self)
        self._columns.uses_changed.connect(self._prepare)
        self._columns_view = _table("importColumns", self.tr("Columns"), self._columns)
        self._columns_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self._columns_view.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 190), (1, 160), (3, 80)):
            header.resizeSection(section, width)
        self._columns_view.selectionModel().selectionChanged.connect(self._show_use)
        self._summary = _label("importSummary")
        self._problem = _label("importProblem")
        self._problem.setProperty("role", "visiting")
        self._problem.setContentsMargins(8, 6, 8, 6)
        self._progress = QProgressBar()
        self._progress.setObjectName("importProgress")
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(5)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(9)
        column.addWidget(self._file)
        column.addWidget(self._fields)
        column.addWidget(preview, 4)
        column.addLayout(self._build_use_row())
        column.addWidget(self._columns_view, 5)
        column.addLayout(self._build_choices_row())
        rule = QFrame()
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        for widget in (self._summary, self._problem, self._progress):
            column.addWidget(widget)
        column.addLayout(self._build_bottom())

    def _build_use_row(self) -> QHBoxLayout:
        self._use = build_chooser(
            "importUse", self.tr("Use of the selected columns"), Use, use_title
        )
        self._use.activated.connect(self._on_use_chosen)
        return _row((self.tr("Use the selected columns as"), self._use))

    def _build_choices_row(self) -> QHBoxLayout:
        self._missing = build_chooser(
            "importMissing", self.tr("Missing inputs"), Missing, missing_title
        )
        self._scaling = build_chooser(
            "importScaling", self.tr("Scaling of the inputs"), (None, *SCALINGS), scaling_title
        )
        for box in (self._missing, self._scaling):
            box.activated.connect(self._prepare)
        return _row((self.tr("Missing inputs"), self._missing), (self.tr("Scaling"), self._scaling))

    def _build_bottom(self) -> QHBoxLayout:
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        accept = self._buttons.button(standard.Ok)
        accept.setObjectName("importAccept")
        accept.setText(self.tr("Import"))
        cancel = self._buttons.button(standard.Cancel)
        cancel.setObjectName("importCancel")
        cancel.setAutoDefault(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        limits = _label("importLimits")
        limits.setProperty("role", "muted")
        limits.setText(
            self.tr(
                "At most {text} MB ({workbook} MB in a workbook), {rows} rows, {columns} columns,"
                " {inputs} inputs, {classes} classes"
            ).format(
                text=MAX_TEXT_BYTES // 2**20,
                workbook=MAX_WORKBOOK_BYTES // 2**20,
                rows=f"{MAX_ROWS:,}",
                columns=f"{MAX_COLUMNS:,}",
                inputs=f"{MAX_INPUTS:,}",
                classes=MAX_CLASSES,
            )
        )
        row = QHBoxLayout()
        row.addWidget(limits, 1)
        row.addWidget(self._buttons)
        return row

    # From the file to the dataset, each on the thread

    def _on_opened(self, opened: tuple[Content, Layout]) -> None:
        self._content, layout = opened
        self._fields.show_layout(layout, self._content.sheets)
        self._read()

    @Slot()
    def _read(self) -> None:
        content, layout = self._content, self._fields.layout_chosen
        assert content is not None
        self._take(None, (), ())
        self._job.start(lambda tell: _read(content, layout, tell), self._on_read, self._on_problem)
        self._show_state()

    def _on_read(self, read: _Read) -> None:
        self._take(*read)
        self._prepare()

    def _take(self, table: Table | None, uses: tuple[Use, ...], missing: tuple[int, ...]) -> None:
        self._table, self.prepared = table, None
        self._preview.show_table(table)
        self._columns.show(() if table is None else table.columns, uses, missing)
        if table is not None:
            target = next((row for row, use in enumerate(uses) if use.is_target), 0)
            self._columns_view.selectRow(target)

    @Slot()
    def _prepare(self) -> None:
        content, table = self._content, self._table
        self.prepared = None
        if content is not None and table is not None:
            plan = Plan(
                self._columns.uses, self._missing.currentData(), self._scaling.currentData()
            )
            file, sheet = content.name, self._fields.layout_chosen.sheet
            self._job.start(
                lambda tell: prepare(table, plan, file, sheet, tell),
                self._on_prepared,
                self._on_problem,
            )
        self._show_state()

    def _on_prepared(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._show_state()

    def _on_problem(self, error: TableError) -> None:
        if self._table is None and self._content is not None:
            self._preview.show_rows(first_rows(self._content, self._fields.layout_chosen))
        self._show_state(table_error(error))

    def _on_refused(self, error: TableError) -> None:
        self.reject()
        self.refused.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        self._job.close()

    # From the dataset to the widgets

    def _show_state(self, problem: str = "") -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._progress.setVisible(self._job.busy)
        self._summary.setText(self._summary_text())
        self._fields.setEnabled(self._content is not None)
        for widget in (self._use, self._missing, self._scaling):
            widget.setEnabled(self._table is not None)
        self._columns.show_scaling(self.prepared)
        accept = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(self.prepared is not None)
        accept.setDefault(self.prepared is not None)
        self._show_use()

    def _summary_text(self) -> str:
        if self.prepared is None:
            return self.tr("Reading…") if self._job.busy else ""
        dataset = self.prepared.dataset
        samples, inputs = f"{len(dataset.x):,}", f"{dataset.x.shape[1]:,}"
        outputs = dataset.t.shape[1]
        if dataset.kind == "binary":
            text = self.tr("{samples} samples, {inputs} inputs, 1 output: 0 or 1")
        elif dataset.kind == "classes":
            text = self.tr("{samples} samples, {inputs} inputs, {outputs} classes")
        else:
            text = self.tr("{samples} samples, {inputs} inputs, {outputs} outputs: numbers")
        parts = [text.format(samples=samples, inputs=inputs, outputs=outputs)]
        if dataset.origin is not None:
            parts.append(origin_text(dataset.origin))
        if self._table is not None and self._table.formulas:
            formulas = self.tr("{count} cells are formulas: the values saved with them are taken")
            parts.append(formulas.format(count=f"{self._table.formulas:,}"))
        return " · ".join(part for part in parts if part)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._progress.setValue(round(100 * share))

    @Slot()
    def _show_use(self) -> None:
        rows = self._selected()
        if rows:
            self._use.setCurrentIndex(self._use.findData(self._columns.uses[rows[0]]))

    @Slot()
    def _on_use_chosen(self) -> None:
        self._columns.use(self._selected(), self._use.currentData())

    def _selected(self) -> list[int]:
        return [index.row() for index in self._columns_view.selectionModel().selectedRows()]


def _open(path: Path, tell: Progress) -> tuple[Content, Layout]:
    content = load_content(path, tell)
    return content, guess(content)


def _read(content: Content, layout: Layout, tell: Progress) -> _Read:
    table = read_table(content, layout, tell)
    missing = tuple(column.missing for column in table.columns)
    return table, propose_uses(table.columns), missing


def _table(name: str, title: str, model) -> QTableView:
    view = QTableView()
    view.setTabKeyNavigation(False)
    view.setObjectName(name)
    view.setAccessibleName(title)
    view.setModel(model)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setWordWrap(False)
    view.verticalHeader().setDefaultSectionSize(25)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setDefaultAlignment(LEFT)
    view.setTabKeyNavigation(False)
    return view


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _row(*pairs: tuple[str, QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(7)
    for title, field in pairs:
        label = QLabel(title)
        label.setBuddy(field)
        row.addWidget(label)
        row.addWidget(field)
        row.addSpacing(14)
    row.addStretch()
    return row
