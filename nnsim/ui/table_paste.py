"""Cells of a spreadsheet pasted into a table: Ctrl+V, or its context menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from nnsim.controller import Controller
from nnsim.notation import BlockError, read_block

Block = list[list[str]]


class PasteTable(QAction):
    """Hands the block on the clipboard to a table; what is no block is refused with a message."""

    def __init__(
        self, view: QWidget, controller: Controller, take: Callable[[Block], None]
    ) -> None:
        """Put the action into the view's context menu.

        Args:
            controller: tells of what is refused.
            take: makes one edit of the block.
        """
        super().__init__(QCoreApplication.translate("PasteTable", "Paste cells"), view)
        self._controller = controller
        self._take = take
        self.setObjectName("pasteCells")
        self.setShortcut(QKeySequence.StandardKey.Paste)
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.triggered.connect(self.paste)
        view.addAction(self)

    @Slot()
    def paste(self) -> None:
        """Paste what is on the clipboard."""
        try:
            block = read_block(QGuiApplication.clipboard().text())
        except BlockError as error:
            self._controller.refused.emit(error)
        else:
            self._take(block)
