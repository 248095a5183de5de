r"""Lines of formulas: text and marked quantities, each written in LaTeX and in plain text.

Formulas are put together with the functions below, so that both ways of writing and the places
of the quantities always agree: `fraction(name, text("2"))` is `\frac{W}{2}` and `W/2`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from nnsim.notation.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Fold:
    """What dots stand for.

    Attributes:
        symbol: the sum that is folded; of a matrix, any quantity in it.
        is_matrix: whether it is the matrix of all quantities of that kind and layer.
        transposed: whether that matrix is written with its columns as rows.
    """

    symbol: Symbol
    is_matrix: bool = False
    transposed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line.

    Attributes:
        latex: the piece in LaTeX; braces may be open at its end.
        plain: the piece as text that can be read and pasted.
        symbol: the quantity whose name or number it is; None: what stands between quantities.
        rounded: whether it is a number that shows fewer digits than its value has.
        fold: of dots, what they stand for.
    """

    latex: str
    plain: str
    symbol: Symbol | None = None
    rounded: bool = False
    fold: Fold | None = None

    @property
    def is_target(self) -> bool:
        """Whether it can be pointed at."""
        return self.symbol is not None or self.fold is not None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a formula; lines are joined with +."""

    parts: tuple[Part, ...] = ()

    def __add__(self, other: Line) -> Line:
        return Line(self.parts + other.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def latex(self) -> str:
        """The whole line in LaTeX."""
        return "".join(part.latex for part in self.parts)

    @property
    def plain(self) -> str:
        """The whole line as text, with true minus signs and the names that `parse` reads."""
        return "".join(part.plain for part in self.parts)

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """The quantities in it, each once, in the order in which they are read."""
        return tuple(dict.fromkeys(self.quantities))

    @property
    def rounded(self) -> bool:
        """Whether any number in it is shown rounded."""
        return any(part.rounded for part in self.parts)

    @property
    def quantities(self) -> tuple[Symbol, ...]:
        """The quantities in it, as often as they stand there."""
        return tuple(part.symbol for part in self.parts if part.symbol is not None)

    @property
    def targets(self) -> tuple[Part, ...]:
        """The quantities and the dots in it, as often as they stand there."""
        return tuple(part for part in self.parts if part.is_target)

    def folded_from(self, fold: Fold) -> Line:
        """The line, in which dots that do not know it yet stand for this."""
        return Line(
            tuple(
                replace(part, fold=fold) if part.latex in _FOLDED and not part.fold else part
                for part in self.parts
            )
        )

    @property
    def unfoldable(self) -> Line:
        """The line with dots that stand for nothing that could be shown."""
        return Line(
            tuple(
                replace(part, latex=f"{{{part.latex}}}") if part.latex in _FOLDED else part
                for part in self.parts
            )
        )

    @property
    def marked(self) -> str:
        """LaTeX in which the n-th of `targets`, from 1, has the colour n: #000001, #000002, ...

        Every glyph keeps the place that it has in `latex`.
        """
        number, pieces = 0, []
        for part in self.parts:
            if not part.is_target:
                pieces.append(part.latex)
            else:
                number += 1
                pieces.append(rf"\textcolor{{#{number:06x}}}{{{part.latex}}}")
        return "".join(pieces)

    def broken(self, room: float, width: Callable[[Line], float]) -> tuple[Line, ...]:
        """The line in pieces that have room, each but the first beginning with its operator.

        It is broken between the terms of the outermost sum; between the matrices of a term that is
        too long, and inside the brackets of one that is far too long.
        """
        pieces, piece = [], Line()
        terms = [each._parts(room, width) for each in self._terms(_BETWEEN_TERMS)]
        for term in chain.from_iterable(terms):
            if piece and width(piece + term) > room:
                pieces.append(piece)
                piece = _INVISIBLE  # so that the + after it is one between two terms
            piece += term
        return (*pieces, piece) if piece else tuple(pieces)

    def _parts(self, room: float, width: Callable[[Line], float]) -> Iterator[Line]:
        """A term in the parts that it may be broken into."""
        length = width(self) / room
        if length > _LITTLE and _MATRIX in self.parts:
            for factor in self._factors():
                yield from factor._opened_parts(room, width) if width(factor) > room else (factor,)
        elif length > _FAR:
            yield from self._opened_parts(room, width)
        else:
            yield self

    def _factors(self) -> Iterator[Line]:
        """The line cut before its matrices; what scales a matrix stays with it."""
        factor = Line()
        for each in self._terms(_BETWEEN_MATRICES):
            factor += each
            if _MATRIX in each.parts:
                yield factor
                factor = Line()
        if factor:
            yield factor

    def _opened_parts(self, room: float, width: Callable[[Line], float]) -> Iterator[Line]:
        """The line in parts that its first bracket may be broken into, and brackets in those."""
        inner = list(self._bracketed_terms(_BETWEEN_TERMS))
        if len(inner) == 1 and _MATRIX in self.parts:
            inner = list(self._bracketed_terms(_BETWEEN_MATRICES))
        if len(inner) == 1:
            yield self
        else:
            yield from chain.from_iterable(each._parts(room, width) for each in inner)

    def _terms(self, before: Collection[str]) -> Iterator[Line]:
        """The line cut before each such operator that is in no bracket, fraction or exponent."""
        term, depth = Line(), 0
        for part in self.parts:
            if part.symbol is None:
                if depth == 0 and term and part.plain in before:
                    yield term
                    term = Line()
                depth += _opened(part.latex)
            term += Line((part,))
        yield term

    def _bracketed_terms(self, before: Collection[str]) -> Iterator[Line]:
        """The line cut between the terms in its first bracket, which is not stretched then: LaTeX
        opens and closes what it stretches on one line."""
        depth, start = 0, -1
        for at, part in enumerate(self.parts):
            if depth == 0 and start < 0 and part == _LEFT.parts[0]:
                start = at
            depth += 0 if part.symbol else _opened(part.latex)
            if depth == 0 and start >= 0 and part == _RIGHT.parts[0]:
                inner = list(Line(self.parts[start + 1 : at])._terms(before))
                if len(inner) > 1:
                    inner[0] = Line(self.parts[:start]) + text("( ", "(") + inner[0]
                    inner[-1] += text(" )", ")") + Line(self.parts[at + 1 :])
                    yield from inner
                    return
                start = -1
        yield self


def _opened(latex: str) -> int:
    """How many more braces, brackets and matrices a piece of LaTeX opens than it closes."""
    opened = latex.count("{") - latex.count("}") + latex.count(r"\begin") - latex.count(r"\end")
    return opened + len(_OPENS.findall(latex)) - len(_CLOSES.findall(latex))


def text(latex: str, plain: str | None = None) -> Line:
    """What stands between quantities; `plain` where it differs from the LaTeX."""
    return Line((Part(latex, latex if plain is None else plain),))


PLUS = text(" + ")
MINUS = text(" - ", " − ")
TIMES = text(r" \cdot ", " · ")
NEGATIVE = text("{-}", "−")
_OPENS, _CLOSES = (re.compile(rf"\\{side}(?![a-z])") for side in ("left", "right"))  # no arrows
_FAR = 1.4  # times the room: a shorter line can be shrunk and is still read well
_LITTLE = 1.15  # likewise; between matrices a line is easily broken
_BETWEEN_TERMS = (" + ", " − ")
_BETWEEN_MATRICES = (" = ", "= ", "≈ ", " ← ", " · ", " ∘ ")
_MATRIX = Part(r"{\begin{pmatrix} ", "[")  # braced, so that it is as high as its own rows
DOTS, DOTS_DOWN, DOTS_SLANTED = (text(each, "…") for each in (r"\cdots", r"\vdots", r"\ddots"))
_FOLDED = tuple(line.latex for line in (DOTS, DOTS_DOWN, DOTS_SLANTED))
_LEFT, _RIGHT = text(r"\left( ", "("), text(r" \right)", ")")
_INVISIBLE = text("{}", "")


def joined(lines: Iterable[Line], between: Line) -> Line:
    """The lines one after the other, with `between` in each gap."""
    whole = Line()
    for number, line in enumerate(lines):
        whole += between + line if number else line
    return whole


def shown(count: int, max_terms: int | None) -> list[int | None]:
    """Which of `count` terms are written: all, or the first ones, None for the dots, the last."""
    if max_terms is None or count <= max_terms:
        return list(range(count))
    return [*range(max_terms - 1), None, count - 1]


def folded_sum(count: int, term: Callable[[int], Line], max_terms: int | None) -> Line:
    """term(0) + term(1) + ..., with dots for the middle where there are more than `max_terms`.

    Dots in the place of a single term would save nothing.
    """
    if max_terms is not None and count == max_terms + 1:
        max_terms = count
    terms = (DOTS if k is None else term(k) for k in shown(count, max_terms))
    return joined(terms, PLUS)


def bracketed(line: Line) -> Line:
    """(line), as high as the line."""
    return _LEFT + line + _RIGHT


def bracketed_if(condition: bool, line: Line) -> Line:
    """(line) where the condition holds."""
    return bracketed(line) if condition else line


def as_factor(number: Line) -> Line:
    """A number inside a product: a negative one, and one with a power of ten, in brackets."""
    return bracketed_if(" " in number.plain or number.plain.startswith("−"), number)


def unbroken(line: Line) -> Line:
    """The line as one piece, of which no part is a quantity."""
    return text(line.latex, line.plain)


def related(line: Line) -> Line:
    """The line after = or, where it shows a rounded number, ≈."""
    return (text(r"\approx ", "≈ ") if line.rounded else text("= ")) + line


def fraction(over: Line, under: Line) -> Line:
    """over / under."""
    return text(r"\frac{", "") + _grouped(over) + text("}{", "/") + _grouped(under) + text("}", "")


def power(base: Line, exponent: Line) -> Line:
    """base to the power of exponent; a base that needs brackets has them."""
    return base + text("^{", "^") + _grouped(exponent) + text("}", "")


def function(latex: str, plain: str, argument: Line) -> Line:
    r"""\ln x and the like: brackets in the plain text only."""
    return text(f"{latex} ", f"{plain}(") + argument + text("", ")")


def root(line: Line) -> Line:
    """The square root."""
    return text(r"\sqrt{", "√(") + line + text("}", ")")


def cases(*branches: tuple[Line, Line]) -> Line:
    """Values, each with its condition; in plain text {1: z > 0; 0: z ≤ 0}."""
    rows = (value + text(r" ,\; & ", ": ") + condition for value, condition in branches)
    whole = joined(rows, text(r" \\ ", "; "))
    return text(r"\begin{cases} ", "{") + whole + text(r" \end{cases}", "}")


def named(line: Line, name: Line) -> Line:
    """The line with a brace below it that says what it is; the plain text leaves that out."""
    unread = Line(tuple(replace(part, plain="") for part in name.parts))
    return text(r"\underbrace{", "") + line + text("}_{", "") + unread + text("}", "")


def matrix(rows: Sequence[Sequence[Line]]) -> Line:
    """A matrix in round brackets; in plain text [1, 2; 3, 4]."""
    cells = (joined(row, text(r" \;\; & ", ", ")) for row in rows)
    whole = joined(cells, text(r" \\ ", "; "))
    return Line((_MATRIX,)) + whole + text(r" \end{pmatrix}}", "]")


def _grouped(line: Line) -> Line:
    """The line with brackets in the plain text, unless it is a single thing there."""
    plain = line.plain
    if " " not in plain and not plain.startswith("−"):
        return line
    return text("", "(") + line + text("", ")")
