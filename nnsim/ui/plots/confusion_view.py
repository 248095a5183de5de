"""The confusion matrix: which class was taken for which, in counts or in shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnsim.ui.table_copy import CopyTable
from nnsim.ui.theme import Theme, number_font

from .confusion_layout import ConfusionLayout
from .hover_card import HoverCard

IntArray = npt.NDArray[np.intp]

# How strong the colour behind a count is, from a share near 0 to 1: wrong ones are what is looked
# for, and even the strongest leaves the count readable.
_RIGHT = (0.10, 0.36)
_WRONG = (0.42, 0.62)
_NONE = 0.35


class ConfusionView(QWidget):
    """Rows are the true class, columns the predicted one; right answers lie on the diagonal.

    Beside the cells stand the sums; in percent, every row is 100 and the sums are left out.

    Attributes:
        percent: whether cells are shares of their row.
        card: says the cell under the pointer in words.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: IntArray = np.zeros((0, 0), dtype=np.intp)
        self._names: Sequence[str] = ()
        self.percent = False
        self.card = HoverCard("confusionCard", theme, self)
        self.setMinimumSize(140, 120)
        self.setMouseTracking(True)
        CopyTable(self, self.csv_rows)

    def csv_rows(self) -> Iterator[list[str]]:
        """The counts under the names of the classes: rows are true, columns predicted."""
        yield ["", *self._names]
        for name, counts in zip(self._names, self._counts.tolist(), strict=True):
            yield [name, *map(str, counts)]

    def show_counts(self, counts: IntArray, names: Sequence[str]) -> None:
        """Paint other counts, shape (n, n), of classes with these names."""
        self._counts, self._names = counts, names
        self.card.hide()
        self.update()

    def set_percent(self, on: bool) -> None:
        """Show shares of the true class, or counts."""
        self.percent = on
        self.update()

    @property
    def texts(self) -> list[list[str]]:
        """What stands in the cells, row by row, the sums included."""
        if self.percent:
            totals = np.maximum(self._counts.sum(axis=1, keepdims=True), 1)
            shares = np.rint(100 * self._counts / totals).astype(int)
            return [[str(share) for share in row] for row in shares.tolist()]
        rows = [[*row, sum(row)] for row in self._counts.tolist()]
        rows.append([sum(column) for column in zip(*rows, strict=True)])
        return [[str(count) for count in row] for row in rows]

    @property
    def layout_now(self) -> ConfusionLayout:
        """Where everything goes in the size that the widget has."""
        metrics = QFontMetricsF(self._font())
        size = self.width(), self.height()
        return ConfusionLayout.fit(
            size, self.texts, self._names, metrics, self._font(), not self.percent
        )

    def cell_at(self, position: QPoint) -> tuple[int, int] | None:
        """Row and column under a place in the widget; None beside the counts."""
        if not len(self._counts):
            return None
        return self.layout_now.cell_at(QPointF(position), len(self._counts))

    def cell_text(self, row: int, column: int) -> str:
        """A cell in words."""
        text = self.tr("true class {actual}, predicted {predicted}: {count}")
        return text.format(
            actual=self._names[row],
            predicted=self._names[column],
            count=self._counts[row, column],
        )

    # Painting

    def _font(self) -> QFont:
        return number_font(self.font(), 0.9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, then cells."""
        if not len(self._counts):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout_now
        self._paint_titles(painter, layout)
        self._paint_names(painter, layout)
        self._paint_cells(painter, layout)

    def _paint_titles(self, painter: QPainter, layout: ConfusionLayout) -> None:
        painter.setFont(self._font())
        painter.setPen(self._theme.color("muted"))
        center = Qt.AlignmentFlag.AlignCenter
        cells, height = layout.cells, QFontMetricsF(self._font()).height()
        above = QRectF(cells.left(), 0, cells.width(), height)
        painter.drawText(above, center, self.tr("predicted"))
        painter.save()
        painter.translate(layout.title_left, cells.center().y())
        painter.rotate(-90)
        side = QRectF(-cells.height() / 2, 0, cells.height(), height)
        painter.drawText(side, center, self.tr("true class t"))
        painter.restore()

    def _paint_names(self, painter: QPainter, layout: ConfusionLayout) -> None:
        metrics = QFontMetricsF(self._font())
        middle = Qt.AlignmentFlag.AlignVCenter
        sums = ["Σ"] if not self.percent and layout.has_sums else []
        for k, name in enumerate([*self._names, *sums]):
            painter.setPen(self._theme.color("text" if k < len(self._names) else "muted"))
            cell = layout.cell(k, k)
            room = layout.names_room
            box = QRectF(layout.cells.left() - room - 4, cell.top(), room, cell.height())
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room + 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, text)
            if not layout.upright or k == len(self._names):
                box = QRectF(
                    cell.left(), layout.cells.top() - metrics.height() - 2, cell.width(), 0
                ).adjusted(0, 0, 0, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
                continue
            painter.save()
            painter.translate(cell.center().x(), layout.cells.top() - 4)
            painter.rotate(-90)
            height = metrics.height()
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, layout.upright + 1)
            painter.drawText(QRectF(0, -height / 2, layout.upright + 2, height), middle, text)
            painter.restore()

    def _paint_cells(self, painter: QPainter, layout: ConfusionLayout) -> None:
        count = len(self._counts)
        totals = np.maximum(self._counts.sum(axis=1), 1)
        font = self._font()
        if layout.pixels:
            font.setPixelSize(layout.pixels)
        for row, texts in enumerate(self.texts):
            for column, text in enumerate(texts):
                inside = row < count and column < count
                if not inside and not layout.has_sums:
                    continue
                place = layout.cell(row, column)
                some = int(self._counts[row, column]) if inside else 0
                if inside:
                    share = float(some / totals[row])
                    self._paint_box(painter, place, share, row == column)
                if layout.pixels:
                    painter.setFont(font)
                    faint = self._theme.color("muted", 0.55 if inside else 1.0)
                    painter.setPen(self._theme.color("text") if some else faint)
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_box(self, painter: QPainter, place: QRectF, share: float, right: bool) -> None:
        color = self._theme.color("line", _NONE)
        if share:
            least, most = _RIGHT if right else _WRONG
            strength = least + share * (most - least)
            color = self._theme.color("positive" if right else "negative", strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(place, 2, 2)

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The card says the cell in words."""
        cell = self.cell_at(event.position().toPoint())
        if cell is None:
            self.card.hide()
        else:
            self.card.show_beside(event.position().toPoint(), self.cell_text(*cell), self.rect())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered outside."""
        super().leaveEvent(event)
        self.card.hide()
