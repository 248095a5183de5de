"""Who writes whole layers into a line: their bold letters, or their matrices, cell by cell.

A rule in matrices is described once, for a `LayerWriter`, just as one for single numbers is for a
`Writer`; each symbol then stands for all the nodes or weights of its layer.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace

from nnsim.notation.symbols import Symbol

from .lines import DOTS, DOTS_DOWN, DOTS_SLANTED, Fold, Line, Part, fraction, matrix, shown, text
from .writers import Writer

_OF_EDGES = ("W", "dW")
_BELOW = {"dW": "W", "db": "b", "da": "a"}
_GREEK = {"delta": (r"\boldsymbol{\delta}", "δ")}
_WITHOUT_LAYER = ("x", "t", "y")

Cell = Callable[[Writer, int], Line]


@dataclass(frozen=True)
class LayerWriter(Writer):
    """Writes whole layers.

    Attributes:
        by_rows: whether z, a, b and δ of a layer are rows; otherwise they are columns.
    """

    by_rows: bool

    @abstractmethod
    def transposed(self, symbol: Symbol) -> Line:
        """The transpose of a layer's vector or matrix."""

    @abstractmethod
    def either(self, letters: Line, cells: Callable[[Cells], Line]) -> Line:
        """What letters and cells write differently."""

    def factor(self, symbol: Symbol) -> Line:
        return self(symbol)

    def letter(self, name: str) -> Line:
        return text(rf"\mathbf{{{name}}}", name)

    def squared(self, line: Line) -> Line:
        return line + text(r" \circ ", " ∘ ") + line

    def product(self, vector: Symbol, weights: Symbol, forward: bool) -> Line:
        """By rows vector · Wᵀ, by columns W · vector; backward W is transposed the other way."""
        matrix = self.transposed(weights) if self.by_rows == forward else self(weights)
        return self.in_order(self(vector), matrix)

    def in_order(self, vector: Line, matrix: Line) -> Line:
        """vector · matrix by rows, matrix · vector by columns."""
        first, second = (vector, matrix) if self.by_rows else (matrix, vector)
        return first + text(r" \cdot ", " · ") + second


@dataclass(frozen=True)
class Letters(LayerWriter):
    """Writes bold letters, W^(2) or δ^(2); with `indexed` those of sample n of several."""

    names: Writer
    indexed: bool = False

    def __call__(self, symbol: Symbol) -> Line:
        return self._letter(symbol, "", "")

    def transposed(self, symbol: Symbol) -> Line:
        return self._letter(symbol, r"\top", "ᵀ")

    def either(self, letters: Line, cells: Callable[[Cells], Line]) -> Line:
        return letters

    def constant(self, latex: str, plain: str, value: float) -> Line:
        return text(latex, plain)

    def over_samples(
        self, count: int, term: Callable[[Writer, int], Line], is_factor: bool = False
    ) -> Line:
        if self.facts.samples == 1:
            return term(self, 1)
        return text(r"\sum_{n} ", "Σ_n ") + term(replace(self, indexed=True), 1)

    def _letter(self, symbol: Symbol, top: str, mark: str) -> Line:
        if symbol.kind in ("eta", "N"):
            return self.names(symbol)
        kind = _BELOW.get(symbol.kind, symbol.kind)
        if kind == "a" and symbol.layer == self.facts.depth:
            kind = "y"
        latex, plain = _GREEK.get(kind, (rf"\mathbf{{{kind}}}", kind))
        if kind not in _WITHOUT_LAYER:
            latex, plain = rf"{latex}^{{({symbol.layer}){top}}}", f"{plain}^({symbol.layer})"
        elif top:
            latex = rf"{latex}^{{{top}}}"
        index, plain_index = ("_{n}", "_n") if self.indexed else ("", "")
        letter = Line((Part(latex + index, plain + plain_index + mark),))
        if not symbol.is_gradient:
            return letter
        return fraction(text(r"\partial E", "∂E"), text(r"\partial ", "∂") + letter)


@dataclass(frozen=True)
class Cells(LayerWriter):
    """Writes matrices, with what `single` writes in each cell; large ones with dots."""

    single: Writer

    def __call__(self, symbol: Symbol) -> Line:
        return self._of(symbol, self.by_rows)

    def transposed(self, symbol: Symbol) -> Line:
        return self._of(symbol, not self.by_rows, transposed=True)

    def either(self, letters: Line, cells: Callable[[Cells], Line]) -> Line:
        return cells(self)

    def constant(self, latex: str, plain: str, value: float) -> Line:
        return self.single.constant(latex, plain, value)

    def amounts(
        self, symbol: Symbol, value: Callable[[Symbol], float], is_factor: bool = False
    ) -> Line:
        made = self._filled(symbol, lambda w, each: w.quantity(value(each)), self.by_rows)
        return made.unfoldable  # these numbers are in no table

    def over_samples(
        self, count: int, term: Callable[[Writer, int], Line], is_factor: bool = False
    ) -> Line:
        return self.single.over_samples(
            count, lambda one, i: term(replace(self, single=one), i), is_factor
        )

    def vector(self, size: int, cell: Cell) -> Line:
        """A row or a column of formulas; cell(w, j) counts from 1."""
        if self.by_rows:
            return self.grid(1, size, lambda w, _, k: cell(w, k))
        return self.grid(size, 1, lambda w, j, _: cell(w, j))

    def grid(self, rows: int, columns: int, cell: Callable[[Writer, int, int], Line]) -> Line:
        """A matrix of formulas; cell(w, j, k) counts from 1. Its dots are the quantities in it."""
        first = cell(self.single, 1, 1)
        made = self._grid(rows, columns, cell, fewer=" " in first.plain)
        for symbol in first.symbols[:1]:
            made = made.folded_from(Fold(symbol, is_matrix=True, transposed=not self.by_rows))
        return made

    def _grid(
        self,
        rows: int,
        columns: int,
        cell: Callable[[Writer, int, int], Line],
        fewer: bool = False,
    ) -> Line:
        """With `fewer`, where cells are long, one column less is written than fits of numbers."""
        most = self.max_terms

        def at(j: int | None, k: int | None) -> Line:
            if j is None:
                return DOTS_SLANTED if k is None else DOTS_DOWN
            return DOTS if k is None else cell(self.single, j + 1, k + 1)

        across = shown(columns, most - 1 if fewer and most else most)
        return matrix([[at(j, k) for k in across] for j in shown(rows, self.max_terms)])

    def _of(self, symbol: Symbol, by_rows: bool, transposed: bool = False) -> Line:
        if symbol.kind in ("eta", "N"):
            return self.single.factor(symbol)
        made = self._filled(symbol, lambda w, each: w(each), by_rows, transposed)
        turned = transposed if symbol.kind in _OF_EDGES else not by_rows
        return made.folded_from(Fold(symbol, is_matrix=True, transposed=turned))

    def _filled(
        self,
        symbol: Symbol,
        cell: Callable[[Writer, Symbol], Line],
        by_rows: bool,
        transposed: bool = False,
    ) -> Line:
        """The matrix or vector of a layer, with this for each of its symbols."""
        kind, layer = symbol.kind, symbol.layer
        size = self.facts.size(layer or self.facts.depth)
        if kind not in _OF_EDGES:
            shape = (1, size) if by_rows else (size, 1)
            return self._grid(*shape, lambda w, j, k: cell(w, Symbol(kind, layer, max(j, k))))
        below = self.facts.size(layer - 1)
        if transposed:
            return self._grid(below, size, lambda w, k, j: cell(w, Symbol(kind, layer, j, k)))
        return self._grid(size, below, lambda w, j, k: cell(w, Symbol(kind, layer, j, k)))
