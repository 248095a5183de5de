"""What the upright axis of the curves measures, and how. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .scales import linear_range, log_range

FloatArray = npt.NDArray[np.float64]

MARGIN = 0.02  # of a range, so that a curve at its edge is seen in full
_FURTHEST = 2.0  # tops of the run in hand that earlier runs may widen a linear axis to


@dataclass(frozen=True)
class ValueScale:
    """Losses, linear or logarithmic, or shares of correct answers.

    Attributes:
        accuracy: whether shares from 0 to 1 are drawn; they have no logarithmic axis.
        log: whether losses are drawn by their logarithm.
    """

    accuracy: bool = False
    log: bool = False

    @property
    def decades(self) -> bool:
        """Whether heights are log10 of values."""
        return self.log and not self.accuracy

    def heights(self, values: FloatArray) -> FloatArray:
        """Where values lie along the axis; NaN for what a log axis has no place for."""
        if not self.decades:
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(values > 0, np.log10(values), np.nan)

    def height(self, value: float) -> float:
        """Where one value lies."""
        return float(self.heights(np.array([value]))[0])

    def range(self, own: FloatArray, past: FloatArray) -> tuple[float, float]:
        """The lowest and the highest height shown, on steps, so that it seldom changes.

        Args:
            own: values of the run in hand.
            past: of earlier runs; one that blew up does not flatten the run in hand.
        """
        if self.accuracy:
            return -MARGIN, 1.0 + MARGIN
        if self.decades:
            low, high = (float(np.log10(end)) for end in log_range(np.concatenate([own, past])))
            margin = (high - low) * MARGIN
            return low - margin, high + margin
        if np.isfinite(own).any():
            past = past[past <= _FURTHEST * own[np.isfinite(own)].max()]
        low, high = linear_range(np.concatenate([own, past]))
        return low, high + (high - low) * MARGIN
