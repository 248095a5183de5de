import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.ui.plots.scales import (
    LOG_STEPS,
    linear_range,
    linear_ticks,
    log_range,
    log_ticks,
    nearest,
    step_down,
    step_up,
    thin,
)

positive = st.floats(1e-12, 1e12)


@pytest.mark.parametrize(
    ("value", "step"), [(1.0, 1.0), (0.73, 0.8), (238, 250), (300, 300), (301, 400), (0.3, 0.3)]
)
def test_a_range_ends_on_the_next_step(value, step):
    assert step_up(value) == pytest.approx(step)


@given(positive)
def test_steps_enclose_their_value(value):
    assert step_down(value) <= value * (1 + 1e-8)
    assert step_up(value, LOG_STEPS) >= value * (1 - 1e-8)
    assert step_up(value, LOG_STEPS) / step_down(value) <= 2.5 * (1 + 1e-8)


def test_linear_range_starts_at_zero_and_ignores_what_is_absent():
    assert linear_range(np.array([0.2, np.nan, 0.73])) == pytest.approx((0.0, 0.8))
    assert linear_range(np.empty(0)) == (0.0, 1.0)
    assert linear_range(np.array([np.nan, 0.0]))[1] > 0


def test_log_range_encloses_positive_values():
    assert log_range(np.array([0.03, 0.7, 0.0, np.nan])) == pytest.approx((0.02, 1.0))
    assert log_range(np.zeros(3)) == (0.1, 1.0)
    low, high = log_range(np.array([0.5]))
    assert low < high


def test_ticks_of_a_linear_axis_are_round():
    assert linear_ticks(0, 0.8, 5) == [0.0, 0.2, 0.4, 0.6, 0.8]
    assert linear_ticks(0, 300, 7) == [0, 50, 100, 150, 200, 250, 300]
    assert linear_ticks(0, 3, 20, whole=True) == [0, 1, 2, 3]


def test_ticks_of_a_log_axis_are_1_2_5():
    assert log_ticks(0.02, 1.0, 7) == [0.02, 0.05, 0.1, 0.2, 0.5, 1.0]


def test_a_long_log_axis_has_ticks_at_decades():
    assert log_ticks(1e-6, 1.0, 7) == [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0]
    assert log_ticks(1e-6, 1.0, 4) == [1e-6, 1e-4, 1e-2, 1.0]


@given(positive, st.floats(1.5, 1e12), st.integers(2, 20))
def test_log_ticks_keep_within_the_axis_and_apart(low, ratio, most):
    ticks = log_ticks(low, low * ratio, most)
    assert all(low * (1 - 1e-8) <= tick <= low * ratio * (1 + 1e-8) for tick in ticks)
    assert len(ticks) <= most


@given(st.integers(2, 400), st.integers(1, 40), st.integers(0, 9999))
def test_thinning_keeps_peaks_and_ends(count, columns, seed):
    rng = np.random.default_rng(seed)
    x, y = np.cumsum(rng.integers(1, 9, count)).astype(float), rng.normal(size=count)
    few_x, few_y = thin(x, y, columns)
    assert len(few_x) == len(few_y) <= max(4 * columns, 2 * (columns + 1) + 2)
    assert (few_y.min(), few_y.max()) == (y.min(), y.max())
    assert (few_x[0], few_y[0], few_x[-1], few_y[-1]) == (x[0], y[0], x[-1], y[-1])
    assert (np.diff(few_x) >= 0).all()


def test_the_nearest_epoch():
    epochs = np.array([1.0, 4.0, 10.0])
    assert [nearest(epochs, at) for at in (-5, 1, 2, 3, 7.5, 99)] == [0, 0, 0, 1, 2, 2]
