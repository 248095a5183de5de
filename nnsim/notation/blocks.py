"""Blocks of cells on the clipboard: those of a spreadsheet, and matrices as a page prints them."""

from __future__ import annotations

import csv
import io
import re

from nnsim.notation.numbers import is_number

MAX_CELLS = 1_000_000
# A comma between two digits is a decimal one, unless a row has several and nothing else.
_BETWEEN = re.compile(r"\s*[,;]\s+|\s*;\s*|\s+")


class BlockError(ValueError):
    """A text that is no block of cells.

    Attributes:
        reason: "nothing_to_paste", "ragged_block" or "block_too_large".
        row: of the block, from 1, that has another number of cells; 0 for the whole block.
        cells, wanted: how many it has, and how many the first row has.
    """

    def __init__(self, reason: str, row: int = 0, cells: int = 0, wanted: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.row = row
        self.cells = cells
        self.wanted = wanted


def read_block(text: str) -> list[list[str]]:
    """The cells of a text with tabs between columns; every row has as many as the first.

    A matrix of numbers may also have blanks, commas or semicolons, and brackets around its rows.
    Lines that hold nothing at all end the block and are left out. Raises BlockError.
    """
    if text.count("\t") + text.count("\n") > MAX_CELLS:
        raise BlockError("block_too_large")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\n")
    try:
        rows = _matrix(text) or list(csv.reader(io.StringIO(text), delimiter="\t"))
    except csv.Error:  # a cell longer than the reader takes
        raise BlockError("block_too_large") from None
    if any(len(row) > 1 for row in rows):
        rows = [row for row in rows if row]  # a line between two blocks is no row
    if not any(cell.strip() for row in rows for cell in row):
        raise BlockError("nothing_to_paste")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise BlockError("ragged_block", number, len(row), len(rows[0]))
    return [[cell.strip() for cell in row] for row in rows]


def _matrix(text: str) -> list[list[str]]:
    """The rows of a matrix of numbers without tabs; none where the text is anything else."""
    if "\t" in text:
        return []
    lines = (line.strip(" ,;") for line in re.split(r"[\n\]]", text.replace("[", "")))
    rows = [_numbers(line) for line in lines if line]
    return rows if all(rows) else []


def _numbers(line: str) -> list[str]:
    cells = _BETWEEN.split(line)
    if len(cells) == 1 and line.count(",") > 1:
        cells = line.split(",")
    return cells if all(map(is_number, cells)) else []
