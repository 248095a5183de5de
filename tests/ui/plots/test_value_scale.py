import numpy as np
import pytest

from nnsim.ui.plots.value_scale import MARGIN, ValueScale

NONE = np.empty(0)


def test_losses_lie_where_they_are_or_at_their_logarithm():
    values = np.array([0.01, 1.0, 0.0])
    assert ValueScale().heights(values) is values
    assert ValueScale(log=True).heights(values)[:2].tolist() == [-2.0, 0.0]
    assert np.isnan(ValueScale(log=True).height(0.0))


def test_shares_have_the_whole_range_and_no_logarithm():
    scale = ValueScale(accuracy=True, log=True)
    assert scale.height(0.5) == 0.5
    assert scale.range(np.array([0.9]), NONE) == (-MARGIN, 1 + MARGIN)


def test_earlier_runs_widen_the_axis_but_one_that_blew_up_does_not_flatten_the_run():
    own = np.array([0.5, 0.3])
    top = ValueScale().range(own, np.array([0.9, 0.2]))[1]
    assert top == pytest.approx(1.0 * (1 + MARGIN))
    assert ValueScale().range(own, np.array([1e6, 0.6]))[1] == pytest.approx(0.6 * (1 + MARGIN))
    assert ValueScale().range(NONE, np.array([40.0]))[1] == pytest.approx(40 * (1 + MARGIN))
