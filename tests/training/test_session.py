"""The session with its real thread."""

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from nnsim.engine import OPTIMIZERS, Trainer
from nnsim.project import Project, edits, new_project
from nnsim.training import Outcome, State, TrainEnded, TrainingSession, TrainRequest

GENEROUS = 5000  # milliseconds, for a machine that is busy with something else


def ended(qtbot: QtBot, session: TrainingSession) -> TrainEnded:
    """Wait for the end of the run."""
    with qtbot.waitSignal(session.ended, timeout=GENEROUS) as end:
        pass
    return end.args[0]


def trained(qtbot: QtBot, session: TrainingSession, project: Project, epochs: int) -> Project:
    """The project after a run of so many epochs."""
    with qtbot.waitSignal(session.ended, timeout=GENEROUS) as end:
        session.start(project, epochs)
    return edits.trained(project, end.args[0].state, session.history.freeze())


def test_every_epoch_arrives_once_and_in_order(qtbot: QtBot, session: TrainingSession) -> None:
    seen: list[tuple[int, float]] = []
    session.epoch_finished.connect(lambda epoch, loss: seen.append((epoch, loss)))
    session.start(new_project(), epochs=3000)
    end = ended(qtbot, session)
    assert end.outcome is Outcome.FINISHED
    assert [epoch for epoch, _ in seen] == list(range(1, 3001))
    assert session.history.column("loss").tolist() == [loss for _, loss in seen]
    assert session.latest is end.state
    assert seen[-1][1] < 0.05


def test_states_of_a_run(qtbot: QtBot, session: TrainingSession) -> None:
    states: list[State] = []
    session.state_changed.connect(states.append)
    session.start(new_project())
    assert session.running
    session.stop()
    session.stop()
    ended(qtbot, session)
    assert not session.running
    assert states == [State.RUNNING, State.STOPPING, State.IDLE]


def test_stop_arrives_while_it_trains(qtbot: QtBot, session: TrainingSession) -> None:
    project = edits.use_proposal(edits.choose_dataset(new_project(), "digits"))
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(project)
    session.stop()
    end = ended(qtbot, session)
    assert end.outcome is Outcome.STOPPED
    assert end.state.epoch == session.history.column("epoch")[-1]


def test_two_quick_restarts_ignore_the_older_runs(qtbot: QtBot, session: TrainingSession) -> None:
    ends: list[TrainEnded] = []
    epochs: list[int] = []
    session.ended.connect(ends.append)
    session.epoch_finished.connect(lambda epoch, _loss: epochs.append(epoch))
    session.start(new_project())
    session.start(edits.choose_dataset(new_project(), "or"))
    last = edits.choose_dataset(new_project(), "and")
    session.start(last, epochs=50)
    ended(qtbot, session)
    assert len(ends) == 1
    assert epochs == list(range(1, 51))
    assert ends[0].state.parameters.tolist() == reference(last, 50).state.parameters.tolist()


def test_a_restart_in_the_middle_ignores_the_older_run(
    qtbot: QtBot, session: TrainingSession
) -> None:
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(new_project())
    epochs: list[int] = []
    session.epoch_finished.connect(lambda epoch, _loss: epochs.append(epoch))
    session.start(new_project(), epochs=20)
    end = ended(qtbot, session)
    assert (end.outcome, end.state.epoch) == (Outcome.FINISHED, 20)
    assert epochs == list(range(1, 21))


def running_threads() -> list[QThread]:
    """The threads of any session that run."""
    objects = shiboken6.getAllValidWrappers()
    threads = [thing for thing in objects if isinstance(thing, QThread)]
    return [t for t in threads if t.objectName() == "nnsim training" and t.isRunning()]


def test_close_in_the_middle_leaves_no_thread(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(new_project())
    assert len(running_threads()) == 1
    with qtbot.assertNotEmitted(session.progressed):
        session.close()
        assert running_threads() == []
    assert session.state is State.IDLE
    session.close()


def test_a_closed_session_can_train_again(qtbot: QtBot, session: TrainingSession) -> None:
    session.start(new_project())
    session.close()
    assert trained(qtbot, session, new_project(), 5).progress.epoch == 5


def reference(project: Project, epochs: int) -> Trainer:
    """A trainer after so many epochs, trained here and now."""
    trainer = TrainRequest.of(project, 0).build_trainer()
    trainer.run_for(60.0, epochs)
    return trainer


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
@pytest.mark.parametrize("batch_size", [None, 3])
def test_stop_and_start_is_the_same_to_the_last_bit(
    qtbot: QtBot, session: TrainingSession, optimizer: str, batch_size: int | None
) -> None:
    start = edits.set_settings(
        new_project(), optimizer=optimizer, batch_size=batch_size, learning_rate=0.01
    )
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(start)
    session.stop()
    end = ended(qtbot, session)
    stopped = edits.trained(start, end.state, session.history.freeze())
    total = stopped.progress.epoch + 25
    resumed = trained(qtbot, session, stopped, 25)
    once = reference(start, total).state
    assert resumed.progress.epoch == total
    assert resumed.parameters.tolist() == once.parameters.tolist()
    memory = resumed.progress.optimizer_state
    assert memory is not None
    assert memory.vectors.tolist() == once.optimizer_state.tolist()
    assert memory.updates == once.updates


def test_settings_are_taken_over_while_it_trains(qtbot: QtBot, session: TrainingSession) -> None:
    project = new_project()
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(project)
    session.change_settings(edits.set_settings(project, optimizer="adam").settings)

    def is_adam() -> bool:
        return session.latest is not None and session.latest.optimizer == "adam"

    qtbot.waitUntil(is_adam, timeout=GENEROUS)
    assert session.running
    session.stop()
    ended(qtbot, session)


def test_the_pace_can_change_while_it_trains(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(new_project(), epochs=30, epochs_per_second=0.01)
    assert session.history.column("epoch").tolist() == [1]
    session.change_pace(None)
    assert ended(qtbot, session).state.epoch == 30


def unfit(project: Project, generation: int, *_: object) -> TrainRequest:
    """A request with samples that the network cannot take."""
    state, samples = project.trainer_state, (np.zeros((4, 3)), np.zeros((4, 1)))
    return TrainRequest(generation, project.network, project.settings, state, *samples, None)


def test_a_failure_reaches_the_session(
    qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(TrainRequest, "of", unfit)
        session.start(new_project())
        end = ended(qtbot, session)
    assert end.outcome is Outcome.FAILED
    assert "Traceback" in end.details
    assert "ShapeError" in end.details
    assert not session.running
    assert trained(qtbot, session, new_project(), 2).progress.epoch == 2


def test_stop_without_a_run_does_nothing(session: TrainingSession) -> None:
    session.stop()
    session.acknowledge()
    session.change_pace(1.0)
    session.change_settings(new_project().settings)
    assert session.state is State.IDLE
