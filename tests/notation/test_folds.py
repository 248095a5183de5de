"""Dots know what they stand for; a bracket without room is broken between its terms."""

import pytest
from formula_cases import run

from nnsim.notation import E, Fold, Formula, W, a, db, delta, dW, formula, matrix_formula, z

WIDE = run((2, 9, 9, 1), ("tanh", "sigmoid", "sigmoid"), "binary_cross_entropy")
BATCH = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", samples=9)


def folds(made: Formula) -> set[Fold]:
    return {part.fold for line in made.lines for part in line.targets if part.fold}


@pytest.mark.parametrize("symbol", [z(3, 2), delta(2, 1)])
def test_dots_of_a_sum_stand_for_its_terms(symbol):
    made = formula(symbol, WIDE.facts, WIDE.values, 3)
    assert folds(made) == {Fold(symbol)}
    assert made.is_folded
    assert not formula(symbol, WIDE.facts, WIDE.values, 3, max_terms=None).is_folded


@pytest.mark.parametrize("symbol", [E, dW(2, 1, 1), db(3, 1)])
def test_dots_between_samples_stand_for_their_parts(symbol):
    made = formula(symbol, BATCH.facts, BATCH.values, 3, batch=BATCH.samples)
    assert folds(made) == {Fold(symbol)}


def test_what_is_not_computed_yet_is_no_fold():
    made = formula(z(3, 2), WIDE.facts, WIDE.values, 3, terms=2)
    assert made.numbers.plain.endswith("…")
    assert not any(part.fold for part in made.numbers.parts)


@pytest.mark.parametrize("form", ["row", "column"])
def test_dots_in_a_matrix_stand_for_all_of_it(form):
    made = matrix_formula("z", 3, WIDE.facts, WIDE.values, 3, form=form)
    weights = Fold(W(3, 1, 1), is_matrix=True, transposed=form == "row")
    vector = Fold(z(3, 1), is_matrix=True, transposed=form == "column")
    assert {weights, vector} <= folds(made)
    assert all(fold.is_matrix for fold in folds(made))


@pytest.mark.parametrize("symbol", [E, dW(2, 1, 1)])
def test_a_long_bracket_is_broken_between_its_terms(symbol):
    line = formula(
        symbol, BATCH.facts, BATCH.values, 3, batch=BATCH.samples, max_terms=None
    ).numbers
    pieces = line.broken(60, lambda each: len(each.plain))
    assert len(pieces) > 2
    assert "".join(piece.plain for piece in pieces) == line.plain
    for piece in pieces:
        assert len(piece.plain) <= 60
        latex = piece.latex
        assert latex.count(r"\left") == latex.count(r"\right")
        assert latex.count("{") == latex.count("}")
    for piece in pieces[1:]:
        assert piece.plain.startswith(" + ")


def test_a_bracket_that_is_a_little_too_long_stays_whole():
    line = formula(delta(2, 1), BATCH.facts, BATCH.values, 3).numbers
    length = len(line.plain)
    assert "(1 − " in line.plain
    assert line.broken(length / 1.2, lambda each: len(each.plain)) == (line,)


def test_a_bracket_that_has_room_stays_as_it_is():
    made = formula(dW(2, 1, 1), BATCH.facts, BATCH.values, 3, batch=BATCH.samples)
    assert made.numbers.broken(1000, lambda each: len(each.plain)) == (made.numbers,)


@pytest.mark.parametrize("form", ["row", "column"])
@pytest.mark.parametrize("kind", ["z", "a", "delta", "dW", "db"])
def test_a_matrix_is_never_broken(kind, form):
    """Not even in a bracket that is."""
    made = matrix_formula(kind, 2, BATCH.facts, BATCH.values, 3, form=form, batch=BATCH.samples)
    for line in made.lines:
        for piece in line.broken(10, lambda each: len(each.plain)):
            assert piece.latex.count(r"\begin{") == piece.latex.count(r"\end{")
            assert piece.latex.count("{") == piece.latex.count("}")
            assert piece.latex.count(r"\left") == piece.latex.count(r"\right")


def test_a_wide_line_of_matrices_is_broken_between_them():
    made = matrix_formula("delta", 2, BATCH.facts, BATCH.values, 3)
    pieces = made.symbols.broken(40, lambda each: len(each.plain))
    assert "".join(piece.plain for piece in pieces) == made.symbols.plain
    assert len(pieces) > 2
    assert {piece.plain[:3] for piece in pieces[1:]} <= {" = ", " · ", " ∘ "}


def test_an_arrow_opens_no_bracket():
    made = matrix_formula("b", 2, BATCH.facts, BATCH.values, 3, updated=BATCH.values)
    pieces = made.symbols.broken(len(made.symbols.plain) - 1, lambda each: len(each.plain))
    assert pieces[-1].plain.startswith(" − η")


@pytest.mark.parametrize("form", ["row", "column"])
def test_columns_of_formulas_are_folded_sooner(form):
    """Not their rows, and not the matrices of plain numbers beside them."""
    case = run((2, 3, 2), ("softmax", "sigmoid"), "binary_cross_entropy")
    made = matrix_formula("delta", 2, case.facts, case.values, 3, form=form, max_size=3)
    for line in (made.symbols, made.numbers):
        jacobian = next(part for part in line.plain.split("]") if "1 − " in part)
        rows = jacobian.rpartition("[")[2].split("; ")
        assert [row.split(", ")[1] for row in rows] == ["…"] * 3
        assert line.plain.count("…") == 3
    assert folds(made) == {Fold(a(2, 1), is_matrix=True, transposed=form == "column")}
    whole = matrix_formula("delta", 2, case.facts, case.values, 3, form=form, max_size=None)
    assert not whole.is_folded


def test_short_cells_need_no_fold():
    case = run((2, 3, 2), ("identity", "sigmoid"), "binary_cross_entropy")
    assert not matrix_formula("delta", 2, case.facts, case.values, 3, max_size=3).is_folded


def test_a_bracket_in_a_bracket_is_broken_too():
    case = run((2, 5, 2), ("softmax", "sigmoid"), "binary_cross_entropy")
    line = formula(delta(2, 2), case.facts, case.values, 3, max_terms=None).numbers
    pieces = line.broken(30, lambda each: len(each.plain))
    assert "".join(piece.plain for piece in pieces) == line.plain
    assert all(len(piece.plain) <= 33 for piece in pieces)
    assert {piece.plain[:3] for piece in pieces[1:]} == {" − ", " + "}
    for piece in pieces:
        assert piece.latex.count(r"\left") == piece.latex.count(r"\right")


def test_matrices_of_samples_are_broken_between_the_samples():
    case = run((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", samples=3)
    line = matrix_formula("dW", 2, case.facts, case.values, 3, batch=case.samples).numbers
    room = len(line.plain) // 2
    pieces = line.broken(room, lambda each: len(each.plain))
    assert "".join(piece.plain for piece in pieces) == line.plain
    assert all(piece.plain.startswith(" + ") for piece in pieces[1:])
    assert len(pieces) > 1
