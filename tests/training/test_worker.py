"""The worker, its ticks driven by hand: no thread, no event loop, one mini-batch a tick."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QTimer

from nnsim.engine import EpochRecord, Trainer
from nnsim.project import Project, curve_records, edits, new_project
from nnsim.training import EpochBatch, Outcome, TrainEnded, TrainRequest, worker
from nnsim.training.worker import TrainingWorker

pytestmark = pytest.mark.usefixtures("qapp")


class Driver:
    """A worker with its reports."""

    def __init__(self) -> None:
        self.worker = TrainingWorker()
        self.batches: list[EpochBatch] = []
        self.ends: list[TrainEnded] = []
        self.worker.batch_ready.connect(self.batches.append)
        self.worker.ended.connect(self.ends.append)
        self.generation = 0

    def start(
        self, project: Project, epochs: int | None = None, pace: float | None = None
    ) -> TrainRequest:
        self.generation += 1
        request = TrainRequest.of(project, self.generation, epochs, pace)
        self.worker.start(request)
        return request

    def tick(self, times: int = 1) -> None:
        for _ in range(times):
            self.worker.tick()

    def acknowledge(self) -> None:
        self.worker.acknowledge(self.generation)

    def stop(self) -> None:
        self.worker.stop(self.generation)

    @property
    def waits(self) -> int:
        """Milliseconds until the next tick."""
        return self.worker.findChild(QTimer).interval()

    @property
    def records(self) -> list[EpochRecord]:
        return [record for batch in self.batches for record in curve_records(batch.rows)]

    @property
    def epochs(self) -> list[int]:
        return [record.epoch for record in self.records]


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    monkeypatch.setattr(worker, "TICK_SECONDS", 0.0)
    driver = Driver()
    yield driver
    driver.stop()


def reference(project: Project, epochs: int) -> tuple[list[EpochRecord], Trainer]:
    """The records of so many epochs, trained here and now."""
    trainer = TrainRequest.of(project, 0).build_trainer()
    return [trainer.run_epoch() for _ in range(epochs)], trainer


def diverging() -> Project:
    """Gradient descent that grows without bound."""
    project = edits.set_activation(new_project(), 3, "identity")
    project = edits.set_activation(project, 2, "identity")
    return edits.set_settings(project, learning_rate=50.0)


def test_every_epoch_arrives_once_and_in_order(driver: Driver) -> None:
    project = new_project()
    driver.start(project, epochs=7)
    for _ in range(7):
        driver.tick()
        driver.acknowledge()
    expected, trainer = reference(project, 7)
    assert driver.records == expected
    (end,) = driver.ends
    assert end.outcome is Outcome.FINISHED
    assert end.state.epoch == 7
    assert end.state.parameters.tolist() == trainer.state.parameters.tolist()
    driver.tick()
    assert len(driver.ends) == 1


def test_one_batch_is_in_flight_until_it_is_acknowledged(driver: Driver) -> None:
    driver.start(new_project())
    driver.tick(6)
    assert driver.epochs == [1]
    driver.acknowledge()
    assert driver.epochs == [1, 2, 3, 4, 5, 6]
    assert len(driver.batches) == 2
    assert driver.batches[1].state.epoch == 6
    driver.tick()
    assert len(driver.batches) == 2


def test_an_early_acknowledgement_lets_the_next_epoch_through(driver: Driver) -> None:
    driver.start(new_project())
    driver.tick()
    driver.acknowledge()
    assert len(driver.batches) == 1
    driver.tick()
    assert driver.epochs == [1, 2]


def test_acknowledgements_of_another_run_do_not_count(driver: Driver) -> None:
    driver.start(new_project())
    driver.tick(3)
    driver.worker.acknowledge(driver.generation + 1)
    assert driver.epochs == [1]


def test_everything_is_sent_before_the_end(driver: Driver) -> None:
    driver.start(new_project(), epochs=9)
    driver.tick(9)
    assert driver.epochs == list(range(1, 10))
    assert driver.batches[-1].state.epoch == driver.ends[0].state.epoch == 9


def test_stop_drops_an_unfinished_epoch(driver: Driver) -> None:
    project = edits.set_settings(new_project(), batch_size=1)
    driver.start(project)
    driver.tick(4 + 2)
    driver.stop()
    (end,) = driver.ends
    assert end.outcome is Outcome.STOPPED
    assert driver.epochs == [1]
    _, trainer = reference(project, 1)
    assert end.state.parameters.tolist() == trainer.state.parameters.tolist()


def test_stop_before_the_first_tick(driver: Driver) -> None:
    request = driver.start(new_project())
    driver.stop()
    assert driver.batches == []
    assert driver.ends[0].state is request.state


def test_stop_of_another_run_does_not_count(driver: Driver) -> None:
    driver.start(new_project())
    driver.worker.stop(driver.generation - 1)
    driver.tick()
    assert driver.ends == []
    assert driver.epochs == [1]


def test_a_new_start_drops_the_old_run(driver: Driver) -> None:
    driver.start(new_project())
    driver.tick(3)
    driver.start(edits.choose_dataset(new_project(), "and"), epochs=2)
    driver.tick(2)
    assert [batch.generation for batch in driver.batches] == [1, 2, 2]
    assert [end.generation for end in driver.ends] == [2]
    assert driver.epochs == [1, 1, 2]


@pytest.mark.parametrize("before", [0, 1, 3])
def test_settings_are_taken_over_between_ticks(driver: Driver, before: int) -> None:
    project = new_project()
    driver.start(project, epochs=4)
    driver.tick(before)
    settings = replace(project.settings, learning_rate=0.1)
    driver.worker.change_settings(settings)
    driver.tick(4 - before)
    _, trainer = reference(project, before)
    trainer.change(settings)
    for _ in range(4 - before):
        trainer.run_epoch()
    assert driver.ends[0].state.parameters.tolist() == trainer.state.parameters.tolist()


class Clock:
    now = 100.0

    def perf_counter(self) -> float:
        return self.now


def test_pace(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(worker, "time", clock)
    monkeypatch.setattr(worker, "TICK_SECONDS", 60.0)  # the pace, not the time, ends a tick
    driver.start(new_project(), pace=4.0)
    driver.tick()
    assert (driver.epochs, driver.waits) == ([1], 250)
    clock.now += 0.25
    driver.acknowledge()
    driver.tick()
    assert (driver.epochs, driver.waits) == ([1, 2], 250)
    clock.now += 5.0  # what was missed is not made up for
    driver.tick()
    assert driver.waits == 0
    driver.worker.change_pace(2.0)
    assert driver.waits == 0
    driver.tick()
    assert driver.waits == 500


@pytest.mark.parametrize("pace", [1.0, 20.0, 100.0, 500.0])
def test_a_worker_that_is_woken_late_keeps_the_pace(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, pace: float
) -> None:
    clock = Clock()
    monkeypatch.setattr(worker, "time", clock)
    monkeypatch.setattr(worker, "TICK_SECONDS", 60.0)
    driver.start(new_project(), pace=pace)
    while clock.now < 103.0:
        driver.tick()
        clock.now += driver.waits / 1000 + 0.007
        driver.acknowledge()
    assert driver.epochs == list(range(1, len(driver.epochs) + 1))
    assert 2.97 * pace - 1 <= len(driver.epochs) <= 3.01 * pace + 1


def test_full_speed_never_waits(driver: Driver) -> None:
    driver.start(new_project())
    assert driver.waits == 0
    driver.tick()
    assert driver.waits == 0


def test_divergence_ends_at_the_last_finite_parameters(driver: Driver) -> None:
    project = diverging()
    driver.start(project)
    while not driver.ends:
        driver.tick()
    (end,) = driver.ends
    finished = len(driver.records)
    expected, trainer = reference(project, finished)
    assert end.outcome is Outcome.DIVERGED
    assert driver.records == expected
    assert np.isfinite(end.state.parameters).all()
    assert end.state.parameters.tolist() == trainer.state.parameters.tolist()
    divergence = end.divergence
    assert divergence is not None
    assert divergence.epoch == finished + 1 == end.state.epoch + 1
    assert divergence.last_loss == expected[-1].loss
    assert divergence.learning_rate == 50.0
    assert divergence.largest_update > 1e10
    assert divergence.parameter is not None


def test_divergence_in_the_first_epoch_knows_the_loss_before_it(driver: Driver) -> None:
    project = edits.set_settings(diverging(), learning_rate=1e200)
    request = driver.start(project)
    driver.tick()
    (end,) = driver.ends
    assert driver.batches == []
    assert end.state.parameters.tolist() == request.state.parameters.tolist()
    assert end.divergence is not None
    assert end.divergence.epoch == 1
    assert end.divergence.last_loss == request.build_trainer().record().loss


def test_an_exception_ends_the_run_at_the_last_epoch(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.start(new_project())
    driver.tick(3)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault in the engine")

    monkeypatch.setattr(Trainer, "run_for", broken)
    driver.tick()
    (end,) = driver.ends
    assert end.outcome is Outcome.FAILED
    assert "ZeroDivisionError: a fault in the engine" in end.details
    assert "Traceback" in end.details
    assert end.state.epoch == 3
    assert driver.epochs == [1, 2, 3]


def test_a_request_that_cannot_be_trained_fails(driver: Driver) -> None:
    request = replace(TrainRequest.of(new_project(), 1), x=np.zeros((4, 3)))
    driver.generation = 1
    driver.worker.start(request)
    driver.tick()
    (end,) = driver.ends
    assert end.outcome is Outcome.FAILED
    assert end.state is request.state
    assert "ShapeError" in end.details


def test_held_out_samples_are_measured_and_not_trained_on(driver: Driver) -> None:
    project = edits.choose_dataset(new_project(), "clusters")
    request = driver.start(project, epochs=1)
    assert (len(request.x), len(request.test[0])) == (160, 40)  # type: ignore[index]
    driver.tick()
    (record,) = driver.records
    assert record.test_loss is not None
    net = project.build_network(driver.ends[0].state.parameters)
    _, testing = project.split
    x, t = project.x[testing], project.t[testing]
    assert record.test_loss == pytest.approx(net.loss_value(net.forward(x), t))
