"""The learning rate as a number and as a logarithmic slider."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from .number_field import NumberField

LOWEST, HIGHEST = 1e-4, 10.0
STEPS_PER_DECADE = 40


class LearningRate(QWidget):
    """η: type it, or drag the slider.

    Attributes:
        number, slider: the two controls.

    Signals:
        changed(float): the user wants another η.
    """

    changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.number = NumberField("learningRate", self.tr("Learning rate"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("learningRateSlider")
        self.slider.setAccessibleName(self.tr("Learning rate, logarithmic"))
        self.slider.setRange(_position(LOWEST), _position(HIGHEST))
        self.slider.setPageStep(STEPS_PER_DECADE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.number)
        column.addWidget(self.slider)
        self.number.typed.connect(self.changed)
        self.slider.valueChanged.connect(self._on_slid)

    def show_value(self, value: float) -> None:
        """Show the η of the project."""
        self.number.show_value(value)
        self.slider.blockSignals(True)
        self.slider.setValue(_position(value))
        self.slider.blockSignals(False)

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        # Two digits: what the slider sets is a number that can be written down.
        self.changed.emit(float(f"{10 ** (position / STEPS_PER_DECADE):.2g}"))


def _position(value: float) -> int:
    return round(math.log10(min(max(value, LOWEST), HIGHEST)) * STEPS_PER_DECADE)
