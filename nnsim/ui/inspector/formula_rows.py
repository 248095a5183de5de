"""Typeset formulas below one another: which lines there are, and where each symbol stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtSvg import QSvgRenderer

from nnsim.notation import Fold, Formula, Line, Symbol

from .typeset_line import TypesetLine

GAP = 7
MARGIN = 12
INDENT = 16  # of the lines below the first one of a formula
SMALLEST = 0.65  # of its size is the least that a line is shrunk to; then it is scrolled
_REACH = 2.0  # pixels around a symbol that belong to it
_REACH_OF_DOTS = 5.0

_MATRIX = re.compile(r"\[([^\]]*)\]")
_INDICES = re.compile(r"\^\(\d+\)ᵀ?(?:_n?[\d,]*)?|_n?[\d,]+|_n")
# Pixels, about, at the size that is typeset; those of matrices come on top of their characters.
_CHARACTER, _INDEX = 7.6, 17.0
_BRACKETS, _COLUMNS = 24.0, 10.0


Target = Symbol | Fold


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


def targets_of(line: Line) -> list[Target]:
    """What can be pointed at in a line, as often as it stands there."""
    found = (part.fold or part.symbol for part in line.targets)
    return [target for target in found if target is not None]


def rows_of(formula: Formula, with_numbers: bool, room: float) -> list[Row]:
    """The lines of a formula, broken where they have no room."""
    before = (*formula.given, *(formula.worked if with_numbers else ()))
    rows = [row for line in before for row in _broken(line, 0, room)]
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
    rows = [max(matrix.split("; "), key=len) for matrix in _MATRIX.findall(line.plain)]
    letters, indices = _INDICES.subn("", _MATRIX.sub("", line.plain) + "".join(rows))
    between = sum(row.count(", ") for row in rows)
    matrices = _BRACKETS * len(rows) + _COLUMNS * between
    return _CHARACTER * len(letters) + _INDEX * indices + matrices


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

    def places(self, target: Target) -> list[QRectF]:
        """Where this symbol stands, or its number; or these dots."""
        return [rect for each, rect in self._targets if each == target]

    def target_at(self, point: QPointF) -> Target | None:
        """The symbol, or the dots, at a point of the view."""
        for target, rect in self._targets:
            if rect.contains(point):
                return target
        return None

    @cached_property
    def _targets(self) -> list[tuple[Target, QRectF]]:
        found = []
        for number, target in enumerate(targets_of(self.row.line), start=1):
            if number in self._image.places:
                left, top, width, height = (
                    self._scale * value for value in self._image.places[number]
                )
                rect = QRectF(self.area.left() + left, self.area.top() + top, width, height)
                reach = _REACH_OF_DOTS if isinstance(target, Fold) else _REACH
                found.append((target, rect.adjusted(-reach, -reach, reach, reach)))
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
