"""Tables as CSV, with nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Protocol

from nnsim.ui.table_copy import harmless


class Tabular(Protocol):
    """A view whose numbers are a table."""

    def csv_rows(self) -> Iterable[Sequence[str]]:
        """The heading and the rows."""


def table_csv(view: Tabular) -> bytes:
    """The table as UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(harmless, view.csv_rows()))
    return text.getvalue().encode()
