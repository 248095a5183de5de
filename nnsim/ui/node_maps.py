"""What each node computes over the plane of two inputs, as small pictures. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.project import Project

from .plane import grid_points, middle_and_half, shown_range

FloatArray = npt.NDArray[np.float64]
LevelArray = npt.NDArray[np.uint8]

SIDE = 25  # points along each side of a map
STEPS = 127  # of colour on each side of the middle; levels are STEPS ± 0..STEPS
MOST_WORK = 20_000_000  # multiplications for all maps; larger networks get none


def has_maps(project: Project) -> bool:
    """Whether its nodes can show maps: with two inputs, unless that would take too long."""
    return project.network.sizes[0] == 2 and SIDE * SIDE * len(project.parameters) <= MOST_WORK


def node_levels(project: Project, network: Network) -> Mapping[int, LevelArray]:
    """The maps of all nodes from one forward pass over a coarse grid.

    By layer 1..L: shape (n_l, SIDE, SIDE), indexed [node, row of x2, column of x1]; the levels
    0..2·STEPS stand for the colours from negative over none to positive. The output layer has the
    range of the output map; a hidden node whose outputs have no bounds has one of its own.
    """
    x1, x2 = (np.linspace(*shown_range(column), SIDE) for column in project.x.T)
    forward = network.forward(grid_points(x1, x2))
    levels = {}
    for layer, a in forward.a.items():
        with np.errstate(all="ignore"):  # NaN becomes 0, no colour
            signed = _signed(project, layer, np.ascontiguousarray(a.T))
        signed = np.clip(np.nan_to_num(signed), -1.0, 1.0)
        levels[layer] = np.rint(signed * STEPS + STEPS).astype(np.uint8).reshape(-1, SIDE, SIDE)
    return levels


def _signed(project: Project, layer: int, a: FloatArray) -> FloatArray:
    """Outputs (n_l, points) as −1..1."""
    if layer == 1:
        middle = (a[:, :1] + a[:, -1:]) / 2  # of the first and the last point of the grid
        return (a - middle) / (a[:, -1:] - middle)
    if layer == project.network.depth:
        level, half = middle_and_half(project.t, project.dataset.kind != "values")
        return (a - level) / half
    match project.network.activation(layer):
        case "sigmoid" | "softmax" | "step":
            return 2 * a - 1
        case "tanh":
            return a
    largest = np.abs(a).max(axis=1, keepdims=True)
    return a / np.where(largest > 0, largest, 1.0)
