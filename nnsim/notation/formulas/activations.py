r"""Activations as they stand in textbooks: f(z) and f'(z), one entry each.

Softmax is not in the table, because its nodes depend on one another; see `forward` and
`backward`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnsim.engine.activations import LEAK
from nnsim.notation.symbols import Symbol

from .lines import (
    MINUS,
    NEGATIVE,
    PLUS,
    TIMES,
    Line,
    bracketed,
    cases,
    fraction,
    power,
    text,
)
from .writers import Writer

SOFTMAX = "softmax"
ZERO, ONE, TWO = text("0"), text("1"), text("2")
_EULER = text("e")
_LEAK = text(f"{LEAK:g}")
_COMMA = text(r",\, ", ", ")


@dataclass(frozen=True, slots=True)
class Form:
    """How an activation and its derivative are written.

    Attributes:
        function: function(w, z) is f(z).
        derivative: derivative(w, z, a) is f'(z), ready to be a factor.
    """

    function: Callable[[Writer, Symbol], Line]
    derivative: Callable[[Writer, Symbol, Symbol], Line]


def exponential(exponent: Line) -> Line:
    """e to the power of exponent."""
    return power(_EULER, exponent)


def _sigmoid(w: Writer, z: Symbol) -> Line:
    return fraction(ONE, ONE + PLUS + exponential(NEGATIVE + w.factor(z)))


def _sigmoid_slope(w: Writer, z: Symbol, a: Symbol) -> Line:
    return w.factor(a) + TIMES + bracketed(ONE + MINUS + w.factor(a))


def _tanh(w: Writer, z: Symbol) -> Line:
    return text(r"\tanh", "tanh") + bracketed(w(z))


def _tanh_slope(w: Writer, z: Symbol, a: Symbol) -> Line:
    return bracketed(ONE + MINUS + power(w.factor(a), TWO))


def _maximum(one: Line, other: Line) -> Line:
    return text(r"\max", "max") + bracketed(one + _COMMA + other)


def _above_zero(w: Writer, z: Symbol, otherwise: Line) -> Line:
    return cases((ONE, w(z) + text(" > 0")), (otherwise, w(z) + text(r" \leq 0", " ≤ 0")))


def _step(w: Writer, z: Symbol) -> Line:
    return cases((ONE, w(z) + text(r" \geq 0", " ≥ 0")), (ZERO, w(z) + text(" < 0")))


def _softplus(w: Writer, z: Symbol) -> Line:
    return text(r"\ln", "ln") + bracketed(ONE + PLUS + exponential(w(z)))


FORMS: dict[str, Form] = {
    "identity": Form(lambda w, z: w(z), lambda w, z, a: ONE),
    "sigmoid": Form(_sigmoid, _sigmoid_slope),
    "tanh": Form(_tanh, _tanh_slope),
    "relu": Form(
        lambda w, z: _maximum(ZERO, w(z)),
        lambda w, z, a: _above_zero(w, z, ZERO),
    ),
    "leaky_relu": Form(
        lambda w, z: _maximum(_LEAK + TIMES + w.factor(z), w(z)),
        lambda w, z, a: _above_zero(w, z, _LEAK),
    ),
    "softplus": Form(_softplus, lambda w, z, a: _sigmoid(w, z)),
    "step": Form(_step, lambda w, z, a: ZERO),
}


def slope(w: Writer, z: Symbol, a: Symbol, activation: str) -> Line:
    """f'(z) as a factor, in symbols with the name f'(z) below it."""
    written = FORMS[activation].derivative(w, z, a)
    return w.named(written, lambda names: text(r"f'\left( ") + names(z) + text(r" \right)"))
