import numpy as np
import pytest
import ziamath
from hypothesis import given
from hypothesis import strategies as st

from nnsim.engine import ACTIVATIONS, LOSSES
from nnsim.notation import E, Formula, a, a_formula, latex_number, loss_formula, z, z_formula


def renders(formula: Formula) -> bool:
    lines = (formula.symbols, formula.numbers, formula.result)
    return all("<svg" in ziamath.Latex(line).svg() for line in lines)


def test_weighted_sum_by_hand() -> None:
    formula = z_formula(2, 1, [0.5, -0.25], [1.0, 0.0], -0.1, 0.4, decimals=3)
    assert formula.symbol == z(2, 1)
    assert formula.symbols == (
        r"z^{(2)}_{1} = W^{(2)}_{11} \cdot a^{(1)}_{1} + W^{(2)}_{12} \cdot a^{(1)}_{2}"
        r" + b^{(2)}_{1}"
    )
    assert formula.numbers == (
        r"= 0.500 \cdot 1 + \left(-0.250\right) \cdot 0 + \left(-0.100\right)"
    )
    assert formula.result == "= 0.400"
    assert renders(formula)


def test_outputs_of_hidden_layers_keep_their_decimals() -> None:
    formula = z_formula(3, 1, np.array([2.0]), np.array([1.0]), 0.0, 2.0, decimals=2)
    assert formula.numbers == r"= 2.00 \cdot 1.00 + 0.00"


def test_rounded_numbers_are_called_approximate() -> None:
    formula = z_formula(2, 1, [1 / 3], [1.0], 0.0, 1 / 3, decimals=3)
    assert formula.numbers.startswith(r"\approx 0.333")
    assert formula.result == r"\approx 0.333"


def test_long_sums_are_folded() -> None:
    ones = np.ones(64)
    formula = z_formula(2, 1, ones, ones, 0.0, 64.0, decimals=0, max_terms=3)
    assert formula.numbers == r"= 1 \cdot 1 + 1 \cdot 1 + \cdots + 1 \cdot 1 + 0"
    assert r"W^{(2)}_{12} \cdot a^{(1)}_{2} + \cdots + W^{(2)}_{1,64}" in formula.symbols
    exactly = z_formula(2, 1, ones[:3], ones[:3], 0.0, 3.0, decimals=0, max_terms=3)
    assert r"\cdots" not in exactly.symbols


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("sum_", [-1.5, 0.25, 2e7])
def test_every_activation_renders(activation: str, sum_: float) -> None:
    assert renders(a_formula(3, 2, activation, [0.1, sum_], 0.5, decimals=3))


def test_sigmoid_of_a_negative_sum() -> None:
    formula = a_formula(2, 1, "sigmoid", [-1.5], 0.182, decimals=3)
    assert formula.symbol == a(2, 1)
    assert formula.symbols == r"a^{(2)}_{1} = \frac{1}{1 + e^{-z^{(2)}_{1}}}"
    assert formula.numbers == r"= \frac{1}{1 + e^{-\left(-1.500\right)}}"
    assert formula.result == "= 0.182"


def test_softmax_shows_the_whole_layer() -> None:
    formula = a_formula(2, 2, "softmax", [0.0, 1.0, -1.0], 0.6652, decimals=1)
    assert formula.numbers == r"= \frac{e^{1.0}}{e^{0.0} + e^{1.0} + e^{-1.0}}"
    assert formula.result == r"\approx 0.7"


def test_unknown_names_are_refused() -> None:
    with pytest.raises(KeyError):
        a_formula(2, 1, "swish", [0.0], 0.0, 3)
    with pytest.raises(KeyError):
        loss_formula("hinge", np.ones((1, 1)), np.ones((1, 1)), 0.0, 3)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (4, 1), (4, 3), (200, 10)])
def test_every_loss_renders(loss: str, shape: tuple[int, int]) -> None:
    formula = loss_formula(loss, np.full(shape, 0.3), np.full(shape, -1.0), 0.5, decimals=3)
    assert formula.symbol == E
    assert renders(formula)
    assert (r"\sum_{n}" in formula.symbols) == (shape[0] > 1)
    assert (r"\sum_{j}" in formula.symbols) == (shape[1] > 1)


def test_losses_by_hand() -> None:
    y, t = np.array([[0.75], [0.5]]), np.array([[1.0], [0.0]])
    assert loss_formula("mean_squared_error", y, t, 0.078125, decimals=2).numbers == (
        r"= \frac{1}{2 \cdot 2} \left( \left( 0.75 - 1 \right)^{2}"
        r" + \left( 0.50 - 0 \right)^{2} \right)"
    )
    one = loss_formula("binary_cross_entropy", y[:1], t[:1], 0.2877, decimals=2)
    assert one.symbols == (
        r"E = -\left[ t_{1} \cdot \ln y_{1}"
        r" + \left(1 - t_{1}\right) \cdot \ln\left(1 - y_{1}\right) \right]"
    )
    assert one.numbers == (
        r"= -\left[ 1 \cdot \ln 0.75 + \left(1 - 1\right) \cdot \ln\left(1 - 0.75\right) \right]"
    )
    rows = loss_formula(
        "cross_entropy", np.array([[0.25, 0.75]]), np.array([[0.0, 1.0]]), 0.2877, decimals=2
    )
    assert rows.symbols == r"E = -\sum_{j} t_{j} \cdot \ln y_{j}"
    assert rows.numbers == r"= -\left( 0 \cdot \ln 0.25 + 1 \cdot \ln 0.75 \right)"
    assert rows.result == r"\approx 0.29"


@given(st.one_of(st.none(), st.floats()), st.integers(0, 6))
def test_latex_numbers_use_ascii(value: float | None, decimals: int) -> None:
    text = latex_number(value, decimals)
    assert value is None or text.isascii()
    assert "e+" not in text
