"""From a path to a table: first the content of the file, then its layout, then its cells."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from .encodings import sample
from .errors import TableError
from .layout import Layout, guess_layout, split_rows
from .table import (
    MAX_TEXT_BYTES,
    MAX_WORKBOOK_BYTES,
    SHOWN_ROWS,
    Progress,
    Rows,
    Table,
    no_progress,
)
from .text import read_text
from .workbook import guess_workbook_layout, is_workbook, read_workbook, sheet_names

SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm")
_WORKBOOKS = (".xlsx", ".xlsm")
_BYTES_AT_ONCE = 2**22


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a file; `sheets` are those of a workbook, none in a text."""

    name: str
    raw: bytes
    sheets: tuple[str, ...] = ()


def load_content(path: Path, progress: Progress = no_progress) -> Content:
    """The content of a file. Its size is looked at before it is read; raises TableError."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise TableError("is_folder" if path.is_dir() else "unreadable")
        is_book = path.suffix.lower() in _WORKBOOKS
        limit = MAX_WORKBOOK_BYTES if is_book else MAX_TEXT_BYTES
        if status.st_size > limit:
            raise TableError("too_large", value=status.st_size, limit=limit)
        raw = _read(path, status.st_size, limit, progress)
    except FileNotFoundError as error:
        raise TableError("gone") from error
    except PermissionError as error:
        raise TableError("no_permission") from error
    except (OSError, ValueError) as error:
        raise TableError("unreadable", value=getattr(error, "strerror", None)) from error
    if not raw:
        raise TableError("empty")
    return Content(path.name, raw, sheet_names(raw) if is_workbook(raw) else ())


def _read(path: Path, size: int, limit: int, progress: Progress) -> bytes:
    parts, done = [], 0
    with path.open("rb") as file:
        while part := file.read(_BYTES_AT_ONCE):
            parts.append(part)
            done += len(part)
            if done > limit:  # it grows while it is read
                raise TableError("too_large", value=done, limit=limit)
            progress(min(done / max(size, 1), 1.0))
    return b"".join(parts)


def guess(content: Content) -> Layout:
    """How the file seems to be laid out; raises TableError where there is nothing to read."""
    if content.sheets:
        return guess_workbook_layout(content.raw, content.sheets)
    return guess_layout(content.raw)


def first_rows(content: Content, layout: Layout) -> Rows:
    """The beginning of a text as this layout cuts it, right or wrong; nothing of a workbook."""
    if content.sheets:
        return ()
    rows = split_rows(sample(content.raw, layout.encoding), layout.delimiter)
    return tuple(map(tuple, rows[:SHOWN_ROWS]))


def read_table(content: Content, layout: Layout, progress: Progress = no_progress) -> Table:
    """The table in a file with this layout; raises TableError."""
    read = read_workbook if content.sheets else read_text
    return read(content.raw, layout, progress)
