"""Where curves run on the plot, in pixels."""

import numpy as np

from nnsim.ui.plots.ink import along, between


def test_only_the_part_in_sight_of_a_long_curve_is_followed():
    x = np.linspace(-1e9, 1e9, 20_001)
    y = np.where(np.arange(20_001) % 2, 0.0, 200.0)
    seen_x, seen_y = along(*between(x, y, 100.0, 700.0))
    assert seen_x[0] == 100.0
    assert seen_x[-1] == 700.0
    assert len(seen_x) < 1000
    np.testing.assert_allclose(seen_y, np.interp(seen_x, x, y), atol=1e-6)


def test_a_curve_that_begins_or_ends_in_sight_keeps_its_ends():
    x, y = np.array([200.0, 300.0]), np.array([1.0, 2.0])
    assert [each.tolist() for each in between(x, y, 100.0, 700.0)] == [x.tolist(), y.tolist()]
    assert len(between(x, y, 400.0, 700.0)[0]) == 0
    assert len(between(x[:0], y[:0], 0.0, 1.0)[0]) == 0
