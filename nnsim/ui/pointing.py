"""Pointing at the numbers of a table or a list, with the mouse or the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Slot
from PySide6.QtWidgets import QAbstractItemView

from nnsim.notation import Symbol

from .view_state import ViewState


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
