r"""Formulas as LaTeX: in symbols, with the numbers put in, and the result.

Each builder takes the numbers of one sample as the engine holds them and gives three lines that
follow one another: "z = W \cdot a + b", "= 0.5 \cdot 1 + 0.1", "= 0.6". A line begins with
\approx where a number in it is shown rounded. Long sums are folded with \cdots.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnsim.notation import symbols
from nnsim.notation.numbers import MINUS, format_compact, format_number, parse_number
from nnsim.notation.symbols import Symbol

Row = Sequence[float] | NDArray[np.float64]
MAX_TERMS = 6

# <z> is the weighted sum, <(z)> the same in parentheses when it is negative.
_ACTIVATIONS = {
    "identity": "<z>",
    "sigmoid": r"\frac{1}{1 + e^{-<(z)>}}",
    "tanh": r"\tanh\left(<z>\right)",
    "relu": r"\max\left(0,\, <z>\right)",
    "leaky_relu": r"\max\left(0.01 \cdot <(z)>,\, <z>\right)",
    "softplus": r"\ln\left(1 + e^{<z>}\right)",
    "step": r"\begin{cases} 1 & <z> \geq 0 \\ 0 & <z> < 0 \end{cases}",
}
SOFTMAX = "softmax"

# Sign, divisor beside N, and one term of the sum, where <(t)> is in parentheses when
# negative. ln, not log: on a calculator log is the one to base 10.
_LOSSES = {
    "binary_cross_entropy": (
        "-",
        "",
        r"\left[ <(t)> \cdot \ln <y>"
        r" + \left(1 - <(t)>\right) \cdot \ln\left(1 - <y>\right) \right]",
    ),
    "cross_entropy": ("-", "", r"<(t)> \cdot \ln <y>"),
    "mean_squared_error": ("", "2", r"\left( <y> - <(t)> \right)^{2}"),
}


@dataclass(frozen=True, slots=True)
class Formula:
    """Three lines of LaTeX for the value of `symbol`; `numbers` and `result` begin with = or ≈."""

    symbol: Symbol
    symbols: str
    numbers: str
    result: str


def latex_number(value: float | None, decimals: int, compact: bool = False) -> str:
    r"""A number for LaTeX: "-0.500", "1.234 \cdot 10^{7}", "\infty"; None is a dash."""
    text = (format_compact if compact else format_number)(value, decimals)
    mantissa, e, exponent = text.replace(MINUS, "-").partition("e")
    if e:
        return rf"{mantissa} \cdot 10^{{{exponent.lstrip('+')}}}"
    return text.replace(MINUS, "-").replace("∞", r"\infty").replace("NaN", r"\mathrm{NaN}")


def z_formula(
    layer: int,
    j: int,
    W_row: Row,
    a_prev: Row,
    b: float,
    z: float,
    decimals: int,
    max_terms: int = MAX_TERMS,
) -> Formula:
    """The weighted sum of node j: z = Σ_k W_jk · a_k + b.

    `W_row` (n_{l-1},) is row j of the layer's W, `a_prev` (n_{l-1},) the outputs of the layer
    before it; those of the input layer are shown as they were typed, without trailing zeros.
    """
    shown = _shown(len(a_prev), max_terms)
    inputs = layer == 2
    names = _folded(
        shown,
        lambda k: rf"{symbols.W(layer, j, k + 1).latex} \cdot {symbols.a(layer - 1, k + 1).latex}",
    )
    products = _folded(
        shown,
        lambda k: (
            rf"{_factor(W_row[k], decimals)} \cdot {_factor(a_prev[k], decimals, compact=inputs)}"
        ),
    )
    symbol = symbols.z(layer, j)
    values = [b, *(array[k] for k in shown if k is not None for array in (W_row, a_prev))]
    return Formula(
        symbol,
        f"{symbol.latex} = {names} + {symbols.b(layer, j).latex}",
        f"{_equals(values, decimals)} {products} + {_factor(b, decimals)}",
        f"{_equals([z], decimals)} {latex_number(z, decimals)}",
    )


def a_formula(
    layer: int,
    j: int,
    activation: str,
    z: Row,
    a: float,
    decimals: int,
    max_terms: int = MAX_TERMS,
) -> Formula:
    """The output of node j: a = f(z). `z` (n_l,) is the whole layer's, as softmax needs it.

    Raises KeyError for an activation without a formula.
    """
    symbol = symbols.a(layer, j)
    if activation == SOFTMAX:
        shown = _shown(len(z), max_terms)
        name = symbols.z(layer, j).latex
        in_symbols = rf"\frac{{e^{{{name}}}}}{{\sum_{{k}} e^{{z^{{({layer})}}_{{k}}}}}}"
        total = _folded(shown, lambda k: f"e^{{{latex_number(z[k], decimals)}}}")
        numbers = rf"\frac{{e^{{{latex_number(z[j - 1], decimals)}}}}}{{{total}}}"
        values = [z[j - 1], *(z[k] for k in shown if k is not None)]
    else:
        template = _ACTIVATIONS[activation]
        name = symbols.z(layer, j).latex
        in_symbols = template.replace("<z>", name).replace("<(z)>", name)
        values = [z[j - 1]]
        numbers = template.replace("<z>", latex_number(z[j - 1], decimals))
        numbers = numbers.replace("<(z)>", _factor(z[j - 1], decimals))
    return Formula(
        symbol,
        f"{symbol.latex} = {in_symbols}",
        f"{_equals(values, decimals)} {numbers}",
        f"{_equals([a], decimals)} {latex_number(a, decimals)}",
    )


def loss_formula(
    loss: str,
    y: NDArray[np.float64],
    t: NDArray[np.float64],
    E: float,
    decimals: int,
    max_terms: int = MAX_TERMS,
) -> Formula:
    """The loss E of the outputs `y` (N, m) against the targets `t` (N, m), without penalty.

    For one sample the mean over samples is left out, for one output the sum over outputs.
    Raises KeyError for a loss without a formula.
    """
    sign, divisor, term = _LOSSES[loss]
    n_samples, n_outputs = y.shape
    several_samples, several_outputs = n_samples > 1, n_outputs > 1
    index = ("n" if several_samples else "") + ("j" if several_outputs else "1")
    sums = r"\sum_{n} " * several_samples + r"\sum_{j} " * several_outputs
    names = {mark: f"{mark.strip('<()>')}_{{{index}}}" for mark in ("<y>", "<(t)>")}

    def numbers_of(position: int) -> str:
        at = divmod(position, n_outputs)
        return _filled(
            term,
            {
                "<y>": latex_number(y[at], decimals),
                "<(t)>": _factor(t[at], decimals, compact=True),
            },
        )

    shown = _shown(y.size, max_terms)
    total = _folded(shown, numbers_of)
    if len(shown) > 1:
        total = rf"\left( {total} \right)"
    values = [array.flat[k] for k in shown if k is not None for array in (y, t)]
    return Formula(
        symbols.E,
        f"E = {sign}{_mean(divisor, 'N' if several_samples else '1')}{sums}{_filled(term, names)}",
        f"{_equals(values, decimals)} {sign}{_mean(divisor, str(n_samples))}{total}",
        f"{_equals([E], decimals)} {latex_number(E, decimals)}",
    )


def _mean(divisor: str, n: str) -> str:
    """1/N, 1/(2·N), 1/2, or nothing for the sum itself over one sample."""
    under = r" \cdot ".join(part for part in (divisor, n) if part not in ("", "1"))
    return rf"\frac{{1}}{{{under}}} " if under else ""


def _filled(template: str, parts: dict[str, str]) -> str:
    for mark, text in parts.items():
        template = template.replace(mark, text)
    return template


def _shown(count: int, max_terms: int) -> list[int | None]:
    """Which of `count` terms are written: all, or the first ones, None for the dots, the last."""
    if count <= max_terms:
        return list(range(count))
    return [*range(max_terms - 1), None, count - 1]


def _folded(shown: Iterable[int | None], term: Callable[[int], str]) -> str:
    return " + ".join(r"\cdots" if k is None else term(k) for k in shown)


def _factor(value: float, decimals: int, compact: bool = False) -> str:
    """A number inside a product or after a sign: in parentheses when it is negative."""
    text = latex_number(value, decimals, compact)
    return rf"\left({text}\right)" if text.startswith("-") or " " in text else text


def _equals(values: Iterable[float], decimals: int) -> str:
    exact = all(
        not np.isfinite(value) or parse_number(format_number(value, decimals)) == value
        for value in values
    )
    return "=" if exact else r"\approx"
