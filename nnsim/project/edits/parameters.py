"""Edits of the weights and biases themselves."""

from __future__ import annotations

import math
from dataclasses import replace

from nnsim.engine import views

from ..errors import EditError
from ..spec import FloatArray, Progress, Project


def set_parameter(project: Project, layer: int, j: int, k: int | None, value: float) -> Project:
    """Type W^(l)_jk, or b^(l)_j where k is None. Before training it is an initial value too."""
    if not math.isfinite(value):
        raise EditError("not_finite")
    parts = {"parameters": _with_parameter(project, project.parameters, layer, j, k, value)}
    if project.progress.epoch == 0:
        parts["initial"] = _with_parameter(project, project.initial, layer, j, k, value)
    return replace(project, **parts)


def _with_parameter(
    project: Project, vector: FloatArray, layer: int, j: int, k: int | None, value: float
) -> FloatArray:
    result = vector.copy()
    W, b = views(project.network.sizes, result)
    if k is None:
        b[layer][j - 1] = value
    else:
        W[layer][j - 1, k - 1] = value
    return result


def reset(project: Project) -> Project:
    """Back to epoch 0 with the same initial weights."""
    return replace(project, parameters=project.initial, progress=Progress())


def draw_weights(
    project: Project, initializer: str | None = None, seed: int | None = None
) -> Project:
    """Back to epoch 0 with newly drawn weights, by default of the next seed."""
    spec = project.network
    if initializer is None and seed is None:
        seed = spec.seed + 1
    network = replace(
        spec,
        initializer=spec.initializer if initializer is None else initializer,
        seed=spec.seed if seed is None else seed,
    )
    start = network.draw()
    return replace(
        project, network=network, initial=start, parameters=start, progress=Progress()
    )
