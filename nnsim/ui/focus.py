"""Where the focus goes when what has it goes away."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def release_focus(widget: QWidget) -> None:
    """Before a widget hides: give its focus to the window.

    Otherwise Qt gives it to the next control, which may be a button that removes a node, and the
    next press of Space, meant to train, presses it.
    """
    focused = QApplication.focusWidget()
    if focused is not None and (focused is widget or widget.isAncestorOf(focused)):
        widget.window().setFocus()
