"""A table as it was read: columns of numbers and of texts, of equal length."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np
from numpy.typing import NDArray

from nnsim.data.dataset import FloatArray

from .errors import TableError

# What is looked at before and while a file is read.
MAX_TEXT_BYTES = 256 * 2**20
MAX_WORKBOOK_BYTES = 32 * 2**20
MAX_UNPACKED_BYTES = 512 * 2**20
MAX_ROWS = 1_000_000
MAX_COLUMNS = 2000
MAX_CELLS = 20_000_000
SHOWN_ROWS = 50
_ASKED = 1000  # cells, for what a long column is about

# Cells that say that there is no value.
MISSING = (
    *("", "NA", "N/A", "n/a", "n.a.", "N.A.", "NaN", "nan", "NULL", "null", "?"),
    # What a spreadsheet shows for a formula that has no value.
    *("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"),
)
# Numbers whose thousands are set apart, by the sign before the decimals.
GROUPED = {
    ".": re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?"),
    ",": re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?"),
}

# Told the share that is done, from 0 to 1; may raise to give up.
Progress = Callable[[float], None]
Rows = tuple[tuple[str, ...], ...]


def no_progress(_share: float) -> None:
    """For those who do not watch."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberColumn:
    """A column of numbers; `values` (N,), NaN where one is missing."""

    name: str
    values: FloatArray

    @property
    def missing(self) -> int:
        """How many cells have no value."""
        return int(np.isnan(self.values).sum())


@dataclass(frozen=True, slots=True, eq=False)
class TextColumn:
    """A column of texts; `codes` (N,) are places in the sorted `labels`, -1 for a missing one.

    `decimal` is the sign before the decimals of those that are numbers.
    """

    name: str
    codes: NDArray[np.intp]
    labels: tuple[str, ...]
    decimal: str = "."

    @property
    def missing(self) -> int:
        """How many cells have no value."""
        return int((self.codes < 0).sum())

    @property
    def numbers(self) -> FloatArray:
        """(N,): the number that each text is, NaN where it is missing or none."""
        of_labels = [_number_in(label, self.decimal) for label in self.labels]
        return np.array([*of_labels, np.nan])[self.codes]  # -1 finds the last

    @property
    def share_of_numbers(self) -> float:
        """How many of the cells that hold something hold a number; of a long column, about."""
        known = self.codes[self.codes >= 0]
        asked = known[:: len(known) // _ASKED + 1]
        numbers = [_number_in(self.labels[code], self.decimal) for code in asked.tolist()]
        return float(np.mean(~np.isnan(numbers))) if numbers else 0.0


Column = NumberColumn | TextColumn


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """N rows of a file.

    Attributes:
        columns: each with N cells.
        rows: (N,) the row of each in the file, from 1.
        first: the first rows as they stand in the file, for a preview.
        formulas: number of cells whose value a spreadsheet program has computed and saved.
    """

    columns: tuple[Column, ...]
    rows: NDArray[np.intp]
    first: Rows
    formulas: int = 0


def text_column(
    name: str, codes: NDArray[np.intp], labels: tuple[str, ...], decimal: str = "."
) -> Column:
    """A column of texts; of numbers, where all of them are some with their thousands set apart."""
    column = TextColumn(name, codes, labels, decimal)
    if any(isnan(_number_in(label, decimal)) for label in labels):  # as a rule, the first is none
        return column
    grouped = any(map(GROUPED[decimal].fullmatch, labels))
    return NumberColumn(name, column.numbers) if grouped else column


def _number_in(text: str, decimal: str) -> float:
    if GROUPED[decimal].fullmatch(text):
        text = text.replace("," if decimal == "." else ".", "")
    try:
        return float("nan") if "_" in text else float(text.replace(decimal, "."))
    except ValueError:
        return float("nan")


def check_size(rows: int, columns: int) -> None:
    """Raise TableError for a table that is too large."""
    for reason, found, limit in (
        ("too_many_rows", rows, MAX_ROWS),
        ("too_many_columns", columns, MAX_COLUMNS),
        ("too_many_cells", rows * columns, MAX_CELLS),
    ):
        if found > limit:
            raise TableError(reason, value=found, limit=limit)


def column_names(header: Sequence[str] | None, count: int, row: int = 1) -> tuple[str, ...]:
    """A name for each column: from the header, or #1, #2, ... where there is none.

    Raises TableError where two columns have the same name.
    """
    names = [*(header or ())][:count]
    names += [""] * (count - len(names))
    seen: dict[str, int] = {}
    for number, name in enumerate(names, start=1):
        name = name.strip() or f"#{number}"
        names[number - 1] = name
        if name in seen:
            raise TableError("duplicate_header", row, seen[name], name, value=number)
        seen[name] = number
    return tuple(names)
