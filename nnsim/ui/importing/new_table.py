"""A table of zeros for a person to type: how many rows, inputs and outputs, and of what kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

from nnsim.data.dataset import Kind
from nnsim.ui.marking import QT_TRANSLATE_NOOP

from .fields import build_chooser

_KINDS: dict[Kind, str] = {
    "binary": QT_TRANSLATE_NOOP("NewTableDialog", "0 or 1"),
    "classes": QT_TRANSLATE_NOOP("NewTableDialog", "one of several classes"),
    "values": QT_TRANSLATE_NOOP("NewTableDialog", "any numbers"),
}
MAX_TYPED = 1000


class NewTableDialog(QDialog):
    """Asks for the size of a new table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("newTableDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New table"))
        self.setMinimumWidth(320)
        self._samples = _number("newTableSamples", self.tr("Samples"), 4, MAX_TYPED)
        self._inputs = _number("newTableInputs", self.tr("Inputs"), 2, 100)
        self._outputs = _number("newTableOutputs", self.tr("Outputs"), 1, 100)
        title = self.tr("Targets")
        self._kind = build_chooser("newTableKind", title, _KINDS, lambda key: self.tr(_KINDS[key]))
        self._kind.activated.connect(self._on_kind_chosen)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("newTableAccept")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(18, 16, 18, 14)
        form.setSpacing(9)
        for field in (self._samples, self._inputs, self._kind, self._outputs):
            form.addRow(field.accessibleName(), field)
        form.addRow(buttons)

    @property
    def size_chosen(self) -> tuple[int, int, int]:
        """Samples, inputs and outputs."""
        return self._samples.value(), self._inputs.value(), self._outputs.value()

    @property
    def kind_chosen(self) -> Kind:
        """What the targets are to be."""
        kind: Kind = self._kind.currentData()
        return kind

    @Slot()
    def _on_kind_chosen(self) -> None:
        """Classes are several."""
        self._outputs.setMinimum(2 if self.kind_chosen == "classes" else 1)


def _number(name: str, title: str, value: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setRange(1, most)
    box.setValue(value)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    return box
