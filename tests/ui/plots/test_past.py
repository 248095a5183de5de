import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.ui.plots.past import MOST, PastCurve, chosen, spread


def curve(name, pinned=False):
    return PastCurve(name, np.array([1.0, 2.0, 5.0]), np.array([0.9, np.nan, 0.4]), pinned)


def test_names_keep_their_places_when_they_are_far_apart():
    assert spread([50.0, 10.0], 12.0, 0.0, 100.0) == [50.0, 10.0]


def test_names_push_one_another_apart_within_the_area():
    assert spread([50.0, 51.0], 12.0, 0.0, 100.0) == [50.0, 62.0]
    assert spread([99.0, 100.0], 12.0, 0.0, 100.0) == [88.0, 100.0]
    assert spread([-5.0, -9.0], 12.0, 0.0, 100.0) == [12.0, 0.0]


@given(st.lists(st.floats(-50, 150), max_size=9))
def test_no_two_names_overlap(wanted):
    places = spread(wanted, 12.0, 0.0, 100.0)
    assert all(-1e-9 <= place <= 100 + 1e-9 for place in places)
    assert all(gap >= 12 - 1e-9 for gap in np.diff(sorted(places)))
    order = np.argsort(wanted, kind="stable")
    assert (np.diff(np.array(places)[order]) > 0).all()


def test_of_many_runs_the_newest_and_the_pinned_stay():
    runs = [curve(str(n), pinned=n == 0) for n in range(MOST + 5)]
    assert [run.name for run in chosen(runs)] == ["0", *map(str, range(6, MOST + 5))]
    assert chosen(runs[:3]) == tuple(runs[:3])


def test_the_loss_of_an_epoch_is_the_recorded_one_or_none():
    run = curve("a")
    assert [run.loss_at(epoch) for epoch in (1, 2, 3, 5, 6)] == [0.9, None, None, 0.4, None]


def test_a_run_without_accuracies_has_none_to_draw():
    assert len(curve("a").values(accuracy=True)) == 0
    assert curve("a").values(accuracy=False)[2] == pytest.approx(0.4)
