"""The curves of a training run, one row an epoch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from nnsim.engine import EpochRecord

FloatArray = npt.NDArray[np.float64]

COLUMNS = ("epoch", "loss", "accuracy", "test_loss", "test_accuracy")


def row(record: EpochRecord) -> tuple[float, ...]:
    """One record as a row of numbers; what was not measured is NaN."""
    values = (getattr(record, name) for name in COLUMNS)
    return tuple(np.nan if value is None else float(value) for value in values)


def _no_rows() -> FloatArray:
    return np.empty((0, len(COLUMNS)))


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Loss and accuracy by epoch, as a read-only array.

    Attributes:
        rows: shape (n, 5) in the order of COLUMNS; without a test set the last two are NaN.
            Long runs are thinned, so epochs grow but may leave gaps.
    """

    rows: FloatArray = field(default_factory=_no_rows)

    def __post_init__(self) -> None:
        self.rows.flags.writeable = False

    @classmethod
    def of(cls, records: Iterable[EpochRecord]) -> Curves:
        """The curves of these records."""
        rows = [row(record) for record in records]
        return cls(np.array(rows, dtype=np.float64)) if rows else cls()

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Curves):
            return NotImplemented
        return np.array_equal(self.rows, other.rows, equal_nan=True)

    __hash__ = None  # type: ignore[assignment]

    def column(self, name: str) -> FloatArray:
        """One column, shape (n,), by its name in COLUMNS."""
        column: FloatArray = self.rows[:, COLUMNS.index(name)]
        return column
