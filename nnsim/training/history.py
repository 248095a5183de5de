"""The curves of the run that is going on: they grow, and stay small."""

from __future__ import annotations

import numpy as np

from nnsim.data.dataset import FloatArray
from nnsim.project import COLUMNS, MAX_ROWS, Curves


class History:
    """Rows of losses and accuracies, added in order of epochs.

    At full speed a small network trains a million epochs in a minute. When MAX_ROWS rows are
    full, every four neighbours become two, the one with the smallest and the one with the
    largest loss, so that no peak is lost. The first and the last row always stay.
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
        keep = np.zeros(self._count, dtype=bool)
        keep[[0, -1]] = True
        groups = self._count // 4
        losses = self.column("loss")[: groups * 4].reshape(groups, 4)
        starts = np.arange(groups) * 4
        keep[starts + losses.argmin(axis=1)] = True
        keep[starts + losses.argmax(axis=1)] = True
        kept = self.rows[keep]
        self._rows[: len(kept)] = kept
        self._count = len(kept)
