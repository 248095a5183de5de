"""Pointing at a number in a table, a list, a field or a text, with the mouse or the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from nnsim.notation import Symbol, parse

from .theme import Theme
from .view_state import ViewState

LIT = "pointed"  # property of a widget whose number is pointed at, for the style sheet


class PointingAtCells(QObject):
    """Tells the view state which number the pointer, or the keyboard's cell, is on.

    The model's BackgroundRole shows what is pointed at; the view is repainted when that changes.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        view_state: ViewState,
        symbol_of: Callable[[QModelIndex], Symbol | None],
    ) -> None:
        """Begin; the view's model must be set."""
        super().__init__(view)
        self._view = view
        self._view_state = view_state
        self._symbol_of = symbol_of
        view.setMouseTracking(True)
        view.entered.connect(self._on_entered)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.viewport().installEventFilter(self)
        view_state.pointed_changed.connect(view.viewport().update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._view_state.point(None)
        return False

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._view_state.point(self._symbol_of(index))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._view.hasFocus() and current.isValid():
            self._view_state.point(self._symbol_of(current))


class PointingAtWidget(QObject):
    """A whole widget shows one number: with the pointer on it, or the focus, that is pointed at.

    While its number is pointed at anywhere, the widget has the property `pointed`.
    """

    def __init__(
        self, widget: QWidget, view_state: ViewState, symbol_of: Callable[[], Symbol | None]
    ) -> None:
        """Begin.

        Args:
            symbol_of: whose number the widget shows at the moment; None: of no symbol.
        """
        super().__init__(widget)
        self._widget = widget
        self._view_state = view_state
        self._symbol_of = symbol_of
        widget.installEventFilter(self)
        view_state.pointed_changed.connect(self._light)
        view_state.selection_changed.connect(self._light)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Enter | QEvent.Type.FocusIn:
                self._view_state.point(self._symbol_of())
            case QEvent.Type.Leave | QEvent.Type.FocusOut:
                if self._view_state.is_pointed(self._symbol_of()):
                    self._view_state.point(None)
        return False

    @Slot()
    def _light(self) -> None:
        lit = self._view_state.is_pointed(self._symbol_of())
        if lit != bool(self._widget.property(LIT)):
            self._widget.setProperty(LIT, lit)
            self._widget.style().unpolish(self._widget)
            self._widget.style().polish(self._widget)


class PointingAtLinks(QObject):
    """Some words of a label are numbers: those that `link` has written can be pointed at.

    Whoever writes the label writes it anew when something else is pointed at.
    """

    def __init__(self, label: QLabel, view_state: ViewState, theme: Theme) -> None:
        super().__init__(label)
        self._view_state = view_state
        self._theme = theme
        label.linkHovered.connect(self._on_link)
        label.linkActivated.connect(self._on_link)
        label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Backwards, Qt goes to the last link first, and to it again whenever the label is written.
        back = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backtab
        if not (back and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget)):
            return False
        before = watched.previousInFocusChain()
        while before is not None and not _takes_tab(before):
            before = before.previousInFocusChain()
        if before is not None:
            before.setFocus(Qt.FocusReason.BacktabFocusReason)
        return True

    def link(self, symbol: Symbol, text: str) -> str:
        """Rich text that points at a symbol, and is lit while that is pointed at."""
        lit = self._view_state.is_pointed(symbol)
        light = f"; background-color: {self._theme.highlight}" if lit else ""
        style = f"text-decoration: none; color: {self._theme.text}{light}"
        return f'<a href="{symbol.plain}" style="{style}">{text}</a>'

    @Slot(str)
    def _on_link(self, name: str) -> None:
        self._view_state.point(parse(name) if name else None)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()
