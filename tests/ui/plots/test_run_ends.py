from functools import partial

import numpy as np

from nnsim.ui.plots.records import Records
from nnsim.ui.plots.run_ends import RunEnds


def records(*losses):
    nan = np.full(len(losses), np.nan)
    return Records(np.stack([np.arange(1.0, len(losses) + 1), losses, nan, nan, nan], axis=1))


def test_an_end_belongs_to_the_curve_with_the_very_loss_at_its_epoch():
    ends, run = RunEnds(), records(0.9, 0.5)
    ends.add(run, 2, lambda: "blew up")
    assert ends.on(run) == [(2.0, "blew up")]
    assert ends.on(records(0.9, 0.5, 0.4)) == [(2.0, "blew up")]
    assert ends.on(records(0.9)) == []
    assert ends.on(records(0.9, 0.49999)) == []


def test_an_end_without_a_record_is_not_kept():
    ends, run = RunEnds(), records(0.9, 0.5)
    ends.add(run, 3, lambda: "late")
    ends.add(Records(), 0, lambda: "early")
    assert ends.on(run) == []


def test_the_latest_ends_are_shown_and_all_can_be_forgotten():
    ends, run = RunEnds(), records(*np.linspace(1, 0.1, 9))
    for epoch in range(1, 10):
        ends.add(run, epoch, partial(str, epoch))
    ends.add(run, 9, lambda: "again")
    assert [text for _, text in ends.on(run)] == ["7", "8", "again"]
    ends.clear()
    assert ends.on(run) == []


def test_a_record_is_found_exactly_or_nearby():
    run = records(0.9, 0.5)
    assert run.at(2)["loss"] == 0.5
    assert np.isnan(run.at(1.5)["loss"])
    assert run.nearest(7)["epoch"] == 2
    assert Records().nearest(7) is None
    assert run.epochs_to_visit.tolist() == [0, 1, 2]
