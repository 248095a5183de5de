"""Tables from files: CSV, TSV and Excel, read by a layout and made into a dataset by a plan."""

from .encodings import ENCODINGS
from .errors import TableError
from .layout import DECIMALS, DELIMITERS, Layout
from .plan import (
    MAX_CLASSES,
    MAX_INPUTS,
    Missing,
    Plan,
    Use,
    labels_of,
    missing_cells,
    propose_uses,
)
from .prepare import Prepared, prepare
from .reading import SUFFIXES, Content, first_rows, guess, load_content, read_table
from .table import Column, NumberColumn, Progress, Rows, Table, TextColumn, no_progress

__all__ = [
    "DECIMALS",
    "DELIMITERS",
    "ENCODINGS",
    "MAX_CLASSES",
    "MAX_INPUTS",
    "SUFFIXES",
    "Column",
    "Content",
    "Layout",
    "Missing",
    "NumberColumn",
    "Plan",
    "Prepared",
    "Progress",
    "Rows",
    "Table",
    "TableError",
    "TextColumn",
    "Use",
    "first_rows",
    "guess",
    "labels_of",
    "load_content",
    "missing_cells",
    "no_progress",
    "prepare",
    "propose_uses",
    "read_table",
]
