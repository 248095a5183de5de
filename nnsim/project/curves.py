"""The curves of a training run, one row an epoch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import isnan, nan

import numpy as np

from nnsim.engine import EpochRecord

from .arrays import FloatArray, read_only, same_bits
from .errors import EditError

COLUMNS = ("epoch", "loss", "accuracy", "test_loss", "test_accuracy")
MAX_ROWS = 20_000


def row(record: EpochRecord) -> tuple[float, ...]:
    """One record as a row of numbers; what was not measured, or is not finite, is NaN."""
    return tuple(rows_of([record])[0].tolist())


def rows_of(records: Sequence[EpochRecord]) -> FloatArray:
    """Records as rows (n, 5); what was not measured, or is not finite, is NaN."""
    rows = np.array(records, dtype=np.float64).reshape(len(records), len(COLUMNS))
    rows[~np.isfinite(rows)] = nan
    return rows


def records_of(rows: FloatArray) -> list[EpochRecord]:
    """Rows (n, 5) as records; of the test set None where nothing was measured."""
    return [_record(*line) for line in rows.tolist()]


def _record(epoch: float, loss: float, accuracy: float, *of_tests: float) -> EpochRecord:
    test_loss, test_accuracy = (None if isnan(value) else value for value in of_tests)
    return EpochRecord(int(epoch), loss, accuracy, test_loss, test_accuracy)


def _no_rows() -> FloatArray:
    return np.empty((0, len(COLUMNS)))


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Loss and accuracy by epoch, as a read-only array. Equal by value, to the last bit.

    Attributes:
        rows: shape (n, 5) in the order of COLUMNS, n up to MAX_ROWS; without a test set the last
            two are NaN. Long runs are thinned, so epochs grow but may leave gaps.
    """

    rows: FloatArray = field(default_factory=_no_rows)

    def __post_init__(self) -> None:
        """Check the shape; raises EditError."""
        object.__setattr__(self, "rows", read_only(self.rows))
        if self.rows.ndim != 2 or self.rows.shape[1] != len(COLUMNS):
            raise EditError("curves_do_not_fit")
        if len(self.rows) > MAX_ROWS:
            raise EditError("too_many_rows", MAX_ROWS)

    @classmethod
    def of(cls, records: Iterable[EpochRecord]) -> Curves:
        """The curves of these records."""
        return cls(rows_of(list(records)))

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        return same_bits(self.rows, other.rows) if isinstance(other, Curves) else NotImplemented

    def until(self, record: EpochRecord) -> Curves:
        """The curves as they were at the epoch of this record, which ends them.

        Epoch 0, before any training, has no row.
        """
        before = self.rows[self.column("epoch") < record.epoch]
        if record.epoch == 0:
            return Curves(before)
        return Curves(np.concatenate((before[: MAX_ROWS - 1], [row(record)])))

    def column(self, name: str) -> FloatArray:
        """One column, shape (n,), by its name in COLUMNS."""
        column: FloatArray = self.rows[:, COLUMNS.index(name)]
        return column
