"""The records of a run as the loss plot reads them. No Qt."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from nnsim.project import COLUMNS

from .scales import nearest

FloatArray = npt.NDArray[np.float64]
Record = dict[str, float]  # by the names of COLUMNS


class Records:
    """Rows of numbers, one an epoch, that do not change.

    Attributes:
        rows: shape (n, 5) in the order of COLUMNS, read-only; epochs grow and may leave gaps.
    """

    def __init__(self, rows: FloatArray | None = None) -> None:
        self.rows = np.empty((0, len(COLUMNS))) if rows is None else rows.copy()
        self.rows.flags.writeable = False

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> FloatArray:
        """One column, shape (n,)."""
        column: FloatArray = self.rows[:, COLUMNS.index(name)]
        return column

    @property
    def tested(self) -> bool:
        """Whether held-out samples were measured."""
        return bool(np.isfinite(self.column("test_loss")).any())

    @property
    def epochs_to_visit(self) -> FloatArray:
        """Those with a record, and 0, before training."""
        return np.concatenate([[0.0], self.column("epoch")])

    def last(self) -> Record:
        """The newest record; NaN everywhere without one."""
        return self._record(self.rows[-1]) if len(self) else dict.fromkeys(COLUMNS, math.nan)

    def nearest(self, epoch: float) -> Record | None:
        """The record nearest to an epoch; None without any."""
        return self._record(self.rows[nearest(self.column("epoch"), epoch)]) if len(self) else None

    def at(self, epoch: float) -> Record:
        """The record of exactly this epoch; NaN everywhere if it has none."""
        found = self.nearest(epoch)
        if found is None or found["epoch"] != epoch:
            return dict.fromkeys(COLUMNS, math.nan)
        return found

    def are(self, rows: FloatArray) -> bool:
        """Whether these are the records already."""
        return len(rows) == len(self) and np.array_equal(rows[-1:, 0], self.rows[-1:, 0])

    def _record(self, row: FloatArray) -> Record:
        return dict(zip(COLUMNS, row.tolist(), strict=True))
