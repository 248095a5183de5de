from dataclasses import replace

import numpy as np
import pytest

from nnsim.data import DATASETS
from nnsim.engine import OPTIMIZERS, Trainer, TrainSettings, views
from nnsim.project import (
    Curves,
    EditError,
    OptimizerState,
    Progress,
    Project,
    edits,
    new_project,
)


def run(project: Project, epochs: int) -> Project:
    """The project after so many epochs, trained here and now."""
    training, _ = project.split
    x, t = project.x[training], project.t[training]
    net = project.build_network()
    trainer = Trainer(net, x, t, project.settings, state=project.trainer_state)
    records = trainer.run_for(60.0, epochs)
    return edits.trained(project, trainer.state, Curves.of(records))


def test_the_notes_network_learns_xor() -> None:
    project = new_project()
    assert project.network.sizes == (2, 2, 1)
    assert project.settings == TrainSettings("sgd", learning_rate=1.0)
    after = run(project, 1000)
    assert after.progress.curves.column("loss")[-1] < 0.05
    assert after.progress.curves.column("accuracy")[-1] == 1.0
    assert after.progress.epoch == 1000


def test_a_weight_is_typed_in_both_vectors_before_training() -> None:
    project = edits.set_parameter(new_project(), 3, 1, 2, 0.25)
    for vector in (project.initial, project.parameters):
        assert views(project.network.sizes, vector)[0][3].tolist()[0][1] == 0.25
    bias = edits.set_parameter(project, 2, 2, None, -1.5)
    assert views(bias.network.sizes, bias.initial)[1][2].tolist() == [0, -1.5]


def test_after_training_a_typed_weight_leaves_the_initial_ones() -> None:
    project = run(new_project(), 2)
    after = edits.set_parameter(project, 2, 1, 1, 4.0)
    assert after.initial is project.initial
    assert views(after.network.sizes, after.parameters)[0][2][0, 0] == 4.0
    assert after.progress is project.progress


def test_a_stepped_update_is_not_an_epoch() -> None:
    project = new_project()
    state = run(project, 1).trainer_state
    after = edits.take_over_update(project, state)
    assert after.parameters.tolist() == state.parameters.tolist()
    assert (after.progress.epoch, len(after.progress.curves)) == (0, 0)
    assert after.trainer_state.updates == 1
    typed = edits.set_parameter(after, 2, 1, 1, 4.0)
    assert typed.initial is project.initial
    assert edits.reset(typed) == project


def test_all_parameters_at_once() -> None:
    values = np.arange(9.0)
    before_training = edits.set_parameters(new_project(), values)
    assert before_training.parameters.tolist() == before_training.initial.tolist() == [*range(9)]
    trained = run(new_project(), 3)
    after = edits.set_parameters(trained, values)
    assert after.parameters.tolist() == [*range(9)]
    assert after.initial.tolist() == trained.initial.tolist()
    assert after.altered
    assert after.progress.epoch == 3
    assert edits.set_parameters(trained, trained.parameters) is trained


@pytest.mark.parametrize("values", [np.zeros(8), np.zeros((3, 3)), np.full(9, np.inf)])
def test_parameters_that_do_not_fit_are_refused(values: np.ndarray) -> None:
    with pytest.raises(EditError):
        edits.set_parameters(new_project(), values)


@pytest.mark.parametrize(
    ("layer", "j", "k", "value", "reason"),
    [
        (1, 1, 1, 0.0, "no_such_parameter"),
        (4, 1, 1, 0.0, "no_such_parameter"),
        (2, 0, 1, 0.0, "no_such_parameter"),
        (2, 3, None, 0.0, "no_such_parameter"),
        (2, 1, 3, 0.0, "no_such_parameter"),
        (2, 1, 1, np.nan, "not_finite"),
        (2, 1, None, np.inf, "not_finite"),
    ],
)
def test_impossible_parameters_are_refused(
    layer: int, j: int, k: int | None, value: float, reason: str
) -> None:
    with pytest.raises(EditError) as caught:
        edits.set_parameter(new_project(), layer, j, k, value)
    assert caught.value.reason == reason


def test_reset_goes_back_to_the_initial_weights() -> None:
    project = new_project()
    trained = run(project, 3)
    assert trained != project
    assert replace(edits.reset(trained), runs=()) == project


def test_new_weights_come_from_the_next_seed_or_the_given_one() -> None:
    project = run(new_project(), 3)
    after = edits.draw_weights(project)
    assert after.network.seed == project.network.seed + 1
    assert after.initial.tolist() == after.network.draw().tolist()
    assert after.parameters.tolist() == after.initial.tolist()
    assert after.progress == Progress()
    zeros = edits.draw_weights(project, "zeros", 5)
    assert not zeros.initial.any()
    assert (zeros.network.initializer, zeros.network.seed) == ("zeros", 5)
    assert edits.draw_weights(project, "he").network.seed == project.network.seed
    for bad in ({"initializer": "magic"}, {"seed": -1}):
        with pytest.raises(EditError):
            edits.draw_weights(project, **bad)  # type: ignore[arg-type]


def test_settings_change_by_name_and_keep_everything_else() -> None:
    project = run(new_project(), 3)
    after = edits.set_settings(project, learning_rate=0.1, optimizer="adam")
    assert (after.settings.learning_rate, after.settings.optimizer) == (0.1, "adam")
    assert after.parameters is project.parameters
    assert after.progress is project.progress


@pytest.mark.parametrize(
    "bad", [{"learning_rate": 0.0}, {"batch_size": 0}, {"optimizer": "luck"}, {"l2": np.nan}]
)
def test_impossible_settings_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(EditError, match="bad_setting"):
        edits.set_settings(new_project(), **bad)


@pytest.mark.parametrize("name", list(DATASETS))
def test_every_proposal_can_be_taken(name: str) -> None:
    proposal = DATASETS[name].proposal
    after = edits.use_proposal(edits.choose_dataset(new_project(), name))
    assert after.network.sizes[1:-1] == (proposal.hidden or (2,))
    assert set(after.network.activations[:-1]) == {proposal.activation}
    assert (after.scaling is not None) == proposal.standardise
    assert after.test_share == proposal.test_share
    assert after.settings.learning_rate == proposal.learning_rate
    assert after.settings.batch_size == proposal.batch_size
    assert after.progress == Progress()
    assert edits.use_proposal(after) == after


def test_a_proposal_draws_the_weights_of_the_seed_that_it_shows() -> None:
    typed = edits.set_parameter(new_project(), 2, 1, 1, 40.0)
    before = edits.draw_weights(edits.choose_dataset(typed, "iris"), "he", 7)
    after = edits.use_proposal(before)
    assert (after.network.initializer, after.network.seed) == ("he", 7)
    assert after.parameters.tobytes() == after.initial.tobytes() == after.network.draw().tobytes()
    assert edits.draw_weights(after, "he", 7) == after


def test_no_proposal_for_own_data() -> None:
    project = new_project()
    with pytest.raises(EditError, match="no_proposal"):
        edits.use_proposal(replace(project, dataset=replace(project.dataset, name="mine")))


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_the_trained_project_goes_on_where_it_stopped(optimizer: str) -> None:
    start = edits.set_settings(new_project(), optimizer=optimizer, batch_size=3)
    at_once, in_parts = run(start, 6), run(run(start, 2), 4)
    assert at_once.parameters.tolist() == in_parts.parameters.tolist()
    assert at_once.progress.optimizer_state == in_parts.progress.optimizer_state
    assert at_once.progress.epoch == in_parts.progress.epoch == 6


def test_an_overflowed_memory_is_forgotten() -> None:
    project = run(edits.set_settings(new_project(), optimizer="adam"), 1)
    state = project.trainer_state
    broken = replace(state, optimizer_state=np.full_like(state.optimizer_state, np.inf))
    assert edits.trained(project, broken, Curves()).progress.optimizer_state is None


def test_another_architecture_forgets_the_memory() -> None:
    project = run(edits.set_settings(new_project(), optimizer="adam"), 2)
    assert project.progress.optimizer_state is not None
    after = edits.add_node(project, 2)
    assert after.progress.optimizer_state is None
    assert (after.progress.epoch, after.progress.curves) == (2, project.progress.curves)
    run(after, 1)


@pytest.mark.parametrize(
    "memory",
    [
        OptimizerState("adam", 1, np.zeros((1, 9))),
        OptimizerState("adam", 1, np.zeros((2, 8))),
        OptimizerState("adam", -1, np.zeros((2, 9))),
        OptimizerState("luck", 1, np.zeros((2, 9))),
    ],
)
def test_the_project_refuses_a_memory_that_does_not_fit(memory: OptimizerState) -> None:
    with pytest.raises(EditError, match="optimizer_state_does_not_fit"):
        replace(new_project(), progress=Progress(1, memory))
