"""The next mini-batch of the trainer, stepped through: the same samples, the same update."""

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox

from nnsim.engine import Network, Trainer, mini_batches
from nnsim.notation import E, z
from nnsim.project import Project, edits
from nnsim.ui.pass_samples import Samples


def trainer_of(project: Project) -> Trainer:
    spec = project.network
    network = Network(spec.sizes, spec.activations, spec.loss, parameters=project.parameters)
    rows = project.split[0]
    return Trainer(
        network, project.x[rows], project.t[rows], project.settings, state=project.trainer_state
    )


def step_through(user) -> None:
    """To the end of the pass, and take the update over."""
    user.press("passLast")
    user.press("passApply")


@pytest.fixture
def passes(user, window):
    """Begin stepping through mini-batches of so many samples."""

    def begin(batch_size: int | None, optimizer: str = "sgd") -> None:
        window.controller.change_settings("b", batch_size=batch_size, optimizer=optimizer, seed=5)
        user.press("passNext")
        user.choose("passBatch", Samples.NEXT)

    return begin


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@pytest.mark.parametrize(("batch_size", "updates"), [(1, 4), (3, 2), (None, 1), (4, 1)])
def test_updates_are_the_trainers_over_two_epochs(
    user, window, passes, batch_size, updates, optimizer
):
    passes(batch_size, optimizer)
    trainer = trainer_of(window.document.project)
    for _ in range(2):  # across the end of an epoch
        for _ in range(updates):
            step_through(user)
        trainer.run_epoch()
        after = window.document.project
        np.testing.assert_array_equal(after.parameters, trainer.state.parameters)
        np.testing.assert_array_equal(
            after.trainer_state.optimizer_state, trainer.state.optimizer_state
        )
        assert after.trainer_state.updates == trainer.state.updates


def test_the_samples_are_those_that_the_trainer_takes(user, window, passes):
    passes(3)
    first, second = mini_batches(4, window.document.project.settings, 1)
    view, box = window.view_state, user.find("passBatch", QComboBox)
    assert box.currentText() == "the next mini-batch (N = 3)"
    assert view.walk.batch(view.reading) == first.tolist()
    step_through(user)
    assert box.currentText() == "the next mini-batch (N = 1)"
    assert view.walk.batch(view.reading) == second.tolist() == [view.sample]
    assert "2 of 2 of epoch 1" in box.toolTip()
    assert "begins this epoch anew" in box.toolTip()
    assert f"samples {second[0] + 1}" in box.toolTip()
    project = window.document.project
    forward = project.build_network().forward(project.x[second])
    user.press("passLast")
    assert user.value(z(2, 1)) == forward.z[2][0, 0]
    assert user.value(E) == project.build_network().loss_value(forward, project.t[second])


def test_undo_goes_back_to_the_mini_batch_before(user, window, passes):
    passes(3)
    view = window.view_state
    first = view.walk.batch(view.reading)
    step_through(user)
    assert view.walk.batch(view.reading) != first
    user.press("editUndo")
    assert view.walk.batch(view.reading) == first
    user.press("editRedo")
    assert view.walk.batch(view.reading) != first


def test_held_out_samples_are_in_no_mini_batch(user, window):
    window.controller.edit(lambda p: edits.choose_dataset(p, "moons"), "moons")
    held_out = int(window.document.project.split[1][0])
    window.view_state.select_sample(held_out)
    window.controller.change_settings("b", batch_size=10)
    user.press("passNext")
    user.choose("passBatch", Samples.NEXT)
    view, training = window.view_state, set(window.document.project.split[0].tolist())
    assert len(view.walk.batch(view.reading)) == 10
    assert set(view.walk.batch(view.reading)) <= training
    assert view.sample in view.walk.batch(view.reading)
    trainer = trainer_of(window.document.project)
    for _ in range(len(mini_batches(len(training), window.document.project.settings, 1))):
        step_through(user)
    trainer.run_epoch()
    np.testing.assert_array_equal(window.document.project.parameters, trainer.state.parameters)


def test_another_sample_than_those_of_the_mini_batch_is_stepped_through_alone(user, window, passes):
    passes(2)
    view = window.view_state
    other = next(row for row in range(4) if row not in view.walk.batch(view.reading))
    view.select_sample(other)
    assert view.walk.samples is Samples.ONE
    assert view.walk.batch(view.reading) == [other]


def test_training_and_another_batch_size_begin_an_epoch_anew(user, window, passes, qtbot):
    passes(3)
    step_through(user)
    window.controller.change_settings("b", batch_size=2)
    view = window.view_state
    first, _ = mini_batches(4, window.document.project.settings, 1)
    assert view.walk.batch(view.reading) == first.tolist()
    with qtbot.waitSignal(window.controller.training_ended):
        window.controller.run(epochs=3)
    user.press("passNext")
    first, _ = mini_batches(4, window.document.project.settings, 4)
    assert view.walk.batch(view.reading) == first.tolist()


def test_samples_have_the_numbers_that_they_have_in_the_table_of_data(user, window, passes):
    passes(3)
    rows = list(window.view_state.position.trace.rows)
    assert rows != sorted(rows) or rows != list(range(3))
    steps = window.view_state.position.trace.steps
    done = next(n for n, step in enumerate(steps, start=1) if step.symbol == E)
    window.view_state.move_pass(lambda place: place.at(done))
    shown = [user.cell("quantityTable", row, 0) for row in range(4)]
    assert shown == [*(str(row + 1) for row in rows), "Σ/N"]


def test_on_paper_every_column_of_the_table_is_in_sight(user, window, passes, qtbot):
    passes(3)
    window.view_state.set_on_paper(True)
    for _ in window.view_state.position.places:
        table = user.find("quantityTable")
        qtbot.waitUntil(lambda table=table: table.horizontalScrollBar().maximum() == 0)
        user.press("passNext")
