"""The loss E, the mean over the samples of what the outputs add to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nnsim.notation import symbols
from nnsim.notation.symbols import Symbol

from .activations import ONE, TWO
from .lines import (
    MINUS,
    NEGATIVE,
    PLUS,
    TIMES,
    Line,
    bracketed,
    folded_sum,
    fraction,
    function,
    joined,
    power,
    text,
)
from .writers import Names, Numbers, Writer


@dataclass(frozen=True, slots=True)
class Form:
    """How a loss is written: E = sign · 1/(divisor · N) · Σ term(w, y, t)."""

    sign: Line
    divisor: tuple[Line, ...]
    term: Callable[[Writer, Symbol, Symbol], Line]


def _logarithm(argument: Line) -> Line:
    # ln, not log: on a calculator log is the one to base 10.
    return function(r"\ln", "ln", argument)


def _both_classes(w: Writer, y: Symbol, t: Symbol) -> Line:
    of_ones = w.factor(t) + TIMES + _logarithm(w.in_logarithm(y))
    one_minus_y = text(r"\ln", "ln") + bracketed(w.rest_in_logarithm(y))
    of_zeros = bracketed(ONE + MINUS + w.factor(t)) + TIMES + one_minus_y
    return text(r"\left[ ", "(") + of_ones + PLUS + of_zeros + text(r" \right]", ")")


def _squared(w: Writer, y: Symbol, t: Symbol) -> Line:
    return power(bracketed(w(y) + MINUS + w.factor(t)), TWO)


FORMS: dict[str, Form] = {
    "binary_cross_entropy": Form(NEGATIVE, (), _both_classes),
    "cross_entropy": Form(
        NEGATIVE, (), lambda w, y, t: w.factor(t) + TIMES + _logarithm(w.in_logarithm(y))
    ),
    "mean_squared_error": Form(Line(), (TWO,), _squared),
}


def of_each(w: Names) -> tuple[Line, Line]:
    """E_n = ... of one of several samples, and (1/N) Σ_n E_n, where each is written down."""
    one = replace(w, indexed=True, facts=replace(w.facts, samples=1))
    of_one = text("E_{n}", "E_n")
    mean = fraction(ONE, w(symbols.N)) + TIMES + text(r"\sum_{n} ", "Σ_n ") + of_one
    return of_one + text(" = ") + loss(one, symbols.E), mean


def mean_of(w: Numbers, losses: Sequence[float]) -> Line:
    """(1/N) Σ_n E_n in numbers."""
    total = folded_sum(len(losses), lambda n: w.amount(losses[n]), w.max_terms)
    return fraction(ONE, w(symbols.N)) + TIMES + bracketed(total)


def loss(w: Writer, symbol: Symbol) -> Line:
    """E = (1/N) Σ_n Σ_j of the terms; what is 1 or has one term only is left out."""
    form, depth = FORMS[w.facts.loss], w.facts.depth
    total = w.over_samples(
        w.facts.size(depth),
        lambda one, j: form.term(one, symbols.a(depth, j), symbols.t(j)),
        is_factor=True,
    )
    samples = (w(symbols.N),) if w.facts.samples > 1 else ()
    divisors = (*form.divisor, *samples)
    if not divisors:
        return form.sign + total
    return form.sign + fraction(ONE, joined(divisors, TIMES)) + TIMES + total
