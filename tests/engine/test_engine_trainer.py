"""Epochs, mini-batches, resume, changes in mid-run and divergence, to the last bit."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from nnsim.engine import (
    OPTIMIZERS,
    Network,
    ShapeError,
    Trainer,
    TrainerState,
    TrainingDiverged,
    TrainSettings,
)

FOREVER = float("inf")
RNG = np.random.default_rng(1)
X, T = RNG.normal(size=(7, 3)), RNG.uniform(size=(7, 2))
TEST = RNG.normal(size=(4, 3)), RNG.uniform(size=(4, 2))
SETTINGS = TrainSettings(learning_rate=0.1, batch_size=3, seed=5)


def network(loss="mean_squared_error", output="sigmoid"):
    return Network((3, 4, 2), ("tanh", output), loss, seed=3)


def trained(settings, epochs, state=None, test=TEST):
    trainer = Trainer(network(), X, T, settings, test, state)
    records = trainer.run_for(FOREVER, max_epochs=epochs)
    return trainer.state, records


def assert_same(state: TrainerState, other: TrainerState):
    assert (state.epoch, state.optimizer, state.updates) == (
        other.epoch,
        other.optimizer,
        other.updates,
    )
    np.testing.assert_array_equal(state.parameters, other.parameters)
    np.testing.assert_array_equal(state.optimizer_state, other.optimizer_state)


@pytest.mark.parametrize("batch_size", [None, 1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    ("loss", "output"),
    [
        ("mean_squared_error", "identity"),
        ("binary_cross_entropy", "sigmoid"),
        ("cross_entropy", "softmax"),
    ],
)
def test_an_epoch_is_the_public_passes_over_the_mini_batches(batch_size, loss, output):
    """The same bits by hand: every sample once, the last short batch too."""
    settings = replace(SETTINGS, batch_size=batch_size)
    trained_net, by_hand = network(loss, output), network(loss, output)
    records = Trainer(trained_net, X, T, settings).run_for(FOREVER, max_epochs=3)

    for epoch in (1, 2, 3):
        order = np.random.default_rng([5, epoch]).permutation(7)
        size = batch_size
        if size is None or size >= 7:
            order, size = np.arange(7), 7
        for start in range(0, 7, size):
            part = order[start : start + size]
            grads = by_hand.gradients(by_hand.forward(X[part]), T[part])
            by_hand.parameters -= 0.1 * grads.vector
        forward = by_hand.forward(X)
        assert records[epoch - 1].loss == by_hand.loss_value(forward, T)
        assert records[epoch - 1].accuracy == by_hand.accuracy(forward, T)
    np.testing.assert_array_equal(trained_net.parameters, by_hand.parameters)


def test_records_are_numbered_and_hold_both_sets():
    net = network()
    trainer = Trainer(net, X, T, SETTINGS, TEST)
    assert trainer.record().epoch == 0
    assert trainer.record().loss == net.loss_value(net.forward(X), T)

    records = [trainer.run_epoch(), *trainer.run_for(FOREVER, max_epochs=2)]

    assert [record.epoch for record in records] == [1, 2, 3]
    assert trainer.record() == records[-1]
    test = net.forward(TEST[0])
    assert records[-1].test_loss == net.loss_value(test, TEST[1])
    assert records[-1].test_accuracy == net.accuracy(test, TEST[1])
    alone = Trainer(network(), X, T, SETTINGS).run_epoch()
    assert (alone.test_loss, alone.test_accuracy) == (None, None)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_same_seed_gives_the_same_bits(name):
    settings = replace(SETTINGS, optimizer=name)
    state, records = trained(settings, 5)
    again, same_records = trained(settings, 5)

    assert_same(state, again)
    assert records == same_records
    assert trained(replace(settings, seed=6), 5)[1] != records


@examples(deadline=None)
@given(
    name=st.sampled_from(sorted(OPTIMIZERS)),
    batch_size=st.sampled_from([None, 1, 3, 7]),
    parts=st.lists(st.integers(0, 3), max_size=4),
    penalty=st.sampled_from([0.0, 0.01]),
)
def test_resume_is_as_if_it_had_never_stopped(name, batch_size, parts, penalty):
    settings = replace(SETTINGS, optimizer=name, batch_size=batch_size, l1=penalty, l2=penalty)
    whole, whole_records = trained(settings, sum(parts))

    state, records = trained(settings, 0)
    for epochs in parts:
        resumed = pickle.loads(pickle.dumps(state))
        state, more = trained(settings, epochs, resumed)
        records = records + more

    assert_same(state, whole)
    assert records == whole_records


@pytest.mark.parametrize("batch_size", [None, 3])
def test_run_for_goes_on_where_it_stopped(batch_size):
    """No time at all is one mini-batch."""
    settings = replace(SETTINGS, batch_size=batch_size)
    by_epoch = Trainer(network(), X, T, settings)
    by_batch = Trainer(network(), X, T, settings)
    batches = 1 if batch_size is None else 3

    for _ in range(4):
        start = by_batch.state
        for _ in range(batches - 1):
            assert by_batch.run_for(0.0) == []
            assert_same(by_batch.state, start)
        assert by_batch.run_for(0.0) == [by_epoch.run_epoch()]
        assert_same(by_batch.state, by_epoch.state)


def test_run_epoch_finishes_the_epoch_that_run_for_began():
    trainer = Trainer(network(), X, T, SETTINGS)
    trainer.run_for(0.0)

    assert trainer.run_epoch() == Trainer(network(), X, T, SETTINGS).run_epoch()


def test_no_epochs_is_no_training():
    trainer = Trainer(network(), X, T, SETTINGS)
    before = trainer.state

    assert trainer.run_for(FOREVER, max_epochs=0) == []
    assert_same(trainer.state, before)


def test_a_state_is_a_frozen_copy():
    trainer = Trainer(network(), X, T, replace(SETTINGS, optimizer="adam"))
    trainer.run_epoch()
    state = trainer.state
    kept = state.parameters.copy()
    trainer.run_epoch()

    np.testing.assert_array_equal(state.parameters, kept)
    for copy in (state, pickle.loads(pickle.dumps(state))):
        assert copy.optimizer_state.shape == (2, kept.size)
        assert not copy.parameters.flags.writeable
        assert not copy.optimizer_state.flags.writeable


def test_the_learning_rate_changes_at_the_next_mini_batch():
    trainer = Trainer(network(), X, T, SETTINGS)
    trainer.run_for(0.0)
    trainer.change(replace(SETTINGS, learning_rate=0.02, seed=9))
    trainer.run_epoch()

    by_hand = network()
    order = np.random.default_rng([5, 1]).permutation(7)
    for part, rate in ((order[:3], 0.1), (order[3:6], 0.02), (order[6:], 0.02)):
        by_hand.parameters -= rate * by_hand.gradients(by_hand.forward(X[part]), T[part]).vector
    np.testing.assert_array_equal(trainer.state.parameters, by_hand.parameters)


def test_batch_size_seed_and_optimizer_change_at_the_next_epoch():
    other = TrainSettings(optimizer="adam", learning_rate=0.1, batch_size=2, seed=8)
    trainer = Trainer(network(), X, T, SETTINGS)
    trainer.run_for(0.0)
    trainer.change(other)
    trainer.run_epoch()
    first, _ = trained(SETTINGS, 1)
    assert_same(trainer.state, first)

    trainer.run_epoch()
    second, _ = trained(other, 1, state=first)
    assert_same(trainer.state, second)
    assert (second.epoch, second.optimizer, second.updates) == (2, "adam", 4)


def exploding(batch_size=None):
    """y = w x with η far too large: |w| grows about a thousandfold an epoch."""
    net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[1.0, 0.0])
    x, t = [[1.0], [2.0], [3.0]], [[0.0], [0.0], [0.0]]
    return net, Trainer(net, x, t, TrainSettings(learning_rate=200.0, batch_size=batch_size))


@pytest.mark.parametrize("batch_size", [None, 2])
def test_divergence_goes_back_to_the_last_finite_state(batch_size):
    net, trainer = exploding(batch_size)
    with pytest.raises(TrainingDiverged) as caught:
        trainer.run_for(FOREVER)

    error = caught.value
    assert error.epoch == len(error.records) + 1
    assert not np.isfinite(error.loss)
    assert error.largest_update > 1e100
    assert error.index == 0
    state = trainer.state
    assert state.epoch == error.epoch - 1 == trainer.epoch
    assert np.isfinite(state.parameters).all()
    np.testing.assert_array_equal(net.parameters, state.parameters)
    assert trainer.record() == error.records[-1]
    assert np.isfinite(trainer.record().loss)


def test_training_can_go_on_after_a_divergence():
    _, trainer = exploding()
    with pytest.raises(TrainingDiverged):
        trainer.run_for(FOREVER)
    last = trainer.record()

    trainer.change(TrainSettings(learning_rate=0.1))
    assert trainer.run_epoch().loss < last.loss


def test_a_divergence_right_after_another_optimizer_was_chosen():
    _, trainer = exploding()
    trainer.change(TrainSettings(optimizer="momentum", learning_rate=1e300))
    with pytest.raises(TrainingDiverged):
        trainer.run_for(FOREVER)
    assert (trainer.epoch, trainer.state.optimizer) == (0, "sgd")

    trainer.change(TrainSettings(optimizer="momentum", learning_rate=0.01))
    assert trainer.run_epoch().epoch == 1
    assert (trainer.state.optimizer, trainer.state.updates) == ("momentum", 1)


def test_a_parameter_that_overflows_behind_a_finite_loss():
    """A saturated sigmoid hides an infinite weight from the loss."""
    net = Network((1, 1), ("sigmoid",), "mean_squared_error", parameters=[1.0, 0.0])
    settings = TrainSettings(learning_rate=1e308, l2=1e10)
    with pytest.raises(TrainingDiverged) as caught:
        Trainer(net, [[1.0]], [[0.0]], settings).run_epoch()

    assert np.isfinite(caught.value.loss)
    assert caught.value.records == ()
    assert net.parameters.tolist() == [1.0, 0.0]


def test_errors_survive_pickling():
    _, trainer = exploding()
    with pytest.raises(TrainingDiverged) as caught:
        trainer.run_for(FOREVER)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.records == caught.value.records
    assert copy.index == caught.value.index


@pytest.mark.parametrize(
    ("x", "t"),
    [(X[:, :2], T), (X, T[:, 0]), (X, T[:5]), (X[:0], T[:0]), (X[0], T[0])],
)
def test_shapes_are_checked(x, t):
    with pytest.raises(ShapeError):
        Trainer(network(), x, t, SETTINGS)
    with pytest.raises(ShapeError):
        Trainer(network(), X, T, SETTINGS, test=(x, t))


def test_a_state_of_another_network_is_refused():
    state, _ = trained(SETTINGS, 1)
    other = Network((3, 5, 2), ("tanh", "sigmoid"), "mean_squared_error")
    with pytest.raises(ShapeError) as caught:
        Trainer(other, X, T, SETTINGS, state=state)
    assert (caught.value.expected, caught.value.actual) == ((32,), (26,))
