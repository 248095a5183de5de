"""What may follow the diagram by a moment when a pass goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from nnsim.ui.view_state import ViewState


class PaintedLater(QObject):
    """Lets the diagram be painted first: one looks there for what a step has computed.

    The other widgets know the new step at once, and are painted when the diagram has been; of
    several steps between two frames only the last is.
    """

    def __init__(self, view_state: ViewState, widgets: Sequence[QWidget], parent: QObject) -> None:
        """Begin to hold these widgets back at each step."""
        super().__init__(parent)
        self._widgets = widgets
        # Qt paints before it looks at timers.
        self._paint = QTimer(self, interval=0, singleShot=True)
        self._paint.timeout.connect(self._go_on)
        view_state.pass_moving.connect(self._hold)

    @Slot()
    def _hold(self) -> None:
        for widget in self._widgets:
            widget.setUpdatesEnabled(False)
        self._paint.start()

    @Slot()
    def _go_on(self) -> None:
        for widget in self._widgets:
            widget.setUpdatesEnabled(True)
