"""Edits of the training settings, and what training brings back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nnsim.data import DATASETS
from nnsim.engine import EngineError, TrainerState
from nnsim.project.curves import Curves
from nnsim.project.errors import EditError
from nnsim.project.progress import OptimizerState, Progress
from nnsim.project.spec import Project

from .architecture import resize_hidden
from .data import set_standardised
from .parameters import reset
from .runs import go_on


def set_settings(project: Project, **values: Any) -> Project:
    """Change settings of the trainer, such as learning_rate=0.1."""
    try:
        return go_on(project, settings=replace(project.settings, **values))
    except EngineError as error:
        raise EditError("bad_setting") from error


def use_proposal(project: Project) -> Project:
    """Take what nnsim proposes for the dataset: hidden layers, scaling and settings."""
    entry = DATASETS.get(project.dataset.name)
    if entry is None:
        raise EditError("no_proposal")
    proposal = entry.proposal
    project = reset(project)
    if proposal.hidden:
        project = resize_hidden(project, proposal.hidden, proposal.activation)
    if proposal.standardise != (project.scaling is not None):
        project = set_standardised(project, proposal.standardise)
    return set_settings(
        project,
        optimizer=proposal.optimizer,
        learning_rate=proposal.learning_rate,
        batch_size=proposal.batch_size,
    )


def take_over_update(project: Project, after: TrainerState) -> Project:
    """Take over one update that was stepped through. It is not an epoch: the count stays."""
    progress = replace(project.progress, optimizer_state=OptimizerState.of(after))
    return replace(project, parameters=after.parameters, progress=progress, altered=True)


def trained(
    project: Project,
    state: TrainerState,
    curves: Curves,
    *,
    seconds: float = 0.0,
    altered: bool = False,
) -> Project:
    """Take over what a training run has reached.

    Args:
        seconds: how long training has computed since epoch 0.
        altered: whether settings were changed while it trained.
    """
    progress = Progress(state.epoch, OptimizerState.of(state), curves, seconds=seconds)
    altered = altered or project.altered
    return replace(project, parameters=state.parameters, progress=progress, altered=altered)
