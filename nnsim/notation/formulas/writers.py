"""Who writes a quantity into a line: its name or its number.

A formula is described once, for a `Writer`; the one for names gives the line in symbols, the one
for numbers the line below it.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nnsim.notation import symbols
from nnsim.notation.numbers import (
    ABSENT,
    MINUS,
    NumberError,
    format_compact,
    format_exact,
    format_number,
    parse_number,
)
from nnsim.notation.symbols import Symbol

from .facts import Facts
from .lines import Line, Part, as_factor, bracketed_if, folded_sum, named, power, text

Values = Callable[[Symbol], float | None]
# Binary fractions seldom meet decimal ones to the last bit: 0.1 + 0.2 is still "= 0.3".
_NOISE = 1e-14


@dataclass(frozen=True)
class Writer(ABC):
    """Writes the quantities of one network.

    Attributes:
        facts: of the network.
        values: the number of each symbol, for one sample.
        max_terms: how many terms of a sum are written; None: all.
    """

    facts: Facts
    values: Values
    max_terms: int | None

    @abstractmethod
    def __call__(self, symbol: Symbol) -> Line:
        """The quantity as it is."""

    @abstractmethod
    def factor(self, symbol: Symbol) -> Line:
        """The quantity inside a product, or after a sign."""

    @abstractmethod
    def constant(self, latex: str, plain: str, value: float) -> Line:
        """A quantity of the settings that has no symbol."""

    @abstractmethod
    def over_samples(
        self, count: int, term: Callable[[Writer, int], Line], is_factor: bool = False
    ) -> Line:
        """The sum over the samples, and over `count` terms of each; in brackets as a factor."""

    def letter(self, name: str) -> Line:
        """What an optimizer remembers, which has no symbol."""
        return text(name)

    def squared(self, line: Line) -> Line:
        """line², number by number."""
        return power(line, text("2"))

    def named(self, line: Line, name: Callable[[Writer], Line]) -> Line:
        """The line; in symbols with a brace below it that tells its name."""
        return line

    def quantity(self, value: float) -> Line:
        """A number without a symbol; a small one keeps so many digits instead of decimals."""
        raise NotImplementedError

    def amounts(
        self, symbol: Symbol, value: Callable[[Symbol], float], is_factor: bool = False
    ) -> Line:
        """What belongs to a weight or bias and has no symbol of its own, as `quantity`."""
        line = self.quantity(value(symbol))
        return as_factor(line) if is_factor else line

    def in_logarithm(self, symbol: Symbol) -> Line:
        """The quantity where a small number must not be rounded to 0, as its logarithm is large."""
        return self(symbol)

    def rest_in_logarithm(self, symbol: Symbol) -> Line:
        """1 minus the quantity, likewise."""
        return text("1") + text(" - ", " − ") + self.factor(symbol)

    def sum(self, count: int, term: Callable[[int], Line]) -> Line:
        """term(1) + term(2) + ... + term(count)."""
        return folded_sum(count, lambda k: term(k + 1), self.max_terms)


@dataclass(frozen=True)
class Names(Writer):
    """Writes names; with `indexed` those of sample n of several."""

    indexed: bool = False

    def __call__(self, symbol: Symbol) -> Line:
        return Line((Part(*self._name(symbol), symbol),))

    def factor(self, symbol: Symbol) -> Line:
        return self(symbol)

    def constant(self, latex: str, plain: str, value: float) -> Line:
        return text(latex, plain)

    def named(self, line: Line, name: Callable[[Writer], Line]) -> Line:
        return named(line, name(self))

    def over_samples(
        self, count: int, term: Callable[[Writer, int], Line], is_factor: bool = False
    ) -> Line:
        if self.facts.samples == 1:
            total = self.sum(count, lambda j: term(self, j))
            return bracketed_if(is_factor and count > 1, total)
        one = replace(self, indexed=True)
        total = one.sum(count, lambda j: term(one, j))
        return text(r"\sum_{n} ", "Σ_n ") + bracketed_if(count > 1, total)

    def _name(self, symbol: Symbol) -> tuple[str, str]:
        if symbol.kind == "a" and symbol.layer == self.facts.depth:
            symbol = symbols.y(symbol.j)
        if not (self.indexed and symbol.kind in _OF_A_SAMPLE):
            return symbol.latex, symbol.plain
        index = f"n{symbol.j}" if symbol.j < 10 else f"n,{symbol.j}"
        latex, _, _ = symbol.latex.rpartition("_")
        plain, _, _ = symbol.plain.rpartition("_")
        return f"{latex}_{{{index}}}", f"{plain}_{index}"


_OF_A_SAMPLE = ("x", "t", "y", "z", "a", "delta")


@dataclass(frozen=True)
class Numbers(Writer):
    """Writes numbers.

    Attributes:
        decimals: how many of them are shown.
        batch: the values of each sample, for sums over several.
    """

    decimals: int
    batch: Sequence[Values] = ()

    def __call__(self, symbol: Symbol) -> Line:
        return self.number(self.values(symbol), symbol)

    def factor(self, symbol: Symbol) -> Line:
        return as_factor(self(symbol))

    def constant(self, latex: str, plain: str, value: float) -> Line:
        return text(*_texts(format_exact(value)))

    def in_logarithm(self, symbol: Symbol) -> Line:
        value = self.values(symbol)
        return self(symbol) if value is None else self._fine(value, symbol) or self(symbol)

    def rest_in_logarithm(self, symbol: Symbol) -> Line:
        value = self.values(symbol)
        fine = None if value is None else self._fine(1.0 - value, symbol)
        return fine or super().rest_in_logarithm(symbol)

    def _fine(self, value: float, symbol: Symbol) -> Line | None:
        """The number with so many digits; None where its decimals are enough."""
        (part,) = self.quantity(value).parts
        is_fine = value > 0 and part.plain != format_number(value, self.decimals)
        return Line((replace(part, symbol=symbol),)) if is_fine else None

    def quantity(self, value: float) -> Line:
        shown = format_number(value, self.decimals)
        is_small = 0 < abs(value) < 10.0 ** (1 - self.decimals)  # as squares of slopes are
        if is_small and _is_rounded(value, shown):
            mantissa, _, exponent = f"{value:.{self.decimals - 1}e}".partition("e")
            shown = f"{mantissa.replace('-', MINUS)}e{int(exponent)}".replace("e-", f"e{MINUS}")
        return Line((Part(*_texts(shown), None, _is_rounded(value, shown)),))

    def amount(self, value: float) -> Line:
        """A number without a symbol, with all its decimals."""
        shown = format_number(value, self.decimals)
        return Line((Part(*_texts(shown), None, _is_rounded(value, shown)),))

    def number(self, value: float | None, symbol: Symbol) -> Line:
        """The number of a symbol: as it was typed, or with all its decimals."""
        if symbol.kind in ("eta", "N"):
            shown = format_exact(value)
        elif symbol.kind in ("x", "t") or (symbol.kind == "a" and symbol.layer == 1):
            shown = format_compact(value, self.decimals)
        else:
            shown = format_number(value, self.decimals)
        return Line((Part(*_texts(shown), symbol, _is_rounded(value, shown)),))

    def over_samples(
        self, count: int, term: Callable[[Writer, int], Line], is_factor: bool = False
    ) -> Line:
        batch = self.batch if self.facts.samples > 1 else (self.values,)
        writers = [replace(self, values=values) for values in batch]
        total = folded_sum(
            count * len(writers),
            lambda at: term(writers[at // count], at % count + 1),
            self.max_terms,
        )
        return bracketed_if(is_factor and count * len(writers) > 1, total)


def _texts(shown: str) -> tuple[str, str]:
    """The LaTeX and the plain text of a formatted number, where 1e+7 is 1 · 10^7."""
    if shown == ABSENT:  # a dash is lower than a row of numbers has to be
        return rf"\vphantom{{0}} {shown}", shown
    mantissa, e, exponent = shown.partition("e")
    exponent = exponent.lstrip("+")
    latex = mantissa.replace("∞", r"\infty").replace("NaN", r"\mathrm{NaN}")
    latex += rf" \cdot 10^{{{exponent}}}" if e else ""
    plain = f"{mantissa} · 10^{exponent}" if e else mantissa
    return latex.replace(MINUS, "-"), plain


def _is_rounded(value: float | None, shown: str) -> bool:
    if value is None or not math.isfinite(value):
        return False
    try:
        return not math.isclose(parse_number(shown), value, rel_tol=_NOISE)
    except NumberError:  # the largest floats, rounded beyond what a float can be
        return True
