"""Asks a network about the plane and about the samples, a turn at a time. No Qt."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.project import Project
from nnsim.ui.scores import classes

from .evaluation import Evaluation
from .plane import GRID, Plane, PlaneMap, painted_rows, plane_through

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

TURN = 3_000_000  # multiplications of a turn, some milliseconds


class PlaneJob:
    """Makes a PlaneMap."""

    def __init__(
        self,
        project: Project,
        network: Network,
        axes: tuple[int, int],
        base: FloatArray,
        sample: int,
    ) -> None:
        """Prepare.

        Args:
            axes: two inputs, from 0.
            base: all inputs, of which those two are varied, shape (n_1,).
            sample: is painted in any case.
        """
        self._project = project
        self._network = network
        self._plane: Plane = plane_through(project, axes, base)
        self._rows = painted_rows(len(project.x), sample)
        x = project.x
        self._grid = Evaluation(network, GRID * GRID, self._plane.grid)
        self._samples = Evaluation(network, len(self._rows), lambda rows: x[self._rows[rows]])

    def advance(self, work: int = TURN) -> bool:
        """Go on with about so many multiplications; whether it is complete."""
        self._samples.advance(self._grid.advance(work))
        return self._samples.complete

    @property
    def result(self) -> PlaneMap:
        """The map."""
        project, rows = self._project, self._rows
        return PlaneMap(
            self._plane,
            self._network,
            self._grid.y.reshape(GRID, GRID, -1),
            rows,
            project.x[rows][:, self._plane.axes],
            self._samples.y,
            project.t[rows],
            np.isin(rows, project.split[1]),
            project.dataset.kind != "values",
        )


class ConfusionJob:
    """Counts which class was taken for which, over all samples that are evaluated."""

    def __init__(self, project: Project, network: Network) -> None:
        self._rows = evaluation_rows(project)
        self._t = project.t
        self._count = len(project.dataset.class_names)
        x = project.x
        self._samples = Evaluation(network, len(self._rows), lambda rows: x[self._rows[rows]])

    def advance(self, work: int = TURN) -> bool:
        """Go on with about so many multiplications; whether it is complete."""
        self._samples.advance(work)
        return self._samples.complete

    @property
    def result(self) -> IntArray:
        """The counts, shape (n, n)."""
        actual = classes(self._t[self._rows])
        return confusion(actual, classes(self._samples.y), self._count)


def plane_map(
    project: Project,
    network: Network,
    axes: tuple[int, int] = (0, 1),
    base: FloatArray | None = None,
) -> PlaneMap:
    """The whole map at once; by default through the first sample."""
    job = PlaneJob(project, network, axes, project.x[0] if base is None else base, 0)
    while not job.advance():
        pass
    return job.result


def confusion(actual: IntArray, predicted: IntArray, count: int) -> IntArray:
    """How many samples of each class (rows) were put into each class (columns)."""
    cells = np.bincount(actual * count + predicted, minlength=count * count)
    return cells.reshape(count, count)


def evaluation_rows(project: Project) -> IntArray:
    """The held-out samples, or the training samples when none is held out."""
    training, testing = project.split
    return testing if len(testing) else training
