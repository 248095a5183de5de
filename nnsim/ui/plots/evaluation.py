"""Asks a network about many samples in turns, so that none of them takes long. No Qt."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.project import Project

from .predictions import (
    GRID,
    Plane,
    PlaneMap,
    classes,
    confusion,
    evaluation_rows,
    outputs,
    painted_rows,
    plane_through,
)

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

TURN = 10_000_000  # multiplications of a turn, some milliseconds
_BLOCK = 2048  # samples of a forward pass, so that memory stays bounded


class Evaluation:
    """The outputs of many samples, a block at a time.

    Attributes:
        y: outputs, shape (count, n_L); complete when `advance` says so.
    """

    def __init__(self, network: Network, count: int, inputs: Callable[[slice], FloatArray]) -> None:
        """Prepare.

        Args:
            count: how many samples.
            inputs: makes the inputs of some of them, shape (k, n_1).
        """
        self.y = np.empty((count, network.sizes[-1]))
        self._network = network
        self._inputs = inputs
        self._done = 0

    @property
    def complete(self) -> bool:
        """Whether every sample has its outputs."""
        return self._done == len(self.y)

    def advance(self, work: int) -> int:
        """Compute on with about so many multiplications; how many are left."""
        each = len(self._network.parameters)
        block = min(max(work // each, 1), _BLOCK)
        while work > 0 and not self.complete:
            rows = slice(self._done, min(self._done + block, len(self.y)))
            self.y[rows] = outputs(self._network, self._inputs(rows))
            work -= (rows.stop - rows.start) * each
            self._done = rows.stop
        return max(work, 0)


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
