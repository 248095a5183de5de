"""The note at the foot of the settings: what the control under the mouse or the keys means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnsim.ui.parts import Parts

from .explanations import explanation


class Notes(QLabel):
    """Explains the hovered control, or else the focused one, or else what `idle` says.

    The explanations are tooltips and accessible descriptions as well. The note is as high as the
    longest of them, so that nothing jumps.
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
        self._texts: dict[str, str] = {}
        self._hovered = self._focused = ""
        parts.document.changed.connect(self.refresh)
        parts.session.state_changed.connect(self.refresh)

    def explain(self, name: str, *widgets: QWidget) -> None:
        """Explain the setting `name` wherever one of its widgets is hovered or focused."""
        for widget in widgets:
            self._names[widget] = name
            widget.installEventFilter(self)

    @Slot()
    def refresh(self) -> None:
        """The project is another, or a run has begun or ended."""
        project, running = self._parts.document.project, self._parts.session.running
        names = dict.fromkeys(self._names.values())
        texts = {name: explanation(name, project, running) for name in names}
        if texts != self._texts:
            self._texts = texts
            for widget, name in self._names.items():
                assert isinstance(widget, QWidget)
                widget.setToolTip(texts[name])
                plain = QTextDocumentFragment.fromHtml(texts[name]).toPlainText()
                widget.setAccessibleDescription(plain)
            self._fit()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = self._names.get(watched, "")
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
            self._fit()
            self._show()

    def _show(self) -> None:
        self.setText(self._texts.get(self._hovered or self._focused) or self._idle())

    def _fit(self) -> None:
        heights = []
        for text in (*self._texts.values(), self._idle()):
            self.setText(text)
            heights.append(self.heightForWidth(self.width()))
        self.setFixedHeight(max(heights))
