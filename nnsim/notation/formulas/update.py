"""Update: the new W and b."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnsim.notation import symbols
from nnsim.notation.symbols import Symbol

from .activations import ONE, TWO
from .lines import (
    MINUS,
    PLUS,
    TIMES,
    Line,
    bracketed,
    bracketed_if,
    fraction,
    joined,
    power,
    root,
    text,
)
from .writers import Writer

ARROW = text(r" \leftarrow ", " ← ")
_G, _V, _H, _M = (text(letter) for letter in "gvhm")
_MU, _RHO, _EPSILON = text(r"\mu", "μ"), text(r"\rho", "ρ"), text(r"\varepsilon", "ε")
_BETA_1, _BETA_2 = text(r"\beta_{1}", "β_1"), text(r"\beta_{2}", "β_2")
_STEP = text("k")


@dataclass(frozen=True, slots=True)
class Form:
    """How an optimizer is written.

    Attributes:
        memory: what it remembers from step to step, as definitions with the gradient g.
        change: what is taken from or added to the parameter, from its sign on: change(w, g).
    """

    memory: tuple[Line, ...]
    change: Callable[[Writer, Line], Line]


def _stepped(w: Writer, direction: Line) -> Line:
    return MINUS + w.factor(symbols.eta) + TIMES + direction


def _average(old: Line, rate: Line, new: Line) -> Line:
    """The running average: old ← rate · old + (1 - rate) · new."""
    return old + ARROW + rate + TIMES + old + PLUS + bracketed(ONE + MINUS + rate) + TIMES + new


def _unbiased(average: Line, rate: Line) -> Line:
    return fraction(average, ONE + MINUS + power(rate, _STEP))


_VELOCITY = (
    _V + ARROW + _MU + TIMES + _V + MINUS + text(symbols.eta.latex, symbols.eta.plain) + TIMES + _G
)
_SQUARES = power(_G, TWO)

FORMS: dict[str, Form] = {
    "sgd": Form((), _stepped),
    "momentum": Form((_VELOCITY,), lambda w, g: PLUS + _V),
    "nesterov": Form((_VELOCITY,), lambda w, g: PLUS + _MU + TIMES + _V + _stepped(w, g)),
    "rmsprop": Form(
        (_average(_H, _RHO, _SQUARES),),
        lambda w, g: _stepped(w, fraction(g, root(_H) + PLUS + _EPSILON)),
    ),
    "adam": Form(
        (_average(_M, _BETA_1, _G), _average(_V, _BETA_2, _SQUARES)),
        lambda w, g: _stepped(
            w, fraction(_unbiased(_M, _BETA_1), root(_unbiased(_V, _BETA_2)) + PLUS + _EPSILON)
        ),
    ),
}


def is_worked_out(optimizer: str) -> bool:
    """Whether the new value follows from numbers of the network alone."""
    return not FORMS[optimizer].memory


def update(w: Writer, symbol: Symbol) -> Line:
    """W - η · ∂E/∂W, or what the optimizer makes of it."""
    form = FORMS[w.facts.optimizer]
    if form.memory:
        return w(symbol) + form.change(w, _G)
    return w(symbol) + form.change(w, _gradient(w, symbol, is_factor=True))


def memory(w: Writer, symbol: Symbol) -> tuple[Line, ...]:
    """The lines that define what the optimizer remembers, beginning with g."""
    remembered = FORMS[w.facts.optimizer].memory
    if not remembered:
        return ()
    return (_G + text(" = ") + _gradient(w, symbol, is_factor=False), *remembered)


def _gradient(w: Writer, symbol: Symbol, is_factor: bool) -> Line:
    """∂E/∂W, and for weights the slopes of the penalties."""
    slope = Symbol("dW" if symbol.kind == "W" else "db", symbol.layer, symbol.j, symbol.k)
    penalties = _penalties(w, symbol) if symbol.kind == "W" else []
    if not penalties:
        return w.factor(slope) if is_factor else w(slope)
    return bracketed_if(is_factor, joined([w(slope), *penalties], PLUS))


def _penalties(w: Writer, weight: Symbol) -> list[Line]:
    """λ2 · W and λ1 · sgn W, the slopes of λ2/2 · Σ W² and λ1 · Σ |W|."""
    terms = []
    if w.facts.l2:
        rate = w.constant(r"\lambda_{2}", "λ_2", w.facts.l2)
        terms.append(rate + TIMES + w.factor(weight))
    if w.facts.l1:
        rate = w.constant(r"\lambda_{1}", "λ_1", w.facts.l1)
        sign = text(r"\operatorname{sgn}", "sgn") + bracketed(w(weight))
        terms.append(rate + TIMES + sign)
    return terms
