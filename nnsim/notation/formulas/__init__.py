"""Formulas of a pass: in symbols, with the numbers put in, and the result. The one builder."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from nnsim.notation.symbols import E, Symbol, SymbolError, da

from .backward import (
    back_product,
    bias_slope,
    comes_through_softmax,
    delta,
    output_slope,
    weight_slope,
    with_output_slopes,
)
from .facts import Facts, Formula
from .forward import output, product, weighted_sum
from .lines import (
    PLUS,
    TIMES,
    Fold,
    Line,
    Part,
    bracketed_if,
    folded_sum,
    related,
    shown,
    text,
)
from .loss import loss, mean_of, of_each
from .update import ARROW, FORMS, Memory, memory, update
from .writers import Names, Numbers, Values, Writer

__all__ = ["MAX_TERMS", "Facts", "Fold", "Formula", "Line", "Memory", "Part", "Values", "formula"]

MAX_TERMS = 6

_RULES: dict[str, Callable[[Writer, Symbol], Line]] = {
    "z": weighted_sum,
    "a": output,
    "E": loss,
    "delta": delta,
    "dW": weight_slope,
    "db": bias_slope,
}
_OVER_SAMPLES = ("E", "dW", "db")


def formula(
    symbol: Symbol,
    facts: Facts,
    values: Values,
    decimals: int,
    *,
    updated: Values | None = None,
    batch: Sequence[Values] = (),
    max_terms: int | None = MAX_TERMS,
    terms: int = 0,
    remembered: Memory | None = None,
    running: float | None = None,
    losses: Sequence[float] = (),
) -> Formula:
    """How a number of the pass is computed.

    Args:
        symbol: of the kinds z, a, delta, of one sample; E, dW, db, means over all `facts.samples`;
            with `updated`, W or b.
        facts: the network.
        values: the number of every symbol, of one sample where it belongs to one; None, for what
            has not been computed, is shown as a dash.
        decimals: how many are shown.
        updated: the new values of W and b; the formula is then that of the update.
        batch: `values` of each of several samples; without them E, ∂E/∂W and ∂E/∂b of several
            have no line with numbers.
        max_terms: longer sums are folded; None opens them.
        remembered: with `updated`, what the optimizer remembers of this weight or bias; without it
            an update that needs it has no line with numbers.
        terms: of z or a hidden δ, stop after so many products of the sum; 0: do not.
        running: with `terms`, what they add up to, where that is rounded as it is written down.
        losses: of E of several samples, that of each alone, where it is written down; the line
            with numbers is then their mean.

    Raises:
        SymbolError: the symbol is given and not computed.
        KeyError: the activation, loss or optimizer has no formula.
    """
    values = with_output_slopes(values, facts.sizes)
    names = Names(facts, values, max_terms)
    numbers = Numbers(facts, values, max_terms, decimals, batch)
    if updated is not None:
        return _update(symbol, names, numbers, updated, remembered)
    if symbol.kind not in _RULES:
        raise SymbolError(symbol)
    rule = _RULES[symbol.kind]
    through = comes_through_softmax(facts, symbol)
    if terms:  # of the sum in ∂E/∂a, where that is a number of its own
        of = da(symbol.layer, symbol.j) if through else symbol
        right = _EQUALS + (output_slope if through else rule)(names, of)
        return _begun(_left(of, facts), right, numbers, symbol, terms, running)
    if symbol == E and losses:
        return _mean_loss(names, numbers, losses)
    return finished(
        _left(symbol, facts),
        _EQUALS + rule(names, symbol),
        _worked(numbers, symbol),
        numbers(symbol),
        *(_slopes(names, numbers, symbol) if through else ()),
    ).folded_from(Fold(symbol))


def _mean_loss(names: Names, numbers: Numbers, losses: Sequence[float]) -> Formula:
    each, mean = of_each(names)
    worked = mean_of(numbers, losses)
    made = finished(names(E), _EQUALS + mean, worked, numbers(E), (each,))
    return made.folded_from(Fold(E))


def _slopes(
    names: Names, numbers: Numbers, symbol: Symbol
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """∂E/∂a in symbols, and with numbers that of each node of the layer: δ depends on them all."""
    own, size = da(symbol.layer, symbol.j), names.facts.size(symbol.layer)
    of_nodes = [da(symbol.layer, k + 1) for k in shown(size, names.max_terms) if k is not None]
    worked = []
    for each in of_nodes:
        number = related(output_slope(numbers, each)) + _SPACE + related(numbers(each))
        worked.append(names(each) + _SPACE + number)
    return (names(own) + _EQUALS + output_slope(names, own),), tuple(worked)


def _worked(w: Numbers, symbol: Symbol) -> Line:
    """The line with numbers; of several samples that are not known there is none."""
    if w.facts.samples > 1 and not w.batch and symbol.kind in _OVER_SAMPLES:
        return Line()
    return _RULES[symbol.kind](w, symbol)


def _update(
    symbol: Symbol, names: Names, numbers: Numbers, updated: Values, remembered: Memory | None
) -> Formula:
    if symbol.kind not in ("W", "b"):
        raise SymbolError(symbol)
    known = None if remembered is None else (lambda _: remembered)
    worked = known is not None or not FORMS[names.facts.optimizer].memory
    return finished(
        names(symbol),
        ARROW + update(names, symbol),
        update(numbers, symbol, known) if worked else Line(),
        numbers.number(updated(symbol), symbol),
        memory(names, symbol),
        memory(numbers, symbol, known) if known else (),
    )


_EQUALS = text(" = ")
_SPACE = text("", " ")  # TeX sets its own
_AND_SO_ON = PLUS + text(r"\ldots", "…")  # not folded: not computed yet


def _begun(
    left: Line, right: Line, w: Numbers, symbol: Symbol, terms: int, running: float | None
) -> Formula:
    """The first products of the sum in z or a hidden δ, and what they add up to."""
    layer, j = symbol.layer, symbol.j
    if symbol.kind == "z":
        products = [product(w, layer, j, k) for k in range(1, terms + 1)]
    elif symbol.kind == "delta" and layer < w.facts.depth:
        products = [back_product(w, layer, j, i) for i in range(1, terms + 1)]
    else:
        raise SymbolError(symbol)
    written = folded_sum(terms, lambda at: products[at], w.max_terms)
    rest = _AND_SO_ON
    if symbol.kind == "delta" and terms == w.facts.size(layer + 1):
        through = comes_through_softmax(w.facts, symbol)
        written = bracketed_if(terms > 1 and not through, written)
        # What is left is the factor f'(z).
        rest = Line() if through else TIMES + text(r"\ldots", "…")
    if running is None:
        factors = [[w.values(each) for each in line.symbols] for line in products]
        running = math.fsum(math.prod(each or 0.0 for each in pair) for pair in factors)
    numbers, result = related(written + rest), related(w.number(running, symbol) + rest)
    return Formula(left, right, numbers, result).folded_from(Fold(symbol))


def finished(
    left: Line,
    right: Line,
    numbers: Line,
    result: Line,
    given: tuple[Line, ...] = (),
    worked: tuple[Line, ...] = (),
) -> Formula:
    """The formula with = or ≈ before numbers and result; numbers that are the result left out."""
    below = related(numbers) if numbers and numbers.plain != result.plain else Line()
    return Formula(left, right, below, related(result), given, worked)


def _left(symbol: Symbol, facts: Facts) -> Line:
    """The name of what is computed; the output has two."""
    latex, plain = symbol.latex, symbol.plain
    if symbol.kind == "a" and symbol.layer == facts.depth:
        latex, plain = rf"{latex} = y_{{{symbol.j}}}", f"{plain} = y_{symbol.j}"
    return Line((Part(latex, plain, symbol),))
