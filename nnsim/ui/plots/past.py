"""Earlier runs beside the one in hand. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

MOST = 12  # drawn at most; beyond that nobody tells them apart, and painting takes its time


@dataclass(frozen=True, eq=False)
class PastCurve:
    """The curve of an earlier run.

    Attributes:
        number: of the run; its colour goes by it.
        name: as in the list of runs.
        epochs: shape (n,), ascending.
        losses: shape (n,), NaN where absent.
        pinned: whether it is the baseline that others are compared with.
        accuracies: shape (n,), 0 to 1; None if unknown.
    """

    number: int
    name: str
    epochs: FloatArray
    losses: FloatArray
    pinned: bool = False
    accuracies: FloatArray | None = None

    def values(self, accuracy: bool) -> FloatArray:
        """What is drawn, shape (n,); empty if unknown."""
        if not accuracy:
            return self.losses
        return np.empty(0) if self.accuracies is None else self.accuracies

    def value_at(self, epoch: float, accuracy: bool = False) -> float | None:
        """The loss or accuracy recorded at exactly this epoch; None if there is none."""
        row, values = int(np.searchsorted(self.epochs, epoch)), self.values(accuracy)
        if row >= len(values) or self.epochs[row] != epoch or np.isnan(values[row]):
            return None
        return float(values[row])


def chosen(curves: Sequence[PastCurve]) -> tuple[PastCurve, ...]:
    """The newest of many (the last are the newest), in their order; pinned ones always stay."""
    free = max(MOST - sum(curve.pinned for curve in curves), 0)
    others = [curve for curve in curves if not curve.pinned]
    kept = set(map(id, others[len(others) - free :] if free < len(others) else others))
    return tuple(curve for curve in curves if curve.pinned or id(curve) in kept)
