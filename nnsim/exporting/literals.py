"""Numbers and arrays as Python source, to the last bit."""

from __future__ import annotations

import math
from textwrap import fill

from nnsim.project.arrays import FloatArray

WIDTH = 96
_INDENT = "    "


def number_source(value: float) -> str:
    """A number as a person would type it, which reads back as the same float."""
    whole = value == math.floor(value) and abs(value) < 1e15
    negative_zero = value == 0 and math.copysign(1.0, value) < 0
    return str(int(value)) if whole and not negative_zero else repr(float(value))


def list_source(array: FloatArray) -> str:
    """An array of one or two dimensions as a list, a sample or node per line."""
    if array.ndim == 1:
        line = f"[{_row(array)}]"
        return line if len(line) <= WIDTH - 40 else f"[\n{_wrapped(_row(array), _INDENT)},\n]"
    rows = "\n".join(f"{_row_lines(row)}," for row in array)
    return f"[\n{rows}\n]"


def _row(row: FloatArray) -> str:
    return ", ".join(number_source(value) for value in row.tolist())


def _row_lines(row: FloatArray) -> str:
    line = f"{_INDENT}[{_row(row)}]"
    if len(line) < WIDTH:
        return line
    return f"{_INDENT}[\n{_wrapped(_row(row), 2 * _INDENT)},\n{_INDENT}]"


def _wrapped(text: str, indent: str) -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
