"""The way of a training, kept in snapshots: which stay, and what they lead to."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.engine import TrainerState, TrainSettings
from nnsim.project import (
    EditError,
    Progress,
    Project,
    Snapshot,
    Snapshots,
    edits,
    new_project,
    parse_project,
    write_project,
)
from nnsim.project import snapshots as bounds

SETTINGS = TrainSettings()
OTHER = TrainSettings(learning_rate=0.25)


def state(epoch: int, size: int = 3) -> TrainerState:
    return TrainerState(epoch, np.full(size, float(epoch)), "sgd", epoch, np.zeros((0, size)))


def way(epochs: int, size: int = 3) -> Snapshots:
    """The snapshots of a run without changes, as a recorder takes them."""
    found = Snapshots().added(state(0, size), SETTINGS, follows=False)
    while (due := found.next_epoch(found.entries[-1].epoch)) <= epochs:
        found = found.added(state(due, size), SETTINGS, follows=True)
    return found.reached(epochs)


def test_a_short_run_has_a_snapshot_of_every_epoch() -> None:
    assert way(100).epochs == tuple(range(101))


def test_a_long_run_has_them_at_even_distances() -> None:
    """300 epochs: 128 do not suffice for each second one, so it is each fourth."""
    assert way(300).epochs == tuple(range(0, 301, 4))
    assert way(1_000_000).epochs == tuple(range(0, 1_000_001, 8192))


def test_every_epoch_belongs_to_the_snapshot_before_it() -> None:
    found = way(1001)
    assert found.entries[-1].until == 1001
    for epoch in (0, 7, 8, 1001):
        snapshot = found.before(epoch)
        assert snapshot is not None
        assert snapshot.epoch == epoch // 8 * 8
    assert found.before(1002) is None
    assert Snapshots().before(0) is None


@given(st.integers(0, 5000), st.integers(1, 40), st.integers(1, 10))
def test_number_and_bytes_are_bounded(epochs: int, most: int, most_changes: int) -> None:
    size = 8 * 1000
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "MAX_EVEN_BYTES", most * size)
        patch.setattr(bounds, "MAX_CHANGE_BYTES", most_changes * size)
        found = way(epochs, size=1000)
        changed = found.added(state(epochs + 1, 1000), OTHER, follows=False)
    taken = found.epochs
    assert sum(entry.size for entry in found.entries) <= (most + 1) * size
    assert (taken[0], found.entries[-1].until) == (0, epochs)
    assert len(set(np.diff(taken))) <= 1
    assert epochs < 2 * most or len(taken) > most / 2
    assert sum(entry.size for entry in changed.entries) <= (most + most_changes + 2) * size


def test_a_network_of_any_size_keeps_the_first_and_goes_on() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "MAX_EVEN_BYTES", 1)
        found = way(1000)
    assert found.epochs == (0, 512)
    assert found.before(1000) is found.entries[1]


def test_epochs_around_a_change_of_settings() -> None:
    """It came in the middle of epoch 301, which therefore is kept as it is."""
    found = way(300).added(state(301), OTHER, follows=False).reached(303)
    ways = [(epoch, found.before(epoch)) for epoch in (299, 300, 301, 303)]
    taken = [(epoch, snapshot.epoch, snapshot.settings) for epoch, snapshot in ways if snapshot]
    assert taken == [
        (299, 296, SETTINGS), (300, 300, SETTINGS), (301, 301, OTHER), (303, 301, OTHER)
    ]  # fmt: skip
    longer = found.added(state(304), OTHER, follows=True)
    assert 301 in longer.epochs
    assert longer.leads_to(304, OTHER)
    assert not longer.leads_to(304, SETTINGS)


def test_a_change_between_two_runs_keeps_one_snapshot_of_that_epoch() -> None:
    found = way(50).added(state(50), OTHER, follows=True).added(state(51), OTHER, follows=True)
    assert found.epochs == tuple(range(52))
    assert [each.settings for each in found.entries[49:]] == [SETTINGS, OTHER, OTHER]


def test_of_too_many_changes_those_stay_that_most_epochs_hang_on() -> None:
    found = way(100_000)  # at distances of 1024
    stride = 1024
    last = 100_000
    for number in range(bounds.MAX_CHANGES + 40):
        settings = replace(SETTINGS, learning_rate=0.5 + number)
        last += 1 if number % 2 else 3
        found = found.added(state(last), settings, follows=False).reached(last)
        assert found.before(last) is not None
    odd = [epoch for epoch in found.epochs[:-1] if epoch % stride]
    assert len(odd) <= bounds.MAX_CHANGES
    assert len(found.entries) <= bounds.MAX_SNAPSHOTS
    for entry in found.entries:  # what is lost is not offered
        assert entry.until >= entry.epoch
    lost = [epoch for epoch in range(found.entries[0].epoch, last) if found.before(epoch) is None]
    assert lost
    assert all(found.nearest(epoch) != epoch for epoch in lost)
    assert found.nearest(last + 5) == last
    assert Snapshots().nearest(3) is None


def test_going_back_keeps_what_leads_there() -> None:
    found = way(1001).cut(500)
    assert found.epochs == tuple(range(0, 501, 8))
    assert found.leads_to(500, SETTINGS)
    assert found.cut(600) is found
    on = found.added(state(501), OTHER, follows=False)
    assert on.before(500) is not None


def test_equal_by_value() -> None:
    assert way(40) == way(40)
    assert way(40) != way(41)
    one, two = Snapshot(state(3), SETTINGS, 3), Snapshot(state(3), SETTINGS, 3)
    assert one == two
    assert one != replace(two, state=replace(two.state, parameters=np.array([3.0, 3.0, -0.0])))
    assert one != Snapshot(state(3), OTHER, 3)
    assert one != 3


@pytest.mark.parametrize(
    "entries",
    [
        (Snapshot(state(0, 9), SETTINGS, 3), Snapshot(state(2, 9), SETTINGS, 3)),
        (Snapshot(state(2, 9), SETTINGS, 2), Snapshot(state(1, 9), SETTINGS, 1)),
        (Snapshot(state(0, 9), SETTINGS, 7),),
        (Snapshot(state(4, 9), SETTINGS, 3),),
        (Snapshot(state(0, 8), SETTINGS, 3),),
        (Snapshot(replace(state(0, 9), optimizer="none"), SETTINGS, 3),),
        (Snapshot(replace(state(0, 9), optimizer="adam"), SETTINGS, 3),),
        (Snapshot(replace(state(0, 9), parameters=np.full(9, np.nan)), SETTINGS, 3),),
        tuple(Snapshot(state(n, 9), SETTINGS, n) for n in range(bounds.MAX_SNAPSHOTS + 1)),
    ],
)
def test_what_does_not_fit_is_refused(entries: tuple[Snapshot, ...]) -> None:
    with pytest.raises(EditError):
        replace(new_project(), progress=Progress(5, snapshots=Snapshots(entries)))


def test_they_come_back_from_a_file() -> None:
    found = way(300, 9).added(state(301, 9), OTHER, follows=False).reached(310)
    project = replace(new_project(), progress=Progress(310, snapshots=found))
    content = write_project(project)
    again = parse_project(content)
    assert again.progress.snapshots == found
    assert write_project(again) == content


def test_an_older_file_has_none() -> None:
    project = new_project()
    content = write_project(project)
    assert b"snapshots.npy" not in content
    assert parse_project(content).progress.snapshots == Snapshots()


def trained() -> Project:
    project = new_project()
    return replace(project, progress=Progress(50, snapshots=way(50, 9)))


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edits.set_sample_value(p, 0, 0, 0.5),
        lambda p: edits.set_split(p, 0.25, 1),
        lambda p: edits.set_standardised(p, True),
        lambda p: edits.set_activation(p, 2, "tanh"),
        lambda p: edits.set_loss(p, "mean_squared_error"),
        lambda p: edits.add_node(p, 2),
        lambda p: edits.choose_dataset(p, "and"),
        edits.reset,
        edits.draw_weights,
    ],
)
def test_an_edit_that_makes_it_another_training_forgets_the_way(edit: object) -> None:
    assert edit(trained()).progress.snapshots == Snapshots()  # type: ignore[operator]


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: edits.set_sample_value(p, 0, 0, 0.0),
        lambda p: edits.set_split(p, 0.0, 0),
        lambda p: edits.set_activation(p, 2, "sigmoid"),
        lambda p: edits.set_loss(p, "binary_cross_entropy"),
        lambda p: edits.set_parameter(p, 2, 1, 1, float(p.parameters[0])),
        lambda p: edits.set_settings(p, learning_rate=0.1),
    ],
)
def test_an_edit_that_does_not_keeps_it(edit: object) -> None:
    project = trained()
    after = edit(project)  # type: ignore[operator]
    assert after.progress == project.progress


def test_a_typed_weight_is_not_led_to() -> None:
    after = edits.set_parameter(trained(), 2, 1, 1, 4.0)
    assert after.progress.snapshots.epochs == tuple(range(50))
    assert after.progress.snapshots.before(50) is None
    assert after.progress.can_show(50)
    assert not after.progress.can_show(51)
    assert after.progress.nearest(90) == 50
    assert after.progress.nearest(-3) == 0
