"""Where the names and numbers of a confusion matrix go, so that none is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

_GAP = 4.0
_WIDEST_NAME = 76.0
_LARGEST_CELL = 80.0
_SMALLEST_PIXELS, _LARGEST_PIXELS = 8, 15
_EDGE = 6.0  # free at the right and below


@dataclass(frozen=True)
class ConfusionLayout:
    """Places in pixels of the widget.

    Attributes:
        cells: the area of all counts, without the sums.
        count: rows and columns of counts.
        sum_width: width of the column of sums; 0 without sums.
        names_room: for a name beside its row.
        upright: length of the names above the columns where they stand upright; 0: they lie.
        pixels: size of the numbers; 0: there is no room for them.
        title_left: left edge of the text beside the rows.
    """

    cells: QRectF
    count: int
    sum_width: float
    names_room: float
    upright: float
    pixels: int
    title_left: float = 3.0

    @property
    def has_sums(self) -> bool:
        """Whether there is a column and a row of sums."""
        return self.sum_width > 0

    def cell(self, row: int, column: int) -> QRectF:
        """The box of a count; of a sum, in the last row or column."""
        width, height = self.cells.width() / self.count, self.cells.height() / self.count
        left, top = self.cells.left() + column * width, self.cells.top() + row * height
        wide = self.sum_width if column == self.count else width
        return QRectF(left, top, wide, height).adjusted(0.5, 0.5, -0.5, -0.5)

    def cell_at(self, place: QPointF, count: int) -> tuple[int, int] | None:
        """Row and column of the count at a place."""
        if not self.cells.contains(place):
            return None
        row = int((place.y() - self.cells.top()) * count / self.cells.height())
        column = int((place.x() - self.cells.left()) * count / self.cells.width())
        return min(row, count - 1), min(column, count - 1)

    @classmethod
    def fit(
        cls,
        size: tuple[int, int],
        texts: Sequence[Sequence[str]],
        names: Sequence[str],
        metrics: QFontMetricsF,
        numbers: QFont,
        sums: bool,
    ) -> ConfusionLayout:
        """The layout for a widget of this size; without sums where the counts need their room.

        Args:
            texts: of the cells, row by row; with `sums`, those are the last of each row.
            names: of the classes.
            metrics: of the names' font.
            numbers: their font, with figures of equal width.
            sums: whether sums are shown.
        """
        count = max(len(names), 1)
        height = metrics.height()
        widest_name = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
        names_room = min(max(widest_name, height), _WIDEST_NAME)
        left = 3.0 + height + names_room + 2 * _GAP
        counts = [text for row in texts[:count] for text in row[:count]]
        sum_width = _width(numbers, _SMALLEST_PIXELS + 2, texts[-1][-1]) + 12 if sums else 0.0
        width = min(size[0] - left - sum_width - _EDGE, 1.6 * _LARGEST_CELL * count)
        width = max(width, 10.0)
        lying = widest_name <= width / count - 2
        upright = 0.0 if lying else min(widest_name, _WIDEST_NAME, size[1] / 3)
        top = height + _GAP + (height if lying else upright + _GAP)
        rows = count + (1 if sums else 0)
        room = min((size[1] - top - _EDGE) / rows, _LARGEST_CELL)
        pixels = _fitting(numbers, counts, width / count - 2, room - 1)
        if sums:
            beside = _fitting(numbers, [row[-1] for row in texts], sum_width - 2, room - 1)
            below = _fitting(numbers, texts[-1][:-1], width / count - 1, room - 1)
            pixels = min(pixels, beside, below)
            if not pixels:
                return cls.fit(size, texts[:-1], names, metrics, numbers, False)
        cells = QRectF(left, top, width, max(room, 1.0) * count)
        return cls(cells, count, sum_width, names_room, upright, pixels)


def _fitting(font: QFont, texts: Sequence[str], width: float, height: float) -> int:
    """The largest size in pixels at which every text fits; 0 if it could not be read."""
    longest = max(texts, key=len, default="")  # the widest, as figures are equally wide
    for pixels in range(_LARGEST_PIXELS, _SMALLEST_PIXELS - 1, -1):
        if _width(font, pixels, longest) <= width and pixels * 1.15 <= height:
            return pixels
    return 0


def _width(font: QFont, pixels: int, text: str) -> float:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    return QFontMetricsF(sized).horizontalAdvance(text)
