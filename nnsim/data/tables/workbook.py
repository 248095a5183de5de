"""Excel workbooks, read by openpyxl: row by row, so that it can be watched and given up."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from zipfile import ZipFile

import numpy as np

from .errors import TableError
from .layout import Layout, guess_header
from .table import (
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    MAX_WORKBOOK_BYTES,
    MISSING,
    SHOWN_ROWS,
    Column,
    NumberColumn,
    Progress,
    Table,
    check_size,
    column_names,
    text_column,
)

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORMULA = re.compile(rb"<f[ >/]")
_TOLD_EVERY = 500
_LOOKED_AT = 200


def is_workbook(raw: bytes) -> bool:
    """Whether it begins as a workbook does, whatever its name is."""
    return raw.startswith((_ZIP, _OLE))


def sheet_names(raw: bytes) -> tuple[str, ...]:
    """The sheets of a workbook that hold cells. Raises TableError where it cannot be opened."""
    if raw.startswith(_OLE):
        # Excel puts an encrypted workbook into the container of its old files.
        raise TableError("password" if _ENCRYPTED in raw else "old_workbook")
    if len(raw) > MAX_WORKBOOK_BYTES:
        raise TableError("too_large", value=len(raw), limit=MAX_WORKBOOK_BYTES)
    try:
        with ZipFile(io.BytesIO(raw)) as parts:
            unpacked = sum(info.file_size for info in parts.infolist())
            names = parts.namelist()
    except Exception as error:
        raise TableError("damaged") from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise TableError("too_large", value=unpacked, limit=MAX_UNPACKED_BYTES)
    if not any(name.startswith("xl/") for name in names):
        raise TableError("binary")
    book = _open(raw)
    titles = tuple(sheet.title for sheet in book.worksheets)
    book.close()
    if not titles:
        raise TableError("empty")
    return titles


def guess_workbook_layout(raw: bytes, sheets: Sequence[str]) -> Layout:
    """The first sheet that has rows, and whether the first of them is a header."""
    for sheet in sheets:
        some = islice(_cells(raw, sheet), _LOOKED_AT)
        rows = [[_as_text(value) for value in row] for _, _, row in some]
        if rows:
            return Layout(guess_header(rows), sheet=sheet)
    raise TableError("empty")


def read_workbook(raw: bytes, layout: Layout, progress: Progress) -> Table:
    """The table on one sheet; of a formula the value that was saved with it. Raises TableError."""
    rows = _rows(raw, layout.sheet, progress)
    if len(rows) <= layout.header:
        raise TableError("empty")
    count = max(len(values) for _, values in rows)
    if count == 1:
        raise TableError("one_column")
    formulas = _check_formulas(raw, layout.sheet, rows)
    header = [_as_text(value) for value in rows[0][1]] if layout.header else None
    names = column_names(header, count, rows[0][0])
    data = rows[layout.header :]
    filled = [values + [None] * (count - len(values)) for _, values in data]
    columns = tuple(_column(*pair) for pair in zip(names, zip(*filled, strict=True), strict=True))
    shown = tuple(tuple(map(_as_text, values)) for values in filled[:SHOWN_ROWS])
    return Table(columns, np.array([row for row, _ in data], np.intp), shown, formulas)


def _open(raw: bytes, formulas: bool = False) -> Any:
    import openpyxl  # half a second: only who imports a workbook pays for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about charts and rules of the workbook
            return openpyxl.load_workbook(
                io.BytesIO(raw), read_only=True, data_only=not formulas, keep_links=False
            )
    except Exception as error:  # whatever is in the file, it is the file
        raise TableError("damaged") from error


def _cells(raw: bytes, sheet: str, formulas: bool = False) -> Iterator[tuple[int, int, list[Any]]]:
    """Of every row that is not blank: its number, how many there may be, and its cells.

    The empty cells at its end are left out.
    """
    book = _open(raw, formulas)
    try:
        total = book[sheet].max_row or 1
        book[sheet].reset_dimensions()  # or every row is filled up to the width that is promised
        for number, values in enumerate(book[sheet].iter_rows(values_only=True), start=1):
            if number > MAX_ROWS:  # a blank row is made for every number that is left out
                raise TableError("too_many_rows", value=number, limit=MAX_ROWS)
            row = [None if _is_missing(value) else value for value in values]
            while row and row[-1] is None:
                row.pop()
            if row:
                yield number, max(total, number), row
    except (GeneratorExit, TableError):
        raise
    except Exception as error:  # the sheet is unpacked and parsed only now
        raise TableError("damaged") from error
    finally:
        book.close()


def _rows(raw: bytes, sheet: str, progress: Progress) -> list[tuple[int, list[Any]]]:
    rows: list[tuple[int, list[Any]]] = []
    width = 0
    for number, total, row in _cells(raw, sheet):
        rows.append((number, row))
        width = max(width, len(row))
        check_size(len(rows), width)
        if number % _TOLD_EVERY == 0:
            progress(0.9 * number / total)
    return rows


def _check_formulas(raw: bytes, sheet: str, rows: Sequence[tuple[int, list[Any]]]) -> int:
    """How many cells are formulas; raises TableError for one that was saved without its value."""
    with ZipFile(io.BytesIO(raw)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        if not any(_FORMULA.search(parts.read(name)) for name in sheets):
            return 0
    known = dict(rows)
    count = 0
    for number, _, row in _cells(raw, sheet, formulas=True):
        for column, cell in enumerate(row, start=1):
            if isinstance(cell, str) and cell.startswith("="):
                count += 1
                values = known.get(number, [])
                if column > len(values) or values[column - 1] is None:
                    raise TableError("formula_without_value", number, column, value=cell)
    return count


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in MISSING)


def _as_text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
    return str(value).strip()


def _as_number(value: Any) -> float | None:
    """The number in a cell, also one that was typed as text."""
    if value is None:
        return float("nan")
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        try:
            return float(value)
        except (ValueError, OverflowError):
            return None
    return None


def _column(name: str, cells: Sequence[Any]) -> Column:
    numbers = [_as_number(cell) for cell in cells]
    known = [number for number in numbers if number is not None]
    if len(known) == len(numbers):
        return NumberColumn(name, np.array(known))
    texts = [_as_text(cell) for cell in cells]
    labels = sorted(set(texts) - set(MISSING))
    places = {label: place for place, label in enumerate(labels)}
    codes = np.array([places.get(text, -1) for text in texts], np.intp)
    return text_column(name, codes, tuple(labels))
