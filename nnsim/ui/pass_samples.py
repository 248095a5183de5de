"""Which samples a pass takes: one, all training samples, or the trainer's next mini-batch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from nnsim.engine import mini_batches
from nnsim.project import Project

FloatArray = npt.NDArray[np.float64]
MOST_REMEMBERED = 100


class Samples(Enum):
    """What E and the gradients of a pass are means over."""

    ONE = "one"
    ALL = "all"
    NEXT = "next"  # mini-batch


@dataclass(frozen=True)
class MiniBatch:
    """What a trainer takes for one update.

    Attributes:
        epoch: that it is a part of, from 1.
        number: within the epoch, from 1.
        count: how many the epoch has.
        rows: of its samples in the dataset, in the order in which the trainer takes them.
    """

    epoch: int
    number: int
    count: int
    rows: tuple[int, ...]

    @property
    def is_last(self) -> bool:
        """Whether the epoch ends with it."""
        return self.number == self.count


class MiniBatches:
    """Finds the mini-batch that comes next, after those that were stepped through and applied.

    A project only knows at which epoch it is; how far into the next one is remembered here, for
    each of the last few sets of parameters, so that undo goes back in the epoch too. A trainer
    that starts from the project begins its epoch anew.
    """

    def __init__(self) -> None:
        self._reached: list[tuple[FloatArray, object, MiniBatch]] = []

    def next(self, project: Project) -> MiniBatch:
        """The mini-batch that comes next."""
        done = next(
            (
                done
                for parameters, cut, done in reversed(self._reached)
                if parameters is project.parameters and cut == _cut(project)
            ),
            None,
        )
        if done is None:
            return _mini_batch(project, project.progress.epoch + 1, 1)
        if done.is_last:
            return _mini_batch(project, done.epoch + 1, 1)
        return _mini_batch(project, done.epoch, done.number + 1)

    def apply(self, project: Project, parameters: FloatArray) -> None:
        """The next one is applied to the project, which has these parameters (P,) then."""
        self._reached.append((parameters, _cut(project), self.next(project)))
        del self._reached[:-MOST_REMEMBERED]


def _cut(project: Project) -> tuple[object, ...]:
    """What decides how an epoch is cut into mini-batches."""
    training = project.split[0].tobytes()
    return training, project.settings.batch_size, project.settings.seed


def _mini_batch(project: Project, epoch: int, number: int) -> MiniBatch:
    training = project.split[0]
    parts = mini_batches(len(training), project.settings, epoch)
    rows = training[parts[number - 1]]
    return MiniBatch(epoch, number, len(parts), tuple(rows.tolist()))
