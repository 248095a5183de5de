"""Run, pause, visit, continue, undo, redo, change, close, in any order, with the real session."""

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.engine import OPTIMIZERS
from nnsim.project import Project, edits
from nnsim.training import Outcome, State, TrainEnded, TrainingSession, TrainRequest
from nnsim.ui.follower import TrainingFollower
from nnsim.ui.frame_clock import FrameClock
from nnsim.ui.parts import Parts
from nnsim.ui.theme import LIGHT
from nnsim.ui.time_travel import TimeTravel
from nnsim.ui.view_state import ViewState


def build_machine(qtbot):
    class TimeMachine(RuleBasedStateMachine):
        """`run` are the epochs that the run from `started` has told of."""

        def __init__(self) -> None:
            super().__init__()
            self.document, self.session = Document(), TrainingSession()
            self.controller = Controller(self.document, self.session)
            self.view = ViewState(self.document)
            self.clock = FrameClock(self.document)
            parts = Parts(
                self.document, self.session, self.controller, self.view, self.clock, LIGHT
            )
            self.follower = TrainingFollower(parts, self.document)
            self.travel = TimeTravel(parts, self.document)
            self.travel.failed.connect(self.on_failed)
            self.problems: list[str] = []
            self.started: Project = self.document.project
            self.run_losses: list[float] = []
            self.changed = False
            self.session.state_changed.connect(self.on_state_changed)
            self.session.epoch_finished.connect(self.on_epoch)
            self.controller.training_ended.connect(self.on_ended)

        def teardown(self) -> None:
            self.session.close()
            self.clock.set_running(False)

        # What the session tells

        def on_failed(self, details: str) -> None:
            self.problems.append(details)

        def on_state_changed(self, state: State) -> None:
            if state is State.RUNNING:
                self.started, self.changed = self.document.project, False

        def on_epoch(self, epoch: int, loss: float) -> None:
            self.run_losses.append(loss)
            if epoch != self.started.progress.epoch + len(self.run_losses):
                self.problems.append(f"epoch {epoch} after {len(self.run_losses) - 1} epochs")

        def on_ended(self, end: TrainEnded) -> None:
            losses, self.run_losses = self.run_losses, []
            if end.outcome is Outcome.FAILED:
                self.problems.append(end.details)
            first = self.started.progress.epoch
            if end.state.epoch != first + len(losses):
                self.problems.append(f"{len(losses)} epochs from {first} to {end.state.epoch}")
            if not self.changed:
                trainer = TrainRequest.of(self.started, 0).build_trainer()
                again = [trainer.run_epoch().loss for _ in losses]
                same = trainer.state.parameters.tobytes() == end.state.parameters.tobytes()
                if again != losses or not same:
                    self.problems.append("other values than those of this run")
            progress = self.document.project.progress
            if losses and progress.epoch == end.state.epoch and len(losses) < 5000:
                kept = progress.curves.column("loss")[-len(losses) :].tolist()
                if kept != losses:
                    self.problems.append("the curve is not that of the run")

        # What a person does

        @rule(epochs=st.sampled_from([None, 1, 3, 150]))
        def run_on(self, epochs):
            self.controller.run(epochs)

        @rule()
        def toggle(self):
            self.controller.toggle()

        @rule()
        def let_it_train(self):
            if self.session.running:
                with qtbot.waitSignal(self.session.progressed, timeout=300, raising=False):
                    pass

        @rule()
        def wait_until_idle(self):
            self.controller.pause()
            qtbot.waitUntil(lambda: not self.session.running and self.session.sought is None)

        @rule(share=st.floats(0, 1))
        def visit(self, share):
            self.travel.go_to(round(share * self.travel.last))

        @rule(by=st.sampled_from([-10, -1, 1, 10]))
        def step(self, by):
            self.travel.step(by)

        @rule()
        def arrive(self):
            qtbot.waitUntil(lambda: self.session.sought is None)

        @rule(way=st.sampled_from(["go_to_first", "go_to_last", "go_on", "toggle_difference"]))
        def travel_on(self, way):
            getattr(self.travel, way)()

        @rule(way=st.sampled_from(["undo", "redo", "reset"]))
        def undo_redo_reset(self, way):
            getattr(self.controller, way)()

        @rule(name=st.sampled_from(["xor", "and", "moons"]))
        def change_dataset(self, name):
            self.controller.edit(lambda project: edits.choose_dataset(project, name), "Data")

        @rule(rate=st.sampled_from([0.1, 0.5]), batch=st.sampled_from([None, 3]))
        def change_settings(self, rate, batch):
            self.changed = True
            self.controller.change_settings("Settings", learning_rate=rate, batch_size=batch)

        @rule(name=st.sampled_from(list(OPTIMIZERS)))
        def change_optimizer(self, name):
            self.changed = True
            self.controller.change_settings("Settings", optimizer=name)

        @rule(pace=st.sampled_from([None, 200.0]))
        def change_pace(self, pace):
            self.controller.set_pace(pace)

        @rule(row=st.integers(0, 3))
        def choose_sample(self, row):
            self.view.select_sample(row)

        @rule()
        def start_over(self):
            self.document.new()

        @rule()
        def close(self):
            self.controller.when_idle(self.session.close)

        # What always holds

        @invariant()
        def nothing_went_wrong(self):
            QApplication.processEvents()
            assert self.problems == []

        @invariant()
        def what_is_shown_is_true(self):
            reading, project = self.view.reading, self.document.project
            network = reading.project.build_network(reading.parameters)
            row = self.view.sample
            forward = network.forward(project.x[row : row + 1])
            assert reading.loss == network.loss_value(forward, project.t[row : row + 1])
            if not self.view.visiting:
                assert reading.project is project
                if not self.session.running:
                    assert reading.parameters.tobytes() == project.parameters.tobytes()
                    assert reading.epoch == project.progress.epoch
                return
            assert not self.session.running
            assert reading.now.project is project
            assert reading.parameters is reading.project.parameters
            assert reading.epoch == reading.project.progress.epoch < project.progress.epoch
            training = project.split[0]
            loss = network.loss_value(network.forward(project.x[training]), project.t[training])
            for curves in (project.progress.curves, reading.project.progress.curves):
                place = np.flatnonzero(curves.column("epoch") == reading.epoch)
                assert all(curves.column("loss")[place] == loss)

        @invariant()
        def the_way_belongs_to_the_epochs(self):
            progress = self.document.project.progress
            entries = progress.snapshots.entries
            assert not entries or entries[-1].until == progress.epoch
            assert all(progress.can_show(entry.epoch) for entry in entries)

    return TimeMachine


@pytest.mark.slow
def test_nothing_is_lost_in_any_order(qtbot):
    run_state_machine_as_test(
        build_machine(qtbot),
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # with a thread, nothing happens twice the same
            suppress_health_check=list(HealthCheck),
        ),
    )
