import numpy as np
import pytest

from nnsim.ui.plots.brush import PIXELS_BETWEEN, Brush, Spray

LINE = Brush(0, radius=0.0, noise=0.0)


def drawn(brush: Brush, *ways: float, seed: int = 0) -> np.ndarray:
    """The points of a stroke from (0, 0) to the right, with the pointer seen at these x."""
    spray = Spray(seed)
    first = spray.begin(brush, (0.0, 0.0))
    return np.vstack([first, *(spray.move(brush, (x, 0.0)) for x in ways)])


def test_a_point_every_eight_pixels_of_the_way() -> None:
    assert PIXELS_BETWEEN == 8
    assert drawn(LINE, 25.0).tolist() == [[0, 0], [8, 0], [16, 0], [24, 0]]


@pytest.mark.parametrize("ways", [(3.0, 7.0, 10.0, 25.0), tuple(range(26)), (0.0, 0.0, 25.0)])
def test_slow_and_fast_pointers_put_the_same_points(ways: tuple[float, ...]) -> None:
    assert drawn(LINE, *ways) == pytest.approx(drawn(LINE, 25.0))


def test_a_pointer_that_stands_still_puts_no_more() -> None:
    assert len(drawn(Brush(1, 10.0, 3.0), *[0.0] * 50)) == 1


def test_without_noise_points_fall_into_the_circle_evenly() -> None:
    points = drawn(Brush(1, 20.0, 0.0), 40_000.0)[1:]
    middles = np.stack([8.0 * np.arange(1, len(points) + 1), np.zeros(len(points))], axis=1)
    distance = np.hypot(*(points - middles).T)
    assert distance.max() <= 20.0
    # A quarter of the area lies within half the radius.
    assert np.mean(distance <= 10.0) == pytest.approx(0.25, abs=0.02)


def test_noise_is_the_standard_deviation() -> None:
    points = drawn(Brush(1, 0.0, 5.0), 40_000.0)[1:]
    assert points[:, 1].std() == pytest.approx(5.0, rel=0.05)


def test_the_same_seed_puts_the_same_points() -> None:
    brush = Brush(1, 12.0, 4.0)
    assert np.array_equal(drawn(brush, 200.0), drawn(brush, 200.0))
    assert not np.array_equal(drawn(brush, 200.0), drawn(brush, 200.0, seed=1))


def test_the_eraser_leaves_no_gaps_and_does_not_miss() -> None:
    eraser = Brush(None, radius=6.0, noise=30.0)
    places = drawn(eraser, 100.0)
    assert (places[:, 1] == 0).all()
    assert np.diff(places[:, 0]).max() == pytest.approx(3.0)
