"""Tables as CSV, with nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Protocol

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Tabular(Protocol):
    """A view whose numbers are a table."""

    def csv_rows(self) -> Iterable[Sequence[str]]:
        """The heading and the rows."""


def table_csv(view: Tabular) -> bytes:
    """The table as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([safe(cell) for cell in row] for row in view.csv_rows())
    return text.getvalue().encode()


def safe(cell: str) -> str:
    """The cell, as text where a spreadsheet would take it for a formula; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
