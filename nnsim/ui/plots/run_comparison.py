"""Two runs side by side: the settings in which they differ, both curves, both output maps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnsim.notation.numbers import ABSENT
from nnsim.ui.run_facts import Fact, results_of, settings_of
from nnsim.ui.shown_run import ShownRun, run_mark
from nnsim.ui.table_copy import CopyTable
from nnsim.ui.theme import Theme, number_font

from .legend import LegendToggle
from .map_texts import input_name
from .plane_view import PlaneView
from .predictions import plane_map
from .run_curves import RunCurves

_ROW = 25
_NAME_WIDTH = 210
_ELIDE = Qt.TextElideMode.ElideRight
_MARKED = Qt.ItemDataRole.UserRole
_WORDS, _FIRST, _SECOND = range(3)


class _MarkedRows(QStyledItemDelegate):
    """Fills marked cells; the style sheet's lines below cells would leave a brush out."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        color = index.data(_MARKED)
        if color is not None:
            painter.fillRect(option.rect, color)
        super().paint(painter, option, index)


class RunComparison(QDialog):
    """Shows two runs as they were when it was opened.

    Attributes:
        differing: labels of the settings in which they differ.
        curves: both losses over the epochs.
        maps: y over the plane for each run that has two inputs.
    """

    def __init__(
        self, theme: Theme, decimals: int, runs: tuple[ShownRun, ShownRun], parent: QWidget
    ) -> None:
        """Build the page.

        Args:
            decimals: digits after the point.
            parent: closing it closes the page.
        """
        super().__init__(parent)
        self.setObjectName("runComparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one, other = runs
        self.setWindowTitle(self.tr("{one} and {other}").format(one=one.title, other=other.title))
        self._theme = theme
        self._runs = runs
        self.differing: list[str] = []
        self.curves = RunCurves(theme, runs, self)
        self.maps: list[PlaneView] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(18)
        row.addLayout(self._build_words(decimals), 9)
        row.addLayout(self._build_pictures(), 11)
        self.resize(1000, 640)

    # Words and numbers

    def _build_words(self, decimals: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self._table(decimals), 1)
        one, other = self._runs
        remarks = [one.incomparable(other)]
        altered = [run.title for run in self._runs if run.project.altered]
        if altered:
            remarks.append(
                self.tr("Edited on the way: {runs}. The settings are those at the end.").format(
                    runs=", ".join(altered)
                )
            )
        remark = QLabel("\n".join(filter(None, remarks)))
        remark.setObjectName("runComparisonNote")
        remark.setWordWrap(True)
        remark.setProperty("role", "muted")
        remark.setVisible(bool(remark.text()))
        column.addWidget(remark)
        return column

    def _table(self, decimals: int) -> QTableWidget:
        one, other = self._runs
        optimizers = (one.project.settings.optimizer, other.project.settings.optimizer)
        settings = [settings_of(run.project, optimizers) for run in self._runs]
        pairs = list(zip(*settings, strict=True))
        # What differs comes first; what they share follows, grey.
        unlike = [pair for pair in pairs if pair[0].value != pair[1].value]
        alike = [pair for pair in pairs if pair[0].value == pair[1].value]
        results = list(zip(*(results_of(run, decimals) for run in self._runs), strict=True))
        results = [pair for pair in results if {fact.text for fact in pair} != {ABSENT}]
        self.differing = [first.label for first, _ in unlike]
        table = QTableWidget(0, 3)
        table.setObjectName("runComparisonTable")
        table.setAccessibleName(self.tr("Settings and results of both runs"))
        CopyTable(table)
        self._head(table)
        self._fill(table, self.tr("Settings that differ"), unlike, "text", marked=True)
        self._fill(table, self.tr("Results"), results, "text")
        self._fill(table, self.tr("The same in both"), alike, "muted")
        return table

    def _head(self, table: QTableWidget) -> None:
        table.setHorizontalHeaderItem(_WORDS, QTableWidgetItem(""))
        for column, run in zip((_FIRST, _SECOND), self._runs, strict=True):
            item = QTableWidgetItem(run.title)
            item.setIcon(run_mark(self._theme, run))
            item.setFont(number_font(self.font(), bold=True))
            item.setToolTip(run.title)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setItemDelegate(_MarkedRows(table))

    def _fill(
        self,
        table: QTableWidget,
        heading: str,
        pairs: list[tuple[Fact, ...]],
        color: str,
        marked: bool = False,
    ) -> None:
        """A heading and a row for each pair; nothing for no pairs."""
        if not pairs:
            return
        title = QTableWidgetItem(heading)
        title.setFont(number_font(self.font(), bold=True))
        table.insertRow(table.rowCount())
        table.setItem(table.rowCount() - 1, _WORDS, title)
        table.setSpan(table.rowCount() - 1, _WORDS, 1, 3)
        for first, second in pairs:
            row = table.rowCount()
            table.insertRow(row)
            for column, text in enumerate((first.label, first.text, second.text)):
                item = QTableWidgetItem(text)
                item.setFont(number_font(self.font()))
                item.setToolTip(text)
                item.setForeground(self._theme.color("muted" if column == _WORDS else color))
                if marked:
                    item.setData(_MARKED, self._theme.color("highlight"))
                table.setItem(row, column, item)

    # Pictures

    def _build_pictures(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        top = QHBoxLayout()
        for key in self._keys():
            top.addWidget(key)
        top.addStretch(1)
        log_axis = QCheckBox(self.tr("log axis"))
        log_axis.setObjectName("runComparisonLog")
        log_axis.toggled.connect(self.curves.set_log)
        top.addWidget(log_axis)
        column.addLayout(top)
        column.addWidget(self.curves, 5)
        maps = QHBoxLayout()
        for number, run in enumerate(self._runs):
            if run.project.network.sizes[0] == 2:
                view = self._map(run)
                view.setObjectName(f"runComparisonMap{number + 1}")
                self.maps.append(view)
                side = QVBoxLayout()
                name = QLabel(self.fontMetrics().elidedText(run.title, _ELIDE, _NAME_WIDTH))
                name.setToolTip(run.title)
                name.setTextFormat(Qt.TextFormat.PlainText)
                name.setAlignment(Qt.AlignmentFlag.AlignCenter)
                name.setStyleSheet(f"color: {run.color(self._theme).name()}; font-weight: 600;")
                side.addWidget(name)
                side.addWidget(view, 1)
                maps.addLayout(side, 1)
        if self.maps:
            column.addLayout(maps, 6)
        return column

    def _keys(self) -> list[LegendToggle]:
        """Which kind of line is which loss; a click hides those lines."""
        kinds = [("loss", self.tr("train"), False)]
        if any(run.last("test_loss") is not None for run in self._runs):
            kinds.append(("test_loss", self.tr("test"), True))
        keys = []
        for column, name, dashed in kinds:
            key = LegendToggle(name, self._theme.color("muted"), dashed, self._theme, self)
            key.setObjectName(f"runComparison_{column}")
            key.toggled.connect(lambda on, column=column: self.curves.show_column(column, on))
            keys.append(key)
        return keys

    def _map(self, run: ShownRun) -> PlaneView:
        project = run.project
        view = PlaneView(self._theme, self)
        plane = plane_map(project, project.build_network(run.parameters))
        first, second = map(input_name, project.dataset.input_names)
        view.show_plane(plane, (first, second))
        view.setAccessibleName(self.tr("Output of {run} over the plane").format(run=run.title))
        return view
