"""Edits of the samples, of their scaling and of what is held out for testing."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np

from nnsim.data import DATASETS, SCALINGS, DataError, Dataset, Scaling, ScalingKind, load
from nnsim.data.dataset import Kind
from nnsim.engine import LOSSES
from nnsim.project.errors import EditError
from nnsim.project.snapshots import Snapshots
from nnsim.project.spec import Project
from nnsim.project.weights import carry, same_nodes

from .architecture import FITTING_LOSS, set_activation, set_loss
from .parameters import reset
from .runs import begin_anew, go_on

# The output activation that belongs to a kind of target.
FITTING_OUTPUT = {"binary": "sigmoid", "classes": "softmax", "values": "identity"}


def choose_dataset(
    project: Project,
    name: str,
    samples: int | None = None,
    noise: float | None = None,
    seed: int | None = None,
) -> Project:
    """Take a built-in dataset, with the input layer, output layer and loss that fit it.

    Hidden layers stay, and so do weights between layers whose nodes mean the same as before.
    Training starts at epoch 0. Inputs are not scaled until that is asked for.
    """
    try:
        dataset = load(name, samples, noise, seed)
    except DataError as error:
        raise EditError("no_such_dataset") from error
    return use_dataset(project, dataset)


def use_dataset(project: Project, dataset: Dataset, scaling: Scaling | None = None) -> Project:
    """Like choose_dataset, for samples from anywhere, which may bring their scaling along."""
    spec = project.network
    output = FITTING_OUTPUT[dataset.kind]
    network = replace(
        spec,
        sizes=(dataset.x.shape[1], *spec.sizes[1:-1], dataset.t.shape[1]),
        activations=(*spec.activations[:-1], output),
        loss=FITTING_LOSS.get(output, "mean_squared_error"),
    )
    origins = same_nodes(spec.sizes)
    for layer in (1, spec.depth):
        size = network.size(layer)
        if size != spec.size(layer):
            origins[layer - 1] = (None, [None] * size)
    start = carry(project.initial, spec.sizes, network.draw(), network.sizes, origins)
    return begin_anew(
        project,
        network=network,
        initial=start,
        parameters=start,
        dataset=dataset,
        scaling=scaling,
        test_share=_test_share(dataset),
    )


def new_table(project: Project, samples: int, inputs: int, outputs: int, kind: Kind) -> Project:
    """Samples of zeros, to be typed, with the output layer for targets of this kind.

    Of "classes", each sample begins in the first one. Raises EditError for less than 1 of
    something, or one class.
    """
    if min(samples, inputs, outputs) < 1 or (kind == "classes" and outputs < 2):
        raise EditError("too_small")
    t = np.zeros((samples, outputs))
    if kind == "classes":
        t[:, 0] = 1.0
    names = tuple(f"x{number}" for number in range(1, inputs + 1))
    project = use_dataset(project, Dataset(np.zeros((samples, inputs)), t, names))
    output = FITTING_OUTPUT[kind]
    project = set_activation(project, project.network.depth, output)
    return set_loss(project, FITTING_LOSS.get(output, "mean_squared_error"))


def _test_share(dataset: Dataset) -> float:
    entry = DATASETS.get(dataset.name)
    return entry.proposal.test_share if entry is not None else 0.0


def set_sample_value(
    project: Project, row: int, column: int, value: float, target: bool = False
) -> Project:
    """Type x (or t) of a sample: row and column from 0, in the numbers that the network sees."""
    if not math.isfinite(value):
        raise EditError("not_finite")
    if target and not LOSSES[project.network.loss].takes(value):
        raise EditError("no_probabilities")
    try:
        if not target and project.scaling is not None:
            mean, scale = float(project.scaling.mean[column]), float(project.scaling.scale[column])
            value = value * scale + mean
        dataset = project.dataset.with_value(row, column, value, target)
    except IndexError as error:
        raise EditError("no_such_sample") from error
    except DataError as error:
        raise EditError("not_finite") from error
    return with_other_samples(project, dataset=dataset)


def set_scaling(project: Project, kind: ScalingKind | None) -> Project:
    """Scale every input by the numbers of the training samples; None: not at all.

    "standard": to mean 0 and standard deviation 1; "min_max": to 0..1. The network sees other
    inputs from now on, so training starts over at epoch 0.
    """
    try:
        scaling = None if kind is None else SCALINGS[kind](project.dataset.x[project.split[0]])
    except DataError as error:
        raise EditError("values_too_large") from error
    return begin_anew(project, parameters=project.initial, scaling=scaling)


def set_standardised(project: Project, on: bool) -> Project:
    """Scale every input to mean 0 and standard deviation 1, or not at all."""
    return set_scaling(project, "standard" if on else None)


def set_split(project: Project, test_share: float, seed: int) -> Project:
    """Hold out another share of the samples for testing, chosen with this seed."""
    if project.scaling is None:
        return with_other_samples(project, test_share=test_share, split_seed=seed)
    fresh = replace(reset(project), test_share=test_share, split_seed=seed)
    return set_scaling(fresh, project.scaling.kind)


def remake_dataset(
    project: Project,
    samples: int | None = None,
    noise: float | None = None,
    seed: int | None = None,
) -> Project:
    """Make the generated dataset again with other arguments; scaling and split are kept."""
    source = project.dataset.source
    if source is None:
        raise EditError("edited_by_hand")
    remade = choose_dataset(project, source.name, samples, noise, seed)
    remade = replace(remade, test_share=project.test_share, split_seed=project.split_seed)
    return remade if project.scaling is None else set_scaling(remade, project.scaling.kind)


def with_other_samples(project: Project, **parts: Any) -> Project:
    """Training until now was on other samples: its epochs cannot be computed once more."""
    if replace(project, **parts) == project:
        return project
    progress = replace(project.progress, snapshots=Snapshots())
    return go_on(project, progress=progress, **parts)
