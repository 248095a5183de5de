import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.engine import EpochRecord
from nnsim.project import MAX_ROWS, Curves, curve_rows
from nnsim.training import history
from nnsim.training.history import History


def records(losses: list[float], first: int = 1) -> list[EpochRecord]:
    return [
        EpochRecord(epoch, loss, 0.5, None, None) for epoch, loss in enumerate(losses, start=first)
    ]


def test_it_goes_on_from_the_curves_so_far() -> None:
    grown = History(Curves.of(records([0.9, 0.8])))
    grown.extend(curve_rows(records([0.7], first=3)))
    grown.extend(curve_rows(records([])))
    assert grown.column("epoch").tolist() == [1, 2, 3]
    assert grown.column("loss").tolist() == [0.9, 0.8, 0.7]
    assert np.isnan(grown.column("test_loss")).all()


def test_frozen_curves_do_not_grow() -> None:
    grown = History(Curves())
    grown.extend(curve_rows(records([0.9])))
    frozen = grown.freeze()
    grown.extend(curve_rows(records([0.8], first=2)))
    assert len(frozen) == 1
    assert not frozen.rows.flags.writeable


def test_a_long_run_is_thinned_and_keeps_its_peaks() -> None:
    count = 5 * MAX_ROWS // 2
    losses = [1.0] * count
    losses[10_001], losses[33_333] = 9.0, 0.01
    grown = History(Curves())
    for start in range(0, count, 777):
        grown.extend(curve_rows(records(losses[start : start + 777], first=start + 1)))
    epochs = grown.column("epoch")
    assert len(epochs) <= MAX_ROWS
    assert (epochs[0], epochs[-1]) == (1, count)
    assert (np.diff(epochs) > 0).all()
    kept = dict(zip(epochs.tolist(), grown.column("loss").tolist(), strict=True))
    assert (kept[10_002], kept[33_334]) == (9.0, 0.01)
    Curves(grown.freeze().rows)


def test_a_thinned_curve_is_equally_fine_all_along() -> None:
    count, step = 40 * MAX_ROWS, 10_000
    grown = History(Curves())
    for start in range(0, count, step):
        epochs = np.arange(start + 1, start + step + 1)
        rows = np.full((step, 5), np.nan)
        rows[:, 0], rows[:, 1] = epochs, 1 / epochs
        grown.extend(rows)
    epochs = grown.column("epoch")
    gaps = np.diff(epochs)
    assert gaps.max() <= 3 * count / MAX_ROWS * 8
    assert epochs[:1000].tolist() == list(range(1, 1001))  # where most happens nothing is left out
    old, new = (gaps[(epochs[1:] > low) & (epochs[1:] <= low + count // 4)].max()
                for low in (count // 4, count // 2))  # fmt: skip
    assert old <= 2 * new


@given(
    st.lists(st.lists(st.floats(0, 100), max_size=60), min_size=1, max_size=8),
    st.integers(1, 5),
)
def test_thinning_keeps_order_ends_and_extremes(batches: list[list[float]], groups: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "MAX_ROWS", 8 * groups)
        grown = History(Curves())
        losses: list[float] = []
        for batch in batches:
            grown.extend(curve_rows(records(batch, first=len(losses) + 1)))
            losses += batch
    epochs, kept = grown.column("epoch"), grown.column("loss")
    assert len(epochs) <= 8 * groups
    assert (np.diff(epochs) > 0).all()
    assert all(losses[int(epoch) - 1] == loss for epoch, loss in zip(epochs, kept, strict=True))
    if losses:
        assert (epochs[0], epochs[-1]) == (1, len(losses))
        assert (kept.min(), kept.max()) == (min(losses), max(losses))
