"""Runs whose curve goes wrong, each really trained, and what is then tried."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest
from diagnosed_runs import first, kinds, linear, train, with_activation, xor

from nnsim.diagnosis import (
    AddLayer,
    AddNode,
    DrawWeights,
    Facts,
    GoBack,
    Kind,
    Run,
    SetActivation,
    SetLearningRate,
    Standardise,
    health,
)
from nnsim.notation import b, db
from nnsim.project import Curves, Project, Snapshots, edits, new_project
from nnsim.training import TrainRequest
from nnsim.training.recorder import Recorder

# Blowing up


def test_a_finite_blow_up_in_numbers_that_can_be_checked_by_hand() -> None:
    # y = 0 at first, so E = mean(t²) / 2 = (1 + 4) / 4 = 1.25. The slopes are the means of
    # (y - t) x = (-1 · 1, -2 · 0) and of y - t = (-1, -2): -0.5 and -1.5. With η = 3, W = 1.5 and
    # b = 4.5, so y = (6, 4.5) and E = (25 + 6.25) / 4 = 7.8125.
    facts = train(linear([[1.0], [0.0]], [[1.0], [2.0]], rate=3.0), 1)
    found = first(facts, Kind.BLOW_UP)
    numbers = {
        "before": 1.25, "before_epoch": 0, "after": 7.8125, "epoch": 1,
        "step": -4.5, "step_epoch": 0, "value": 0.0,
    }  # fmt: skip
    assert found.numbers == pytest.approx(numbers)
    assert found.symbols == {"parameter": (b(2, 1),), "slope": (db(2, 1),)}


def test_going_back_makes_the_project_of_the_last_good_epoch() -> None:
    facts = train(xor(learning_rate=20.0), 60)
    found = first(facts, Kind.BLOW_UP)
    good = int(found.numbers["before_epoch"])
    assert 0 < good < found.numbers["epoch"] <= 60
    (remedy,) = found.remedies
    assert isinstance(remedy, GoBack)
    after = remedy.apply(facts.project)
    there = train(xor(learning_rate=20.0), good).project
    assert after.parameters.tobytes() == there.parameters.tobytes()
    assert after.progress == there.progress
    assert after.settings.learning_rate == remedy.rate < 20.0
    assert "BLOW_UP" not in [kind.name for kind in kinds(train(after, 50))]


def test_a_snapshot_is_gone_back_to_if_training_again_takes_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("nnsim.diagnosis.trials.REPLAY_UPDATES", 0)
    whole = train(xor(learning_rate=20.0), 60).project
    few = edits.trained(
        whole,
        whole.trainer_state,
        whole.progress.curves,
        snapshots=Snapshots(whole.progress.snapshots.entries[:3:2]),
    )
    found = first(Facts(few), Kind.BLOW_UP)
    assert found.numbers["step_epoch"] == 2 < found.numbers["before_epoch"]
    assert isinstance(found.remedies[0], GoBack)
    assert found.remedies[0].state.epoch == 2


def test_the_break_is_found_in_whatever_run_it_was() -> None:
    """As with "One epoch": the later runs begin with what the first has spoilt."""
    project = wild_after(100)
    told = []
    for epochs in (5, 1, 1, 200, 1):
        facts = train(project, epochs)
        told.append(first(facts, Kind.BLOW_UP))
        project = facts.project
    losses = project.progress.curves.column("loss")
    for found in told:
        numbers = found.numbers
        assert (numbers["epoch"], numbers["before_epoch"], numbers["step_epoch"]) == (102, 101, 101)
        assert (numbers["before"], numbers["after"]) == (losses[100], losses[101])
        assert "last" not in numbers
    assert told[0].numbers == told[-1].numbers


def test_an_eta_that_was_changed_in_the_middle_of_a_run() -> None:
    recorder = Recorder(TrainRequest.of(xor(), 1).build_trainer(), Snapshots())
    records = recorder.run_for(inf, 100)
    wild = xor(learning_rate=1000.0)
    recorder.change(wild.settings)
    records += recorder.run_for(inf, 50)
    state = recorder.trainer.state
    project = edits.trained(wild, state, Curves.of(records), snapshots=recorder.snapshots)
    found = first(Facts(project), Kind.BLOW_UP)
    numbers = found.numbers
    assert (numbers["epoch"], numbers["before_epoch"], numbers["step_epoch"]) == (102, 101, 101)
    network = project.build_network(train(wild_after(100), 1).project.parameters)
    slopes = network.gradients(network.forward(project.x), project.t).vector
    assert abs(numbers["step"]) == 1000 * np.abs(slopes).max()


def wild_after(epochs: int) -> Project:
    """XOR, trained well for so many epochs, with far too large an η from there."""
    return edits.set_settings(train(xor(), epochs).project, learning_rate=1000.0)


def test_typed_weights_are_no_blow_up() -> None:
    project = train(xor(), 500).project
    assert project.progress.curves.column("loss")[-1] < 0.05
    typed = edits.set_parameter(project, 3, 1, None, 30.0)
    for epochs in (1, 1, 2):
        typed = train(typed, epochs).project
        assert typed.progress.curves.column("loss")[-1] > 2
        assert Kind.BLOW_UP not in kinds(Facts(typed))
    assert Kind.BLOW_UP not in kinds(Facts(edits.set_parameter(project, 3, 1, None, 30.0)))


def test_no_exact_epoch_is_named_where_the_curve_was_thinned() -> None:
    whole = train(xor(learning_rate=1000.0), 200).project
    rows = whole.progress.curves.rows
    for start, last in ((3, 0), (0, None)):
        curves = Curves(np.concatenate((rows[start::5], rows[-1:])) if start else rows)
        project = edits.trained(
            whole, whole.trainer_state, curves, snapshots=whole.progress.snapshots
        )
        numbers = first(Facts(project), Kind.BLOW_UP).numbers
        assert (numbers["epoch"], numbers.get("last")) == (start + 1, last)


@pytest.mark.parametrize("rate", [2.0, 100.0])
def test_a_run_beyond_all_numbers(rate: float) -> None:
    facts = train(with_activation(xor(learning_rate=rate), "identity", "identity"), 1000)
    found = first(facts, Kind.OVERFLOW)
    assert facts.run is not None
    assert found.numbers["overflow"] == facts.run.overflow
    assert found.numbers["before_epoch"] == 0
    assert found.numbers["after"] > 10 * found.numbers["before"]
    remedy = found.remedies[0]
    assert isinstance(remedy, GoBack)
    tamed = train(remedy.apply(facts.project), 50)
    assert tamed.loss < found.numbers["before"]
    assert not {Kind.OVERFLOW, Kind.BLOW_UP} & set(kinds(tamed))


def test_an_overflow_in_the_first_epoch() -> None:
    facts = train(linear([[1e100], [0.0]], [[1.0], [0.0]], rate=1e100), 5)
    found = first(facts, Kind.OVERFLOW)
    assert "after" not in found.numbers
    assert found.numbers["overflow"] == 1
    assert found.numbers["before"] == 0.25
    assert isinstance(found.remedies[1], Standardise)


def test_an_overflow_after_a_typed_weight_tells_no_step_of_the_network_before() -> None:
    calm = with_activation(xor(learning_rate=0.01), "identity", "identity")
    project = train(calm, 40).project
    typed = edits.set_parameter(project, 2, 1, 1, 1e200)
    facts = Facts(typed, replace(Run.of(typed), overflow=41))  # no epoch came to its end
    found = first(facts, Kind.OVERFLOW)
    assert found.numbers["before_epoch"] == 40
    assert "step" not in found.numbers
    assert isinstance(found.remedies[0], GoBack)


def test_a_spike_that_passes_is_no_blow_up() -> None:
    # η = 20 begins with 2.06, more than twice the first loss; a smaller one brings it down.
    spike = train(xor(learning_rate=20.0), 1)
    assert kinds(spike) == [Kind.BLOW_UP]
    calm = SetLearningRate(1.0).apply(spike.project)
    assert spike.run is not None
    later = Facts(train(calm, 300).project, spike.run)
    assert later.curve[1][1] > 2
    assert Kind.BLOW_UP not in kinds(later)


# Swinging and creeping


def test_steps_that_leap_over_the_valley() -> None:
    facts = train(xor(learning_rate=15.0), 120)
    found = first(facts, Kind.OSCILLATION)
    assert found.numbers["rises"] == 20  # of the last 40 epochs every other one
    losses = facts.project.progress.curves.column("loss")[-40:]
    assert (found.numbers["low"], found.numbers["high"]) == (losses.min(), losses.max())
    (remedy,) = found.remedies
    assert isinstance(remedy, SetLearningRate)
    calm = train(remedy.apply(facts.project), 60)
    assert Kind.OSCILLATION not in kinds(calm)
    assert calm.loss < losses.min()


def test_steps_too_short_to_come_anywhere() -> None:
    facts = train(xor(learning_rate=1e-4), 50)
    found = first(facts, Kind.SMALL_RATE)
    moved = np.abs(facts.project.parameters - facts.project.initial).max()
    assert found.numbers["moved"] == moved < 0.001
    assert found.numbers["before"] - found.numbers["after"] < 0.001
    (remedy,) = found.remedies
    assert isinstance(remedy, SetLearningRate)
    tried = train(remedy.apply(facts.project), int(found.numbers["trial"]))
    assert tried.loss == found.numbers["reached"]
    assert tried.loss < found.numbers["after"] - 0.05


def test_a_short_run_may_stay_where_it_is() -> None:
    assert kinds(train(xor(learning_rate=1e-4), 5)) == []


# No way down


def test_a_local_minimum() -> None:
    project = DrawWeights("xavier", 4).apply(new_project())
    facts = train(project, 2000)
    found = first(facts, Kind.STUCK)
    assert facts.loss == found.numbers["loss"] == pytest.approx(0.35, abs=0.01)
    assert found.numbers["gradient"] == facts.gradient_norm
    fresh, wider = found.remedies
    assert fresh == DrawWeights("xavier", 5)
    assert wider == AddNode(2)
    assert health(train(fresh.apply(facts.project), 2000)).learnt
    assert wider.apply(facts.project).network.sizes == (2, 3, 1)


def test_a_network_without_a_bend() -> None:
    bent = first(train(with_activation(xor(), "identity"), 500), Kind.LINEAR)
    assert bent.remedies == (SetActivation((2,), "tanh"),)
    single = linear(
        [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0], [0.0]], 0.5
    )
    facts = train(single, 300)
    found = first(facts, Kind.LINEAR)
    assert found.numbers["loss"] == pytest.approx(0.125)  # y = 0.5 for everything
    assert found.remedies == (AddLayer(),)
    assert found.remedies[0].apply(facts.project).network.depth == 3
