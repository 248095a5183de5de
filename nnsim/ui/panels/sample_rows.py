"""Which sample stands in which row of the table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnsim.project import Project
from nnsim.ui.reading import Reading
from nnsim.ui.view_state import ViewState

from .sample_order import Arrangement, IntArray, Scan

SECONDS = 0.008  # of scoring samples in one turn of the event loop


class SampleRows(QObject):
    """Keeps the order of the rows: it is made once when it is asked for, not with every frame.

    Attributes:
        arrangement: the order of the rows.
        aged: whether the numbers are no longer those that the order was made from.

    Signals:
        about_to_change(): the rows are going to show other samples.
        changed(bool): they do; whether another arrangement was asked for.
        aged_changed(): `aged` is another.
    """

    about_to_change = Signal()
    changed = Signal(bool)
    aged_changed = Signal()

    def __init__(self, view_state: ViewState, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view_state
        self.arrangement = Arrangement()
        self.aged = False
        self._order: IntArray | None = None  # None: every sample at its number
        self._made_from: Reading | None = None
        self._pending: Arrangement | None = None
        self._scan: Scan | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def count(self, project: Project) -> int:
        """The number of rows."""
        return len(project.t) if self._order is None else len(self._order)

    def samples(self, project: Project) -> IntArray:
        """The sample of every row, from 0."""
        return np.arange(len(project.t)) if self._order is None else self._order

    def sample_at(self, row: int) -> int:
        """The sample of a row, both from 0."""
        return row if self._order is None else int(self._order[row])

    def row_of(self, sample: int) -> int | None:
        """The row of a sample; None if it is not listed."""
        if self._order is None:
            return sample
        found = np.flatnonzero(self._order == sample)
        return int(found[0]) if len(found) else None

    @property
    def epoch(self) -> int:
        """The epoch whose numbers the order was made from."""
        return self._view.reading.epoch if self._made_from is None else self._made_from.epoch

    @property
    def wanted(self) -> Arrangement:
        """The arrangement that is there, or is being made."""
        return self._pending or self.arrangement

    def arrange(self, arrangement: Arrangement) -> None:
        """List the samples in this order as soon as all are scored."""
        if arrangement.is_plain:
            self._take(arrangement, None, None)
        else:
            self._pending, self._scan = arrangement, None
            self._turn.start()

    def arrange_again(self) -> None:
        """Make the order anew from the numbers of now."""
        if not self.wanted.is_plain:
            self.arrange(self.wanted)

    def number_through(self, arrangement: Arrangement) -> None:
        """For other data: every sample at its number, until the order is made from them."""
        self._take(Arrangement(), None, None)
        self.arrange(arrangement)

    def watch_age(self) -> None:
        """Compare the numbers of now with those that the order was made from."""
        made, now = self._made_from, self._view.reading
        aged = made is not None and (
            made.parameters is not now.parameters
            or made.project.dataset is not now.project.dataset
            or made.project.scaling is not now.project.scaling
        )
        if aged != self.aged:
            self.aged = aged
            self.aged_changed.emit()

    @Slot()
    def _go_on(self) -> None:
        assert self._pending is not None
        if self._scan is None:
            self._scan = Scan(self._view.reading)
        if self._scan.advance(SECONDS):
            self._take(self._pending, self._scan.order(self._pending), self._scan.reading)

    def _take(
        self, arrangement: Arrangement, order: IntArray | None, made_from: Reading | None
    ) -> None:
        self._turn.stop()
        self._pending = self._scan = None
        chosen = arrangement != self.arrangement
        self.about_to_change.emit()
        self.arrangement, self._order, self._made_from = arrangement, order, made_from
        self.changed.emit(chosen)
        self.watch_age()
