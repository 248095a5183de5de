"""What a step of a pass has just computed, beside nodes and edges too small for their numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from nnsim.notation import Symbol, W, format_number
from nnsim.ui.reading import Reading
from nnsim.ui.symbol_text import text_width
from nnsim.ui.theme import Theme, number_font

from .layout import LINE, Box, Column
from .light import Light
from .measures import GAP, number_width, rect
from .picture import Picture

_LAST = ("a", "delta", "z", "db", "b")  # of a node's numbers the one that is told, the first first
_HEIGHT = LINE - 2
_MARGIN = 5.0


def told(picture: Picture, light: Light) -> list[Symbol]:
    """The results of the step that stand nowhere on the picture: one of each node, or of an edge.

    Of a layer whose nodes are closer than a line of text only a single one is told.
    """
    if len(light.results) == 1:
        (only,) = light.results
        if only.k:
            weight = W(only.layer, only.j, only.k)
            return [] if any(chip.symbol == weight for chip in picture.chips) else [only]
    nodes: dict[tuple[int, int], Symbol] = {}
    for symbol in light.results:
        if symbol.kind in _LAST and symbol.layer > 1:
            best = nodes.setdefault((symbol.layer, symbol.j), symbol)
            nodes[symbol.layer, symbol.j] = min(best, symbol, key=lambda s: _LAST.index(s.kind))
    return [
        symbol
        for symbol in nodes.values()
        if _is_hidden(symbol, picture.layout.column(symbol.layer), alone=len(nodes) == 1)
    ]


def _is_hidden(symbol: Symbol, column: Column, alone: bool) -> bool:
    if symbol.j not in column.shown:
        return False
    roomy = alone or len(column.ys) < 2 or column.ys[1] - column.ys[0] >= _HEIGHT
    return roomy and not (column.with_values if symbol.kind == "a" else column.full)


def tag_box(picture: Picture, symbol: Symbol, width: float) -> Box | None:
    """In the middle of the edge; or beside the node, where it covers no other node and no label.

    That is right of it if possible, but left of an output, right of which stands t.
    """
    layout = picture.layout
    end = layout.position(symbol.layer, symbol.j)
    if end is None:
        return None
    if not symbol.k:
        side = -1 if symbol.layer == len(layout.columns) else 1
        radius = layout.column(symbol.layer).radius
        away, up = radius + 4 + width / 2, radius + 4 + _HEIGHT / 2
        places = ((side * away, 0.0), (-side * away, 0.0), (0.0, -up), (0.0, up))
        boxes = [Box(end.x + x, end.y + y, width, _HEIGHT) for x, y in places]
        return next((box for box in boxes if not _covers(picture, box)), boxes[0])
    start = layout.position(symbol.layer - 1, symbol.k)
    if start is None:
        return None
    return Box((start.x + end.x) / 2, (start.y + end.y) / 2, width, _HEIGHT)


def _covers(picture: Picture, box: Box) -> bool:
    """Whether a label of a weight, or a node, is below the box."""
    if any(box.overlaps(chip.box, 1.0) for chip in picture.chips):
        return True
    for column in picture.layout.columns:
        side = 2 * column.radius
        if abs(column.x - box.x) < (box.width + side) / 2:
            return any(box.overlaps(Box(column.x, y, side, side)) for y in column.ys)
    return False


def paint_tags(
    painter: QPainter,
    picture: Picture,
    reading: Reading,
    light: Light,
    theme: Theme,
    font: QFont,
    decimals: int,
) -> None:
    """Paint them as a letter and a number, over everything else."""
    small = number_font(font, 0.92)
    letter = QFont(small)
    letter.setItalic(True)
    texts = {s: format_number(reading.value(s), decimals) for s in told(picture, light)}
    width = max((_width(letter, small, *each) for each in texts.items()), default=0.0)
    for symbol, text in texts.items():
        box = tag_box(picture, symbol, width)
        if box is None:
            continue
        area = rect(box)
        painter.setPen(QPen(theme.color("accent"), 1.0))
        painter.setBrush(theme.color("panel", 0.92))
        painter.drawRoundedRect(area, box.height / 2, box.height / 2)
        baseline = QPointF(area.left() + _MARGIN, area.bottom() - 4)
        painter.setFont(letter)
        painter.setPen(theme.color("muted"))
        painter.drawText(baseline, symbol.letter)
        painter.setFont(small)
        painter.setPen(theme.color("accent"))
        inner = QRectF(area).adjusted(0, 0, -_MARGIN, 0)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, align, text)


def _width(letter: QFont, small: QFont, symbol: Symbol, text: str) -> float:
    return text_width(letter, symbol.letter) + GAP + number_width(small, text) + 2 * _MARGIN
