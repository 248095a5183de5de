from dataclasses import replace

import numpy as np
import pytest

from nnsim.ui.plots.past import MOST, PastCurve, chosen


def curve(name, pinned=False):
    return PastCurve(1, name, np.array([1.0, 2.0, 5.0]), np.array([0.9, np.nan, 0.4]), pinned)


def test_of_many_runs_the_newest_and_the_pinned_stay():
    runs = [curve(str(n), pinned=n == 0) for n in range(MOST + 5)]
    assert [run.name for run in chosen(runs)] == ["0", *map(str, range(6, MOST + 5))]
    assert chosen(runs[:3]) == tuple(runs[:3])


def test_the_loss_of_an_epoch_is_the_recorded_one_or_none():
    run = curve("a")
    assert [run.value_at(epoch) for epoch in (1, 2, 3, 5, 6)] == [0.9, None, None, 0.4, None]


def test_the_accuracy_of_an_epoch_is_the_recorded_one_or_none():
    run = replace(curve("a"), accuracies=np.array([0.25, 0.5, np.nan]))
    assert [run.value_at(epoch, accuracy=True) for epoch in (1, 2, 5)] == [0.25, 0.5, None]
    assert curve("a").value_at(1, accuracy=True) is None


def test_a_run_without_accuracies_has_none_to_draw():
    assert len(curve("a").values(accuracy=True)) == 0
    assert curve("a").values(accuracy=False)[2] == pytest.approx(0.4)
