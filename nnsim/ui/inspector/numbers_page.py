"""Formulas and the table of quantities of what is selected."""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnsim.notation import Fold, Formula
from nnsim.ui.frame_clock import QUANTITIES
from nnsim.ui.parts import Parts
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Selection

from .formula_view import FormulaView
from .matrix_window import MatrixWindow
from .quantity_table import QuantityTable
from .shown_formulas import shown_formulas

LEAST_TABLE = 68  # its headings and a row: the formula is what a step is about
READING_MILLISECONDS = 150  # whoever stays so long with a step has begun to read it


class NumbersPage(QWidget):
    """The formula in symbols, with numbers, and its result; below it every number in a table."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._view = parts.view_state
        self._shown: tuple[Reading | None, tuple[object, ...]] = (None, ())
        self._formulas = FormulaView(parts)
        self._unfolded: MatrixWindow | None = None  # made with the first dots that are opened
        self._formulas.opened.connect(self._open)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(READING_MILLISECONDS)
        self._ahead.timeout.connect(self._prepare_next)
        self._formulas.typeset.connect(self._ahead.start)
        self._table = QuantityTable(parts)
        self._table.setMinimumHeight(LEAST_TABLE)
        self._unfold = QCheckBox(self.tr("all terms"))
        self._unfold.setObjectName("formulaAllTerms")
        self._unfold.setToolTip(self.tr("Write long sums in full, without dots"))
        self._unfold.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_header())
        column.addWidget(_Scrolled(self._formulas))
        column.addWidget(self._table, 1)
        column.addStretch(0)
        self._view.selection_changed.connect(self._show)
        self._view.reading_changed.connect(self._on_reading_changed)
        parts.clock.frame.connect(self._on_reading_changed)
        self._view.decimals_changed.connect(self._show)
        parts.session.state_changed.connect(self._show)
        self._show()

    def _build_header(self) -> QHBoxLayout:
        copy = QToolButton()
        copy.setObjectName("formulaCopy")
        copy.setIcon(qtawesome.icon("ph.copy", color=self._parts.theme.muted))
        copy.setToolTip(self.tr("Copy the formulas or the table"))
        copy.setAccessibleName(copy.toolTip())
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        self._formulas.fill_menu(menu)
        menu.addAction(self.tr("Copy table as CSV")).triggered.connect(self._table.copy_csv)
        copy.setMenu(menu)
        self._form = QComboBox()
        self._form.setObjectName("formulaForm")
        self._form.setAccessibleName(self.tr("Form of the formulas"))
        self._form.setToolTip(self.tr("Number by number, or a whole layer at once in matrices"))
        for text, form in (
            (self.tr("number by number"), None),
            (self.tr("matrices, rows"), "row"),
            (self.tr("matrices, columns"), "column"),
        ):
            self._form.addItem(text, form)
        self._form.setCurrentIndex(self._form.findData(self._view.matrix_form))
        self._form.activated.connect(self._on_form_chosen)
        header = QHBoxLayout()
        header.setContentsMargins(12, 6, 8, 0)
        header.setSpacing(10)
        header.addWidget(self._form)
        header.addWidget(self._unfold)
        header.addStretch(1)
        header.addWidget(copy)
        return header

    @Slot(object)
    def _open(self, fold: Fold) -> None:
        if self._unfolded is None:
            self._unfolded = MatrixWindow(self._parts, self)
        self._unfolded.open_fold(fold)

    @Slot(int)
    def _on_form_chosen(self, index: int) -> None:
        self._view.matrix_form = self._form.itemData(index)
        self._show()

    @Slot()
    def _on_reading_changed(self) -> None:
        if not self._parts.session.running or self._parts.clock.is_turn(QUANTITIES):
            self._show()

    @Slot()
    def _show(self) -> None:
        """While training runs only symbols are shown: typesetting numbers takes too long."""
        reading, selection = self._view.reading, self._view.selection
        form, all_terms = self._view.matrix_form, self._unfold.isChecked()
        wanted = (selection, self._view.decimals, form, all_terms, self._parts.session.running)
        if reading is self._shown[0] and wanted == self._shown[1]:
            return  # a step tells of another reading and of another selection
        self._shown = reading, wanted
        self._ahead.stop()
        shown = self._formulas_of(reading, selection)
        self._formulas.show_formulas(shown, with_numbers=not self._parts.session.running)
        folded = any(formula.is_folded for formula in shown)
        self._unfold.setVisible(folded or self._unfold.isChecked())
        self._table.setVisible(self._table.model().rowCount() > 0)

    def _formulas_of(self, reading: Reading, selection: Selection) -> tuple[Formula, ...]:
        form, all_terms = self._view.matrix_form, self._unfold.isChecked()
        return shown_formulas(reading, selection, self._view.decimals, form, all_terms)

    @Slot()
    def _prepare_next(self) -> None:
        """While a step is read, the formulas of the next are made."""
        coming = self._view.step_ahead()
        if coming is not None and not self._parts.session.running:
            self._formulas.prepare(self._formulas_of(*coming))


class _Scrolled(QScrollArea):
    """As high as its content where there is room, and scrolled where there is not."""

    def __init__(self, content: FormulaView) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        content.height_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        size = self._content.sizeHint()
        return size + QSize(0, bar.sizeHint().height() if size.width() > self.width() else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)
