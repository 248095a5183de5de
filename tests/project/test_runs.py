"""Runs that are over: what is kept of them, what can be restored, how many there can be."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import nnsim.project.runs as limits
from nnsim.data import Dataset
from nnsim.engine import Trainer
from nnsim.project import (
    MAX_RUN_ROWS,
    MAX_RUNS,
    Curves,
    EditError,
    Progress,
    Project,
    Run,
    Snapshots,
    edits,
    incomparable,
    last_value,
    new_project,
)
from nnsim.project.runs import thinned


def train(project: Project, epochs: int) -> Project:
    """The project after so many epochs, the curve going on."""
    training, testing = project.split
    test = (project.x[testing], project.t[testing]) if len(testing) else None
    x, t = project.x[training], project.t[training]
    state = project.trainer_state
    trainer = Trainer(project.build_network(), x, t, project.settings, test, state)
    new = Curves.of(trainer.run_for(60.0, epochs)).rows
    curves = Curves(np.concatenate([project.progress.curves.rows, new]))
    seconds = project.progress.seconds + 0.5
    return edits.trained(project, trainer.state, curves, seconds=seconds)


@pytest.fixture
def trained() -> Project:
    """An adam run in mini-batches on moons, so that memory, shuffling and test set count."""
    project = edits.choose_dataset(new_project(), "moons", 40, 0.1, 3)
    project = edits.set_split(project, 0.25, 1)
    return train(edits.set_settings(project, optimizer="adam", batch_size=8), 6)


ENDS: dict[str, Callable[[Project], Project]] = {
    "reset": edits.reset,
    "draw_weights": edits.draw_weights,
    "choose_dataset": lambda p: edits.choose_dataset(p, "circle"),
    "remake_dataset": lambda p: edits.remake_dataset(p, seed=9),
    "use_dataset": lambda p: edits.use_dataset(p, Dataset(np.eye(2), np.eye(2), ("p", "q"))),
    "set_standardised": lambda p: edits.set_standardised(p, True),
    "set_loss": lambda p: edits.set_loss(p, "mean_squared_error"),
    "set_activation": lambda p: edits.set_activation(p, 3, "tanh"),
    "use_proposal": edits.use_proposal,
    "run_again": edits.run_again,
}


@pytest.mark.parametrize("name", list(ENDS))
def test_a_run_is_kept_as_it_was_when_an_edit_ends_it(trained: Project, name: str) -> None:
    after = ENDS[name](trained)
    (run,) = after.runs
    assert run == Run(1, trained)
    assert run.result.progress.seconds == 0.5
    assert len(after.progress.curves) == 0


def test_a_split_of_standardised_data_starts_anew() -> None:
    project = train(edits.set_standardised(new_project(), True), 2)
    after = edits.set_split(project, 0.5, 0)
    assert [run.result for run in after.runs] == [project]
    assert after.scaling != project.scaling


def test_nothing_is_kept_of_what_was_not_trained() -> None:
    project = edits.draw_weights(edits.reset(new_project()))
    assert edits.choose_dataset(project, "moons").runs == ()


def test_a_curve_that_starts_anew_is_a_run_of_its_own(trained: Project) -> None:
    """Another loss: training goes on at the same epoch, the curve begins again."""
    other = edits.set_loss(trained, "mean_squared_error")
    assert (other.progress.epoch, other.altered) == (6, True)
    assert edits.reset(other).runs == other.runs  # nothing was trained since
    again = edits.reset(train(other, 2))
    assert [run.result.network.loss for run in again.runs] == [
        "binary_cross_entropy",
        "mean_squared_error",
    ]
    assert again.runs[1].curves.column("epoch").tolist() == [7, 8]


def test_the_result_comes_back_to_the_last_bit(trained: Project) -> None:
    other = train(edits.choose_dataset(trained, "iris"), 2)
    back = edits.restore_result(other, 1)
    assert replace(back, runs=(), progress=without_way(back)) == trained
    assert [run.result for run in back.runs] == [trained, replace(other, runs=())]
    # Training goes on as if it had never stopped.
    assert replace(train(back, 3), runs=()) == train(trained, 3)


def without_way(project: Project) -> Progress:
    return replace(project.progress, snapshots=Snapshots())


def test_every_epoch_of_a_restored_run_can_be_had_again(trained: Project) -> None:
    back = edits.restore_result(edits.reset(trained), 1)
    for epoch in range(7):
        snapshot = back.progress.snapshots.before(epoch)
        assert snapshot is not None
        trainer = back.build_trainer(snapshot.state, snapshot.settings)
        records = trainer.run_for(60.0, epoch) if epoch else []
        for record in records[-1:]:
            assert record.loss == trained.progress.curves.column("loss")[epoch - 1]
    assert trainer.state.parameters.tobytes() == trained.parameters.tobytes()
    assert (
        trainer.state.optimizer_state.tobytes() == trained.trainer_state.optimizer_state.tobytes()
    )


def test_the_way_of_a_run_that_was_altered_is_not_known(trained: Project) -> None:
    altered = train(edits.set_settings(trained, learning_rate=0.01), 2)
    back = edits.restore_result(edits.reset(altered), 1)
    assert back.progress.snapshots == Snapshots()
    assert (back.progress.nearest(3), back.progress.epoch) == (8, 8)


def test_going_from_run_to_run_keeps_each_once(trained: Project) -> None:
    project = edits.reset(trained)
    for number in (1, 1):
        project = edits.restore_result(project, number)
    project = edits.reset(project)
    assert [run.number for run in project.runs] == [1]


def test_run_again_gives_the_identical_curve(trained: Project) -> None:
    other = edits.set_settings(edits.draw_weights(trained), learning_rate=0.01, optimizer="sgd")
    again = edits.run_again(train(other, 3), 1)
    assert again.progress == Progress()
    assert again.parameters is again.initial is trained.initial
    assert again.settings == trained.settings
    assert [run.number for run in again.runs] == [1, 2]
    rerun = train(again, 6)
    assert rerun.progress == trained.progress
    assert rerun.parameters.tobytes() == trained.parameters.tobytes()


def test_run_again_with_one_thing_changed(trained: Project) -> None:
    again = edits.set_settings(edits.run_again(trained), learning_rate=0.01)
    assert not again.altered
    assert replace(again.settings, learning_rate=trained.settings.learning_rate) == (
        trained.settings
    )
    both = edits.reset(train(again, 6)).runs
    assert both[0].result.initial.tobytes() == both[1].result.initial.tobytes()
    assert both[0].curves != both[1].curves


def test_initial_weights_leave_data_and_settings_alone(trained: Project) -> None:
    other = edits.choose_dataset(edits.add_layer(edits.draw_weights(trained), 2), "circle")
    other = edits.set_settings(other, learning_rate=0.03)
    back = edits.restore_initial(train(other, 2), 1)
    assert back.parameters.tobytes() == back.initial.tobytes() == trained.initial.tobytes()
    assert (back.network, back.progress) == (trained.network, Progress())
    assert (back.dataset, back.settings) == (other.dataset, other.settings)
    assert len(back.runs) == 2


def test_initial_weights_for_other_columns_are_refused(trained: Project) -> None:
    with pytest.raises(EditError) as caught:
        edits.restore_initial(edits.choose_dataset(trained, "iris"), 1)
    assert caught.value.reason == "run_does_not_fit"


def test_what_was_edited_on_the_way_is_said(trained: Project) -> None:
    assert not trained.altered
    altered = train(edits.set_settings(trained, learning_rate=0.1), 1)
    assert edits.reset(altered).runs[0].result.altered
    assert not edits.reset(altered).altered
    assert edits.trained(trained, trained.trainer_state, Curves(), altered=True).altered


def test_rename_pin_and_delete(trained: Project) -> None:
    project = edits.reset(train(edits.reset(trained), 2))
    project = edits.rename_run(project, 2, "  slow \n one ")
    assert [run.name for run in project.runs] == ["", "slow one"]
    assert len(edits.rename_run(project, 1, "x" * 100).runs[0].name) == limits.MAX_RUN_NAME
    assert project.baseline is None
    project = edits.pin_run(edits.pin_run(project, 1), 2)
    assert project.baseline is project.runs[1]
    assert edits.pin_run(project, 1, on=False).baseline is not None
    assert edits.pin_run(project, 2, on=False).baseline is None
    assert [run.number for run in edits.delete_runs(project, [1]).runs] == [2]
    assert edits.delete_runs(project, [1, 2]).runs == ()
    with pytest.raises(EditError):
        edits.delete_runs(project, [1, 3])


def with_curve(project: Project, loss: float) -> Project:
    rows = np.array([[1, loss, 0.5, np.nan, np.nan]])
    return replace(project, progress=Progress(1, None, Curves(rows)))


def test_the_oldest_run_makes_room_but_not_the_pinned_one() -> None:
    project = new_project()
    for k in range(MAX_RUNS + 3):
        project = edits.reset(with_curve(project, k))
        if k == 0:
            project = edits.pin_run(project, 1)
    numbers = [run.number for run in project.runs]
    assert numbers == [1, *range(5, MAX_RUNS + 4)]


def test_runs_are_bounded_by_their_numbers_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A 2-2-1 run holds 2 · 9 parameters and 5 numbers of its curve; own data count once."""
    monkeypatch.setattr(limits, "MAX_RUN_NUMBERS", 2 * 23)
    project = new_project()
    for k in range(3):
        project = edits.reset(with_curve(project, k))
    assert [run.number for run in project.runs] == [2, 3]
    assert limits.numbers_in(project.runs) == 46
    edited = edits.set_sample_value(project, 0, 0, 0.5)  # 4 · 3 numbers that nnsim cannot make
    monkeypatch.setattr(limits, "MAX_RUN_NUMBERS", 2 * 23 + 12)
    for k in range(2):
        edited = edits.reset(with_curve(edited, 10 + k))
    assert [run.number for run in edited.runs] == [4, 5]
    assert limits.numbers_in(edited.runs) == 58


def test_a_long_curve_is_thinned_and_keeps_its_peaks() -> None:
    epochs = np.arange(1.0, 10_001.0)
    losses = 1 / epochs
    losses[[1234, 5678]] = [9.0, -9.0]
    rows = np.column_stack([epochs, losses, *[np.zeros(10_000)] * 3])
    thin = thinned(rows, MAX_RUN_ROWS)
    assert MAX_RUN_ROWS // 2 < len(thin) <= MAX_RUN_ROWS
    assert thin[[0, -1], 0].tolist() == [1, 10_000]
    assert {1235, 5679} <= set(thin[:, 0].tolist())
    assert (np.diff(thin[:, 0]) > 0).all()
    assert thinned(thin, MAX_RUN_ROWS) is thin
    run = edits.reset(replace(new_project(), progress=Progress(10_000, None, Curves(rows)))).runs[0]
    assert run.curves.rows.tolist() == thin.tolist()


def test_the_numbers_at_the_end(trained: Project) -> None:
    curves = trained.progress.curves
    assert last_value(curves, "loss") == curves.rows[-1, 1]
    assert last_value(train(new_project(), 1).progress.curves, "test_loss") is None
    assert last_value(Curves(), "loss") is None


def test_which_losses_can_be_compared(trained: Project) -> None:
    assert incomparable(trained, edits.draw_weights(trained)) is None
    assert incomparable(trained, edits.set_standardised(trained, True)) is None
    assert incomparable(trained, edits.set_loss(trained, "mean_squared_error")) == "loss"
    assert incomparable(trained, edits.remake_dataset(trained, seed=4)) == "data"
    assert incomparable(trained, edits.set_split(trained, 0.25, 2)) == "split"
    whole = edits.set_split(trained, 0.0, 1)
    assert incomparable(whole, edits.set_split(whole, 0.0, 2)) is None


def test_runs_that_do_not_belong_together_are_refused(trained: Project) -> None:
    run = Run(1, trained)
    nested = Run(2, replace(trained, runs=(run,)))
    pinned = [Run(k, trained, pinned=True) for k in (1, 2)]
    for runs in ([run, run], [nested], pinned, [Run(0, trained)]):
        with pytest.raises(EditError):
            replace(trained, runs=tuple(runs))
