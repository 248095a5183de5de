"""The pass with rounded numbers: every line follows from the numbers written in it."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.engine import ACTIVATIONS, LOSSES, Network, TrainSettings
from nnsim.notation import E, Facts, W, a, b, dW, formula, x, z
from nnsim.trace import Phase, Trace, rounded, trace_pass


def by_hand(value: float, decimals: int) -> float:
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(f"{value:.12g}").quantize(step, ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("value", "decimals", "result"),
    [
        (0.125, 2, 0.13),
        (-0.125, 2, -0.13),
        (2.675, 2, 2.68),
        (0.1 + 0.2, 2, 0.3),
        (1e300, 2, 1e300),
    ],
)
def test_halves_go_away_from_zero(value: float, decimals: int, result: float):
    assert rounded(value, decimals) == result


def test_what_is_no_number_stays():
    np.testing.assert_array_equal(rounded([np.inf, -np.inf, np.nan], 3), [np.inf, -np.inf, np.nan])


@given(st.floats(-1000, 1000), st.integers(2, 6))
def test_rounding_is_that_of_a_person(value: float, decimals: int):
    value = float(f"{value:.9g}")
    assert rounded(value, decimals) == by_hand(value, decimals)


def test_every_line_is_computed_from_the_rounded_numbers():
    network = Network((2, 1), ("sigmoid",), "binary_cross_entropy")
    network.W[2][...] = [[0.123, -0.456]]
    network.b[2][...] = [0.789]
    trace = trace_pass(
        network, np.array([[1.26, 0.34]]), np.array([[1.0]]), TrainSettings(learning_rate=0.5),
        decimals=1,
    )  # fmt: skip
    values = {(step.phase, step.symbol): step.value for step in trace.steps}
    assert trace.value(x(1)) == 1.3
    assert trace.value(W(2, 1, 2)) == -0.5
    # 0.1 · 1.3 − 0.5 · 0.3 + 0.8 = 0.78; sigmoid(0.8) = 0.6899…; −ln 0.7 = 0.3566…
    assert values[Phase.FORWARD, z(2, 1)] == 0.8
    assert values[Phase.FORWARD, a(2, 1)] == 0.7
    assert values[Phase.LOSS, E] == 0.4
    # δ = 0.7 − 1 = −0.3; ∂E/∂W_11 = −0.3 · 1.3 = −0.39; W_11 = 0.1 + 0.5 · 0.4 = 0.3
    assert values[Phase.BACKWARD, dW(2, 1, 1)] == -0.4
    assert values[Phase.UPDATE, W(2, 1, 1)] == 0.3
    assert values[Phase.UPDATE, b(2, 1)] == 1.0  # 0.8 + 0.5 · 0.3 = 0.95
    np.testing.assert_allclose(trace.after.parameters, [0.3, -0.5, 1.0])


def test_the_exact_numbers_are_kept_beside():
    network = Network((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=3)
    sample = np.array([[0.31, -0.72]]), np.array([[1.0]])
    paper = trace_pass(network, *sample, TrainSettings(), decimals=2)
    exact = trace_pass(network, *sample, TrainSettings())
    for on_paper, step in zip(paper.steps, exact.steps, strict=True):
        assert paper.exact_value(on_paper) == step.value
        assert exact.exact_value(step) == step.value
        assert on_paper.value == by_hand(on_paper.value, 2)


PAIRS = [(output, loss) for loss in LOSSES for output in ACTIVATIONS if LOSSES[loss].fits(output)]


def passes(output: str, loss: str, samples: int, decimals: int) -> tuple[Trace, Facts]:
    rng = np.random.default_rng(5)
    network = Network((3, 2, 2), ("tanh", output), loss, initializer="normal", seed=4)
    network.parameters += rng.normal(size=network.parameters.size) / 3
    target = np.eye(2)[rng.integers(0, 2, samples)]
    settings = TrainSettings(learning_rate=0.25)
    trace = trace_pass(network, rng.normal(size=(samples, 3)), target, settings, decimals=decimals)
    return trace, Facts(network.sizes, network.activations, loss, samples=samples)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_many_decimals_come_close_to_full_precision(output: str, loss: str):
    trace, _ = passes(output, loss, 3, 10)
    for step in trace.steps:
        assert step.value == pytest.approx(trace.exact_value(step), abs=1e-7)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("samples", [1, 3])
def test_numbers_of_a_formula_are_shown_in_full(output: str, loss: str, samples: int):
    trace, facts = passes(output, loss, samples, 3)
    for step in trace.steps:
        if step.phase is not Phase.UPDATE:
            made = formula(step.symbol, facts, trace.value, 3)
            assert not made.result.rounded, made.plain
            assert not made.numbers.rounded, made.plain


def test_an_output_that_is_one_on_paper_has_an_infinite_loss_where_it_should_be_zero():
    network = Network((1, 1), ("sigmoid",), "binary_cross_entropy")
    network.W[2][...], network.b[2][...] = 9.0, 0.0
    trace = trace_pass(network, np.array([[1.0]]), np.array([[0.0]]), TrainSettings(), decimals=3)
    assert trace.value(a(2, 1)) == 1.0
    assert trace.numbers.loss == np.inf
    assert trace.exact.loss == pytest.approx(9.0, abs=1e-3)
    assert trace.after is not None
