"""The table of samples below what chooses among them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from nnsim.notation import E
from nnsim.ui.parts import Parts

from .sample_table import SampleTable


class SampleList(QWidget):
    """Lists all samples, or those in a wrong class; says when their order has aged."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._view = parts.view_state
        self._table = SampleTable(parts)
        self._rows = self._table.rows
        self._wrong = QCheckBox(self.tr("wrong only"))
        self._wrong.setObjectName("wrongOnly")
        self._wrong.setToolTip(self.tr("List only the samples whose class is not that of t"))
        self._count = QLabel()
        self._count.setObjectName("listedCount")
        self._count.setProperty("role", "muted")
        self._order = QToolButton()
        self._order.setObjectName("sampleOrder")
        self._order.setProperty("role", "link")
        editing = self._table.editing
        add = self._button("addSample", "+", editing.insert)
        delete = self._button("removeSamples", "−", editing.delete)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        for button in (add, delete):
            pair.addWidget(button)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 0, 6, 2)
        bar.setSpacing(6)
        bar.addWidget(self._wrong)
        bar.addWidget(self._count, 1)
        bar.addWidget(self._order)
        bar.addLayout(pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._table, 1)
        self._wrong.toggled.connect(self._on_wrong_toggled)
        self._order.clicked.connect(self._on_order_clicked)
        self._rows.changed.connect(self._show)
        self._rows.aged_changed.connect(self._show)
        self._view.reading_changed.connect(self._show_kind)
        self._show()
        self._show_kind()

    def _button(self, name: str, sign: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(sign)
        button.setFixedWidth(24)
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    @Slot(bool)
    def _on_wrong_toggled(self, on: bool) -> None:
        self._rows.arrange(self._rows.wanted.with_wrong_only(on))

    @Slot()
    def _on_order_clicked(self) -> None:
        """As the button says: again, or the largest losses first, or as they are numbered."""
        arrangement = self._rows.wanted
        if self._rows.aged:
            self._rows.arrange_again()
        elif arrangement.column is None:
            self._rows.arrange(arrangement.sorted_by(E, descending=True))
        else:
            self._rows.arrange(arrangement.sorted_by(None))

    @Slot()
    def _show(self) -> None:
        arrangement = self._rows.arrangement
        self._wrong.blockSignals(True)
        self._wrong.setChecked(arrangement.wrong_only)
        self._wrong.blockSignals(False)
        project = self._view.reading.project
        listed, total = self._rows.count(project), len(project.t)
        text = self.tr("{listed} of {total}").format(listed=listed, total=total)
        self._count.setText(f"{listed}" if arrangement.wrong_only else "")
        self._count.setToolTip(text)
        if self._rows.aged:
            text, tip = self.tr("Sort again"), self.tr("The order is that of epoch {epoch}.")
        elif arrangement.column is None:
            text, tip = self.tr("Largest E first"), self.tr("Sort by the loss of each sample")
            if arrangement.wrong_only:  # beside their number is little room
                text = "E ▾"
        else:
            text, tip = self.tr("By number"), self.tr("List the samples as they are numbered")
        self._order.setText(text)
        self._order.setToolTip(tip.format(epoch=self._rows.epoch))

    @Slot()
    def _show_kind(self) -> None:
        """Only of classes can one be wrong."""
        self._wrong.setVisible(self._view.reading.project.dataset.kind != "values")
