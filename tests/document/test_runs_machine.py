"""No edit loses a run, and none that touches a run says nothing of it."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from random_edits import Edit, random_edits, train

from nnsim.data import Dataset
from nnsim.project import EditError, Progress, Project, StopRules, edits, new_project
from nnsim.project.runs import without_runs


def with_two_runs() -> Project:
    """Trained, with two runs that are over."""
    project = edits.reset(train(new_project(), 5))
    project = edits.run_again(edits.draw_weights(train(project, 3)), 1)
    return train(edits.set_settings(project, learning_rate=0.25), 4)


START = with_two_runs()


@given(st.lists(random_edits(but="trained"), min_size=1, max_size=4))
def test_a_curve_that_goes_is_kept_among_the_runs(several: list[Edit]) -> None:
    project = START
    for edit in several:
        before = project
        try:
            project = edit(before)
        except EditError:
            continue
        curves = before.progress.curves
        if len(curves) and project.progress.curves != curves:
            assert any(run.result == without_runs(before) for run in project.runs)


def same_numbers(one: Dataset, other: Dataset) -> bool:
    return np.array_equal(one.x, other.x) and np.array_equal(one.t, other.t)


@given(random_edits(but="trained"))
def test_an_edit_on_the_way_is_remembered(edit: Edit) -> None:
    try:
        after = edit(START)
    except EditError:
        return
    ran_on = after.progress.curves == START.progress.curves
    # When a run ends by itself does not alter what it computes.
    parts = {"runs": (), "altered": False, "progress": Progress(), "stop_rules": StopRules()}
    if same_numbers(after.dataset, START.dataset):  # nor do names
        parts["dataset"] = START.dataset
    if ran_on and replace(after, **parts) != replace(START, **parts):  # type: ignore[arg-type]
        assert after.altered
    if after.progress == Progress():
        assert not after.altered
