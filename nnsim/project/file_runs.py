"""The runs in a project's file: many arrays of a few shapes, one after the other in one part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from nnsim.data import Dataset

from .arrays import FloatArray
from .runs import Run, same_data

Shapes = Mapping[str, tuple[int, ...]]


def flat(arrays: Iterable[FloatArray]) -> FloatArray:
    """All numbers of these arrays, one after the other, shape (n,)."""
    return np.concatenate([array.ravel() for array in arrays])


def flat_size(several: Iterable[Shapes]) -> int:
    """How many numbers arrays of these shapes hold."""
    return sum(math.prod(shape) for shapes in several for shape in shapes.values())


def cut(vector: FloatArray, several: Sequence[Shapes]) -> list[dict[str, FloatArray]]:
    """The arrays that `flat` has put into (n,), by the names of their shapes."""
    result: list[dict[str, FloatArray]] = []
    at = 0
    for shapes in several:
        arrays = {}
        for name, shape in shapes.items():
            arrays[name] = vector[at : at + math.prod(shape)].reshape(shape)
            at += math.prod(shape)
        result.append(arrays)
    return result


def earlier_data(project_data: Dataset, runs: Sequence[Run]) -> list[int | None]:
    """For each run, where its dataset stands already: 0 in the project, k in the k-th run."""
    places: list[int | None] = []
    known = [project_data]
    for run in runs:
        data = run.result.dataset
        places.append(next((k for k, each in enumerate(known) if same_data(each, data)), None))
        known.append(data)
    return places
