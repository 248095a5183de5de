"""Slopes measured by two forward passes, and what they are off by."""

import numpy as np
import pytest

from nnsim.engine import ACTIVATIONS, LOSSES, Network
from nnsim.notation import Symbol, W, b
from nnsim.trace import EPSILONS, ErrorSource, Measurement, SlopeMeter, measure_slopes

SMOOTH = ("identity", "sigmoid", "tanh", "softplus", "softmax")
PAIRS = [
    (activation, loss) for loss in LOSSES for activation in SMOOTH if LOSSES[loss].fits(activation)
]
NONE, ROUNDING, TRUNCATION, KINK = (
    *(ErrorSource.NONE, ErrorSource.ROUNDING, ErrorSource.TRUNCATION, ErrorSource.KINK),
)


def network(hidden: str, output: str, loss: str, seed: int = 1) -> Network:
    made = Network((3, 4, 2), (hidden, output), loss, initializer="normal", seed=seed)
    made.parameters += np.random.default_rng(seed).normal(size=made.parameters.size) / 2
    return made


def samples(count: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(count, 3)), np.eye(2)[rng.integers(0, 2, count)]


def test_epsilons_go_from_a_tenth_to_the_tenth_decimal_in_half_decades():
    assert EPSILONS[0] == pytest.approx(1e-10)
    assert EPSILONS[-1] == pytest.approx(1e-1)
    assert np.diff(np.log10(EPSILONS)) == pytest.approx(0.5)


def test_by_hand():
    """E = (wx - t)²/2 with w = 3, x = 2, t = 1: E = 12.5 and ∂E/∂w = (wx - t)x = 10.

    E(3.1) = 13.52 and E(2.9) = 11.52, so the slope is 2 / 0.2 = 10 as well.
    """
    net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[3.0, 0.0])
    made = SlopeMeter(net, np.array([[2.0]]), np.array([[1.0]]), W(2, 1, 1)).measure(0.1)
    assert (made.above, made.below) == (pytest.approx(13.52), pytest.approx(11.52))
    assert (made.value, made.exact) == (3.0, 10.0)
    assert made.slope == pytest.approx(10.0)
    assert made.source in (NONE, ROUNDING), "the slope of a parabola is exact but for rounding"


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("hidden", SMOOTH)
@pytest.mark.parametrize("count", [1, 5])
def test_the_measured_slope_is_the_engines(hidden: str, output: str, loss: str, count: int):
    net, (x, target) = network(hidden, output, loss), samples(count)
    gradients = net.gradients(net.forward(x), target)
    for symbol, exact in (
        (W(2, 1, 3), gradients.W[2][0, 2]),
        (b(2, 4), gradients.b[2][3]),
        (W(3, 2, 1), gradients.W[3][1, 0]),
        (b(3, 1), gradients.b[3][0]),
    ):
        made = SlopeMeter(net, x, target, symbol).measure(1e-5)
        assert made.exact == exact
        assert made.slope == pytest.approx(exact, rel=1e-5, abs=1e-8)


def test_the_network_is_left_as_it_is():
    net, (x, target) = network("tanh", "sigmoid", "mean_squared_error"), samples(3)
    before = net.parameters.copy()
    measure_slopes(net, x, target, W(2, 1, 1))
    np.testing.assert_array_equal(net.parameters, before)


@pytest.mark.parametrize("symbol", [W(2, 5, 1), W(2, 1, 4), b(4, 1), W(4, 1, 1)])
def test_unknown_parameters(symbol: Symbol):
    net, (x, target) = network("tanh", "sigmoid", "mean_squared_error"), samples(3)
    with pytest.raises(IndexError):
        measure_slopes(net, x, target, symbol)


# Where the difference comes from


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("hidden", SMOOTH)
def test_rounding_below_truncation_above_and_nothing_else(hidden: str, output: str, loss: str):
    net, (x, target) = network(hidden, output, loss), samples(4)
    for symbol in (W(2, 1, 3), W(3, 2, 1)):
        sources = [each.source for each in measure_slopes(net, x, target, symbol)]
        first = sources.index(TRUNCATION) if TRUNCATION in sources else len(sources)
        assert set(sources[first:]) <= {TRUNCATION}
        assert set(sources[:first]) <= {ROUNDING, NONE}
        assert first >= 6, "with ε = 1e-8 the difference is rounding"


@pytest.mark.parametrize(("output", "loss"), [PAIRS[0], PAIRS[1]])
@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "softmax"])
def test_truncation_shrinks_like_the_square(hidden: str, output: str, loss: str):
    """From 10⁻¹·⁵ to 10⁻²·⁵, a hundredth is left."""
    net, (x, target) = network(hidden, output, loss), samples(4)
    for symbol in (W(2, 2, 1), b(2, 1)):
        made = measure_slopes(net, x, target, symbol)
        assert [each.source for each in made[-4:]] == [TRUNCATION] * 4
        assert made[-2].difference / made[-4].difference == pytest.approx(100, rel=0.1)


def test_rounding_is_within_its_bound_and_seldom_far_below():
    """Whatever is called rounding is; over many measurements the bound is not much too high."""
    used = []
    for seed in range(12):
        net, (x, target) = (
            network("tanh", "sigmoid", "binary_cross_entropy", seed),
            samples(4, seed),
        )
        for each in measure_slopes(net, x, target, W(2, 1, 1))[:8]:
            assert each.source in (ROUNDING, NONE)
            used.append(abs(each.difference) / each.rounding)
    assert max(used) <= 1.0
    assert np.median(used) > 0.02


def test_rounding_of_a_small_loss_made_of_large_numbers():
    """E = (1000.001·x - 1000)²/2 has the rounding of z in it, far more than its own last digit."""
    net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[1000.001, 0.0])
    meter = SlopeMeter(net, np.array([[1.0]]), np.array([[1000.0]]), W(2, 1, 1))
    made = meter.measure(1e-6)
    assert made.noise > 10 * np.spacing(made.above)
    assert made.source in (ROUNDING, NONE)


def test_a_parameter_without_influence_has_no_slope_at_all():
    net = network("sigmoid", "sigmoid", "binary_cross_entropy")
    x, target = np.array([[0.0, 1.0, 2.0]]), np.array([[1.0, 0.0]])
    for each in measure_slopes(net, x, target, W(2, 1, 1)):
        assert (each.slope, each.exact, each.source) == (0.0, 0.0, NONE)
        assert each.relative is None


# Kinks


def one_node(activation: str, bias: float) -> SlopeMeter:
    """a = f(x + b) at x = 1, E = (a - 3)²/2."""
    net = Network((1, 1), (activation,), "mean_squared_error", parameters=[1.0, bias])
    return SlopeMeter(net, np.array([[1.0]]), np.array([[3.0]]), b(2, 1))


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "step"])
def test_a_kink_beside_w_is_one_as_long_as_epsilon_reaches_it(activation: str):
    meter = one_node(activation, -1.0 + 0.003)
    assert meter.measure(0.01).source is KINK
    assert meter.measure(0.001).source in (NONE, ROUNDING, TRUNCATION)
    assert not meter.measure(0.001).crosses_kink


def test_at_the_kink_of_relu_half_the_slope_is_measured():
    """At z = 0 the backward pass takes 0; from the right the slope is (0 - 3) · 1 = -3."""
    for epsilon in EPSILONS:
        made = one_node("relu", -1.0).measure(epsilon)
        assert made.exact == 0.0
        assert made.slope == pytest.approx(-1.5, rel=0.05)
        assert made.source is KINK


def test_the_jump_of_the_step_is_measured_as_a_steep_slope():
    """E jumps from 4.5 to 2 at z = 0: the slope over ±0.01 is -2.5 / 0.02 = -125."""
    made = one_node("step", -1.0).measure(0.01)
    assert made.slope == pytest.approx(-125.0)
    assert (made.exact, made.source) == (0.0, KINK)


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name in SMOOTH])
def test_smooth_functions_have_no_kinks(activation: str):
    assert not one_node(activation, -1.0).measure(0.1).crosses_kink


def test_numbers_that_overflow():
    net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[1e300, 0.0])
    with np.errstate(over="ignore", invalid="ignore"):
        made = SlopeMeter(net, np.array([[2.0]]), np.array([[0.0]]), W(2, 1, 1)).measure(0.1)
        assert made.source is ErrorSource.NOT_FINITE
        assert made.relative is None


def test_relative_differences():
    made = Measurement(epsilon=0.5, value=0.0, above=2.0, below=0.0, exact=1.5)
    assert (made.slope, made.difference, made.relative) == (2.0, 0.5, 0.25)
