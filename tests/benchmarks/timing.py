"""Interleaved repetitions, so that a machine that is now fast and now slow favours nobody.

Seconds are those of the processor: everyone has one thread, and other work on the machine does
not count.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Mapping
from statistics import median
from time import process_time

from .peers import Run

REPETITIONS = 7
SECONDS = 0.3  # of one repetition, or one epoch where that takes longer


def epochs_per_second(runs: Mapping[str, Run]) -> dict[str, float]:
    """The median over REPETITIONS of the speed of each, measured in turns."""
    epochs = {name: _epochs_within(run, SECONDS) for name, run in runs.items()}
    speeds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(REPETITIONS):
        for name, run in runs.items():
            speeds[name].append(epochs[name] / _duration(run, epochs[name]))
    return {name: median(values) for name, values in speeds.items()}


def matrix_share(run: Run) -> float:
    """The share of the time of three epochs that is spent inside matrix products."""
    profile = cProfile.Profile()
    profile.runcall(run, 3)
    stats = pstats.Stats(profile)
    within = sum(own for (_, _, name), (_, _, own, _, _) in stats.stats.items() if "'dot'" in name)
    return within / stats.total_tt


def _epochs_within(run: Run, seconds: float) -> int:
    """How many epochs take about that long; warms up meanwhile."""
    epochs = 1
    while (duration := _duration(run, epochs)) < seconds / 4:
        epochs *= 2
    return max(1, round(epochs * seconds / duration))


def _duration(run: Run, epochs: int) -> float:
    start = process_time()
    run(epochs)
    return process_time() - start
