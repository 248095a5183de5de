"""The plane of two inputs, and what a network says about it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.project import Project
from nnsim.ui.plane import middle_and_half, shown_range
from nnsim.ui.scores import classes

from .contour import contour, margins
from .evaluation import outputs

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

GRID = 61  # nodes along each side of the plane, the edges included
MOST_POINTS = 2000  # samples painted; a fixed choice of more


@dataclass(frozen=True, eq=False)
class Plane:
    """The plane of two inputs; the others stay as they are in `base`.

    Attributes:
        axes: which inputs, from 0: to the right and upward.
        base: all inputs as the network sees them, shape (n_1,).
        x1, x2: the grid's coordinates, shape (GRID,), as the network sees them.
    """

    axes: tuple[int, int]
    base: FloatArray
    x1: FloatArray
    x2: FloatArray

    def inputs(self, x1: FloatArray, x2: FloatArray) -> FloatArray:
        """What the network is asked at these places, shapes (k,): shape (k, n_1)."""
        x = np.tile(self.base, (len(x1), 1))
        x[:, self.axes[0]], x[:, self.axes[1]] = x1, x2
        return x

    def grid(self, nodes: slice) -> FloatArray:
        """The inputs at some of the GRID · GRID nodes, row by row of x2: shape (k, n_1)."""
        each = np.arange(GRID * GRID)[nodes]
        return self.inputs(self.x1[each % GRID], self.x2[each // GRID])


@dataclass(frozen=True, eq=False)
class PlaneMap:
    """The outputs over a plane, and of every sample that is painted on it.

    Attributes:
        plane: where it lies.
        network: what was asked.
        y: outputs over the grid, shape (GRID, GRID, n_L), indexed [row of x2, column of x1].
        rows: the samples painted, ascending, shape (N,).
        places: where they lie, shape (N, 2).
        sample_y: their outputs, shape (N, n_L).
        targets: their t, shape (N, n_L).
        tested: which of them are held out, shape (N,).
        has_classes: whether the targets are classes; otherwise the first output is shown.
    """

    plane: Plane
    network: Network
    y: FloatArray
    rows: IntArray
    places: FloatArray
    sample_y: FloatArray
    targets: FloatArray
    tested: npt.NDArray[np.bool_]
    has_classes: bool

    @property
    def x1(self) -> FloatArray:
        """The grid's coordinates to the right, shape (GRID,)."""
        return self.plane.x1

    @property
    def x2(self) -> FloatArray:
        """The grid's coordinates upward, shape (GRID,)."""
        return self.plane.x2

    def y_at(self, x1: float, x2: float) -> FloatArray:
        """The outputs at any place, shape (n_L,)."""
        return outputs(self.network, self.plane.inputs(np.array([x1]), np.array([x2])))[0]

    @cached_property
    def sample_classes(self) -> IntArray:
        """The target class of each sample from 0, shape (N,)."""
        return classes(self.targets)

    @cached_property
    def wrong(self) -> npt.NDArray[np.bool_]:
        """Which samples the network puts into another class than their own, shape (N,)."""
        if not self.has_classes:
            return np.zeros(len(self.targets), dtype=bool)
        return classes(self.sample_y) != self.sample_classes

    @cached_property
    def boundary(self) -> FloatArray:
        """Where the class changes: line pieces (M, 2 ends, 2) in units of the grid, (x1, x2)."""
        if not self.has_classes:
            return np.empty((0, 2, 2))
        return np.concatenate([contour(margin) for margin in margins(self.y)])

    @property
    def middle_and_half(self) -> tuple[float, float]:
        """The value drawn without colour, and the distance from it at which colour is full."""
        return middle_and_half(self.targets, self.has_classes)


def painted_rows(count: int, sample: int) -> IntArray:
    """All of `count` samples, or an even choice of many; the selected one always."""
    if count <= MOST_POINTS:
        return np.arange(count)
    return np.union1d(np.linspace(0, count - 1, MOST_POINTS).astype(np.intp), [sample])


def plane_through(project: Project, axes: tuple[int, int], base: FloatArray) -> Plane:
    """The plane of two inputs through a point `base` (n_1,), as large as the data."""
    x1, x2 = (np.linspace(*shown_range(project.x[:, axis]), GRID) for axis in axes)
    return Plane(axes, base, x1, x2)


def telling_inputs(x: FloatArray, t: FloatArray) -> tuple[int, int]:
    """The two inputs that go along with a target best, by correlation, in their order.

    Args:
        x, t: samples, shapes (N, n ≥ 2) and (N, m); of many, an even choice is looked at.
    """
    rows = painted_rows(len(x), 0)
    x, t = x[rows] - x[rows].mean(axis=0), t[rows] - t[rows].mean(axis=0)
    with np.errstate(all="ignore"):
        size = np.sqrt((x * x).sum(axis=0)[:, np.newaxis] * (t * t).sum(axis=0))
        strength = np.nan_to_num(np.abs(x.T @ t) / size).max(axis=1)
    first, second = np.argsort(-strength, kind="stable")[:2].tolist()
    return min(first, second), max(first, second)
