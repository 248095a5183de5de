"""Saving over a file that somebody else has changed."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class Conflict(Enum):
    """What is to be done about it."""

    OVERWRITE = "overwrite"
    SAVE_AS = "saveAs"
    RELOAD = "reload"
    CANCEL = "cancel"


def ask_overwrite(window: QWidget, path: Path) -> Conflict:
    """Ask what to do; nothing is done yet."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "nnsim",
        QCoreApplication.translate(
            "Conflict", "{name} was changed on disk since this window read or saved it."
        ).format(name=path.name),
        parent=window,
    )
    box.setObjectName("fileConflict")
    box.setInformativeText(
        QCoreApplication.translate(
            "Conflict",
            "Overwriting replaces those changes. Reloading takes them over; your own can be "
            "brought back with Undo.",
        )
    )
    roles = QMessageBox.ButtonRole
    buttons = {
        box.addButton(
            QCoreApplication.translate("Conflict", "&Save as…"), roles.AcceptRole
        ): Conflict.SAVE_AS,
        box.addButton(
            QCoreApplication.translate("Conflict", "&Overwrite"), roles.DestructiveRole
        ): Conflict.OVERWRITE,
        box.addButton(
            QCoreApplication.translate("Conflict", "&Reload"), roles.ActionRole
        ): Conflict.RELOAD,
        box.addButton(QMessageBox.StandardButton.Cancel): Conflict.CANCEL,
    }
    for button, answer in buttons.items():
        button.setObjectName(answer.value)
    box.exec()
    clicked = box.clickedButton()
    return next((buttons[each] for each in buttons if each is clicked), Conflict.CANCEL)
