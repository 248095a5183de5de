import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.ui.plots.smoothing import smooth


def test_it_starts_at_the_first_value_and_weighs_by_age():
    epochs, values = np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0, 5.0])
    # β = 0.5: 1; (3 + 1/2) / (1 + 1/2); two epochs on, (5 + 3/4 + 1/8) / (1 + 1/4 + 1/8)
    assert smooth(epochs, values, 0.5) == pytest.approx([1.0, 3.5 / 1.5, 5.875 / 1.375])


def test_a_constant_stays_what_it_is():
    epochs = np.arange(1.0, 500.0)
    assert smooth(epochs, np.full(499, 0.7), 0.97) == pytest.approx(np.full(499, 0.7))


def test_what_is_absent_counts_for_nothing_and_stays_absent():
    values = np.array([np.nan, 2.0, np.nan, 4.0])
    means = smooth(np.arange(4.0), values, 0.5)
    assert np.isnan(means[[0, 2]]).all()
    assert means[1] == 2.0
    assert means[3] == pytest.approx((4 + 2 / 4) / (1 + 1 / 4))


@given(st.lists(st.integers(1, 300), min_size=1, max_size=300), st.floats(0.1, 0.99))
def test_it_is_the_weighted_mean_of_its_definition(gaps, beta):
    epochs = np.cumsum(gaps).astype(float)
    values = np.sin(epochs)
    sums = weights = 0.0
    expected = []
    for n, value in enumerate(values):
        decay = beta ** (epochs[n] - epochs[n - 1]) if n else 0.0
        sums, weights = decay * sums + value, decay * weights + 1.0
        expected.append(sums / weights)
    assert smooth(epochs, values, beta) == pytest.approx(expected, rel=1e-9, abs=1e-12)
