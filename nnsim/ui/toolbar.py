"""The toolbar: buttons of actions, the speed, and the status, which is always in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolBar, QToolButton, QWidget

from nnsim.training import State

from .actions import TOOLBAR, icon, without_mnemonic
from .parts import Parts
from .speed import Speed
from .status import Status

_SHRINKING = ("passNext", "trainReset", "trainEpoch")  # the first to lose its text comes first
_ICON = Qt.ToolButtonStyle.ToolButtonIconOnly
_ICON_AND_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class ToolBar(QToolBar):
    """Where there is little room, the speed and the buttons lose their texts, one by one."""

    def __init__(self, parts: Parts, actions: Mapping[str, QAction], parent: QWidget) -> None:
        title = QCoreApplication.translate("MainWindow", "Toolbar")
        super().__init__(title, parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        for group in TOOLBAR:
            for name in group:
                self.addAction(actions[name])
                button = self._button(actions[name])
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a toolbar takes it away
                if name in ("trainRun", *_SHRINKING):
                    button.setObjectName(f"{name}Button")
                    button.setToolButtonStyle(_ICON_AND_TEXT)
            self.addSeparator()
        self._keep_width(actions["trainRun"], parts)
        speed = Speed(parts.controller)
        self._status = Status(parts)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        speed_action, *_ = [self.addWidget(widget) for widget in (speed, space, self._status)]
        self._shrinking: list[Callable[[bool], None]] = [speed.show_words]
        for name in _SHRINKING:
            self._shrinking.append(self._texts_of(self._button(actions[name])))

        def show_speed(shown: bool) -> None:  # hidden for an enormous E in full precision
            focused = QApplication.focusWidget()
            if not shown and focused is not None and speed.isAncestorOf(focused):
                self.window().setFocus(Qt.FocusReason.OtherFocusReason)
            speed_action.setVisible(shown)

        self._shrinking.append(show_speed)
        self._shrunk = 0
        self._widths: list[int] = []

    def _button(self, action: QAction) -> QToolButton:
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        return button

    def _keep_width(self, run: QAction, parts: Parts) -> None:
        """The button has room for "Run" and for "Pause", so that nothing moves beside it."""
        widths = []
        for state in (State.RUNNING, State.IDLE):
            show_state(run, state, parts)
            widths.append(self._button(run).sizeHint().width())
        self._button(run).setFixedWidth(max(widths))

    def _texts_of(self, button: QToolButton) -> Callable[[bool], None]:
        return lambda shown: button.setToolButtonStyle(_ICON_AND_TEXT if shown else _ICON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # the status has other numbers
        return handled

    def _fit(self) -> None:
        if not self._widths:
            self._measure()
        room = self.width() - self._status.sizeHint().width()
        shrunk = next((n for n, width in enumerate(self._widths) if width <= room), -1)
        self._shrink(shrunk if shrunk >= 0 else len(self._shrinking))

    def _measure(self) -> None:
        """How wide everything but the status is, with ever fewer texts."""
        for shrunk in range(len(self._shrinking) + 1):
            self._shrink(shrunk)
            self._widths.append(self.sizeHint().width() - self._status.sizeHint().width())

    def _shrink(self, count: int) -> None:
        if count != self._shrunk:
            self._shrunk = count
            for number, show in enumerate(self._shrinking):
                show(number >= count)


def show_state(run: QAction, state: State, parts: Parts) -> None:
    """Let the action say "Run" or "Pause"."""
    running = state is not State.IDLE
    translate = QCoreApplication.translate
    text = translate("MainWindow", "&Pause") if running else translate("MainWindow", "&Run")
    run.setText(text)
    run.setIconText(without_mnemonic(text))
    color = parts.theme.on_accent
    run.setIcon(icon("ph.pause-fill" if running else "ph.play-fill", color, color))
