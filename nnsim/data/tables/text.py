"""CSV and TSV, read by pandas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .encodings import decoded
from .errors import TableError
from .layout import Layout, split_rows
from .table import (
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

_ROWS_AT_ONCE = 20_000
_HEAD_BYTES = 2**18


def read_text(raw: bytes, layout: Layout, progress: Progress) -> Table:
    """The table in the content of a file; raises TableError."""
    content = _as_utf_8(raw, layout.encoding)
    progress(0.05)
    lines, counts = _rows(content, layout.delimiter)
    progress(0.2)
    if len(lines) <= layout.header:
        raise TableError("empty")
    count = int(counts[0])
    check_size(len(lines), count)
    if count == 1:
        raise TableError("one_column")
    for place in np.flatnonzero(counts != count)[:1]:
        raise TableError("ragged", int(lines[place]), value=int(counts[place]), limit=count)
    first = split_rows(content[:_HEAD_BYTES].decode(errors="ignore"), layout.delimiter)
    names = column_names(first[0] if layout.header else None, count, int(lines[0]))
    body = content[_offset(content, int(lines[1])) :] if layout.header else content
    rows = lines[layout.header :]
    columns = _read_columns(body, layout, names, len(rows), progress)
    shown = first[layout.header :][:SHOWN_ROWS]
    return Table(columns, rows, tuple(map(tuple, shown)))


def _as_utf_8(raw: bytes, encoding: str) -> bytes:
    if encoding != "utf-16" and raw.isascii():
        content = raw
    else:
        content = b"".join(text.encode("utf-8", "replace") for text in decoded(raw, encoding))
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return content.replace(b"\0", b"") if b"\0" in content else content


def _rows(content: bytes, delimiter: str) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Of every row that is not blank, its line from 1 and the number of its cells."""
    if b'"' in content:
        return _quoted_rows(content, delimiter)
    ends = _places(content, "\n")
    if content and not content.endswith(b"\n"):
        ends = np.append(ends, len(content))
    cuts = _places(content, delimiter)
    counts = np.diff(np.searchsorted(cuts, ends), prepend=0) + 1
    starts = np.append(0, ends[:-1] + 1)
    kept = np.ones(len(ends), bool)
    for place in np.flatnonzero(counts == 1):
        kept[place] = bool(content[starts[place] : ends[place]].strip())
    return np.flatnonzero(kept) + 1, counts[kept]


def _places(content: bytes, letter: str) -> NDArray[np.intp]:
    """Where an ASCII letter stands; in blocks, so that other threads get their turn."""
    codes = np.frombuffer(content, np.uint8)
    blocks = range(0, len(codes), _HEAD_BYTES)
    found = [np.flatnonzero(codes[at : at + _HEAD_BYTES] == ord(letter)) + at for at in blocks]
    return np.concatenate(found) if found else np.zeros(0, np.intp)


def _quoted_rows(content: bytes, delimiter: str) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The same for a text with quotes, which may hold delimiters and ends of lines."""
    text = io.StringIO(content.decode(), newline="")
    reader = csv.reader(text, delimiter=delimiter, skipinitialspace=True)
    lines, counts, line = [], [], 1
    try:
        for row in reader:
            if len(row) > 1 or (row and row[0].strip()):
                lines.append(line)
                counts.append(len(row))
            line = reader.line_num + 1
    except csv.Error:
        raise TableError("bad_quotes", line) from None
    return np.array(lines, np.intp), np.array(counts, np.intp)


def _offset(content: bytes, line: int) -> int:
    """Where a line begins."""
    place = 0
    for _ in range(line - 1):
        place = content.index(b"\n", place) + 1
    return place


def _read_columns(
    body: bytes, layout: Layout, names: Sequence[str], rows: int, progress: Progress
) -> tuple[Column, ...]:
    parts: list[list[Any]] = [[] for _ in names]
    done = 0
    for frame in _frames(body, layout, len(names)):
        for place, part in enumerate(parts):
            part.append(frame[place])
        done += len(frame)
        progress(0.2 + 0.7 * done / max(rows, done))
    if done != rows:
        raise TableError("bad_quotes")
    kinds = [{part.dtype.kind for part in series} for series in parts]
    # A text that is a number or a truth value for a while would lose how it was written.
    texts = [place for place, kind in enumerate(kinds) if not kind <= set("iuf")]
    if texts:
        again = [*_frames(body, layout, len(names), texts)]
        for place in texts:
            parts[place] = [frame[place] for frame in again]
    return tuple(
        _text_column(name, parts[place], layout.decimal)
        if place in texts
        else _number_column(name, parts[place])
        for place, name in enumerate(names)
    )


def _frames(body: bytes, layout: Layout, count: int, texts: Sequence[int] = ()) -> Any:
    """pandas' frames of some rows each: of every column, or of some as texts."""
    import pandas as pd  # takes a second: only who imports a table pays for it

    try:
        yield from pd.read_csv(
            io.BytesIO(body),
            sep=layout.delimiter,
            decimal=layout.decimal,
            header=None,
            names=range(count),
            index_col=False,
            usecols=[*texts] or None,
            dtype=dict.fromkeys(texts, "str") if texts else None,
            keep_default_na=False,
            na_values=[*MISSING],
            skipinitialspace=True,
            low_memory=False,
            chunksize=_ROWS_AT_ONCE,
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError):
        raise TableError("bad_quotes") from None


def _number_column(name: str, parts: Sequence[Any]) -> NumberColumn:
    return NumberColumn(name, np.concatenate([part.to_numpy(np.float64) for part in parts]))


def _text_column(name: str, parts: Sequence[Any], decimal: str) -> Column:
    import pandas as pd

    texts = pd.concat(parts, ignore_index=True).str.strip()
    codes, labels = pd.factorize(texts.mask(texts.isin(MISSING)), sort=True)
    return text_column(name, codes.astype(np.intp), tuple(map(str, labels)), decimal)
