"""The learning rate as a number and as a logarithmic slider."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSlider, QVBoxLayout, QWidget

from nnsim.notation import NumberError, format_exact, parse_number
from nnsim.ui.number_input import complain
from nnsim.ui.theme import number_font

LOWEST, HIGHEST = 1e-4, 10.0
STEPS_PER_DECADE = 40


class LearningRate(QWidget):
    """η: type it, or drag the slider.

    Signals:
        changed(float): the user wants another η.
    """

    changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.value = 0.5
        self._number = QLineEdit()
        self._number.setObjectName("learningRate")
        self._number.setAccessibleName(self.tr("Learning rate"))
        self._number.setFont(number_font(self.font()))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("learningRateSlider")
        self._slider.setAccessibleName(self.tr("Learning rate, logarithmic"))
        self._slider.setRange(_position(LOWEST), _position(HIGHEST))
        self._slider.setPageStep(STEPS_PER_DECADE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._number)
        column.addWidget(self._slider)
        self._number.editingFinished.connect(self._on_typed)
        self._slider.valueChanged.connect(self._on_slid)

    def show_value(self, value: float) -> None:
        """Show the η of the project."""
        self.value = value
        if not self._number.hasFocus() or not self._number.isModified():
            self._number.setText(format_exact(value))
        self._slider.blockSignals(True)
        self._slider.setValue(_position(value))
        self._slider.blockSignals(False)

    @Slot()
    def _on_typed(self) -> None:
        try:
            value = parse_number(self._number.text())
        except NumberError:
            complain(self._number)
            value = self.value
        self._number.setModified(False)
        if value != self.value:
            self.changed.emit(value)
        self.show_value(self.value)

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        # Two digits: what the slider sets is a number that can be written down.
        self.changed.emit(float(f"{10 ** (position / STEPS_PER_DECADE):.2g}"))


def _position(value: float) -> int:
    return round(math.log10(min(max(value, LOWEST), HIGHEST)) * STEPS_PER_DECADE)
