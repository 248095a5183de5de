"""A worksheet as rows of drawings, blanks and words, whatever it is printed with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, repeat

from nnsim.notation import Line
from nnsim.notation.formulas.lines import text
from nnsim.trace import Phase

from .network_picture import network_picture
from .questions import Exercise, Question
from .typeset import Drawing, Typeset, typeset

PAGE_WIDTH, PAGE_HEIGHT = 595.3, 841.9  # A4, in points
MARGIN = 45.0  # 16 mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
RULE_GAP = 24.0  # between the rules of an optimizer
GAP = 4.0  # between drawings side by side
COLUMN_GAP = 16.0
WRITING = 26.0  # height of a row that is written in by hand
_SPACING = 9.0  # around a row that is read
_BY_HAND = 1.2  # numbers written by hand are so much wider than printed
_LEAST_BLANK = 60.0
_MAX_COLUMNS = 4

Picture = Callable[[tuple[int, ...], str], Drawing]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sheet in the language of its reader.

    Attributes:
        language: its code, such as "ko".
        title, answers: of the pages with blanks and of those with answers.
        about: under the title: network, sample and how numbers are rounded.
        name, date: of the person who fills it in.
        given: heading of the numbers.
        phases: heading of each part of the pass.
        network: what the picture is.
    """

    language: str
    title: str
    answers: str
    about: tuple[str, ...]
    name: str
    date: str
    given: str
    phases: dict[Phase, str]
    network: str


@dataclass(frozen=True, slots=True)
class Row:
    """Drawings side by side, on one baseline, and perhaps a blank up to the right edge."""

    drawings: tuple[Drawing, ...]
    blank: bool = False
    gap: float = GAP

    @property
    def width(self) -> float:
        """Without the blank, in points."""
        gaps = self.gap * max(0, len(self.drawings) - 1)
        return sum(each.width for each in self.drawings) + gaps

    @property
    def ascent(self) -> float:
        """Above the baseline, with the space that keeps rows apart."""
        least = WRITING - 8.0 if self.blank else 0.0
        return max(least, *(each.ascent + _SPACING / 2 for each in self.drawings), 0.0)

    @property
    def descent(self) -> float:
        """Below the baseline, likewise."""
        least = 8.0 if self.blank else 0.0
        return max(least, *(each.descent + _SPACING / 2 for each in self.drawings), 0.0)

    @property
    def height(self) -> float:
        """Of the whole."""
        return self.ascent + self.descent


@dataclass(frozen=True, slots=True)
class Item:
    """Rows that stay together; `columns` such items stand side by side."""

    rows: tuple[Row, ...]
    columns: int = 1
    centred: bool = False

    @property
    def height(self) -> float:
        """In points."""
        return sum(row.height for row in self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what belongs to it; None: without."""

    heading: str | None
    items: tuple[Item, ...]

    @property
    def bands(self) -> tuple[tuple[Item, ...], ...]:
        """The items that stand side by side."""
        bands: list[list[Item]] = []
        for item in self.items:
            last = bands[-1] if bands else []
            if last and last[0].columns == item.columns and len(last) < item.columns:
                last.append(item)
            else:
                bands.append([item])
        return tuple(tuple(band) for band in bands)


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a new page: the blanks, or the answers."""

    title: str
    about: tuple[str, ...]
    fields: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole worksheet; `language` is the code of that of its words."""

    parts: tuple[Part, ...]
    language: str


def column_width(columns: int) -> float:
    """Of one of so many columns, in points."""
    return (TEXT_WIDTH - COLUMN_GAP * (columns - 1)) / columns


def make_sheet(
    exercise: Exercise,
    words: Words,
    answers: bool,
    typeset: Typeset = typeset,
    picture: Picture = network_picture,
) -> Sheet:
    """Typeset everything, which takes seconds.

    Args:
        typeset: draws a line; whatever it raises ends the work.
        picture: draws the network.
    """
    network = picture(exercise.facts.sizes, words.network)
    given = [
        Section(None, (Item((Row((network,)),), centred=True),)),
        *_given(exercise.given, words.given, typeset),
    ]
    blanks = [*given, *_phases(exercise, words, typeset, answered=False)]
    parts = [Part(words.title, words.about, (words.name, words.date), tuple(blanks))]
    if answers:
        solved = _phases(exercise, words, typeset, answered=True)
        parts.append(Part(words.answers, words.about, (), tuple(solved)))
    return Sheet(tuple(parts), words.language)


def _phases(
    exercise: Exercise, words: Words, typeset: Typeset, answered: bool
) -> Iterable[Section]:
    make = _answer if answered else _blank
    for phase, heading in words.phases.items():
        asked = [each for each in exercise.questions if each.step.phase is phase]
        if asked:
            items = [make(each, typeset) for each in asked]
            yield Section(heading, _aligned(asked, items))


def _aligned(questions: list[Question], items: list[Item]) -> tuple[Item, ...]:
    """Items of one kind in equally many columns; what has several rows stands alone."""
    kinds = [_ALIKE.get(each.step.symbol.kind, each.step.symbol.kind) for each in questions]
    fewest: dict[str, int] = {}
    for kind, item in zip(kinds, items, strict=True):
        fewest[kind] = min(fewest.get(kind, item.columns), item.columns)
    return tuple(
        replace(item, columns=fewest[kind]) for kind, item in zip(kinds, items, strict=True)
    )


def _given(
    groups: tuple[tuple[Line, ...], ...], heading: str, typeset: Typeset
) -> Iterator[Section]:
    """Each group from a new line on; as many columns as the widest number leaves."""
    drawn = [[typeset(line) for line in group] for group in groups]
    columns = _fitting(max(each.width for group in drawn for each in group))
    for place, group in enumerate(drawn):
        items = tuple(Item((Row((each,)),), columns) for each in group)
        yield Section(None if place else heading, items)


def _fitting(width: float) -> int:
    fitting = [n for n in range(1, _MAX_COLUMNS + 1) if width <= column_width(n)]
    return max(fitting, default=1)


def _blank(question: Question, typeset: Typeset) -> Item:
    """What is known, and each formula with room for its numbers and its result."""
    *before, symbols = question.asked
    rows = _side_by_side(question.known, typeset)
    worked = question.formula.worked[-len(before) :]
    for line, numbers in zip(before, chain(worked, repeat(None)), strict=False):
        room = typeset(numbers).width if numbers else 0.0
        rows += _to_fill(line, max(_LEAST_BLANK, room * _BY_HAND), typeset)
    answer = typeset(question.formula.numbers).width if question.formula.numbers else 0.0
    needed = max(_LEAST_BLANK, (answer + typeset(question.formula.result).width) * _BY_HAND)
    rows += _to_fill(symbols, needed, typeset)
    alone = len(rows) == 1
    return Item(tuple(rows), min(2, _fitting(rows[0].width + GAP + needed)) if alone else 1)


def _to_fill(line: Line, needed: float, typeset: Typeset) -> list[Row]:
    """A formula with a blank of that width: beside it, or in rows of its own."""
    *before, last = _read(line, typeset)
    equal = typeset(_EQUAL)
    beside = Row((*last.drawings, equal), blank=True)
    if not before and beside.width + GAP + needed <= TEXT_WIDTH:
        return [beside]
    more = [Row((), blank=True)] * int(needed // TEXT_WIDTH)
    return [*before, last, Row((equal,), blank=True), *more]


def _answer(question: Question, typeset: Typeset) -> Item:
    """The formula, its numbers and its result: in one row where that has room."""
    made = question.formula
    rows = _side_by_side((*made.given, *made.worked), typeset)
    *before, symbols = _read(made.symbols, typeset)
    below = [typeset(line) for line in (made.numbers, made.result) if line]
    whole = Row((*symbols.drawings, *below))
    if not rows and not before and whole.width <= TEXT_WIDTH:
        return Item((whole,), min(2, _fitting(whole.width)))
    if sum(each.width for each in below) + GAP <= TEXT_WIDTH:
        return Item((*rows, *before, symbols, Row(tuple(below))))
    numbers = _read(made.numbers, typeset)
    return Item((*rows, *before, symbols, *numbers, Row((below[-1],))))


def _side_by_side(rules: Iterable[Line], typeset: Typeset) -> list[Row]:
    """Rules in as few rows as have room for them."""
    rows: list[Row] = []
    for line in rules:
        for row in _read(line, typeset):
            joined = replace(rows[-1], drawings=rows[-1].drawings + row.drawings) if rows else row
            if rows and joined.width <= TEXT_WIDTH:
                rows[-1] = joined
            else:
                rows.append(replace(row, gap=RULE_GAP))
    return rows


def _read(line: Line, typeset: Typeset) -> tuple[Row, ...]:
    """A line, broken where it is wider than the page."""
    whole = typeset(line)
    if whole.width <= TEXT_WIDTH:
        return (Row((whole,)),)
    per_character = whole.width / len(line.plain)
    room = TEXT_WIDTH * 0.9  # pieces differ in how wide their characters are
    pieces = line.broken(room, lambda piece: len(piece.plain) * per_character)
    return tuple(Row((typeset(piece).fitted(TEXT_WIDTH),)) for piece in pieces)


_EQUAL = text("=")
_ALIKE = {"a": "z", "db": "dW", "b": "W"}
