"""The runs that are over: what a run began with, where it ended, and its curve.

A run is everything since epoch 0. The one that goes on now is the project itself; when an edit
starts anew, the run so far is kept here, as a project of its own under a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from nnsim.data import Dataset

from .arrays import FloatArray, same_bits
from .curves import COLUMNS, Curves
from .errors import EditError
from .progress import Progress

if TYPE_CHECKING:
    from .spec import Project

MAX_RUNS = 20
MAX_RUN_ROWS = 500
MAX_RUN_NUMBERS = 20_000_000  # of all runs together: 160 MB, so that a file stays within its limit
MAX_RUN_NAME = 60


@dataclass(frozen=True)
class Run:
    """A run that is over. Equal by value, to the last bit, but for its seconds.

    Attributes:
        number: from 1, unlike that of any other run in the project.
        result: the project as it was at the end, without runs of its own. Its curve has at most
            MAX_RUN_ROWS rows, and every other number is there: training goes on from it exactly.
        name: as it was named by hand; "" for none.
        pinned: whether it is the baseline that others are compared with.
    """

    number: int
    result: Project
    name: str = ""
    pinned: bool = False

    __hash__ = None  # type: ignore[assignment]

    @property
    def curves(self) -> Curves:
        """Losses and accuracies by epoch, thinned."""
        return self.result.progress.curves


def kept_runs(project: Project) -> tuple[Run, ...]:
    """The project's runs and the one that goes on now, for an edit that drops it.

    A run without a curve, or one that is kept to the last bit already, is not kept once more.
    Where runs are more than MAX_RUNS, or their numbers more than MAX_RUN_NUMBERS, the oldest go;
    the pinned one stays.
    """
    if not len(project.progress.curves):
        return project.runs
    result = without_runs(project)
    if any(run.result == result for run in project.runs):
        return project.runs
    number = 1 + max((run.number for run in project.runs), default=0)
    return within_limits((*project.runs, Run(number, result)))


def visited_still(visited: Project, project: Project) -> Project:
    """An earlier epoch that is visited, after settings of the project, or its runs, were changed.

    Training would go on from there with the settings of then.
    """
    return replace(visited, stop_rules=project.stop_rules, runs=kept_runs(project))


def without_runs(project: Project) -> Project:
    """The project as a run keeps it."""
    now = project.progress
    curves = Curves(thinned(now.curves.rows, MAX_RUN_ROWS))
    progress = Progress(now.epoch, now.optimizer_state, curves, now.watched, seconds=now.seconds)
    return replace(project, progress=progress, runs=())


def within_limits(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The newest of the runs that are not too many, and the pinned one."""
    while len(runs) > MAX_RUNS or numbers_in(runs) > MAX_RUN_NUMBERS:
        loose = [run for run in runs if not run.pinned]
        if not loose:
            break
        runs = tuple(run for run in runs if run is not loose[0])
    return runs


def numbers_in(runs: Sequence[Run]) -> int:
    """How many numbers the runs hold; data that nnsim can make again do not count."""
    count = 0
    own: list[Dataset] = []
    for run in runs:
        memory = run.result.progress.optimizer_state
        count += 2 * run.result.parameters.size + run.curves.rows.size
        count += 0 if memory is None else memory.vectors.size
        data = run.result.dataset
        if data.source is None and not any(same_data(data, each) for each in own):
            own.append(data)
            count += data.x.size + data.t.size
    return count


def same_data(one: Dataset, other: Dataset) -> bool:
    """Whether two datasets are equal to the last bit."""
    return one is other or (
        one == other and same_bits(one.x, other.x) and same_bits(one.t, other.t)
    )


def check_runs(runs: tuple[Run, ...]) -> None:
    """Check that they are a project's runs; raises EditError."""
    numbers = [run.number for run in runs]
    sound = (
        len(set(numbers)) == len(numbers)
        and min(numbers, default=1) >= 1
        and sum(run.pinned for run in runs) <= 1
        and not any(run.result.runs for run in runs)
        and all(len(run.curves) <= MAX_RUN_ROWS and len(run.name) <= MAX_RUN_NAME for run in runs)
    )
    if not sound:
        raise EditError("bad_runs")
    if len(runs) > MAX_RUNS:
        raise EditError("too_many_runs", MAX_RUNS)


def thinned(rows: FloatArray, most: int) -> FloatArray:
    """At most `most` (≥ 4) rows of a curve: of each stretch its smallest and its largest loss.

    The first and the last row stay. Rows that are few enough come back as they are.
    """
    if len(rows) <= most:
        return rows
    losses = rows[:, COLUMNS.index("loss")]
    keep = np.zeros(len(rows), dtype=bool)
    keep[[0, -1]] = True
    for stretch in np.array_split(np.arange(len(rows)), (most - 2) // 2):
        keep[stretch[[losses[stretch].argmin(), losses[stretch].argmax()]]] = True
    return rows[keep]


def last_value(curves: Curves, column: str) -> float | None:
    """The number at the end of a curve; None where nothing was measured."""
    value = float(curves.column(column)[-1]) if len(curves) else nan
    return None if isnan(value) else value


def incomparable(one: Project, other: Project) -> str | None:
    """Why E of one cannot be compared with E of the other: "loss", "data" or "split"; None: it can.

    E is a mean over the training samples, so both must have the same ones.
    """
    if one.network.loss != other.network.loss:
        return "loss"
    if one.dataset != other.dataset:
        return "data"
    if (one.test_share, one.split_seed) == (other.test_share, other.split_seed):
        return None
    same_samples = all(map(np.array_equal, one.split, other.split))
    return None if same_samples else "split"
