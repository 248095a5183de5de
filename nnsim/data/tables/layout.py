"""How a file is laid out: guesses that a person can change."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from .encodings import guess_encoding, sample
from .errors import TableError
from .table import GROUPED, MISSING

# Those that are seldom part of a number or a text come first.
DELIMITERS = ("\t", ";", "|", ",")
DECIMALS = (".", ",")
_LOOKED_AT = 200
_WITH_POINT = re.compile(r"[+-]?\d*\.\d+(e[+-]?\d+)?", re.IGNORECASE)
_WITH_COMMA = re.compile(r"[+-]?\d*,\d+(e[+-]?\d+)?", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read a file.

    Attributes:
        header: whether the first row names the columns.
        encoding, delimiter, decimal: of a text; without meaning for a workbook.
        sheet: of a workbook; "" for a text.
    """

    header: bool = True
    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: str = "."
    sheet: str = ""


def guess_layout(raw: bytes) -> Layout:
    """The layout of a text. Raises TableError where it is no text or has no rows."""
    encoding = guess_encoding(raw)
    text = sample(raw, encoding)
    if not text.strip():
        raise TableError("empty")
    delimiter = guess_delimiter(text)
    rows = [*islice(split_rows(text, delimiter), _LOOKED_AT)]
    return Layout(guess_header(rows), encoding, delimiter, _guess_decimal(rows, delimiter))


def split_rows(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a text that are not blank; those before a quote that goes wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    rows = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row) or len(row) > 1:
                rows.append([cell.strip() for cell in row])
    except csv.Error:
        pass
    return rows


def guess_delimiter(text: str) -> str:
    """The one that cuts the most rows into the same number of cells, more than one."""
    head = "".join(islice(io.StringIO(text, newline=None), _LOOKED_AT))
    best, share = ",", 0.0
    for delimiter in DELIMITERS:
        counts = Counter(len(row) for row in split_rows(head, delimiter))
        several = {cells: rows for cells, rows in counts.items() if cells > 1}
        if several and max(several.values()) / counts.total() > share:
            best, share = delimiter, max(several.values()) / counts.total()
    return best


def guess_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row differs in kind from the others: texts above numbers.

    Among texts only, a name is something that its column does not say again.
    """
    if not rows or any(_NUMBER.fullmatch(cell) for cell in rows[0]):
        return False
    first, others = rows[0], rows[1:]
    columns = [
        {row[place] for row in others if place < len(row)} - set(MISSING)
        for place in range(len(first))
    ]
    if any(cells and all(map(_NUMBER.fullmatch, cells)) for cells in columns):
        return True
    return all(cell not in cells for cell, cells in zip(first, columns, strict=True))


def _guess_decimal(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    """Three digits after a comma can be the thousands'; beside semicolons they seldom are."""
    cells = [cell for row in rows for cell in row]
    if delimiter != ";":
        cells = [cell for cell in cells if not GROUPED["."].fullmatch(cell)]
    commas = sum(bool(_WITH_COMMA.fullmatch(cell)) for cell in cells)
    points = sum(bool(_WITH_POINT.fullmatch(cell)) for cell in cells)
    return "," if commas > points else "."
