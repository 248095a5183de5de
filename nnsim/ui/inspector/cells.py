"""What the cells of the inspector's tables hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nnsim.notation import E, Symbol
from nnsim.ui.reading import Reading


@dataclass(frozen=True)
class Cell:
    """What a cell shows.

    Attributes:
        symbol: the quantity; None for an empty cell.
        name: show the symbol itself instead of its value.
        factor: show the product of both values.
        editable: the value can be typed.
        old: of a weight or bias, the value before the update of the pass.
        row: of a pass over several samples, the one whose value it is; None: the one shown.
        text: words, instead of a quantity.
        term_of: the sum that it is a term of, and its number there, from 1; it is shown once the
            pass has added it.
        at: "now" or "difference": while an earlier epoch is visited, the value now, or how much
            it has become since.
    """

    symbol: Symbol | None = None
    name: bool = False
    factor: Symbol | None = None
    editable: bool = False
    old: bool = False
    row: int | None = None
    text: str = ""
    term_of: tuple[Symbol, int] | None = None
    at: str = ""

    def value(self, reading: Reading) -> float | None:
        """The number to show, if it is one."""
        if self.symbol is None or self.name or not self._is_added(reading):
            return None
        if self.at:
            return self._later(reading)
        if self.factor is None and self.row is None and not self.old:
            return reading.value(self.symbol)
        if self.symbol == E and self.row is not None and reading.position is not None:
            return float(reading.position.trace.numbers.losses[self.row])
        if self.factor is None:
            return self._number(reading, self.symbol)
        factors = self.factors(reading)
        return None if factors is None else factors[0] * factors[1]

    def factors(self, reading: Reading) -> tuple[float, float] | None:
        """Both numbers of a product; None if it is none, or one of them is not known."""
        if self.symbol is None or self.factor is None or not self._is_added(reading):
            return None
        one, other = (self._number(reading, each) for each in (self.symbol, self.factor))
        return None if one is None or other is None else (one, other)

    def _is_added(self, reading: Reading) -> bool:
        if self.term_of is None or reading.position is None:
            return True
        return reading.position.has_added(*self.term_of)

    def _later(self, reading: Reading) -> float | None:
        assert self.symbol is not None
        then = reading.value(self.symbol)
        now = None if reading.now is None else reading.now.value(self.symbol)
        if self.at == "now" or now is None:
            return now
        return None if then is None else now - then

    def _number(self, reading: Reading, symbol: Symbol) -> float | None:
        if self.row is not None and reading.position is not None:
            return reading.position.trace.value(symbol, self.row)
        return reading.before_update(symbol)


@dataclass(frozen=True)
class Quantities:
    """A table: headings, which may be symbols' letters, and rows of cells."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


class LazyRows(Sequence[tuple[Cell, ...]]):
    """Rows that are made when they come into sight: a layer has up to a million weights."""

    def __init__(self, count: int, make: Callable[[int], tuple[Cell, ...]]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, tuple[Cell, ...]] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, row):
        if row not in self._made:
            self._made[row] = self._make(row)
        return self._made[row]


EMPTY = Cell()
