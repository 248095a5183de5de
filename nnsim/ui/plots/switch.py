"""Two or more views of the same thing, side by side; one of them is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Switch(QWidget):
    """Buttons in a row, one of which is pressed.

    Attributes:
        buttons: by their keys.

    Signals:
        chosen(str): the key of the button that a person pressed.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            name: the buttons' objectNames are this and their keys, capitalised.
            choices: keys and texts; the first is on.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self.buttons: dict[str, QToolButton] = {}
        for key, text in choices:
            button = QToolButton(self)
            button.setObjectName(f"{name}{key.capitalize()}")
            button.setText(text)
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setChecked(not self.buttons)
            self._group.addButton(button)
            row.addWidget(button)
            self.buttons[key] = button
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def key(self) -> str:
        """Which one is on."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def set_key(self, key: str) -> None:
        """Switch without telling anyone."""
        self.buttons[key].setChecked(True)

    def _on_clicked(self, _button: object) -> None:
        self.chosen.emit(self.key)
