"""Typeset formulas below one another: which lines there are, and where each symbol stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtSvg import QSvgRenderer

from nnsim.notation import Formula, Line, Symbol

from .typeset_line import TypesetLine

GAP = 7
MARGIN = 12
INDENT = 16  # of the lines below the first one of a formula
SMALLEST = 0.68  # of its size is the least that a line is shrunk to; then it is scrolled
_REACH = 2.0  # pixels around a symbol that belong to it

_INDICES = re.compile(r"\^\(\d+\)ᵀ?(?:_[\d,]+)?|_[\d,]+")
_CHARACTER, _INDEX = 7.6, 17.0  # pixels, about, at the size that is typeset


@dataclass(frozen=True)
class Row:
    """A line that is to be shown.

    Attributes:
        line: what it says.
        left: its indentation.
        result: it is the result of its formula.
    """

    line: Line
    left: int
    result: bool = False

    @cached_property
    def marked(self) -> str:
        """The line for the typesetter."""
        return self.line.marked


def rows_of(formula: Formula, with_numbers: bool, room: float) -> list[Row]:
    """The lines of a formula, broken where they have no room."""
    rows = [Row(line, 0) for line in formula.given]
    rows += _broken(formula.symbols, 0, room)
    if with_numbers:
        rows += _broken(formula.numbers, INDENT, room)
        if formula.result:
            rows.append(Row(formula.result, INDENT, result=True))
    return rows


def _broken(line: Line, left: int, room: float) -> list[Row]:
    pieces = line.broken(room - left, estimated_width)
    return [Row(piece, left + (INDENT if n else 0)) for n, piece in enumerate(pieces)]


def estimated_width(line: Line) -> float:
    """Pixels that a line takes, about; known before it is typeset."""
    letters, indices = _INDICES.subn("", line.plain)
    return _CHARACTER * len(letters) + _INDEX * indices


class PlacedRow:
    """A typeset row, its place, and the symbols in it.

    Attributes:
        row: what it says.
        area: where it is painted.
    """

    def __init__(self, row: Row, image: TypesetLine, top: float, room: float, color: str) -> None:
        self.row = row
        self._image = image
        self._scale = max(min(1.0, (room - row.left) / max(image.width, 1.0)), SMALLEST)
        size = image.width * self._scale, image.height * self._scale
        self.area = QRectF(MARGIN + row.left, top, *size)
        self.renderer = QSvgRenderer(QByteArray(image.coloured(color)))
        self.renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)

    def places(self, symbol: Symbol) -> list[QRectF]:
        """Where this symbol stands, or its number."""
        return [rect for each, rect in self._symbols if each == symbol]

    def symbol_at(self, point: QPointF) -> Symbol | None:
        """The symbol at a point of the view."""
        for symbol, rect in self._symbols:
            if rect.contains(point):
                return symbol
        return None

    @cached_property
    def _symbols(self) -> list[tuple[Symbol, QRectF]]:
        found = []
        for number, symbol in enumerate(self.row.line.quantities, start=1):
            if number in self._image.places:
                left, top, width, height = (
                    self._scale * value for value in self._image.places[number]
                )
                rect = QRectF(self.area.left() + left, self.area.top() + top, width, height)
                found.append((symbol, rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)))
        return found


def placed(
    rows: Sequence[Row], images: Sequence[TypesetLine], room: float, text: str, accent: str
) -> list[PlacedRow]:
    """The rows below one another, results in the accent colour."""
    found: list[PlacedRow] = []
    top = 4.0
    for row, image in zip(rows, images, strict=True):
        found.append(PlacedRow(row, image, top, room, accent if row.result else text))
        top = found[-1].area.bottom() + GAP
    return found
