"""Epochs that are computed once more are those of the run, to the last bit."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from nnsim.engine import OPTIMIZERS, EpochRecord, Trainer, TrainerState, TrainSettings
from nnsim.project import Project, Snapshots, curve_rows, edits, new_project
from nnsim.training import Replay, Replayed, TrainingSession, TrainRequest, replay
from nnsim.training.history import History
from nnsim.training.recorder import Recorder
from nnsim.training.replay import Replayer

pytestmark = pytest.mark.usefixtures("qapp")
GENEROUS = 5000  # milliseconds, for a machine that is busy with something else

Epochs = dict[int, tuple[TrainerState, EpochRecord]]


def moons(**settings: object) -> Project:
    """20 samples, of which some are held out."""
    project = edits.choose_dataset(new_project(), "moons", 20, 0.1, 1)
    return edits.set_settings(edits.set_split(project, 0.25, 3), **settings)


def recorded(
    project: Project, epochs: int, changes: dict[int, TrainSettings] | None = None
) -> tuple[Project, Epochs]:
    """A project after a run, and every epoch of it; `changes` come after so many mini-batches."""
    trainer = TrainRequest.of(project, 0).build_trainer()
    recorder = Recorder(trainer, project.progress.snapshots)
    history = History(project.progress.curves)
    seen: Epochs = {trainer.epoch: (trainer.state, trainer.record())}
    batches = 0
    while trainer.epoch < project.progress.epoch + epochs:
        records = recorder.run_for(0.0, 1)  # one mini-batch
        batches += 1
        history.extend(curve_rows(records))
        if records:
            seen[trainer.epoch] = (trainer.state, trainer.record())
        if changes and batches in changes:
            recorder.change(changes[batches])
    after = edits.trained(project, trainer.state, history.freeze(), snapshots=recorder.snapshots)
    return replace(after, settings=trainer.settings), seen


def looked_up(project: Project, epoch: int) -> Project:
    """What the replayer answers, its ticks driven by hand."""
    replayer = Replayer()
    answers: list[Replayed] = []
    replayer.done.connect(answers.append)
    replayer.start(Replay(1, project, epoch))
    while not answers:
        replayer.tick()
    replayer.forget()
    assert answers[0].project is not None, answers[0].details
    return answers[0].project


def assert_same(project: Project, epoch: int, seen: Epochs) -> None:
    state, record = seen[epoch]
    assert project.progress.epoch == epoch
    assert project.parameters.tobytes() == state.parameters.tobytes()
    again = project.trainer_state
    if epoch:
        assert (again.optimizer, again.updates) == (state.optimizer, state.updates)
        assert again.optimizer_state.tobytes() == state.optimizer_state.tobytes()
        row = project.progress.curves.rows[-1]
        assert row[:3].tolist() == [epoch, record.loss, record.accuracy]
        assert row[4] == record.test_accuracy
    training, _ = project.split
    forward = project.build_network().forward(project.x[training])
    net = project.build_network()
    assert net.loss_value(forward, project.t[training]) == record.loss
    assert net.accuracy(forward, project.t[training]) == record.accuracy


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
@pytest.mark.parametrize("batch_size", [None, 4, 15])
def test_any_epoch_is_that_of_the_run(optimizer: str, batch_size: int | None) -> None:
    start = moons(optimizer=optimizer, batch_size=batch_size, learning_rate=0.02, l2=1e-3)
    project, seen = recorded(start, 300)
    assert len(project.progress.snapshots.entries) < 80
    for epoch in (0, 1, 63, 64, 163, 299, 300):
        assert_same(looked_up(project, epoch), epoch, seen)


@pytest.mark.parametrize("batch_size", [None, 4])
def test_settings_that_change_in_the_middle_of_an_epoch(batch_size: int | None) -> None:
    """Every epoch around the changes, which come after 2 of 4 mini-batches, and between epochs."""
    first = moons(batch_size=batch_size, learning_rate=0.1).settings
    second = replace(first, learning_rate=0.05, l1=1e-3)
    third = replace(second, optimizer="adam", batch_size=6, seed=4)
    changes = {562: second, 578: first, 579: second, 800: third}
    project, seen = recorded(moons(batch_size=batch_size, learning_rate=0.1), 850, changes)
    assert project.settings == third
    for epoch in (
        *range(137, 148),
        *range(198, 206),
        *range(560, 565),
        577,
        579,
        580,
        *range(797, 804),
        850,
    ):
        assert project.progress.can_show(epoch)
        assert_same(looked_up(project, epoch), epoch, seen)


def test_a_change_and_back_within_an_epoch_is_no_way_to_be_trusted() -> None:
    """Both settings left their mark on epoch 2: it is kept, and not trained once more."""
    start = moons(batch_size=4, learning_rate=0.1)
    other = replace(start.settings, learning_rate=0.9)
    project, seen = recorded(start, 4, {5: other, 6: start.settings})
    snapshots = project.progress.snapshots
    assert snapshots.entries[1].until == 1
    assert_same(looked_up(project, 2), 2, seen)
    assert_same(looked_up(project, 3), 3, seen)


def test_what_is_seen_has_the_settings_of_then_and_goes_on_exactly() -> None:
    start = moons(batch_size=4, optimizer="momentum", learning_rate=0.1)
    later = replace(start.settings, learning_rate=0.01)
    project, seen = recorded(start, 400, {1200: later})
    back = looked_up(project, 250)
    assert back.settings == start.settings
    assert back.progress.curves.column("epoch").tolist() == list(range(1, 251))
    assert back.progress.snapshots.epochs[-1] == 248
    assert back.initial is project.initial
    on, again = recorded(back, 40)
    for epoch in (251, 270, 290):
        assert again[epoch][0].parameters.tobytes() == seen[epoch][0].parameters.tobytes()
        assert_same(looked_up(on, epoch), epoch, seen)
    assert looked_up(project, 399).settings == later


def test_epoch_0_is_a_reset() -> None:
    project, _ = recorded(moons(), 20)
    assert looked_up(project, 0) == edits.reset(project)


def test_a_run_in_parts_has_the_same_way_as_one_at_once() -> None:
    start = moons(batch_size=4, optimizer="adam", learning_rate=0.01)
    once, _ = recorded(start, 300)
    parts, _ = recorded(recorded(recorded(start, 137)[0], 1)[0], 162)
    assert parts == once


def test_a_typed_weight_in_between() -> None:
    start, before = recorded(moons(batch_size=4), 150)
    typed = edits.set_parameter(start, 2, 1, 1, 0.5)
    project, after = recorded(typed, 150)
    for epoch in (3, 149):
        assert_same(looked_up(project, epoch), epoch, before)
    for epoch in (150, 151, 250):
        assert_same(looked_up(project, epoch), epoch, after)


def test_an_overflowing_memory_is_no_snapshot() -> None:
    """rmsprop's h = (1 - ρ) g² overflows while the parameters stay finite."""
    project = edits.set_activation(moons(optimizer="rmsprop"), 3, "identity")
    project = edits.set_activation(project, 2, "identity")
    row = int(project.split[0][0])
    project = edits.set_sample_value(project, row, 0, 1e150, target=True)
    project = edits.set_sample_value(project, row, 0, 1e10)
    trainer = TrainRequest.of(project, 0).build_trainer()
    recorder = Recorder(trainer, Snapshots())
    recorder.run_for(60.0, 3)
    assert trainer.state.optimizer_state.max() == float("inf")
    after = edits.trained(
        project,
        trainer.state,
        History(project.progress.curves).freeze(),
        snapshots=recorder.snapshots,
    )
    assert recorder.snapshots.epochs == (0,)
    assert looked_up(after, 3).parameters.tobytes() == trainer.state.parameters.tobytes()


def test_a_newer_wish_takes_the_place_of_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    project, seen = recorded(moons(batch_size=4), 1000)
    monkeypatch.setattr(replay, "TICK_SECONDS", 0.0)
    replayer = Replayer()
    answers: list[Replayed] = []
    replayer.done.connect(answers.append)
    replayer.start(Replay(1, project, 999))
    replayer.tick()
    replayer.start(Replay(2, project, 993))
    while not answers:
        replayer.tick()
    (answer,) = answers
    assert (answer.wish.number, answer.wish.epoch) == (2, 993)
    assert answer.project is not None
    assert_same(answer.project, 993, seen)
    replayer.forget()
    assert not replayer.findChild(QTimer).isActive()


def test_it_goes_on_from_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """993, 994, 995 lie between two snapshots: the way there is gone once."""
    project, seen = recorded(moons(), 1000)
    built: list[int] = []
    build = replay._trainer_at

    def counted(project: Project, snapshot: object) -> Trainer:
        built.append(snapshot.epoch)  # type: ignore[attr-defined]
        return build(project, snapshot)  # type: ignore[arg-type]

    monkeypatch.setattr(replay, "_trainer_at", counted)
    replayer = Replayer()
    answers: list[Replayed] = []
    replayer.done.connect(answers.append)
    for number, epoch in enumerate((993, 994, 995, 994)):
        replayer.start(Replay(number, project, epoch))
        replayer.tick()
    assert built == [992, 992]
    for answer in answers:
        assert answer.project is not None
        assert_same(answer.project, answer.wish.epoch, seen)
    replayer.forget()


def test_a_failure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    project, _ = recorded(moons(), 5)
    replayer = Replayer()
    answers: list[Replayed] = []
    replayer.done.connect(answers.append)
    replayer.start(Replay(1, project, 99))
    replayer.tick()
    assert answers[0].project is None
    assert "no snapshot before epoch 99" in answers[0].details


def test_a_session_answers_the_newest_wish_only(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.ended, timeout=GENEROUS) as end:
        session.start(moons(), 3000)
    state = end.args[0].state
    project = edits.trained(moons(), state, session.history.freeze(), snapshots=session.snapshots)
    _, seen = recorded(moons(), 2999)
    answers: list[Replayed] = []
    session.replayed.connect(answers.append)
    for epoch in (5, 2998, 17, 2999):
        session.replay(project, epoch)
    assert session.sought == 2999
    qtbot.waitUntil(lambda: bool(answers), timeout=GENEROUS)
    session.replay(project, 31)
    session.forget_replay()
    assert session.sought is None
    with qtbot.waitSignal(session.replayed, timeout=GENEROUS):
        session.replay(project, 2998)
    assert [answer.wish.epoch for answer in answers] == [2999, 2998]
    for answer in answers:
        assert answer.project is not None
        assert_same(answer.project, answer.wish.epoch, seen)
    session.replay(project, 2990)
    with qtbot.assertNotEmitted(session.replayed):
        session.start(project, 1)  # a run overtakes it
        qtbot.waitUntil(lambda: not session.running, timeout=GENEROUS)


def test_the_way_does_not_depend_on_pauses_and_speed(
    qtbot: QtBot, session: TrainingSession
) -> None:
    def run(project: Project, epochs: int, pace: float | None = None) -> Project:
        with qtbot.waitSignal(session.ended, timeout=GENEROUS) as end:
            session.start(project, epochs, pace)
        return edits.trained(
            project, end.args[0].state, session.history.freeze(), snapshots=session.snapshots
        )

    start = moons(batch_size=4, optimizer="momentum", learning_rate=0.05)
    once = run(start, 520)
    slow = run(run(run(run(start, 7, 200.0), 1), 500), 12)
    assert slow == once
