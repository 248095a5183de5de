"""In which order the samples are listed, and which of them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
import numpy.typing as npt

from nnsim.notation import E, Symbol
from nnsim.ui.reading import Reading
from nnsim.ui.scores import Scores, joined, score

from .sample_columns import CLASS, Column

IntArray = npt.NDArray[np.intp]
FloatArray = npt.NDArray[np.float64]

MOST_WORK = 4_000_000  # multiplications of a block, about a millisecond or two


@dataclass(frozen=True)
class Arrangement:
    """How the samples are listed.

    Attributes:
        column: whose numbers they are sorted by; None: as they are numbered.
        descending: the largest number first.
        wrong_only: only those that the network puts into a wrong class.
    """

    column: Column | None = None
    descending: bool = False
    wrong_only: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether every sample stands at its number."""
        return self.column is None and not self.wrong_only

    def sorted_by(self, column: Column | None, descending: bool = False) -> Arrangement:
        """The same samples in another order."""
        return replace(self, column=column, descending=descending)

    def with_wrong_only(self, wrong_only: bool) -> Arrangement:
        """All samples or the wrong ones, in the same order."""
        return replace(self, wrong_only=wrong_only)

    def turned(self, column: Column) -> Arrangement:
        """After a click on a column: one way, the other way, as they are numbered.

        Of the losses the largest come first, for they are what one looks for.
        """
        first = column == E
        if self.column != column:
            return self.sorted_by(column, first)
        return (
            self.sorted_by(column, not first) if self.descending == first else self.sorted_by(None)
        )


class Scan:
    """Scores every sample once, block by block, so that the window goes on meanwhile.

    Attributes:
        reading: the numbers that the order is made from.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._parts: list[Scores] = []
        self._at = 0
        self._block = max(16, MOST_WORK // len(reading.parameters))

    def advance(self, seconds: float) -> bool:
        """Go on for about that long, one block at least; whether all samples are scored."""
        project, network = self.reading.project, self.reading.network
        end = perf_counter() + seconds
        while self._at < len(project.x):
            rows = slice(self._at, self._at + self._block)
            self._parts.append(score(network, project.x[rows], project.t[rows]))
            self._at += self._block
            if perf_counter() > end:
                break
        return self._at >= len(project.x)

    def order(self, arrangement: Arrangement) -> IntArray:
        """The samples to list, from 0, first to last; equal ones stay as they are numbered."""
        scores = joined(self._parts)
        rows = np.arange(len(scores.loss))
        if arrangement.column is not None:
            keys = self._keys(arrangement.column, scores)
            rows = np.argsort(-keys if arrangement.descending else keys, kind="stable")
        return rows[scores.wrong[rows]] if arrangement.wrong_only else rows

    def _keys(self, column: Column, scores: Scores) -> FloatArray:
        if column == CLASS:
            return scores.decided.astype(np.float64)
        assert isinstance(column, Symbol)
        match column.kind:
            case "x":
                return self.reading.project.x[:, column.j - 1]
            case "t":
                return self.reading.project.t[:, column.j - 1]
            case "y":
                return scores.y[:, column.j - 1]
        return scores.loss
