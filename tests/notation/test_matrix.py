"""Formulas of whole layers, in matrices."""

from collections.abc import Sequence
from typing import get_args

import numpy as np
import pytest
import ziamath
from formula_cases import Pass, run
from plain_values import matrix_value

from nnsim.engine import ACTIVATIONS, LOSSES, TrainSettings
from nnsim.notation import (
    Formula,
    MatrixForm,
    MatrixKind,
    Symbol,
    SymbolError,
    Values,
    W,
    a,
    b,
    delta,
    dW,
    eta,
    matrix_formula,
    z,
)

DECIMALS = 9
FORMS = get_args(MatrixForm)
KINDS = get_args(MatrixKind)
PAIRS = [
    (activation, loss)
    for loss in LOSSES
    for activation in ACTIVATIONS
    if LOSSES[loss].fits(activation)
]
XOR = ((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy")


def made(case: Pass, kind: MatrixKind, layer: int, form: MatrixForm, **more: object) -> Formula:
    if kind in ("W", "b"):
        more = {"updated": case.updated} | more
    if case.facts.samples > 1:
        more = {"batch": case.samples} | more
    return matrix_formula(
        kind, layer, case.facts, case.values, DECIMALS, **({"form": form, "max_size": None} | more)
    )


def expected(case: Pass, kind: MatrixKind, layer: int, form: MatrixForm) -> np.ndarray:
    """The engine's numbers, arranged as the form wants them."""
    values: Values = case.updated if kind in ("W", "b") else case.values
    sizes = case.facts.sizes
    nodes = range(1, sizes[layer - 1] + 1)
    if kind in ("W", "dW"):
        sources = range(1, sizes[layer - 2] + 1)
        return np.array([[values(Symbol(kind, layer, j, k)) for k in sources] for j in nodes])
    row = np.array([[values(Symbol(kind, layer, j)) for j in nodes]])
    return row if form == "row" else row.T


def check(case: Pass, kind: MatrixKind, layer: int, form: MatrixForm) -> None:
    formula = made(case, kind, layer, form)
    wanted = expected(case, kind, layer, form)
    np.testing.assert_allclose(matrix_value(formula.result.plain), wanted, atol=1e-8, rtol=0)
    shown = formula.numbers or formula.result
    np.testing.assert_allclose(matrix_value(shown.plain), wanted, atol=1e-7, rtol=1e-6)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_numbers_put_in_give_the_engines_matrix(
    hidden: str, output: str, loss: str, form: MatrixForm
) -> None:
    case = run((3, 2, 2), (hidden, output), loss)
    for kind in KINDS:
        for layer in (2, 3):
            check(case, kind, layer, form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_of_a_batch_the_slopes_are_means_over_the_samples(
    output: str, loss: str, form: MatrixForm
) -> None:
    case = run((2, 3, 2), ("softmax", output), loss, samples=3)
    for kind in KINDS:
        for layer in (2, 3):
            check(case, kind, layer, form)


@pytest.mark.parametrize("form", FORMS)
def test_targets_that_do_not_sum_to_one(form: MatrixForm) -> None:
    case = run((2, 3), ("softmax",), "cross_entropy", targets=np.array([[0.5, 1.0, 0.25]]))
    check(case, "delta", 2, form)
    assert made(case, "delta", 2, form).given[0].plain == "δ^(2) = y · (Σ_i t_i) − t"


@pytest.mark.parametrize("form", FORMS)
def test_penalties_are_part_of_the_update_of_weights(form: MatrixForm) -> None:
    settings = TrainSettings(learning_rate=0.5, l1=0.01, l2=0.1)
    case = run((2, 3, 1), ("tanh", "sigmoid"), "mean_squared_error", settings=settings)
    for layer in (2, 3):
        check(case, "W", layer, form)
        check(case, "b", layer, form)
    assert made(case, "W", 2, form).given[0].plain == (
        "W^(2) ← W^(2) − η · (∂E/∂W^(2) + λ_2 · W^(2) + λ_1 · sgn(W^(2)))"
    )


def test_optimizers_with_a_memory_show_rule_and_result() -> None:
    case = run(*XOR, settings=TrainSettings(optimizer="momentum", learning_rate=0.5))
    formula = made(case, "W", 2, "row")
    assert [line.plain for line in formula.given] == [
        "W^(2) ← W^(2) + v",
        "g = ∂E/∂W^(2)",
        "v ← μ · v − η · g",
    ]
    assert not formula.numbers
    np.testing.assert_allclose(
        matrix_value(formula.result.plain), expected(case, "W", 2, "row"), atol=1e-8
    )


# By hand: the notes' row form, in which the first column of Wᵀ is W_11, W_12.


def test_rows_as_in_the_notes() -> None:
    formula = made(run(*XOR), "z", 2, "row")
    assert formula.given[0].plain == "z^(2) = a^(1) · W^(2)ᵀ + b^(2)"
    assert formula.symbols.plain == (
        "[z^(2)_1, z^(2)_2] = [a^(1)_1, a^(1)_2]"
        " · [W^(2)_11, W^(2)_21; W^(2)_12, W^(2)_22] + [b^(2)_1, b^(2)_2]"
    )


def test_columns() -> None:
    formula = made(run(*XOR), "z", 2, "column")
    assert formula.given[0].plain == "z^(2) = W^(2) · a^(1) + b^(2)"
    assert formula.symbols.plain == (
        "[z^(2)_1; z^(2)_2] = [W^(2)_11, W^(2)_12; W^(2)_21, W^(2)_22]"
        " · [a^(1)_1; a^(1)_2] + [b^(2)_1; b^(2)_2]"
    )


BOLD: dict[tuple[str, int], tuple[str, str]] = {
    ("a", 2): ("a^(2) = f(z^(2))",) * 2,
    ("a", 3): ("a^(3) = y = f(z^(3))",) * 2,
    ("delta", 3): ("δ^(3) = y − t",) * 2,
    ("delta", 2): (
        "δ^(2) = (δ^(3) · W^(3)) ∘ f'(z^(2))",
        "δ^(2) = (W^(3)ᵀ · δ^(3)) ∘ f'(z^(2))",
    ),
    ("dW", 2): ("∂E/∂W^(2) = δ^(2)ᵀ · a^(1)", "∂E/∂W^(2) = δ^(2) · a^(1)ᵀ"),
    ("db", 2): ("∂E/∂b^(2) = δ^(2)",) * 2,
    ("W", 2): ("W^(2) ← W^(2) − η · ∂E/∂W^(2)",) * 2,
    ("b", 2): ("b^(2) ← b^(2) − η · ∂E/∂b^(2)",) * 2,
}


@pytest.mark.parametrize(("kind", "layer"), BOLD)
def test_rules_in_bold_letters(kind: MatrixKind, layer: int) -> None:
    case = run(*XOR)
    for form, rule in zip(FORMS, BOLD[kind, layer], strict=True):
        assert made(case, kind, layer, form).given[0].plain == rule


def test_the_bold_sum_over_samples_and_mean() -> None:
    case = run(*XOR, samples=4)
    assert made(case, "dW", 3, "row").given[0].plain == "∂E/∂W^(3) = 1/N · Σ_n δ^(3)_nᵀ · a^(2)_n"
    assert made(case, "dW", 3, "row").symbols.plain == (
        "[∂E/∂W^(3)_11, ∂E/∂W^(3)_12] = 1/N · Σ_n [δ^(3)_n1] · [a^(2)_n1, a^(2)_n2]"
    )
    assert made(case, "db", 3, "row").given[0].plain == "∂E/∂b^(3) = 1/N · Σ_n δ^(3)_n"
    assert made(case, "delta", 3, "row").given[0].plain == "δ^(3) = y − t"


def test_softmax_is_differentiated_by_its_jacobian() -> None:
    case = run((2, 2, 2), ("softmax", "softmax"), "mean_squared_error")
    hidden, output = (made(case, "delta", layer, "row") for layer in (2, 3))
    assert [line.plain for line in hidden.given] == [
        "δ^(2) = ∂E/∂a^(2) · J",
        "J = diag(a^(2)) − a^(2)ᵀ · a^(2)",
        "∂E/∂a^(2) = δ^(3) · W^(3)",
        "[∂E/∂a^(2)_1, ∂E/∂a^(2)_2] = "
        "[δ^(3)_1, δ^(3)_2] · [W^(3)_11, W^(3)_12; W^(3)_21, W^(3)_22]",
    ]
    assert output.given[0].plain == "δ^(3) = (y − t) · J"
    assert hidden.symbols.plain.endswith(
        "[a^(2)_1 · (1 − a^(2)_1), −a^(2)_1 · a^(2)_2; −a^(2)_2 · a^(2)_1, a^(2)_2 · (1 − a^(2)_2)]"
    )
    column = made(case, "delta", 2, "column")
    assert column.given[0].plain == "δ^(2) = J · ∂E/∂a^(2)"
    assert column.given[2].plain == "∂E/∂a^(2) = W^(3)ᵀ · δ^(3)"


def test_without_the_batch_the_slopes_have_no_line_of_numbers() -> None:
    case = run(*XOR, samples=4)
    assert not made(case, "dW", 2, "row", batch=()).numbers
    assert made(case, "z", 2, "row", batch=()).numbers


# Pointing and folding


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_can_be_pointed_at(form: MatrixForm) -> None:
    case = run(*XOR)
    of_sums = made(case, "z", 2, form)
    wanted = {W(2, j, k) for j in (1, 2) for k in (1, 2)} | {*(a(1, 1), a(1, 2), b(2, 1), b(2, 2))}
    assert set(of_sums.right.symbols) == set(of_sums.numbers.symbols) == wanted
    assert of_sums.result.symbols == of_sums.left.symbols == (z(2, 1), z(2, 2))
    update = made(case, "W", 3, form)
    assert set(update.numbers.symbols) == {W(3, 1, 1), W(3, 1, 2), dW(3, 1, 1), dW(3, 1, 2), eta}
    for line in (*of_sums.lines[1:], *update.lines[1:]):
        for part in line.parts:
            assert part.symbol is not None or not any(letter.isdigit() for letter in part.plain)


def grid(plain: str, number: int) -> list[list[str]]:
    """The cells of a matrix of a line, by their order in it."""
    text = plain.split("[")[number + 1].split("]")[0]
    return [row.split(", ") for row in text.split("; ")]


def test_large_matrices_are_folded_and_opened() -> None:
    case = run((64, 32, 5), ("relu", "softmax"), "cross_entropy")
    folded = made(case, "z", 2, "row", max_size=3)
    weights = grid(folded.right.plain, 1)
    assert weights[0] == ["W^(2)_11", "W^(2)_21", "…", "W^(2)_32,1"]
    assert weights[2] == ["…"] * 4
    assert [row[0] for row in weights] == ["W^(2)_11", "W^(2)_12", "…", "W^(2)_1,64"]
    assert len(weights) == 4
    opened = made(case, "z", 2, "row", max_size=None)
    weights = grid(opened.right.plain, 1)
    assert (len(weights), len(weights[0])) == (64, 32)
    assert "…" not in opened.plain


def test_sums_over_samples_and_inside_softmax_are_folded_too() -> None:
    case = run((2, 9), ("softmax",), "cross_entropy", samples=20)
    slopes = made(case, "db", 2, "row", max_size=3)
    assert slopes.numbers.plain.count("[") == 3
    outputs = made(case, "a", 2, "row", max_size=3)
    assert outputs.symbols.plain.count("e^") == 6


def is_typeset(formula: Formula) -> bool:
    return all("<svg" in ziamath.Latex(line.latex).svg() for line in formula.lines)


@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_latex_of_every_activation_is_typeset(hidden: str) -> None:
    case = run((2, 6, 2), (hidden, "softmax"), "mean_squared_error")
    assert is_typeset(made(case, "a", 2, "row", max_size=3))
    assert is_typeset(made(case, "delta", 2, "column", max_size=3))


@pytest.mark.parametrize("kind", KINDS)
def test_latex_of_folded_matrices_is_typeset(kind: MatrixKind) -> None:
    case = run((6, 7, 2), ("tanh", "softmax"), "cross_entropy", samples=3)
    assert is_typeset(made(case, kind, 2, "row", max_size=3))


def test_what_has_not_been_computed_is_a_dash() -> None:
    case = run(*XOR)

    def early(symbol: Symbol) -> float | None:
        return None if symbol.kind in ("z", "a") and symbol.layer > 1 else case.values(symbol)

    formula = matrix_formula("z", 3, case.facts, early, 3)
    assert grid(formula.numbers.plain, 0) == [["—", "—"]]
    assert formula.result.plain == "= [—]"


def test_rounded_numbers_are_nearly_equal() -> None:
    case = run(*XOR)
    formula = matrix_formula("a", 2, case.facts, case.values, 3)
    assert formula.result.plain.startswith("≈ [")


@pytest.mark.parametrize(
    ("kind", "layer"), [("E", 2), ("z", 1), ("z", 4), ("W", 2), ("b", 2), ("t", 2)]
)
def test_what_has_no_matrix_form_is_refused(kind: MatrixKind, layer: int) -> None:
    case = run(*XOR)
    with pytest.raises(SymbolError):
        matrix_formula(kind, layer, case.facts, case.values, 3)


def symbols_of_delta(formula: Formula) -> Sequence[Symbol]:
    return [symbol for symbol in formula.operands if symbol.kind == "delta"]


def test_hidden_deltas_come_from_those_above() -> None:
    case = run((2, 2, 3), ("tanh", "softmax"), "cross_entropy")
    formula = made(case, "delta", 2, "row")
    assert symbols_of_delta(formula) == [delta(3, 1), delta(3, 2), delta(3, 3)]
