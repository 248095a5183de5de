"""A quiet strip above the network: what has just happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout


@dataclass(frozen=True)
class Offer:
    """A button of a notice: its objectName, its text, and what it does."""

    name: str
    text: str
    action: Callable[[], None]


class NoticeBar(QFrame):
    """Shows one message until it is dismissed, taken up or overtaken by another.

    Attributes:
        text: the message; "" when there is none.

    Signals:
        put_away(): the message was dismissed without taking an offer.
    """

    put_away = Signal()

    def __init__(self, name: str = "notice") -> None:
        super().__init__()
        self.setObjectName(name)
        self.text = ""
        self._label = QLabel()
        self._label.setObjectName(f"{name}Text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._buttons: list[QPushButton] = []
        close = QToolButton()
        close.setObjectName(f"{name}Close")
        close.setText("✕")
        close.setToolTip(self.tr("Dismiss"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.clicked.connect(self.dismiss)
        close.clicked.connect(self.put_away)
        self._below = QHBoxLayout()
        self._below.addStretch()
        column = QVBoxLayout()
        column.setSpacing(7)
        column.addWidget(self._label)
        column.addLayout(self._below)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 8, 7)
        self._row.addLayout(column, 1)
        self._row.addWidget(close)
        self.hide()

    def tell(self, text: str, offers: tuple[Offer, ...] = ()) -> None:
        """Show a message with buttons; a taken offer dismisses it."""
        self.text = text
        self._label.setText(text)
        for button in self._buttons:
            button.hide()  # until it is deleted it would take room beside the new ones
            button.deleteLater()
        self._buttons = []
        for offer in offers:
            button = QPushButton(offer.text)
            button.setObjectName(offer.name)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(lambda _=False, offer=offer: offer.action())
            # One stands beside the text; more would leave it too narrow a column.
            row = self._row if len(offers) == 1 else self._below
            row.insertWidget(row.count() - 1, button)
            button.show()  # the layout would do it a turn of the event loop later
            self._buttons.append(button)
        self.show()

    @Slot()
    def dismiss(self) -> None:
        """Put the message away."""
        self.text = ""
        self.hide()
