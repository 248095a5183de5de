"""Rows of settings: a name, a control, and an explanation for each."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from nnsim.project import Project
from nnsim.ui.parts import Parts
from nnsim.ui.texts import title as title_of

from .explanations import Counts, counts
from .notes import Notes
from .number_field import NUMBER_WIDTH, NumberField

MAX_SEED = 999_999
ENDS_RUN = "■"
LABEL_WIDTH = 92


class SettingsForm(QWidget):
    """One group of settings. Subclasses add their rows and show the project in them."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__()
        self._parts = parts
        self._notes = notes
        self._labels: dict[str, tuple[QLabel, str]] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(12, 4, 12, 8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setSpacing(7)

    @abstractmethod
    def show_project(self, project: Project) -> None:
        """Show the settings of a project."""

    def summary(self, project: Project) -> str:
        """In a word or two, what is set here."""
        return ""

    def show_running(self, running: bool) -> None:
        """While a run goes on, mark what would end it."""
        for name, (label, title) in self._labels.items():
            ends = running and counts(name) is Counts.ENDS
            label.setText(f"{title} {ENDS_RUN}" if ends else title)

    def row(self, name: str, title: str, widget: QWidget, *explained: QWidget) -> None:
        """A row; what is explained is `explained`, or else the widget itself."""
        label = QLabel(title)
        label.setBuddy((explained or (widget,))[0])
        label.setMinimumWidth(LABEL_WIDTH)
        self._labels[name] = label, title
        self._form.addRow(label, widget)
        self._notes.explain(name, label, *(explained or (widget,)))

    def choice(self, name: str, title: str, keys: list[str]) -> QComboBox:
        """A row with names to choose from."""
        box = QComboBox()
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setAccessibleName(title)
        for key in keys:
            box.addItem(title_of(key), key)
        box.ensurePolished()
        box.setMinimumWidth(box.sizeHint().width())  # or the row wraps too late
        self.row(name, title, box)
        return box

    def setting(self, name: str, title: str) -> NumberField:
        """A row with a number of TrainSettings."""

        def change(value: float) -> None:
            text = self._change_text.format(setting=title)
            self._parts.controller.change_settings(text, None, **{name: value})

        field = NumberField(name, title)
        field.typed.connect(change)
        self.row(name, title, field)
        return field

    @property
    def _change_text(self) -> str:
        return self.tr("Change {setting}")


def whole(name: str, title: str, high: int = MAX_SEED) -> QSpinBox:
    """A box for a whole number from 0 to `high`."""
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setRange(0, high)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setKeyboardTracking(False)
    box.setMinimumWidth(NUMBER_WIDTH)
    return box


def show_quietly(box: QSpinBox, value: int) -> None:
    """Show a number without asking for a change."""
    box.blockSignals(True)
    box.setValue(value)
    box.blockSignals(False)
