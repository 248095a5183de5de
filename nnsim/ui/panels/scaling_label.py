"""The scaling of the inputs in numbers: never silent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from nnsim.data import ScalingKind
from nnsim.notation import format_exact, x
from nnsim.project import Project
from nnsim.ui.parts import Parts
from nnsim.ui.texts import scaling_step


class ScalingLabel(QLabel):
    """Says how x is made from the raw value, with a link to the numbers of every input."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("scalingLabel")
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self._parts = parts
        self.linkActivated.connect(self.show_numbers)
        parts.document.changed.connect(self._on_document_changed)
        parts.view_state.decimals_changed.connect(self._show)
        self._show()

    @Slot(object, object)
    def _on_document_changed(self, _before: Project, _after: Project) -> None:
        self._show()

    @Slot()
    def _show(self) -> None:
        scaling = self._parts.document.project.scaling
        self.setVisible(scaling is not None)
        if scaling is None:
            return
        decimals = self._parts.view_state.decimals
        step = scaling_step(float(scaling.mean[0]), float(scaling.scale[0]), decimals)
        example = f"{x(1).html} = {step}"
        link = self.tr("all {count} inputs").format(count=len(scaling.mean))
        self.setText(f'{example} · <a href="numbers">{link}</a>')

    @Slot()
    def show_numbers(self) -> None:
        """Open a table with the mean and the deviation of every input."""
        project = self._parts.document.project
        if project.scaling is None:
            return
        dialog = QDialog(self.window())
        dialog.setObjectName("scalingDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, text, headings = self._words(project.scaling.kind)
        dialog.setWindowTitle(title)
        dialog.resize(600, 420)
        note = QLabel(text)
        note.setWordWrap(True)
        names = project.dataset.input_names
        table = QTableWidget(len(names), 3)
        table.setHorizontalHeaderLabels([self.tr("Input"), *headings])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        for row, name in enumerate(names):
            numbers = (project.scaling.mean[row], project.scaling.scale[row])
            table.setItem(row, 0, QTableWidgetItem(f"{x(row + 1).plain}  {name}"))
            for column, number in enumerate(numbers, start=1):
                table.setItem(row, column, QTableWidgetItem(format_exact(float(number))))
        table.resizeColumnsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        column_layout = QVBoxLayout(dialog)
        for widget in (note, table, buttons):
            column_layout.addWidget(widget)
        dialog.open()

    def _words(self, kind: ScalingKind) -> tuple[str, str, tuple[str, str]]:
        """Title, explanation and the names of both numbers."""
        if kind == "min_max":
            return (
                self.tr("Inputs from 0 to 1"),
                self.tr(
                    "x = (raw value − smallest) / range, so that every input goes from 0 to 1 over"
                    " the training samples."
                ),
                (self.tr("Smallest"), self.tr("Range")),
            )
        return (
            self.tr("Standardised inputs"),
            self.tr(
                "x = (raw value − mean) / deviation, so that every input has mean 0 and standard "
                "deviation 1 over the training samples."
            ),
            (self.tr("Mean"), self.tr("Deviation")),
        )
