"""Update: the new W and b."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nnsim.notation import symbols
from nnsim.notation.symbols import Symbol

from .activations import ONE
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
    related,
    root,
    text,
    unbroken,
)
from .writers import Writer

ARROW = text(r" \leftarrow ", " ← ")


@dataclass(frozen=True, slots=True)
class Memory:
    """What an optimizer remembers of one weight or bias.

    Attributes:
        constants: its numbers by name: momentum, rho, beta1, beta2, epsilon.
        old, new: each of its vectors at this place, before and after the update.
        step: k, how many updates it has made, this one included.
        gradient: g, the derivative with the slopes of the penalties.
    """

    constants: Mapping[str, float]
    old: tuple[float, ...]
    new: tuple[float, ...]
    step: int
    gradient: float


@dataclass(frozen=True, slots=True)
class Quantities:
    """What the rules are written with: letters, or the numbers of one weight.

    Attributes:
        g, squared: the gradient, penalties included, and its square.
        eta: the learning rate.
        old, new: the vectors of the optimizer.
        constants: by name; "k" is the number of the update.
    """

    g: Line
    squared: Line
    eta: Line
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    constants: Mapping[str, Line]


Rule = Callable[[Quantities], Line]


@dataclass(frozen=True, slots=True)
class Form:
    """How an optimizer is written.

    Attributes:
        letters: of what it remembers.
        memory: the new value of each from the old ones.
        change: what is taken from or added to the parameter, from its sign on.
        divides: whether the change is a fraction, which matrices have no way to write.
    """

    letters: tuple[str, ...]
    memory: tuple[Rule, ...]
    change: Rule
    divides: bool = False


def _stepped(q: Quantities, direction: Line) -> Line:
    return MINUS + q.eta + TIMES + direction


def _average(rate: str, old: int, new: Rule) -> Rule:
    """The running average: rate · old + (1 - rate) · new."""

    def rule(q: Quantities) -> Line:
        share = q.constants[rate]
        rest = unbroken(bracketed(ONE + MINUS + share))
        return share + TIMES + q.old[old] + PLUS + rest + TIMES + new(q)

    return rule


def _unbiased(average: Line, rate: Line, q: Quantities) -> Line:
    return fraction(average, ONE + MINUS + power(rate, q.constants["k"]))


def _velocity(q: Quantities) -> Line:
    return q.constants["momentum"] + TIMES + q.old[0] + _stepped(q, q.g)


def _nesterov(q: Quantities) -> Line:
    return PLUS + q.constants["momentum"] + TIMES + q.new[0] + _stepped(q, q.g)


def _rmsprop(q: Quantities) -> Line:
    return _stepped(q, fraction(q.g, root(q.new[0]) + PLUS + q.constants["epsilon"]))


def _adam(q: Quantities) -> Line:
    mean = _unbiased(q.new[0], q.constants["beta1"], q)
    square = _unbiased(q.new[1], q.constants["beta2"], q)
    return _stepped(q, fraction(mean, root(square) + PLUS + q.constants["epsilon"]))


FORMS: dict[str, Form] = {
    "sgd": Form((), (), lambda q: _stepped(q, q.g)),
    "momentum": Form(("v",), (_velocity,), lambda q: PLUS + q.new[0]),
    "nesterov": Form(("v",), (_velocity,), _nesterov),
    "rmsprop": Form(("h",), (_average("rho", 0, lambda q: q.squared),), _rmsprop, divides=True),
    "adam": Form(
        ("m", "v"),
        (_average("beta1", 0, lambda q: q.g), _average("beta2", 1, lambda q: q.squared)),
        _adam,
        divides=True,
    ),
}
CONSTANTS = {
    "momentum": text(r"\mu", "μ"),
    "rho": text(r"\rho", "ρ"),
    "beta1": text(r"\beta_{1}", "β_1"),
    "beta2": text(r"\beta_{2}", "β_2"),
    "epsilon": text(r"\varepsilon", "ε"),
    "k": text("k"),
}
_SPACE = text("", " ")  # TeX sets its own


Memories = Callable[[Symbol], Memory]


def update(w: Writer, symbol: Symbol, known: Memories | None = None) -> Line:
    """W - η · ∂E/∂W, or what the optimizer makes of it; with `known` in numbers."""
    form = FORMS[w.facts.optimizer]
    if not form.memory:
        g = _gradient(w, symbol, is_factor=True)
        return w(symbol) + form.change(Quantities(g, g, w.factor(symbols.eta), (), (), {}))
    return w(symbol) + form.change(_quantities(w, symbol, known))


def memory(w: Writer, symbol: Symbol, known: Memories | None = None) -> tuple[Line, ...]:
    """The lines that define what the optimizer remembers, beginning with g.

    With `known`, each is followed by its numbers and its result.
    """
    form = FORMS[w.facts.optimizer]
    if not form.memory:
        return ()
    if known is None:
        q = _quantities(w, symbol, None)
        first = q.g + text(" = ") + _gradient(w, symbol, is_factor=False)
        named = zip(form.letters, form.memory, strict=True)
        return (first, *(w.letter(letter) + ARROW + rule(q) for letter, rule in named))
    q = _quantities(w, symbol, known)
    first = w.letter("g") + _SPACE + related(_gradient(w, symbol, is_factor=False))
    if _is_penalised(w, symbol):
        first += _SPACE + related(w.amounts(symbol, lambda each: known(each).gradient))
    results = _remembered(w, symbol, lambda each: known(each).new, is_factor=False)
    named_results = zip(form.letters, form.memory, results, strict=True)
    return (
        first,
        *(
            w.letter(letter) + ARROW + rule(q) + _SPACE + related(result)
            for letter, rule, result in named_results
        ),
    )


def _remembered(
    w: Writer, symbol: Symbol, of: Callable[[Symbol], tuple[float, ...]], is_factor: bool
) -> tuple[Line, ...]:
    """Each vector of the optimizer, `of` a weight or bias."""

    def vector(at: int) -> Line:
        return w.amounts(symbol, lambda each: of(each)[at], is_factor)

    return tuple(map(vector, range(len(FORMS[w.facts.optimizer].letters))))


def _quantities(w: Writer, symbol: Symbol, known: Memories | None) -> Quantities:
    form = FORMS[w.facts.optimizer]
    eta = w.factor(symbols.eta)
    if known is None:
        letters = tuple(w.letter(letter) for letter in form.letters)
        g = w.letter("g")
        return Quantities(g, w.squared(g), eta, letters, letters, CONSTANTS)
    first = known(symbol)
    constants = {name: w.constant("", "", value) for name, value in first.constants.items()}
    constants["k"] = text(str(first.step))
    g = _gradient(w, symbol, is_factor=True)
    if _is_penalised(w, symbol):
        g = w.amounts(symbol, lambda each: known(each).gradient, is_factor=True)
    old = _remembered(w, symbol, lambda each: known(each).old, is_factor=True)
    new = _remembered(w, symbol, lambda each: known(each).new, is_factor=True)
    return Quantities(g, w.squared(g), eta, old, new, constants)


def _is_penalised(w: Writer, symbol: Symbol) -> bool:
    return symbol.kind == "W" and bool(w.facts.l1 or w.facts.l2)


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
