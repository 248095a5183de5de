"""Blocks of cells as a spreadsheet puts them on the clipboard."""

from __future__ import annotations

import csv
import io

MAX_CELLS = 1_000_000


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

    Lines that hold nothing at all end the block and are left out. Raises BlockError.
    """
    if text.count("\t") + text.count("\n") > MAX_CELLS:
        raise BlockError("block_too_large")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\n")
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t"))
    except csv.Error:  # a cell longer than the reader takes
        raise BlockError("block_too_large") from None
    if not any(cell.strip() for row in rows for cell in row):
        raise BlockError("nothing_to_paste")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise BlockError("ragged_block", number, len(row), len(rows[0]))
    return [[cell.strip() for cell in row] for row in rows]
