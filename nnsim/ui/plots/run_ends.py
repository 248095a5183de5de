"""Where runs ended by themselves. No Qt."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .records import Records

_MOST_KEPT = 50
_MOST_SHOWN = 3


@dataclass(frozen=True)
class RunEnd:
    """The end of a run: its last epoch, the loss then, and why it ended.

    The reason is worded when it is asked for, in the language of that moment.
    """

    epoch: int
    loss: float
    words: Callable[[], str]


class RunEnds:
    """Remembers ends; those that belong to a curve are found by the very loss at their epoch.

    So undo, redo and reset need no word: a curve brings its own ends with it.
    """

    def __init__(self) -> None:
        self._ends: list[RunEnd] = []

    def add(self, records: Records, epoch: int, words: Callable[[], str]) -> None:
        """Remember that the run with these records ended at one of them."""
        loss = records.at(epoch)["loss"]
        if not math.isnan(loss):
            known = [end for end in self._ends if (end.epoch, end.loss) != (epoch, loss)]
            self._ends = [*known, RunEnd(epoch, loss, words)][-_MOST_KEPT:]

    def clear(self) -> None:
        """Forget all."""
        self._ends = []

    def on(self, records: Records) -> list[tuple[float, str]]:
        """Epochs and texts of the latest ends on this curve."""
        found = [end for end in self._ends if records.at(end.epoch)["loss"] == end.loss]
        return [(float(end.epoch), end.words()) for end in found[-_MOST_SHOWN:]]
