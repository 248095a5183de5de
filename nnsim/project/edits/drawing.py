"""Edits of samples drawn on the plane of two inputs. Places are those that the map shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from nnsim.data import Dataset
from nnsim.project.arrays import FloatArray
from nnsim.project.errors import EditError
from nnsim.project.spec import Project

from .data import with_other_samples


def add_points(project: Project, places: npt.ArrayLike, class_number: int) -> Project:
    """Put samples of a class after the others; training goes on with them.

    Args:
        places: x1 and x2 as the network sees them, shape (k, 2); scaling keeps its numbers.
        class_number: from 0, in the order of the class names.

    Raises EditError: "not_two_inputs", "no_classes" for targets that are numbers,
    "no_such_class", "not_finite".
    """
    _check_plane(project)
    dataset = project.dataset
    if dataset.kind == "values":
        raise EditError("no_classes")
    if not 0 <= class_number < len(dataset.class_names):
        raise EditError("no_such_class")
    x = _finite_pairs(places)
    if project.scaling is not None:
        with np.errstate(over="ignore"):
            x = _finite_pairs(x * project.scaling.scale + project.scaling.mean)
    outputs = dataset.t.shape[1]
    target = np.eye(outputs)[class_number] if outputs > 1 else np.array([float(class_number)])
    t = np.tile(target, (len(x), 1))
    return _with_rows(project, np.vstack([dataset.x, x]), np.vstack([dataset.t, t]))


def erase_points(project: Project, places: npt.ArrayLike, radius: tuple[float, float]) -> Project:
    """Take away every sample near one of the places; at least one has to be left.

    Args:
        places: x1 and x2 as the network sees them, shape (k, 2).
        radius: how near along x1 and along x2, both > 0: a circle on the map is an ellipse here.

    Raises EditError: "not_two_inputs", "not_finite", "no_samples".
    """
    _check_plane(project)
    kept = ~are_near(project.x, _finite_pairs(places), radius)
    if not kept.any():
        raise EditError("no_samples")
    return _with_rows(project, project.dataset.x[kept], project.dataset.t[kept])


def are_near(
    points: FloatArray, places: FloatArray, radius: tuple[float, float]
) -> npt.NDArray[np.bool_]:
    """Which of the points (N, 2) lie within an ellipse around one of the places (k, 2): (N,)."""
    near = np.zeros(len(points), dtype=bool)
    for place in places:
        with np.errstate(over="ignore"):  # infinitely far is not near
            near |= (((points - place) / radius) ** 2).sum(axis=1) <= 1.0
    return near


def _check_plane(project: Project) -> None:
    if project.dataset.x.shape[1] != 2:
        raise EditError("not_two_inputs")


def _finite_pairs(places: npt.ArrayLike) -> FloatArray:
    pairs = np.asarray(places, dtype=np.float64).reshape(-1, 2)
    if not np.isfinite(pairs).all():
        raise EditError("not_finite")
    return pairs


def _with_rows(project: Project, x: FloatArray, t: FloatArray) -> Project:
    """The samples are no longer those of their source."""
    before: Dataset = project.dataset
    if len(x) == len(before.x):
        return project
    return with_other_samples(project, dataset=replace(before, x=x, t=t, source=None))
