"""Runs that end by rules: the worker driven by hand, the session and controller with the thread."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.engine import EpochRecord
from nnsim.project import Curves, Project, StopRules, curve_records, edits, new_project
from nnsim.training import (
    EpochBatch,
    Outcome,
    TrainEnded,
    TrainingSession,
    TrainRequest,
    worker,
)
from nnsim.training.watch import Watch
from nnsim.training.worker import TrainingWorker

GENEROUS = 10_000  # milliseconds, for a machine that is busy with something else


def ruled(project: Project | None = None) -> Project:
    """XOR, to be trained until E falls by 0.002 or less in 10 epochs: it starts on a plateau."""
    project = project or new_project()
    return edits.set_stop_rule(project, "minimum", on=True, least_fall=0.002, epochs=10)


def trained_here(project: Project, most: int = 5000) -> tuple[Project, int]:
    """The project where its rules end it, trained epoch by epoch without a thread."""
    trainer = TrainRequest.of(project, 0).build_trainer()
    watch = Watch(project.stop_rules, project.progress)
    records: list[EpochRecord] = []
    for _ in range(most):
        records.append(trainer.run_epoch())
        if watch.see(records[-1:]) is not None:
            break
    after = edits.trained(project, trainer.state, Curves.of(records), watch.memory)
    return after, after.progress.epoch


class Driver:
    """A worker with its reports."""

    def __init__(self) -> None:
        self.worker = TrainingWorker()
        self.batches: list[EpochBatch] = []
        self.ends: list[TrainEnded] = []
        self.worker.batch_ready.connect(self.batches.append)
        self.worker.ended.connect(self.ends.append)

    def run(self, project: Project, epochs: int | None = None) -> TrainEnded:
        """Tick to the end."""
        self.worker.start(TrainRequest.of(project, 1, epochs))
        while not self.ends:
            self.worker.tick()
        return self.ends.pop()


@pytest.fixture
def driver(qapp: object) -> Iterator[Driver]:
    driver = Driver()
    yield driver
    driver.worker.stop(1)


@pytest.mark.parametrize("tick", [0.0, 0.01])
def test_a_run_ends_with_the_very_epoch(
    driver: Driver, tick: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However much is trained in a tick."""
    monkeypatch.setattr(worker, "TICK_SECONDS", tick)
    expected, epoch = trained_here(ruled())
    assert epoch > 10
    end = driver.run(ruled())
    assert end.outcome is Outcome.FINISHED
    assert end.reason is not None
    assert end.reason.rule == "minimum"
    assert end.reason.numbers["waited"] == 10
    assert end.state.epoch == epoch
    assert end.state.parameters.tobytes() == expected.parameters.tobytes()
    assert end.watched == expected.progress.watched
    assert [r.epoch for batch in driver.batches for r in curve_records(batch.rows)][-1] == epoch


def test_a_run_of_so_many_epochs_needs_no_rule(driver: Driver) -> None:
    end = driver.run(new_project(), 3)
    assert (end.outcome, end.reason, end.watched) == (Outcome.FINISHED, None, None)


def test_epoch_by_epoch_it_is_told_in_the_same_epoch(driver: Driver) -> None:
    _, epoch = trained_here(ruled())
    project = ruled()
    told: list[int] = []
    for _ in range(epoch + 1):
        driver.batches.clear()
        end = driver.run(project, 1)
        records = [record for batch in driver.batches for record in curve_records(batch.rows)]
        rows = Curves.of(records).rows.tolist()
        curves = Curves([*project.progress.curves.rows.tolist(), *rows])  # type: ignore[arg-type]
        project = edits.trained(project, end.state, curves, end.watched)
        if end.reason is not None:
            told.append(project.progress.epoch)
    assert told == [epoch]


def test_a_run_that_is_stopped_before_its_first_tick_forgets_nothing(driver: Driver) -> None:
    project, _ = trained_here(ruled())
    driver.worker.start(TrainRequest.of(project, 1))
    driver.worker.stop(1)
    assert driver.ends[0].watched == project.progress.watched


@pytest.mark.parametrize("shown", [1, 2])
@pytest.mark.parametrize("acknowledged", [0, 1, 4])
def test_a_rule_set_during_a_run_counts_from_the_first_epoch(
    driver: Driver, acknowledged: int, shown: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those epochs that the main thread does not know yet."""
    monkeypatch.setattr(worker, "TICK_SECONDS", 0.0)
    project = edits.set_stop_rule(new_project(), "minimum", on=True, least_fall=0.1, epochs=8)
    _, epoch = trained_here(project)
    assert epoch == 9  # none of the first falls by that much: it can only stop there
    driver.worker.start(TrainRequest.of(new_project(), 1))
    for tick in range(6):
        driver.worker.tick()
        if tick < acknowledged:
            driver.worker.acknowledge(1)
    delivered = [record for batch in driver.batches for record in curve_records(batch.rows)]
    for known in (delivered[: -len(driver.batches[-1].rows)], delivered)[:shown]:
        driver.worker.change_stop_rules(project.stop_rules, Curves.of(known))
    while not driver.ends:
        driver.worker.tick()
    assert driver.ends[0].state.epoch == epoch


def test_a_number_of_epochs_set_during_a_run_is_not_overshot(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though a tick would train many more, and the main thread knows every epoch."""
    monkeypatch.setattr(worker, "TICK_SECONDS", 0.0)
    driver.worker.start(TrainRequest.of(new_project(), 1))
    for _ in range(7):
        driver.worker.tick()
        driver.worker.acknowledge(1)
    known = [record for batch in driver.batches for record in curve_records(batch.rows)]
    rules = StopRules().changed("epochs", on=True, epochs=10)
    driver.worker.change_stop_rules(rules, Curves.of(known))
    monkeypatch.setattr(worker, "TICK_SECONDS", 60.0)
    driver.worker.tick()
    assert [end.state.epoch for end in driver.ends] == [10]


def test_rules_that_change_before_the_first_tick(driver: Driver) -> None:
    driver.worker.start(TrainRequest.of(ruled(), 1))
    driver.worker.change_stop_rules(StopRules().changed("epochs", on=True, epochs=4), Curves())
    while not driver.ends:
        driver.worker.tick()
    assert driver.ends[0].state.epoch == 4


def test_divergence_leaves_what_the_rules_saw(driver: Driver) -> None:
    project = edits.set_activation(new_project(), 3, "identity")
    project = edits.set_activation(project, 2, "identity")
    project = ruled(edits.set_settings(project, learning_rate=50.0))
    project = edits.set_stop_rule(project, "minimum", epochs=10_000)
    end = driver.run(project)
    assert end.outcome is Outcome.DIVERGED
    assert end.watched is not None
    assert end.watched.epoch == end.state.epoch > 0


# With the real thread


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    session = TrainingSession()
    session.progressed.connect(session.acknowledge)
    yield Controller(Document(), session)
    session.close()


def ended(qtbot: QtBot, controller: Controller, epochs: int | None = None) -> TrainEnded:
    with qtbot.waitSignal(controller.training_ended, timeout=GENEROUS) as end:
        controller.run(epochs)
    return end.args[0]


def use(controller: Controller, project: Project) -> None:
    controller.document.apply(project, "Rules")


def test_a_run_in_parts_is_as_an_unbroken_one(qtbot: QtBot, controller: Controller) -> None:
    """Paused, stepped, slowed down, and run on: the same end, the same curve, the same memory."""
    use(controller, ruled())
    whole = ended(qtbot, controller)
    assert whole.reason is not None
    once = controller.document.project
    controller.undo()
    controller.set_pace(500.0)
    ended(qtbot, controller, 3)
    ended(qtbot, controller, 1)
    with qtbot.waitSignal(controller.session.progressed, timeout=GENEROUS):
        controller.run()
    with qtbot.waitSignal(controller.training_ended, timeout=GENEROUS):
        controller.pause()
    controller.set_pace(None)
    end = ended(qtbot, controller)
    assert end.reason == whole.reason
    assert controller.document.project == once
    controller.document.undo_stack.setIndex(1)
    assert controller.document.project == ruled()


def test_from_a_file_it_goes_on_as_if_it_had_never_been_closed(
    qtbot: QtBot, controller: Controller, tmp_path: object
) -> None:
    _, epoch = trained_here(ruled())
    use(controller, ruled())
    ended(qtbot, controller, epoch - 2)
    path = tmp_path / "paused.nnsim"  # type: ignore[operator]
    controller.document.save(path)
    kept = controller.document.project
    controller.document.open(path)
    assert controller.document.project == kept
    assert controller.document.project.progress.watched == kept.progress.watched is not None
    assert ended(qtbot, controller).state.epoch == epoch


def test_running_on_goes_to_the_next_such_number(qtbot: QtBot, controller: Controller) -> None:
    use(controller, edits.set_stop_rule(new_project(), "epochs", on=True, epochs=30))
    assert [ended(qtbot, controller).state.epoch for _ in range(2)] == [30, 60]
    texts = [controller.document.undo_stack.text(n) for n in (1, 2)]
    assert texts == ["Train 30 epochs", "Train 30 epochs"]


def test_a_rule_is_set_while_a_run_goes_on(qtbot: QtBot, controller: Controller) -> None:
    with qtbot.waitSignal(controller.session.progressed, timeout=GENEROUS):
        controller.run()
    with qtbot.waitSignal(controller.training_ended, timeout=GENEROUS) as end:
        controller.change_stop_rule("Target", "target", on=True, target=0.02)
    reason = end.args[0].reason
    assert reason is not None
    assert reason.rule == "target"
    project = controller.document.project
    rows = project.progress.curves.rows
    assert rows[-1, 1] < 0.02
    assert project.stop_rules.active == {"target": project.stop_rules.target}
    controller.undo()
    controller.undo()
    assert controller.document.project == new_project()


def test_another_loss_is_watched_afresh(qtbot: QtBot, controller: Controller) -> None:
    use(controller, ruled())
    ended(qtbot, controller)
    controller.edit(lambda project: edits.set_loss(project, "mean_squared_error"), "Loss")
    started = controller.document.project
    assert ended(qtbot, controller, 1).watched is not None
    watched = controller.document.project.progress.watched
    assert watched is not None
    first = started.progress.epoch + 1
    assert watched.memories["minimum"][0] == first
    assert watched == replace(watched, epoch=first)
