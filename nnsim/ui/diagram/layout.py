"""Where everything on the diagram stands: pure geometry in pixels, no Qt, no numbers.

The diagram is laid out anew for the space that there is, instead of being scaled: text keeps its
size, and what there is no room for is left out. Zooming in is a larger space.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

TOP = 84.0  # room for the headers of the layers
BOTTOM = 34.0
LEFT = 92.0
RIGHT = 132.0  # room for t and E
MAX_SPACING = 168.0
MAX_RADIUS = 31.0
MIN_RADIUS = 0.5
LABELS = 44.0  # height of the label above a node and the line below it
LINE = 17.0  # height of a line of text
CHIP_ROOM = 70.0  # what the label of a weight needs between two columns
FOLD_ABOVE = 64  # larger layers are folded
FOLDED = (
    (14, 8),
    (7, 4),
)  # how many nodes stay at the top and the bottom, with much room or little
FOLDED_SPACING = 6.0  # from which the mark between them has room
FULL_DETAIL = 20.0  # radius from which a node has its name above and z, b below
FILL = 0.4  # share of the space between two layers that labels may cover
VALUE_DETAIL = 17.0  # radius from which a node has its value inside, if that is short
VALUE_MARGIN = 3.5  # between the value and the rim


@dataclass(frozen=True)
class Point:
    """A place on the diagram."""

    x: float
    y: float


@dataclass(frozen=True)
class Box:
    """An upright rectangle, by its centre."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two come closer than `gap`."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * gap
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * gap
        )

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return abs(x - self.x) * 2 <= self.width and abs(y - self.y) * 2 <= self.height


@dataclass(frozen=True)
class Column:
    """One layer.

    Attributes:
        x: of all its nodes.
        shown: node numbers that are drawn, from the top.
        ys: their heights.
        radius: of each.
        fold_y: where the mark of the left-out nodes stands, or None.
        stacked: b stands below z instead of beside it.
        value_radius: from which its nodes have their values inside.
    """

    x: float
    shown: tuple[int, ...]
    ys: tuple[float, ...]
    radius: float
    fold_y: float | None
    stacked: bool = False
    value_radius: float = VALUE_DETAIL

    @property
    def full(self) -> bool:
        """Whether names, z and b of the nodes have room."""
        return self.radius >= FULL_DETAIL

    @property
    def with_values(self) -> bool:
        """Whether the numbers inside the nodes have room."""
        return self.radius >= self.value_radius


@dataclass(frozen=True)
class DiagramLayout:
    """All columns, and the distance between them."""

    width: float
    height: float
    columns: tuple[Column, ...]
    distance: float

    def column(self, layer: int) -> Column:
        """The column of layer 1..L."""
        return self.columns[layer - 1]

    def position(self, layer: int, j: int) -> Point | None:
        """Where a node stands; None if it is folded away."""
        column = self.column(layer)
        if j not in column.shown:
            return None
        return Point(column.x, column.ys[column.shown.index(j)])

    def node_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Layer and number of the node at a point."""
        for layer, column in enumerate(self.columns, start=1):
            reach = max(column.radius, 5.0)
            if abs(x - column.x) > reach:
                continue
            nearest = min(range(len(column.ys)), key=lambda place: abs(column.ys[place] - y))
            if (x - column.x) ** 2 + (y - column.ys[nearest]) ** 2 <= reach**2:
                return layer, column.shown[nearest]
        return None

    def edge_at(self, x: float, y: float, reach: float = 5.0) -> tuple[int, int, int] | None:
        """Layer, destination and source of the edge that passes closest to a point."""
        best, found = reach, None
        for layer in range(2, len(self.columns) + 1):
            source, target = self.column(layer - 1), self.column(layer)
            if not source.x + source.radius < x < target.x - target.radius:
                continue
            share = (x - source.x) / (target.x - source.x)
            for k, y0 in zip(source.shown, source.ys, strict=True):
                for j, y1 in zip(target.shown, target.ys, strict=True):
                    distance = abs(y0 + (y1 - y0) * share - y)
                    if distance < best:
                        best, found = distance, (layer, j, k)
        return found


def arrange(
    sizes: Sequence[int],
    width: float,
    height: float,
    label_width: float,
    value_width: float = 0.0,
) -> DiagramLayout:
    """Lay out layers of these sizes in a space of width × height pixels.

    Args:
        label_width: of the line "z … b …" below a node; in two lines it takes half of that.
        value_width: of the output of a hidden node, written as small as can be read.
    """
    distance = (width - LEFT - RIGHT) / (len(sizes) - 1)
    widest = min(MAX_RADIUS, max(distance * 0.32, MIN_RADIUS))
    if distance < label_width / 2 + 4:
        widest = min(widest, FULL_DETAIL - 1)
    stacked = distance < label_width + CHIP_ROOM
    columns = [
        _column(size, LEFT + index * distance, height, widest, stacked and index > 0)
        for index, size in enumerate(sizes)
    ]
    value_radius = max(VALUE_DETAIL, value_width / 2 + VALUE_MARGIN)
    columns[1:-1] = [replace(column, value_radius=value_radius) for column in columns[1:-1]]
    return DiagramLayout(width, height, tuple(columns), distance)


def _column(size: int, x: float, height: float, widest: float, stacked: bool) -> Column:
    space = max(height - TOP - BOTTOM, 60.0)
    shown = tuple(range(1, size + 1))
    places, head = size, 0
    if size > FOLD_ABOVE:
        choices = (pair for pair in FOLDED if space >= FOLDED_SPACING * (sum(pair) + 2))
        head, tail = next(choices, FOLDED[-1])
        shown = (*range(1, head + 1), *range(size - tail + 1, size + 1))
        places = head + 2 + tail
    spacing = min(MAX_SPACING, space / places)
    first = TOP + (space - spacing * (places - 1)) / 2
    slots = [first + spacing * place for place in range(places)]
    fold_y = None
    if head:
        fold_y = (slots[head] + slots[head + 1]) / 2
        del slots[head : head + 2]
    labels = LABELS + LINE if stacked else LABELS
    return Column(x, shown, tuple(slots), min(_radius(spacing, labels), widest), fold_y, stacked)


def _radius(spacing: float, labels: float) -> float:
    with_labels = (spacing - labels) / 2
    if with_labels >= FULL_DETAIL:
        return min(with_labels, MAX_RADIUS)
    return max(min(spacing * 0.4, FULL_DETAIL - 1), MIN_RADIUS)


# Shares of the way from source to destination that are tried for a label, the best first.
_SHARES = tuple(0.5 + side * step / 50 for step in range(16) for side in (-1, 1))


def place_labels(
    layout: DiagramLayout,
    layer: int,
    edges: Iterable[tuple[int, int]],
    width: float,
    height: float,
    obstacles: Sequence[Box],
) -> dict[tuple[int, int], Box] | None:
    """Boxes for labels of the edges (j, k) into `layer`, touching neither obstacles nor another.

    All in one column where that is possible, otherwise each where it is free. Returns None if
    there is no room for all of them.
    """
    ways = {
        (j, k): (start, end)
        for j, k in edges
        if (start := layout.position(layer - 1, k)) and (end := layout.position(layer, j))
    }
    if len(ways) * width * height > FILL * layout.distance * layout.height:
        return None
    least = width / 2 / layout.distance  # so that no label reaches beyond its two layers
    shares = [share for share in _SHARES if least <= share <= 1 - least]
    in_one_column = len(ways) * (height + 3.0) <= layout.height
    columns = ([share] for share in shares) if in_one_column else ()
    for choices in (*columns, shares):
        placed = _place(ways, choices, width, height, obstacles)
        if placed is not None:
            return placed
    return None


def _place(
    ways: Mapping[tuple[int, int], tuple[Point, Point]],
    shares: Sequence[float],
    width: float,
    height: float,
    obstacles: Sequence[Box],
) -> dict[tuple[int, int], Box] | None:
    taken = list(obstacles)
    placed: dict[tuple[int, int], Box] = {}
    for edge, (start, end) in ways.items():
        boxes = (_box_on(start, end, share, width, height) for share in shares)
        free = (box for box in boxes if not any(box.overlaps(each, 3.0) for each in taken))
        box = next(free, None)
        if box is None:
            return None
        placed[edge] = box
        taken.append(box)
    return placed


def _box_on(start: Point, end: Point, share: float, width: float, height: float) -> Box:
    x = start.x + (end.x - start.x) * share
    return Box(x, start.y + (end.y - start.y) * share, width, height)
