"""The rules between document and training, with the real thread."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.project import EditError, Project, edits, new_project
from nnsim.training import Outcome, TrainEnded, TrainingSession

GENEROUS = 5000  # milliseconds, for a machine that is busy with something else


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    session = TrainingSession()
    session.progressed.connect(session.acknowledge)
    yield Controller(Document(), session)
    session.close()


def steps(controller: Controller) -> list[str]:
    stack = controller.document.undo_stack
    return [stack.text(n) for n in range(stack.count())]


def begin(qtbot: QtBot, controller: Controller) -> None:
    """Run, and wait until some epochs have been trained."""
    with qtbot.waitSignal(controller.session.progressed, timeout=GENEROUS):
        controller.run()


def end(qtbot: QtBot, controller: Controller) -> TrainEnded:
    """Wait for the end of the run."""
    with qtbot.waitSignal(controller.training_ended, timeout=GENEROUS) as ended:
        pass
    return ended.args[0]


def run(qtbot: QtBot, controller: Controller, epochs: int) -> TrainEnded:
    with qtbot.waitSignal(controller.training_ended, timeout=GENEROUS) as ended:
        controller.run(epochs)
    return ended.args[0]


def wider(project: Project) -> Project:
    return edits.add_node(project, 2)


def test_a_run_is_one_undo_step(qtbot: QtBot, controller: Controller) -> None:
    before = controller.document.project
    ended = run(qtbot, controller, 40)
    after = controller.document.project
    assert ended.outcome is Outcome.FINISHED
    assert steps(controller) == ["Train 40 epochs"]
    assert after.progress.epoch == 40
    assert after.progress.curves.column("epoch").tolist() == list(range(1, 41))
    assert after.parameters.tolist() == ended.state.parameters.tolist()
    controller.undo()
    assert controller.document.project is before
    controller.redo()
    assert controller.document.project is after


def test_a_run_goes_on_from_the_last_one(qtbot: QtBot, controller: Controller) -> None:
    run(qtbot, controller, 10)
    run(qtbot, controller, 1)
    assert steps(controller) == ["Train 10 epochs", "Train one epoch"]
    in_parts = controller.document.project
    controller.document.undo_stack.setIndex(0)
    run(qtbot, controller, 11)
    assert controller.document.project.parameters.tolist() == in_parts.parameters.tolist()
    assert controller.document.project.progress == in_parts.progress


def test_pause_keeps_what_was_trained(qtbot: QtBot, controller: Controller) -> None:
    begin(qtbot, controller)
    controller.toggle()
    ended = end(qtbot, controller)
    assert ended.outcome is Outcome.STOPPED
    assert controller.document.project.progress.epoch == ended.state.epoch > 0
    assert not controller.session.running


def test_one_epoch(qtbot: QtBot, controller: Controller) -> None:
    with qtbot.waitSignal(controller.training_ended, timeout=GENEROUS):
        controller.run_epoch()
    assert controller.document.project.progress.epoch == 1
    begin(qtbot, controller)
    controller.run_epoch()
    assert end(qtbot, controller).outcome is Outcome.STOPPED


def test_an_edit_while_a_run_goes_on(qtbot: QtBot, controller: Controller) -> None:
    begin(qtbot, controller)
    controller.edit(wider, "Add node")
    controller.edit(lambda project: edits.set_parameter(project, 3, 1, 3, 0.5), "Type weight")
    assert controller.document.project == new_project()
    end(qtbot, controller)
    train, add, type_in = steps(controller)
    assert train.startswith("Train ")
    assert (add, type_in) == ("Add node", "Type weight")
    project = controller.document.project
    assert not controller.session.running
    assert project.network.sizes == (2, 3, 1)
    controller.undo()
    controller.undo()
    trained = controller.document.project
    assert trained.progress.epoch > 0
    assert project == edits.set_parameter(wider(trained), 3, 1, 3, 0.5)
    controller.undo()
    assert controller.document.project == new_project()


def test_an_edit_that_training_does_not_depend_on(qtbot: QtBot, controller: Controller) -> None:
    run(qtbot, controller, 3)
    controller.reset()
    begin(qtbot, controller)
    controller.edit_meanwhile(lambda project: edits.pin_run(project, 1), "Pin")
    assert controller.session.running
    assert controller.document.project.baseline is not None
    controller.pause()
    end(qtbot, controller)
    assert steps(controller)[-2:][0] == "Pin"
    assert controller.document.project.progress.epoch > 0
    assert controller.document.project.baseline is not None


def test_settings_changed_in_a_run_are_remembered(qtbot: QtBot, controller: Controller) -> None:
    """At epoch 0 they belong to the run that begins; while it goes on they alter it."""
    controller.change_settings("η", learning_rate=0.1)
    run(qtbot, controller, 3)
    assert not controller.document.project.altered
    controller.reset()
    begin(qtbot, controller)
    controller.change_settings("η", learning_rate=0.2)
    controller.pause()
    end(qtbot, controller)
    assert controller.document.project.altered
    controller.reset()
    assert not controller.document.project.altered
    run(qtbot, controller, 3)
    assert not controller.document.project.altered


def test_the_time_of_training_adds_up(qtbot: QtBot, controller: Controller) -> None:
    seconds = [0.0]
    for _ in range(3):
        run(qtbot, controller, 20)
        seconds.append(controller.document.project.progress.seconds)
    assert seconds == sorted(set(seconds))
    controller.reset()
    assert controller.document.project.progress.seconds == 0.0
    assert controller.document.project.runs[0].result.progress.seconds == seconds[-1]
    begin(qtbot, controller)
    controller.pause()
    end(qtbot, controller)
    assert controller.document.project.progress.seconds == controller.session.seconds > 0


def test_an_edit_without_a_run_is_made_at_once(controller: Controller) -> None:
    controller.edit(wider, "Add node")
    assert controller.document.project == wider(new_project())


def test_the_learning_rate_changes_while_the_run_goes_on(
    qtbot: QtBot, controller: Controller
) -> None:
    begin(qtbot, controller)
    for rate in (0.5, 0.25):
        controller.change_settings("Learning rate", "learning_rate", learning_rate=rate)
    assert controller.session.running
    assert controller.settings.learning_rate == 0.25
    with qtbot.waitSignal(controller.session.progressed, timeout=GENEROUS):
        pass
    controller.pause()
    end(qtbot, controller)
    assert [text.split()[0] for text in steps(controller)] == ["Learning", "Train"]
    assert controller.document.project.settings.learning_rate == 0.25
    controller.undo()
    controller.undo()
    assert controller.document.project == new_project()


def test_undo_during_a_run_undoes_the_run(qtbot: QtBot, controller: Controller) -> None:
    controller.edit(wider, "Add node")
    before = controller.document.project
    begin(qtbot, controller)
    controller.undo()
    end(qtbot, controller)
    assert controller.document.project is before
    controller.redo()
    assert controller.document.project.progress.epoch > 0


def test_reset_goes_back_to_the_same_weights(qtbot: QtBot, controller: Controller) -> None:
    begin(qtbot, controller)
    controller.reset()
    end(qtbot, controller)
    (run,) = controller.document.project.runs
    assert replace(controller.document.project, runs=()) == new_project()
    controller.undo()
    assert controller.document.project.progress.epoch > 0
    assert controller.document.project.parameters is run.result.parameters


@pytest.mark.parametrize("running", [False, True])
def test_a_refused_edit_changes_nothing(
    qtbot: QtBot, controller: Controller, running: bool
) -> None:
    if running:
        begin(qtbot, controller)
    with qtbot.waitSignal(controller.refused, timeout=GENEROUS) as refused:
        controller.edit(lambda project: edits.remove_node(project, 3), "Remove node")
    (error,) = refused.args
    assert isinstance(error, EditError)
    assert error.reason == "last_node"
    assert len(steps(controller)) == (1 if running else 0)
    assert controller.document.project.network == new_project().network


def test_a_refused_setting_lets_the_run_go_on(qtbot: QtBot, controller: Controller) -> None:
    begin(qtbot, controller)
    with qtbot.waitSignal(controller.refused, timeout=GENEROUS):
        controller.change_settings("Learning rate", learning_rate=-1.0)
    assert controller.session.running
    assert controller.settings.learning_rate == 1.0


def test_divergence_keeps_the_epochs_before_it(qtbot: QtBot, controller: Controller) -> None:
    controller.edit(lambda project: edits.set_activation(project, 3, "identity"), "Identity")
    controller.edit(lambda project: edits.set_activation(project, 2, "identity"), "Identity")
    controller.change_settings("Learning rate", learning_rate=50.0)
    controller.run()
    ended = end(qtbot, controller)
    assert ended.outcome is Outcome.DIVERGED
    project = controller.document.project
    assert project.progress.epoch == ended.state.epoch > 0
    assert np.isfinite(project.parameters).all()
    assert controller.document.undo_stack.undoText().startswith("Train ")


def test_a_run_of_a_document_that_is_gone_is_dropped(
    qtbot: QtBot, controller: Controller, tmp_path: Path
) -> None:
    controller.document.save(tmp_path / "saved.nnsim")
    begin(qtbot, controller)
    controller.document.open(tmp_path / "saved.nnsim")
    end(qtbot, controller)
    assert controller.document.project == new_project()
    assert steps(controller) == []


def test_the_pace_is_kept_for_the_next_run(qtbot: QtBot, controller: Controller) -> None:
    controller.set_pace(0.01)
    begin(qtbot, controller)
    assert controller.session.history.column("epoch").tolist() == [1]
    with qtbot.waitSignal(controller.session.progressed, timeout=GENEROUS):
        controller.set_pace(None)
    controller.pause()
    end(qtbot, controller)


def test_an_action_waits_for_the_end_of_the_run(qtbot: QtBot, controller: Controller) -> None:
    done: list[int] = []
    controller.when_idle(lambda: done.append(controller.document.project.progress.epoch))
    assert done == [0]
    begin(qtbot, controller)
    controller.when_idle(lambda: done.append(controller.document.project.progress.epoch))
    controller.when_idle(controller.run)  # and what is started then holds up the next
    controller.when_idle(lambda: done.append(-1))
    assert done == [0]
    end(qtbot, controller)
    qtbot.waitUntil(lambda: len(done) == 3, timeout=GENEROUS)
    assert done[1] > 0
    assert done[2] == -1
    assert not controller.session.running
