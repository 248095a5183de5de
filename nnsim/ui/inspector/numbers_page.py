"""Formulas and the table of quantities of what is selected."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nnsim.ui.frame_clock import SAMPLES
from nnsim.ui.parts import Parts

from .formula_view import FormulaView
from .quantity_table import QuantityTable
from .shown_formulas import shown_formulas


class NumbersPage(QWidget):
    """The formula in symbols, with numbers, and its result; below it every number in a table."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._view = parts.view_state
        self._formulas = FormulaView(parts.theme)
        self._table = QuantityTable(parts)
        self._table.setMinimumHeight(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Scrolled(self._formulas))
        column.addWidget(self._table, 1)
        column.addStretch(0)
        self._view.selection_changed.connect(self._show)
        self._view.reading_changed.connect(self._on_reading_changed)
        self._view.decimals_changed.connect(self._show)
        parts.session.state_changed.connect(self._on_state_changed)
        self._show()

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        self._show()

    @Slot()
    def _on_reading_changed(self) -> None:
        if not self._parts.session.running or self._parts.clock.is_turn(SAMPLES):
            self._show()

    @Slot()
    def _show(self) -> None:
        """While training runs only symbols are shown: typesetting numbers takes too long."""
        selection = self._view.selection
        formulas = shown_formulas(self._view.reading, selection, self._view.decimals)
        self._formulas.show_formulas(formulas, with_numbers=not self._parts.session.running)
        self._table.setVisible(selection is not None)


class _Scrolled(QScrollArea):
    """As high as its content where there is room, and scrolled where there is not."""

    def __init__(self, content: FormulaView) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        content.height_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)
