"""A field for one number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from nnsim.notation import NumberError, format_exact, parse_number
from nnsim.ui.number_input import complain
from nnsim.ui.theme import number_font

NUMBER_WIDTH = 64


class NumberField(QLineEdit):
    """Shows a number exactly and lets another be typed; what is no number is complained of.

    Attributes:
        value: the number that it shows, or shows again after a complaint.

    Signals:
        typed(float): the user wants another number; whoever agrees shows it.
    """

    typed = Signal(float)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.value = 0.0
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFont(number_font(self.font()))
        self.setMinimumWidth(NUMBER_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._on_editing_finished)

    def show_value(self, value: float) -> None:
        """Show the number of the project; what is being typed stays."""
        self.value = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(format_exact(value))

    @Slot()
    def _on_editing_finished(self) -> None:
        value = self.value
        try:
            value = parse_number(self.text())
        except NumberError:
            complain(self)
        self.setModified(False)
        if value != self.value:
            self.typed.emit(value)
        self.show_value(self.value)
