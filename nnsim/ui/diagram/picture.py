"""What stands where on the diagram, and what of it can be edited in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from nnsim.notation import E, Symbol, W, a, b, t, x, z
from nnsim.project import NetworkSpec
from nnsim.ui.selection import Selection

from .layout import LINE, TOP, Box, Column, DiagramLayout, arrange, place_labels

CHIP_HEIGHT = 21.0
TWO_LINES = 33.0  # height of a label with the name above the number
CHIP_MARGIN = 7.0
NUMBER_GAP = 12.0
MAX_LABELLED_EDGES = 80
SMALLER = 0.8  # the last choice for numbers with many decimals

# Width of a weight's label, with or without its name.
ChipWidth = Callable[[Symbol, bool], float]


@dataclass(frozen=True)
class Chip:
    """The label of a weight on its edge; `named` when W^(l)_jk has room beside or above it."""

    symbol: Symbol
    box: Box
    named: bool

    @property
    def two_lines(self) -> bool:
        """Whether the name stands above the number."""
        return self.box.height > CHIP_HEIGHT


@dataclass(frozen=True)
class Field:
    """A number that can be typed in place."""

    symbol: Symbol
    box: Box


@dataclass(frozen=True)
class Picture:
    """The diagram of one architecture in one size, with one thing in focus.

    Attributes:
        layout: places of layers and nodes.
        chips: labels of weights that have room.
        fields: everything that can be typed, in the order of Tab.
        label_width: of the line "z … b …" below a node.
    """

    layout: DiagramLayout
    chips: tuple[Chip, ...]
    fields: tuple[Field, ...] = field(default=())
    label_width: float = 0.0

    def chip_at(self, px: float, py: float) -> Chip | None:
        """The weight label at a point."""
        return next((chip for chip in self.chips if chip.box.contains(px, py)), None)

    def field_at(self, px: float, py: float) -> Field | None:
        """The number at a point that can be typed."""
        return next((each for each in self.fields if each.box.contains(px, py)), None)

    def number_at(self, px: float, py: float) -> Symbol | None:
        """The number at a point: on an edge, in a node, below it, or beside an output."""
        chip = self.chip_at(px, py)
        if chip is not None:
            return chip.symbol
        last = len(self.layout.columns)
        for layer, column in enumerate(self.layout.columns, start=1):
            for j, y in zip(column.shown, column.ys, strict=True):
                for symbol, box in self._numbers_of(layer, j, column, y, last):
                    if box.contains(px, py):
                        return symbol
        end = self.layout.column(last)
        if end.with_values and end.ys and loss_box(end).contains(px, py):
            return E
        edge = self.layout.edge_at(px, py) if py > TOP / 2 else None
        return W(*edge) if edge is not None else None

    def _numbers_of(
        self, layer: int, j: int, column: Column, y: float, last: int
    ) -> Iterator[tuple[Symbol, Box]]:
        side = 2 * column.radius
        yield a(layer, j), Box(column.x, y, side, side)
        if column.full:
            yield a(layer, j), name_box(column, y)
            if layer > 1:
                yield z(layer, j), total_box(column, y, self.label_width)
                yield b(layer, j), bias_box(column, y, self.label_width)
        if layer == last and column.with_values:
            yield t(j), target_box(column, y)

    def field_of(self, symbol: Symbol) -> Field | None:
        """Where this symbol can be typed."""
        return next((each for each in self.fields if each.symbol == symbol), None)


def compose(
    spec: NetworkSpec,
    width: float,
    height: float,
    focus: Selection,
    chip_width: ChipWidth,
    label_width: float,
    value_width: float = 0.0,
) -> Picture:
    """Lay out the diagram.

    Args:
        focus: its weights are labelled first, and alone where not all have room.
        chip_width: measures a weight's label.
        label_width: of the line "z … b …" below a node.
        value_width: of the output of a hidden node, written as small as can be read.
    """
    layout = arrange(spec.sizes, width, height, label_width, value_width)
    chips: list[Chip] = []
    for layer in range(2, spec.depth + 1):
        chips += _chips(layout, layer, focus, chip_width, label_width)
    fields = _fields(layout, chips, label_width)
    return Picture(layout, tuple(chips), tuple(fields), label_width)


def name_box(column: Column, y: float) -> Box:
    """Where the name of a node stands, above it."""
    return Box(column.x, y - column.radius - 5 - LINE / 2, 52, LINE)


def sum_box(column: Column, y: float, width: float) -> Box:
    """Where z and b of a node stand, below it: side by side, or b below z."""
    top = y + column.radius + 4
    if column.stacked:
        return Box(column.x, top + LINE, width / 2, 2 * LINE)
    return Box(column.x, top + LINE / 2, width, LINE)


def total_box(column: Column, y: float, width: float) -> Box:
    """The half of `sum_box` with z."""
    whole = sum_box(column, y, width)
    if column.stacked:
        return Box(whole.x, whole.y - LINE / 2, whole.width, LINE)
    return Box(whole.x - whole.width / 4, whole.y, whole.width / 2, LINE)


def bias_box(column: Column, y: float, width: float) -> Box:
    """The half of `sum_box` with the bias."""
    whole = sum_box(column, y, width)
    if column.stacked:
        return Box(whole.x, whole.y + LINE / 2, whole.width, LINE)
    return Box(whole.x + whole.width / 4, whole.y, whole.width / 2, LINE)


def target_box(column: Column, y: float) -> Box:
    """Where t of an output stands, right of it."""
    return Box(column.x + column.radius + 46, y, 68, LINE + 2)


def loss_box(column: Column) -> Box:
    """Where E stands: below t of the last output, and below its z and b if they are in the way."""
    below = LINE + 6 if column.with_values else column.radius + LINE
    if column.full and column.radius < below + LINE / 2 - 4:
        below = column.radius + 4 + (2.5 if column.stacked else 1.5) * LINE
    return Box(column.x + column.radius + 58, column.ys[-1] + below, 84, LINE)


def _chips(
    layout: DiagramLayout,
    layer: int,
    focus: Selection,
    chip_width: ChipWidth,
    label_width: float,
) -> list[Chip]:
    source, target = layout.column(layer - 1), layout.column(layer)
    candidates = [_focused(focus, layer, source, target)]
    if len(source.shown) * len(target.shown) <= MAX_LABELLED_EDGES:
        candidates.insert(0, [(j, k) for j in target.shown for k in source.shown])
    for edges in candidates:
        if not 0 < len(edges) <= MAX_LABELLED_EDGES:
            continue
        widest = _widest(layer, edges)
        bare, full = chip_width(widest, False), chip_width(widest, True)
        above = max(bare, full - bare + 2 * CHIP_MARGIN)
        forms = (
            (full, CHIP_HEIGHT, True),
            (above, TWO_LINES, True),
            (bare, CHIP_HEIGHT, False),
            (SMALLER * bare, CHIP_HEIGHT, False),
        )
        for width, height, named in forms:
            places = _places(layout, layer, tuple(edges), (width, height), label_width)
            if places is not None:
                return [Chip(W(layer, j, k), box, named) for (j, k), box in places]
    return []


@lru_cache(maxsize=256)  # a pass comes back to the same nodes, and most layers stay as they are
def _places(
    layout: DiagramLayout,
    layer: int,
    edges: tuple[tuple[int, int], ...],
    size: tuple[float, float],
    label_width: float,
) -> tuple[tuple[tuple[int, int], Box], ...] | None:
    """Where labels of this width and height stand beside the nodes; None: no room."""
    obstacles = _obstacles(layout, layer - 1, label_width) + _obstacles(layout, layer, label_width)
    boxes = place_labels(layout, layer, edges, *size, obstacles)
    return None if boxes is None else tuple(boxes.items())


def _widest(layer: int, edges: list[tuple[int, int]]) -> Symbol:
    """A name as wide as the widest of these edges: figures are all as wide as an 8."""
    j, k = (int("8" * len(str(max(numbers)))) for numbers in zip(*edges, strict=True))
    return W(layer, j, k)


def _focused(focus: Selection, layer: int, source: Column, target: Column) -> list[tuple[int, int]]:
    """Edges (j, k) into `layer` that belong to what is in focus."""
    match focus:
        case Symbol(kind="W", layer=number, j=j, k=k) if number == layer:
            return [(j, k)]
        case Symbol(kind="a", layer=number, j=j) if number == layer:
            return [(j, k) for k in source.shown]
        case Symbol(kind="a", layer=number, j=k) if number == layer - 1:
            return [(j, k) for j in target.shown]
    return []


def _obstacles(layout: DiagramLayout, layer: int, label_width: float) -> list[Box]:
    column = layout.column(layer)
    side = 2 * column.radius + 6
    boxes = [Box(column.x, y, side, side) for y in column.ys]
    if column.full:
        boxes += [name_box(column, y) for y in column.ys]
        if layer > 1:
            boxes += [sum_box(column, y, label_width) for y in column.ys]
    return boxes


def _fields(layout: DiagramLayout, chips: list[Chip], label_width: float) -> list[Field]:
    fields: list[Field] = []
    last = len(layout.columns)
    for layer, column in enumerate(layout.columns, start=1):
        fields += [Field(chip.symbol, chip.box) for chip in chips if chip.symbol.layer == layer]
        for j, y in zip(column.shown, column.ys, strict=True):
            side = 2 * column.radius
            if layer == 1 and column.with_values:
                fields.append(Field(x(j), Box(column.x, y, side, side)))
            elif layer > 1 and column.full:
                fields.append(Field(b(layer, j), bias_box(column, y, label_width)))
            if layer == last and column.with_values:
                fields.append(Field(t(j), target_box(column, y)))
    return fields
