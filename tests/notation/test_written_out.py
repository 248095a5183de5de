"""How lines with numbers are written where rounding or long lines would mislead."""

import numpy as np
import pytest
from formula_cases import run

from nnsim.engine import TrainSettings
from nnsim.notation import (
    E,
    Facts,
    Formula,
    MatrixForm,
    MatrixKind,
    Memory,
    Symbol,
    W,
    a,
    dW,
    formula,
    matrix_formula,
)

SIGMOID = Facts((1, 1), ("sigmoid",), "binary_cross_entropy")


def loss_of(y: float, t: float) -> str:
    known = {"a": y, "t": t, "E": -(t * np.log(y) + (1 - t) * np.log1p(-y))}
    return formula(E, SIGMOID, lambda symbol: known[symbol.kind], 3).numbers.plain


@pytest.mark.parametrize(
    ("y", "t", "written"),
    [
        (8e-9, 1.0, "ln(8.00 · 10^−9)"),
        (1 - 1e-4, 0.0, "ln(1.00 · 10^−4)"),
        (0.002, 1.0, "ln(0.002)"),  # nothing is lost: this is the whole number
        (0.25, 0.0, "ln(1 − 0.250)"),
    ],
)
def test_a_logarithm_is_never_of_a_number_rounded_to_zero(y: float, t: float, written: str):
    assert written in loss_of(y, t)


def test_losses_that_are_written_down_are_averaged_by_their_own_formula():
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", samples=2)
    made = formula(E, case.facts, case.values, 3, batch=case.samples, losses=[0.5, 0.25])
    assert [line.plain for line in made.given] == [
        "E_n = −(t_n1 · ln(y_n1) + (1 − t_n1) · ln(1 − y_n1))"
    ]
    assert made.symbols.plain == "E = 1/N · Σ_n E_n"
    assert made.numbers.plain == "= 1/2 · (0.500 + 0.250)"


def test_slopes_of_a_batch_are_means():
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", samples=2)
    made = formula(dW(3, 1, 2), case.facts, case.values, 3, batch=case.samples)
    assert made.symbols.plain == "∂E/∂W^(3)_12 = 1/N · Σ_n δ^(3)_n1 · a^(2)_n2"
    assert made.numbers.plain.lstrip("≈= ").startswith("1/2 · (")


def test_a_gradient_with_penalties_has_a_value_that_the_next_line_goes_on_with():
    settings = TrainSettings(optimizer="momentum", learning_rate=0.5, l2=0.1)
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", settings=settings)
    known = Memory({"momentum": 0.9}, (0.0,), (-0.06,), 1, 0.12)
    made = formula(W(2, 1, 1), case.facts, case.values, 3, updated=case.updated, remembered=known)
    g, v = (line.plain for line in made.worked)
    assert g.endswith(" = 0.120")
    assert v == "v ← 0.9 · 0.000 − 0.5 · 0.120 = −0.060"


def test_a_share_is_not_broken():
    settings = TrainSettings(optimizer="adam", learning_rate=0.5)
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", settings=settings)
    constants = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    known = Memory(constants, (0.0, 0.0), (0.012, 0.0), 1, 0.12)
    made = formula(W(2, 1, 1), case.facts, case.values, 3, updated=case.updated, remembered=known)
    for line in made.worked:
        pieces = [piece.plain for piece in line.broken(10.0, lambda each: len(each.plain))]
        assert all(piece.count("(") == piece.count(")") for piece in pieces), pieces


def test_what_scales_a_matrix_stays_with_it_in_a_broken_line():
    case = run((2, 8, 8, 1), ("tanh", "tanh", "sigmoid"), "binary_cross_entropy", samples=3)
    made = matrix_formula("W", 3, case.facts, case.values, 3, updated=case.updated)
    pieces = [piece.plain for piece in made.symbols.broken(60.0, lambda each: len(each.plain))]
    assert any(piece.startswith(" − η · [∂E/∂W^(3)_11") for piece in pieces), pieces
    slopes = matrix_formula("dW", 3, case.facts, case.values, 3, batch=case.samples)
    pieces = [piece.plain for piece in slopes.symbols.broken(60.0, lambda each: len(each.plain))]
    assert any(piece.startswith(" = 1/N · Σ_n [δ^(3)_n1") for piece in pieces), pieces


def test_a_long_sum_of_exponentials_stands_beside_a_stroke_and_can_be_broken():
    case = run((2, 10), ("softmax",), "cross_entropy")
    few, all_terms = (
        formula(a(2, 3), case.facts, case.values, 3, max_terms=most).symbols for most in (3, None)
    )
    assert r"\frac" in few.latex
    assert r"\frac" not in all_terms.latex
    pieces = all_terms.broken(40.0, lambda each: len(each.plain))
    assert len(pieces) > 2
    assert all(len(piece.plain) <= 60 for piece in pieces)


@pytest.mark.parametrize("form", ["row", "column"])
def test_what_an_optimizer_remembers_of_a_layer_stands_in_matrices(form: MatrixForm):
    settings = TrainSettings(optimizer="momentum", learning_rate=0.5)
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", settings=settings)

    def remembered(symbol: Symbol) -> Memory:
        v = symbol.j + symbol.k / 10
        return Memory({"momentum": 0.9}, (v - 1,), (v,), 1, 0.0)

    def made(kind: MatrixKind) -> Formula:
        return matrix_formula(
            kind, 2, case.facts, case.values, 1,
            form=form, updated=case.updated, remembered=remembered,
        )  # fmt: skip

    weights, biases = made("W"), made("b")
    assert weights.worked[1].plain.startswith("v ← 0.9 · [0.1, 0.2; 1.1, 1.2] − 0.5 · [")
    assert weights.worked[1].plain.endswith(" = [1.1, 1.2; 2.1, 2.2]")
    assert weights.numbers.plain.endswith(" + [1.1, 1.2; 2.1, 2.2]")
    assert biases.numbers.plain.endswith(" + [1.0, 2.0]" if form == "row" else " + [1.0; 2.0]")


def test_a_fraction_of_matrices_is_left_to_the_numbers():
    settings = TrainSettings(optimizer="adam", learning_rate=0.5)
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", settings=settings)
    constants = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    known = Memory(constants, (0.0, 0.0), (0.25, 0.5), 1, 0.12)
    made = matrix_formula(
        "W", 2, case.facts, case.values, 3, updated=case.updated, remembered=lambda _: known
    )
    assert [line.plain.split(" ")[0] for line in made.worked] == ["g", "m", "v"]
    assert not made.numbers
    assert " ∘ [" in made.worked[2].plain
