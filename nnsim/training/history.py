"""The curves of the run that is going on: they grow, and stay small."""

from __future__ import annotations

import numpy as np

from nnsim.data.dataset import FloatArray
from nnsim.project import COLUMNS, MAX_ROWS, Curves


class History:
    """Rows of losses and accuracies, added in order of epochs.

    At full speed a small network trains a million epochs in a minute. When MAX_ROWS rows are
    full, they are thinned: all of the first epochs stay, where most happens; of the others, in
    each of many spans of equally many epochs, the smallest and the largest loss, so that the
    curve is equally fine all along and no peak is lost. The last row always stays.
    """

    def __init__(self, curves: Curves) -> None:
        self._rows = np.empty((MAX_ROWS, len(COLUMNS)))
        self._count = 0
        self.extend(curves.rows)

    @property
    def rows(self) -> FloatArray:
        """The rows so far, shape (n, 5), valid until more are added."""
        return self._rows[: self._count]

    def column(self, name: str) -> FloatArray:
        """One column of `rows`, shape (n,)."""
        column: FloatArray = self.rows[:, COLUMNS.index(name)]
        return column

    def extend(self, rows: FloatArray) -> None:
        """Add finished epochs, shape (n, 5)."""
        while len(rows):
            if self._count == MAX_ROWS:
                self._thin()
            taken = rows[: MAX_ROWS - self._count]
            self._rows[self._count : self._count + len(taken)] = taken
            self._count += len(taken)
            rows = rows[len(taken) :]

    def freeze(self) -> Curves:
        """A copy that does not change any more."""
        return Curves(self.rows.copy())

    def _thin(self) -> None:
        head = MAX_ROWS // 8
        epochs, losses = self.column("epoch")[head:], self.column("loss")[head:]
        width = 1  # of a span; powers of two, so that later spans are unions of earlier ones
        while (epochs[-1] - epochs[0]) / width > max(1, MAX_ROWS // 6):
            width *= 2
        spans = epochs // width
        order = np.lexsort((losses, spans))
        ends = np.flatnonzero(np.diff(spans[order], prepend=-1, append=-1))
        keep = np.zeros(self._count, dtype=bool)
        keep[:head] = True
        keep[head + order[ends[:-1]]] = True  # the smallest loss of each span
        keep[head + order[ends[1:] - 1]] = True  # the largest
        keep[-1] = True
        kept = self.rows[keep]
        self._rows[: len(kept)] = kept
        self._count = len(kept)
