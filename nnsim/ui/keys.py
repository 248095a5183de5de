"""Who gets keys and the wheel: the control that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMainWindow,
    QSlider,
    QTabBar,
    QWidget,
)

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
# Keys that mean something to a control, though the window has a shortcut for them too.
_OWN_KEYS: tuple[tuple[type[QWidget], set[Qt.Key]], ...] = (
    (QAbstractButton, {Qt.Key.Key_Space}),
    (QComboBox, {Qt.Key.Key_Space, *_ARROWS}),
    (QAbstractSlider, _ARROWS),
    (QAbstractSpinBox, _ARROWS),
    (QAbstractItemView, _ARROWS),
    (QTabBar, _ARROWS),
)


# Controls that the wheel would change while a form is only scrolled past them.
_WHEELED = (QComboBox, QAbstractSpinBox, QSlider)


class FocusedControlFirst(QObject):
    """Keeps Space, arrows, Home, End and letters for the focused control, where it uses them.

    The wheel changes a control only while it has the focus, and does not give it the focus.
    When the focused control hides, the main window gets the focus: Qt would give it to the next
    control, which may be a button that removes a node, and the next press of Space, meant to
    train, would press it.

    It listens to the widget that has the focus and to the controls beside it, not to the whole
    application: then every event would wait for the interpreter, which training is using.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._by_keyboard = False
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            new.installEventFilter(self)
            self.guard(new.window())

    def guard(self, window: QWidget) -> None:
        """Keep the wheel from the controls of a window that do not have the focus."""
        for kind in _WHEELED:
            for control in window.findChildren(kind):
                if control.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._by_keyboard = event.type() == QEvent.Type.KeyPress
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers()
        ):
            key = Qt.Key(event.key())
            letter = bool(event.text().strip())  # lists find an entry by its first letters
            if (letter and isinstance(watched, (QComboBox, QAbstractItemView))) or any(
                isinstance(watched, kind) and key in keys for kind, keys in _OWN_KEYS
            ):
                event.accept()
        elif (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, _WHEELED)
            and not watched.hasFocus()
        ):
            event.ignore()  # the form behind it scrolls
            return True
        elif event.type() == QEvent.Type.Hide and watched is QApplication.focusWidget():
            window = watched.window()
            if isinstance(window, QMainWindow) and window.isVisible():
                reason = Qt.FocusReason
                by_key = self._by_keyboard
                window.setFocus(reason.TabFocusReason if by_key else reason.OtherFocusReason)
        return False
