import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnsim.data import MAX_TEST_SHARE, BadArgument, BadShape, Scaling, split, standardise

tables = arrays(
    np.float64, array_shapes(min_dims=2, max_dims=2, max_side=8), elements=st.floats(-1e6, 1e6)
)


def test_standardise_by_hand() -> None:
    scaling = standardise(np.array([[1.0, 5.0], [3.0, 5.0]]))
    assert scaling.mean.tolist() == [2.0, 5.0]
    assert scaling.scale.tolist() == [1.0, 1.0]  # the second column is constant
    assert scaling.apply(np.array([[1.0, 5.0], [4.0, 6.0]])).tolist() == [[-1.0, 0.0], [2.0, 1.0]]


def test_a_constant_column_is_zero_to_the_last_bit() -> None:
    x = np.full((7, 1), 0.1)
    assert standardise(x).apply(x).tolist() == [[0.0]] * 7


@given(tables)
def test_invert_undoes_apply(x: np.ndarray) -> None:
    scaling = standardise(x)
    assert np.isfinite(scaling.apply(x)).all()
    assert np.allclose(scaling.invert(scaling.apply(x)), x, rtol=1e-9, atol=1e-6)


def test_standardised_columns_have_mean_0_and_deviation_1() -> None:
    x = np.random.default_rng(0).uniform(5, 900, (50, 3))
    scaled = standardise(x).apply(x)
    assert np.allclose(scaled.mean(axis=0), 0)
    assert np.allclose(scaled.std(axis=0), 1)


def test_scaling_is_a_value() -> None:
    one, same = (Scaling(np.array([1.0]), np.array([2.0])) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != Scaling(np.array([1.0]), np.array([3.0]))
    assert one != "scaling"
    with pytest.raises(ValueError, match="read-only"):
        one.mean[0] = 0.0


def test_bad_shapes_are_refused() -> None:
    with pytest.raises(BadShape):
        standardise(np.zeros((0, 2)))
    with pytest.raises(BadShape):
        Scaling(np.zeros(2), np.ones(3))


@pytest.mark.parametrize(
    ("mean", "scale", "name"),
    [(np.nan, 1.0, "mean"), (np.inf, 1.0, "mean"), (0.0, 0.0, "scale"), (0.0, -1.0, "scale")],
)
def test_a_scaling_that_cannot_be_applied_is_refused(mean: float, scale: float, name: str) -> None:
    with pytest.raises(BadArgument) as caught:
        Scaling(np.array([mean]), np.array([scale]))
    assert caught.value.name == name


def test_numbers_too_large_to_be_squared_are_refused() -> None:
    with pytest.raises(BadArgument):
        standardise(np.array([[1e300], [-1e300]]))


def test_other_columns_of_a_scaling() -> None:
    scaling = Scaling(np.array([1.0, 2.0]), np.array([3.0, 4.0])).with_columns((1, None))
    assert scaling == Scaling(np.array([2.0, 0.0]), np.array([4.0, 1.0]))


def test_split_of_ten() -> None:
    train, test = split(10, 0.2, seed=0)
    assert (len(train), len(test)) == (8, 2)
    assert sorted([*train, *test]) == list(range(10))


@given(st.integers(1, 300), st.floats(0, MAX_TEST_SHARE), st.integers(0, 2**32 - 1))
def test_every_sample_is_in_one_part(n: int, share: float, seed: int) -> None:
    train, test = split(n, share, seed)
    assert np.array_equal(np.sort(np.concatenate((train, test))), np.arange(n))
    assert (np.diff(train) > 0).all()
    assert (np.diff(test) > 0).all()
    assert len(train) >= 1
    assert abs(len(test) - n * share) <= 1
    again = split(n, share, seed)
    assert np.array_equal(train, again[0])
    assert np.array_equal(test, again[1])


def test_seeds_differ_and_no_share_means_no_test() -> None:
    assert not np.array_equal(split(100, 0.2, 0)[1], split(100, 0.2, 1)[1])
    train, test = split(4, 0.0, 3)
    assert train.tolist() == [0, 1, 2, 3]
    assert test.size == 0


@pytest.mark.parametrize(
    ("n", "share", "name"),
    [(0, 0.2, "n"), (5, -0.1, "test_share"), (5, 0.95, "test_share"), (5, np.nan, "test_share")],
)
def test_split_refuses(n: int, share: float, name: str) -> None:
    with pytest.raises(BadArgument) as caught:
        split(n, share, 0)
    assert caught.value.name == name
