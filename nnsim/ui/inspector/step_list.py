"""Every step of the pass in a list: what is done, where it is, what is to come."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedWidget

from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtCells
from nnsim.ui.table_copy import CopyTable

from .step_rows import StepDelegate, StepModel, StepRows


class StepList(QStackedWidget):
    """The list, or how to begin. A click goes to the place right after that step."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._view = parts.view_state
        hint = QLabel(
            self.tr(
                "Press → to step through a pass: every sum and output, the loss, every gradient, "
                "and the update."
            )
        )
        hint.setWordWrap(True)
        hint.setMargin(12)
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint.setProperty("role", "muted")
        self._list = StepRows()
        self._list.setObjectName("stepList")
        self._list.setAccessibleName(self.tr("Steps of the pass"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setUniformItemSizes(True)
        model = StepModel(parts, self)
        self._list.setModel(model)
        PointingAtCells(self._list, self._view, lambda index: model.step(index.row()).symbol)
        CopyTable(self._list, model.csv_rows)
        self._list.setItemDelegate(StepDelegate(parts, self))
        self._list.clicked.connect(self._on_clicked)
        self._list.activated.connect(self._on_clicked)
        self.addWidget(hint)
        self.addWidget(self._list)
        self._view.pass_changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        done = index.row() + 1
        self._view.move_pass(lambda place: place.at(done))

    @Slot()
    def _show(self) -> None:
        position = self._view.position
        self.setCurrentIndex(0 if position is None else 1)
        if position is not None and self.isVisible():
            # The keyboard goes on from the place of the pass.
            index = self._list.model().index(max(position.done - 1, 0), 0)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
