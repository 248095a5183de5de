"""What a network says about the plane and about the samples. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.project import Project
from nnsim.ui.plane import grid_points, middle_and_half, shown_range
from nnsim.ui.scores import classes as classes  # part of this module, too

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

GRID = 61  # nodes along each side of the plane, the edges included
BLOCK = 2048  # samples per forward pass, so that memory stays bounded


@dataclass(frozen=True, eq=False)
class PlaneMap:
    """The outputs over the plane of two inputs, and of every sample.

    Attributes:
        x1, x2: the grid's coordinates, shape (GRID,), as the network sees them.
        y: outputs over the grid, shape (GRID, GRID, n_L), indexed [row of x2, column of x1].
        sample_y: outputs of the samples, shape (N, n_L).
        targets: t of the samples, shape (N, n_L).
        has_classes: whether the targets are classes; otherwise the first output is shown.
    """

    x1: FloatArray
    x2: FloatArray
    y: FloatArray
    sample_y: FloatArray
    targets: FloatArray
    has_classes: bool

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


def outputs(network: Network, x: FloatArray) -> FloatArray:
    """y of every sample, shape (N, n_L)."""
    blocks = [network.forward(x[at : at + BLOCK]).y for at in range(0, len(x), BLOCK)]
    return np.concatenate(blocks)


def confusion(actual: IntArray, predicted: IntArray, count: int) -> IntArray:
    """How many samples of each class (rows) were put into each class (columns)."""
    cells = np.bincount(actual * count + predicted, minlength=count * count)
    return cells.reshape(count, count)


def evaluation_rows(project: Project) -> IntArray:
    """The held-out samples, or the training samples when none is held out."""
    training, testing = project.split
    return testing if len(testing) else training


def plane_map(project: Project, network: Network) -> PlaneMap:
    """Evaluate a network with two inputs over the plane and for every sample."""
    x1, x2 = (np.linspace(*shown_range(column), GRID) for column in project.x.T)
    y = outputs(network, np.concatenate([grid_points(x1, x2), project.x]))
    size = GRID * GRID
    return PlaneMap(
        x1,
        x2,
        y[:size].reshape(GRID, GRID, -1),
        y[size:],
        project.t,
        project.dataset.kind != "values",
    )


def work(project: Project) -> int:
    """Multiplications, about, that one refresh of the output map takes."""
    samples = len(project.x) + GRID * GRID if project.network.sizes[0] == 2 else 0
    return (samples or len(evaluation_rows(project))) * len(project.parameters)


def margins(y: FloatArray) -> list[FloatArray]:
    """For each class that needs a line, how far (…, m) outputs are on its side: 0 on the line."""
    count = y.shape[-1]
    if count == 1:
        return [y[..., 0] - 0.5]
    if count == 2:
        return [y[..., 1] - y[..., 0]]
    return [y[..., k] - np.delete(y, k, axis=-1).max(axis=-1) for k in range(count)]


def contour(values: FloatArray) -> FloatArray:
    """The zero line of values (rows, columns) as pieces (M, 2 ends, 2), each end (column, row).

    Every cell is cut into two triangles: a triangle whose corners differ in sign holds exactly
    one straight piece, found by linear interpolation ("marching triangles").
    """
    values = np.clip(np.nan_to_num(values), -1e100, 1e100)  # differences must not overflow
    rows, columns = np.indices(values.shape)
    corners = np.stack([columns, rows, values], axis=-1).astype(np.float64)
    a, b = corners[:-1, :-1], corners[:-1, 1:]
    c, d = corners[1:, :-1], corners[1:, 1:]
    triangles = np.stack([np.stack([a, b, c], axis=-2), np.stack([d, b, c], axis=-2)])
    triangles = triangles.reshape(-1, 3, 3)
    above = triangles[:, :, 2] >= 0
    count = above.sum(axis=1)
    mixed = (count == 1) | (count == 2)
    triangles, above, count = triangles[mixed], above[mixed], count[mixed]
    # The corner that is alone on its side; the piece joins the two edges that leave it.
    alone = np.where(count == 1, above.argmax(axis=1), above.argmin(axis=1))
    each = np.arange(len(triangles))
    apex = triangles[each, alone]
    ends = []
    for other in (1, 2):
        point = triangles[each, (alone + other) % 3]
        part = apex[:, 2] / (apex[:, 2] - point[:, 2])
        ends.append(apex[:, :2] + part[:, np.newaxis] * (point[:, :2] - apex[:, :2]))
    return np.stack(ends, axis=1)
