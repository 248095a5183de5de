"""Answers to a dialog that asks for a file."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit


def accept(dialog, path):
    """Type a name, and accept it."""
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()
    deliver()


def accept_unchecked(dialog, path):
    """As a dialog of the system may: with a folder that is gone meanwhile."""
    dialog.fileSelected.emit(str(path))
    deliver()


def deliver():
    """The name comes after the dialog has ended."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
