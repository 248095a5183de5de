"""Messages about what went wrong: what happened, where, what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def system_reason(detail: str) -> str:
    """What the system says, in the language of the window: Qt has the common reasons."""
    return QCoreApplication.translate("QIODevice", detail)


def show_error(parent: QWidget, title: str, text: str) -> QMessageBox:
    """A message that leaves everything as it was."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
    box.setObjectName("errorMessage")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def show_details(parent: QWidget, text: str, details: str) -> QMessageBox:
    """A message about an error in nnsim itself, with its details to copy."""
    box = QMessageBox(QMessageBox.Icon.Critical, "nnsim", text, parent=parent)
    box.setObjectName("exceptionMessage")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(
        QCoreApplication.translate(
            "errors", "Your work is still here and can be saved. The details help to mend it."
        )
    )
    box.setDetailedText(details)
    copy = box.addButton(
        QCoreApplication.translate("errors", "Copy details"), QMessageBox.ButtonRole.ActionRole
    )
    # A click on an action closes the box; this one only copies.
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box
