"""On paper, whatever line is on the screen gives, worked out by hand, the number beside it."""

import re
from decimal import Decimal

import numpy as np
import pytest
from decimal_values import rounded_up, with_digits, worked_out
from hypothesis import given, settings
from hypothesis import strategies as st

from nnsim.engine import ACTIVATIONS, LOSSES, OPTIMIZERS, Network, Trainer, TrainSettings
from nnsim.notation import (
    E,
    Facts,
    delta,
    dW,
    format_number,
    format_product,
    formula,
    matrix_formula,
)
from nnsim.trace import PAPER_RULES, Phase, Position, Step, Trace, trace_pass

HIDDEN = sorted(ACTIVATIONS)
PAIRS = [(output, loss) for loss in LOSSES for output in ACTIVATIONS if LOSSES[loss].fits(output)]


@st.composite
def paper_passes(draw: st.DrawFn) -> tuple[Trace, Facts]:
    output, loss = draw(st.sampled_from(PAIRS))
    hidden = draw(st.sampled_from(HIDDEN))
    optimizer = draw(st.sampled_from(sorted(OPTIMIZERS)))
    samples, decimals = draw(st.integers(1, 5)), draw(st.integers(2, 8))
    penalty = draw(st.sampled_from([0.0, 0.01]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    outputs = draw(st.integers(1, 3))
    network = Network((2, 3, outputs), (hidden, output), loss, initializer="normal", seed=1)
    network.parameters[...] = rng.normal(size=network.parameters.size)
    # Halves are what falls between two decimals.
    x = draw(
        st.sampled_from([rng.normal(size=(samples, 2)), rng.integers(-2, 3, (samples, 2)) / 2])
    )
    t = np.eye(outputs)[rng.integers(0, outputs, samples)]
    if outputs == 1:
        t = rng.integers(0, 2, (samples, 1)).astype(float)
    made = TrainSettings(optimizer=optimizer, learning_rate=0.25, l1=penalty, l2=penalty)
    state = None
    if draw(st.booleans()):
        trainer = Trainer(network, x, t, made)
        trainer.run_epoch()
        state = trainer.state
    trace = trace_pass(network, x, t, made, state, draw(st.integers(0, samples - 1)), decimals)
    facts = Facts(
        network.sizes, network.activations, loss, optimizer, samples, penalty, penalty
    )  # fmt: skip
    return trace, facts


def number(text: str) -> Decimal:
    return worked_out(text)


def is_number(text: str) -> bool:
    return "∞" not in text and "NaN" not in text


def check_line(line: str, shown: str, decimals: int) -> None:
    """Numbers near the end of what a float holds are left out: nobody writes them."""
    if is_number(line) and is_number(shown) and abs(number(shown)) < 10**5:
        assert rounded_up(worked_out(line), decimals) == number(shown), f"{line} {shown}"


def check_step(trace: Trace, facts: Facts, end: Position, step: Step) -> None:
    decimals, is_update = trace.decimals, step.phase is Phase.UPDATE
    batch = [
        lambda symbol, row=row: trace.value(symbol, row) for row in range(trace.samples)
    ] if trace.samples > 1 else ()  # fmt: skip
    made = formula(
        step.symbol, facts, trace.value, decimals,
        updated=(lambda symbol: end.result_of(symbol).value) if is_update else None,
        batch=batch,
        max_terms=None,
        remembered=trace.numbers.memory(step.symbol) if is_update else None,
        losses=trace.numbers.losses.tolist() if trace.samples > 1 else (),
    )  # fmt: skip
    check_line(made.numbers.plain or made.result.plain, made.result.plain, decimals)
    for line in made.worked:
        rule, arrow, result = line.plain.rpartition(" ≈ ")
        if arrow and "←" in rule:
            check_memory(rule, result, decimals)
        elif line.plain.startswith("∂E/∂a"):
            _, worked, *results = re.split(" [=≈] ", line.plain)
            check_line(worked, (results or [worked])[-1], decimals)


def check_memory(rule: str, shown: str, decimals: int) -> None:
    """Small numbers keep so many digits."""
    if is_number(rule) and is_number(shown):
        exact = worked_out(rule)
        if exact and abs(exact) < Decimal(10) ** (1 - decimals):
            assert with_digits(exact, decimals) == number(shown), f"{rule} {shown}"
        else:
            assert rounded_up(exact, decimals) == number(shown), f"{rule} {shown}"


@settings(deadline=None, max_examples=150)
@given(paper_passes())
def test_every_line_gives_the_number_beside_it(made: tuple[Trace, Facts]):
    trace, facts = made
    end = Position(trace).at(len(trace.steps))
    for step in trace.steps:
        check_step(trace, facts, end, step)


@settings(deadline=None, max_examples=100)
@given(paper_passes())
def test_every_running_sum_gives_the_number_beside_it(made: tuple[Trace, Facts]):
    trace, facts = made
    for step in trace.steps:
        for terms in range(1, len(step.products) + 1):
            running = trace.running_sum(step, terms)
            shown = formula(
                step.symbol, facts, trace.value, trace.decimals,
                max_terms=None, terms=terms, running=running,
            )  # fmt: skip
            texts = [
                line.plain.removesuffix(" + …").removesuffix(" · …")
                for line in (shown.numbers, shown.result)
            ]
            check_line(*texts, trace.decimals)


@settings(deadline=None, max_examples=100)
@given(paper_passes())
def test_what_the_samples_add_is_written_down_and_adds_up(made: tuple[Trace, Facts]):
    trace, _ = made
    decimals, rows = trace.decimals, range(trace.samples)
    losses = [format_number(loss, decimals) for loss in trace.numbers.losses]
    if all(map(is_number, losses)) and trace.samples > 1:
        mean = sum(number(loss) for loss in losses) / trace.samples
        assert rounded_up(mean, decimals) == number(format_number(trace.value(E), decimals))
    slope = dW(2, 1, 2)
    products = [
        format_product(trace.value(delta(2, 1), row), trace.value(slope_source, row))
        for row in rows
        for slope_source in [trace.steps[0].operands[3]]
    ]
    if all(map(is_number, products)):
        mean = sum(number(product) for product in products) / trace.samples
        assert rounded_up(mean, decimals) == number(format_number(trace.value(slope), decimals))


def test_a_batch_by_hand():
    """x = 0.1 and 0.2, W = 1, b = 0, t = 1 and 0; identity and squared error, 2 decimals."""
    network = Network((1, 1), ("identity",), "mean_squared_error")
    network.W[2][...], network.b[2][...] = 1.0, 0.0
    settings = TrainSettings(optimizer="momentum", learning_rate=0.5, momentum=0.9)
    x, t = np.array([[0.1], [0.2]]), np.array([[1.0], [0.0]])
    trace = trace_pass(network, x, t, settings, decimals=2)
    # E_1 = (0.1 - 1)² / 2 = 0.405, E_2 = 0.2² / 2 = 0.02, and their mean is 0.215.
    assert trace.numbers.losses.tolist() == [0.41, 0.02]
    assert trace.value(E) == 0.22
    # δ = -0.9 and 0.2; ∂E/∂W = (-0.9 · 0.1 + 0.2 · 0.2) / 2 = -0.025, ∂E/∂b = -0.7 / 2 = -0.35.
    assert trace.value(dW(2, 1, 1)) == -0.03
    # v = 0 - 0.5 · (-0.03) = 0.015 has 2 digits, since it is below 0.1; W = 1.02 (1.015).
    assert trace.after.optimizer_state.tolist() == [[0.015, 0.18]]
    assert trace.after.parameters.tolist() == [1.02, 0.18]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_is_worked_out_on_paper(optimizer: str):
    assert optimizer in PAPER_RULES
    network = Network((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=3)
    x, t = np.array([[0.3, -0.7], [1.0, 0.4]]), np.array([[1.0], [0.0]])
    settings = TrainSettings(optimizer=optimizer, learning_rate=0.1, l1=0.01, l2=0.02)
    trainer = Trainer(network, x, t, settings)
    trainer.run_epoch()
    paper = trace_pass(network, x, t, settings, trainer.state, decimals=10)
    np.testing.assert_allclose(paper.after.parameters, paper.exact.after.parameters, atol=1e-5)
    np.testing.assert_allclose(
        paper.after.optimizer_state, paper.exact.after.optimizer_state, atol=1e-8
    )


def cells_of(line: str) -> list[list[list[str]]]:
    """The matrices of a line, row by row."""
    found = re.findall(r"\[(.*?)\]", line)
    return [[row.split(", ") for row in matrix.split("; ")] for matrix in found]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_a_hidden_softmax_in_matrices_is_what_each_node_has(seed: int, output: str):
    """∂E/∂a and δ, cell by cell, worked out from the numbers in the cells before."""
    loss = "cross_entropy" if output == "softmax" else "mean_squared_error"
    network = Network((2, 3, 2), ("softmax", output), loss, initializer="normal", seed=seed)
    network.parameters[...] *= 3.0
    x, t = np.random.default_rng(seed).normal(size=(1, 2)), np.array([[1.0, 0.0]])
    trace = trace_pass(network, x, t, TrainSettings(), decimals=3)
    facts = Facts(network.sizes, network.activations, loss)
    made = matrix_formula("delta", 2, facts, trace.value, 3, max_size=None)
    (above, W3), (da,) = (cells_of(line.plain) for line in made.worked)
    assert product_of(above, W3, 3) == [number(each) for each in da[0]]
    before, jacobian = cells_of(made.numbers.plain)
    (shown,) = cells_of(made.result.plain)
    assert before == da
    assert product_of(before, jacobian, 3) == [number(each) for each in shown[0]]
    by_node = [formula(delta(2, j), facts, trace.value, 3).result.plain for j in (1, 2, 3)]
    assert [each.lstrip("=≈ ") for each in by_node] == shown[0]


def product_of(row: list[list[str]], matrix: list[list[str]], decimals: int) -> list[Decimal]:
    """A row times a matrix, as a person works it out."""
    sums = (
        " + ".join(f"({one}) · ({other})" for one, other in zip(row[0], column, strict=True))
        for column in zip(*matrix, strict=True)
    )
    return [rounded_up(worked_out(each), decimals) for each in sums]


def test_the_terms_of_e_are_those_of_the_written_outputs():
    network = Network((1, 3), ("softmax",), "cross_entropy")
    network.W[2][...] = np.array([[0.0], [1.0], [2.0]])
    x, t = np.array([[1.0]]), np.array([[0.0, 1.0, 0.0]])
    paper = trace_pass(network, x, t, TrainSettings(), decimals=2)
    # y = 0.09, 0.24, 0.67; -ln 0.24 = 1.427..., and not the 1.407... of the unrounded output.
    assert paper.numbers.terms[0] == pytest.approx([0.0, 1.4271163556401458, 0.0])
    assert paper.value(E) == 1.43
    exact = trace_pass(network, x, t, TrainSettings()).numbers
    assert exact.terms.sum(axis=1) == pytest.approx(exact.losses)
