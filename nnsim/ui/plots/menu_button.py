"""A small button with an icon that opens a menu."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from nnsim.ui.actions import icon
from nnsim.ui.theme import Theme


class MenuButton(QToolButton):
    """Opens its menu at once; the tool tip says what it is for."""

    def __init__(
        self, name: str, icon_name: str, title: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setIcon(icon(icon_name, theme.text, theme.line))
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self)
        menu.setObjectName(f"{name}Menu")
        self.setMenu(menu)
