"""Two or more views of the same thing, side by side; one of them is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class Switch(QWidget):
    """Buttons in a row, one of which is pressed.

    Tab reaches each of them, which it would not in a QButtonGroup.

    Attributes:
        buttons: by their keys.

    Signals:
        chosen(str): the key of the button that a person pressed, even if it was on.
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self._key = choices[0][0]
        self.buttons: dict[str, QToolButton] = {}
        for key, text in choices:
            button = QToolButton(self)
            button.setObjectName(f"{name}{key.capitalize()}")
            button.setText(text)
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setChecked(key == self._key)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
            self.buttons[key] = button

    @property
    def key(self) -> str:
        """Which one is on."""
        return self._key

    def set_key(self, key: str) -> None:
        """Switch without telling anyone."""
        self._key = key
        for each, button in self.buttons.items():
            button.setChecked(each == key)

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        key = next(key for key, button in self.buttons.items() if button is pressed)
        self.set_key(key)
        self.chosen.emit(key)
