"""Edits of the training settings, and what training brings back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nnsim.data import DATASETS
from nnsim.engine import (
    RANGES,
    EngineError,
    EpochRecord,
    InvalidSetting,
    TrainerState,
    TrainSettings,
)
from nnsim.project.arrays import same_bits
from nnsim.project.curves import Curves
from nnsim.project.errors import EditError, SettingError
from nnsim.project.progress import OptimizerState, Progress
from nnsim.project.runs import kept_runs
from nnsim.project.snapshots import Snapshots
from nnsim.project.spec import Project
from nnsim.project.stopping import Watched

from .architecture import resize_hidden
from .data import set_standardised
from .parameters import draw_weights, reset
from .runs import begin_anew, go_on


def set_settings(project: Project, **values: Any) -> Project:
    """Change settings of the trainer, such as learning_rate=0.1."""
    try:
        return go_on(project, settings=replace(project.settings, **values))
    except InvalidSetting as error:
        raise SettingError(RANGES[error.name]) from error
    except EngineError as error:
        raise EditError("bad_setting") from error


def set_stop_rule(project: Project, rule: str, **values: Any) -> Project:
    """Change a stop rule, such as set_stop_rule(project, "target", on=True, target=0.01)."""
    return replace(project, stop_rules=project.stop_rules.changed(rule, **values))


def use_proposal(project: Project) -> Project:
    """Take what nnsim proposes for the dataset: hidden layers, scaling and settings.

    It is a beginning: weights are drawn, so that the seed that is shown leads to them again.
    """
    entry = DATASETS.get(project.dataset.name)
    if entry is None:
        raise EditError("no_proposal")
    proposal = entry.proposal
    project = reset(project)
    if proposal.hidden:
        project = resize_hidden(project, proposal.hidden, proposal.activation)
    if proposal.standardise != (project.scaling is not None):
        project = set_standardised(project, proposal.standardise)
    spec = project.network
    project = draw_weights(project, spec.initializer, spec.seed)
    return set_settings(
        project,
        optimizer=proposal.optimizer,
        learning_rate=proposal.learning_rate,
        batch_size=proposal.batch_size,
    )


def take_over_update(project: Project, after: TrainerState) -> Project:
    """Take over one update that was stepped through. It is not an epoch: the count stays."""
    progress = replace(project.progress.left(), optimizer_state=OptimizerState.of(after))
    return replace(project, parameters=after.parameters, progress=progress, altered=True)


def trained(
    project: Project,
    state: TrainerState,
    curves: Curves,
    watched: Watched | None = None,
    *,
    snapshots: Snapshots | None = None,
    seconds: float = 0.0,
    altered: bool = False,
) -> Project:
    """Take over what a training run has reached.

    Args:
        watched: what its stop rules remember.
        snapshots: the way it came, if that is known.
        seconds: how long training has computed since epoch 0.
        altered: whether settings were changed while it trained.
    """
    way, memory = snapshots or Snapshots(), OptimizerState.of(state)
    progress = Progress(state.epoch, memory, curves, watched, way, seconds)
    altered = altered or project.altered
    return replace(project, parameters=state.parameters, progress=progress, altered=altered)


def back_at(
    project: Project, state: TrainerState, settings: TrainSettings, record: EpochRecord
) -> Project:
    """The project as it was at an earlier epoch of its training, from which it goes on exactly.

    Args:
        state: of the trainer at that epoch.
        settings: with which training went on from there.
        record: the losses of that epoch.

    The run until now is kept among the runs.
    """
    progress = project.progress
    if record.epoch == 0 and same_bits(state.parameters, project.initial):
        return begin_anew(project, parameters=state.parameters, settings=settings)
    progress = replace(
        progress,
        epoch=record.epoch,
        optimizer_state=OptimizerState.of(state),
        curves=progress.curves.until(record),
        watched=None,
        snapshots=progress.snapshots.cut(record.epoch),
    )
    runs = kept_runs(project) if record.epoch < project.progress.epoch else project.runs
    parameters = state.parameters
    return replace(project, parameters=parameters, settings=settings, progress=progress, runs=runs)
