"""The note at the foot of the settings: what the control under the mouse or the keys means."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnsim.ui.parts import Parts

from .explanations import explanation, told_of

_ASKS = (QEvent.Type.Enter, QEvent.Type.FocusIn, QEvent.Type.ToolTip)


class Notes(QLabel):
    """Explains the hovered control, or else the focused one, or else what `idle` says.

    The explanations are tooltips and accessible descriptions as well; what a run adds to them is
    put in as they are asked for. The note is as high as its text. While the mouse is in the panel
    it only grows: a control that it pushed away from under the mouse would come back at once.
    """

    def __init__(self, parts: Parts, idle: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("settingsNote")
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(12, 6, 12, 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._parts = parts
        self._idle = idle
        self._names: dict[QObject, str] = {}
        self._told: object = None
        self._hovered = self._focused = ""
        parts.document.changed.connect(self.refresh)
        parts.session.state_changed.connect(self._show)

    def explain(self, name: str, *widgets: QWidget) -> None:
        """Explain the setting `name` wherever one of its widgets is hovered or focused."""
        for widget in widgets:
            self._names[widget] = name
            widget.installEventFilter(self)

    @Slot()
    def refresh(self) -> None:
        """The project is another."""
        told = told_of(self._parts.document.project)
        if told != self._told:
            self._told = told
            for widget in self._names:
                self._describe(widget)
        self._show()

    def _describe(self, widget: QObject) -> None:
        assert isinstance(widget, QWidget)
        text = self._text(self._names[widget])
        widget.setToolTip(text)
        widget.setAccessibleDescription(_plain(text))

    def _text(self, name: str) -> str:
        return explanation(name, self._parts.document.project, self._parts.session.running)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = self._names.get(watched, "")
        if name and event.type() in _ASKS:
            self._describe(watched)
        match event.type():
            case QEvent.Type.Enter:
                self._hovered = name
            case QEvent.Type.Leave if self._hovered == name:
                self._hovered = ""
            case QEvent.Type.FocusIn:
                self._focused = name
            case QEvent.Type.FocusOut if self._focused == name:
                self._focused = ""
            case _:
                return False
        self._show()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    @Slot()
    def _show(self) -> None:
        name = self._hovered or self._focused
        self.setText(self._text(name) if name else self._idle())
        panel = self.parentWidget()
        if panel is None or not panel.underMouse() or self._needed > self.height():
            self.fit()

    def fit(self) -> None:
        """Take the height that the text needs."""
        self.setMinimumHeight(0)  # or it would count as needed
        self.setFixedHeight(self._needed)

    @property
    def _needed(self) -> int:
        return self.heightForWidth(self.width())


def _plain(text: str) -> str:
    text = unescape(re.sub(r"<[^>]*>", "", text))
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")
