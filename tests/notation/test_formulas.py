"""Formulas in symbols, in numbers, and their results."""

import pytest
import ziamath
from formula_cases import Pass, run
from plain_values import value

from nnsim.engine import ACTIVATIONS, LOSSES
from nnsim.notation import E, Formula, Symbol, a, db, delta, dW, formula, z

DECIMALS = 9
PAIRS = [
    (activation, loss)
    for loss in LOSSES
    for activation in ACTIVATIONS
    if LOSSES[loss].fits(activation)
]


def renders(made: Formula) -> bool:
    return all("<svg" in ziamath.Latex(line.latex).svg() for line in made.lines)


def every_symbol(case: Pass) -> list[Symbol]:
    sizes = case.facts.sizes
    found: list[Symbol] = [E]
    for layer in range(2, len(sizes) + 1):
        for j in range(1, sizes[layer - 1] + 1):
            found += [z(layer, j), a(layer, j), delta(layer, j), db(layer, j)]
            found += [dW(layer, j, k) for k in range(1, sizes[layer - 2] + 1)]
    return found


def agrees(made: Formula) -> bool:
    """Whether the numbers put in give the result, but for rounding."""
    shown = made.numbers or made.result
    result = value(made.result.plain)
    return value(shown.plain) == pytest.approx(result, rel=1e-6, abs=1e-7)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_numbers_put_in_give_the_result(hidden: str, output: str, loss: str) -> None:
    case = run((3, 2, 2), (hidden, output), loss)
    for symbol in every_symbol(case):
        made = formula(symbol, case.facts, case.values, DECIMALS)
        assert value(made.result.plain) == pytest.approx(case.values(symbol), abs=1e-8)
        assert agrees(made), made.plain
