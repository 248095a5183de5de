"""Edits of the list of runs, and the one place where a run ends."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from nnsim.project.errors import EditError
from nnsim.project.progress import Progress
from nnsim.project.runs import MAX_RUN_NAME, Run, kept_runs
from nnsim.project.snapshots import Snapshot, Snapshots
from nnsim.project.spec import Project


def begin_anew(project: Project, **parts: Any) -> Project:
    """The project with other parts, at epoch 0. The run so far is kept among its runs."""
    return replace(project, progress=Progress(), altered=False, runs=kept_runs(project), **parts)


def go_on(project: Project, **parts: Any) -> Project:
    """The project with other parts. A run that has begun goes on, and is no longer of one piece."""
    begun = project.progress != Progress()
    return replace(project, altered=project.altered or begun, **parts)


def restore_result(project: Project, number: int) -> Project:
    """Back to the end of a run: its network, parameters, data, settings, curve and way there.

    The run that goes on now is kept.
    """
    result = _run(project, number).result
    progress = replace(result.progress, snapshots=_way_of(result))
    return replace(result, progress=progress, runs=kept_runs(project))


def _way_of(result: Project) -> Snapshots:
    """A run keeps no snapshots, but one that was not altered can be trained once more."""
    if result.altered:
        return Snapshots()
    start = replace(result, parameters=result.initial, progress=Progress()).trainer_state
    return Snapshots((Snapshot(start, result.settings, result.progress.epoch),))


def run_again(project: Project, number: int | None = None) -> Project:
    """Back to epoch 0 of a run: its network, initial parameters, data and settings.

    By default of the run that goes on now, which is what Reset does.
    """
    start = project if number is None else _run(project, number).result
    fresh = replace(start, parameters=start.initial, progress=Progress(), altered=False)
    return replace(fresh, runs=kept_runs(project))


def restore_initial(project: Project, number: int) -> Project:
    """Start with the network and the initial parameters of a run; data and settings stay.

    Raises EditError("run_does_not_fit") where the data have other numbers of columns.
    """
    start = _run(project, number).result
    inputs, outputs = project.dataset.x.shape[1], project.dataset.t.shape[1]
    if (start.network.sizes[0], start.network.sizes[-1]) != (inputs, outputs):
        raise EditError("run_does_not_fit")
    return begin_anew(
        project, network=start.network, initial=start.initial, parameters=start.initial
    )


def rename_run(project: Project, number: int, name: str) -> Project:
    """Name a run; "" takes its name away, and it is called by its number."""
    name = " ".join(name.split())[:MAX_RUN_NAME]
    named = replace(_run(project, number), name=name)
    return replace(project, runs=tuple(named if r.number == number else r for r in project.runs))


def pin_run(project: Project, number: int, on: bool = True) -> Project:
    """Make a run the baseline instead of any other; off: there is none."""
    _run(project, number)

    def is_pinned(run: Run) -> bool:
        return run.number == number if on else run.pinned and run.number != number

    return replace(project, runs=tuple(replace(r, pinned=is_pinned(r)) for r in project.runs))


def delete_runs(project: Project, numbers: Collection[int]) -> Project:
    """Forget these runs."""
    for number in numbers:
        _run(project, number)
    return replace(project, runs=tuple(run for run in project.runs if run.number not in numbers))


def _run(project: Project, number: int) -> Run:
    for run in project.runs:
        if run.number == number:
            return run
    raise EditError("no_such_run")
