"""The confusion matrix: which class was taken for which, in counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from nnsim.ui.theme import Theme, number_font

IntArray = npt.NDArray[np.intp]

_GAP = 5.0
_WIDEST_NAME = 76.0
_LARGEST_CELL = 80.0
_SMALLEST_PIXELS, _LARGEST_PIXELS = 8, 15
_STRONGEST = 0.55  # of a colour behind a count, so that the count stays readable


class ConfusionView(QWidget):
    """Rows are the true class, columns the predicted one; right answers lie on the diagonal."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: IntArray = np.zeros((0, 0), dtype=np.intp)
        self._names: Sequence[str] = ()
        self.setMinimumSize(140, 120)
        self.setMouseTracking(True)

    def show_counts(self, counts: IntArray, names: Sequence[str]) -> None:
        """Paint other counts, shape (n, n), of classes with these names."""
        self._counts, self._names = counts, names
        self.update()

    # Geometry

    def _font(self) -> QFont:
        return number_font(self.font(), 0.9)

    def _grid(self) -> QRectF:
        """The area of all cells."""
        metrics = QFontMetricsF(self._font())
        names = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        left = metrics.height() + min(names, _WIDEST_NAME) + 3 * _GAP
        top = 2 * metrics.height() + _GAP
        most = _LARGEST_CELL * max(len(self._counts), 1)
        width = min(self.width() - left - 10, most * 1.6)
        height = min(self.height() - top - 8, most)
        return QRectF(left, top, max(width, 10.0), max(height, 10.0))

    def _cell(self, row: int, column: int, grid: QRectF) -> QRectF:
        width, height = grid.width() / len(self._counts), grid.height() / len(self._counts)
        cell = QRectF(grid.left() + column * width, grid.top() + row * height, width, height)
        return cell.adjusted(0.5, 0.5, -0.5, -0.5)

    def cell_at(self, position: QPoint) -> tuple[int, int] | None:
        """Row and column under a place in the widget."""
        grid, count = self._grid(), len(self._counts)
        if not count or not grid.contains(position):
            return None
        row = int((position.y() - grid.top()) * count / grid.height())
        column = int((position.x() - grid.left()) * count / grid.width())
        return min(row, count - 1), min(column, count - 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, then cells."""
        if not len(self._counts):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid()
        self._paint_names(painter, grid)
        self._paint_cells(painter, grid)

    def _paint_names(self, painter: QPainter, grid: QRectF) -> None:
        painter.setFont(self._font())
        painter.setPen(self._theme.color("muted"))
        metrics = QFontMetricsF(self._font())
        height = metrics.height()
        center = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(grid.left(), 0, grid.width(), height), center, self.tr("predicted"))
        painter.save()
        painter.translate(_GAP, grid.center().y())
        painter.rotate(-90)
        side = QRectF(-grid.height() / 2, 0, grid.height(), height)
        painter.drawText(side, center, self.tr("true class t"))
        painter.restore()
        painter.setPen(self._theme.color("text"))
        room = grid.left() - height - 3 * _GAP
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        for k, name in enumerate(self._names):
            cell = self._cell(k, k, grid)
            above = QRectF(cell.left(), grid.top() - height - 2, cell.width(), height)
            painter.drawText(above, center, metrics.elidedText(name, elide, cell.width()))
            beside = QRectF(grid.left() - room - _GAP, cell.top(), room, cell.height())
            painter.drawText(beside, right, metrics.elidedText(name, elide, room + 1))

    def _paint_cells(self, painter: QPainter, grid: QRectF) -> None:
        cell = self._cell(0, 0, grid)
        totals = np.maximum(self._counts.sum(axis=1), 1)
        font = self._font()
        pixels = int(min(cell.height() * 0.62, cell.width() / 2.2))
        readable = pixels >= _SMALLEST_PIXELS
        font.setPixelSize(min(max(pixels, _SMALLEST_PIXELS), _LARGEST_PIXELS))
        for (row, column), count in np.ndenumerate(self._counts):
            right = row == column
            place = self._cell(row, column, grid)
            strength = float(count / totals[row]) * _STRONGEST
            kind = "positive" if right else "negative"
            color = self._theme.color(kind, max(strength, 0.12))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color if count else self._theme.color("background"))
            painter.drawRoundedRect(place, 2, 2)
            if readable:
                font.setBold(right)
                painter.setFont(font)
                faint = self._theme.color("muted", 0.55)
                painter.setPen(self._theme.color("text") if count else faint)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))

    def event(self, event: QEvent) -> bool:
        """The tool tip says a cell in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos())
            QToolTip.showText(event.globalPos(), self.cell_text(*cell) if cell else "", self)
            return True
        return super().event(event)

    def cell_text(self, row: int, column: int) -> str:
        """A cell in words."""
        text = self.tr("true class {actual}, predicted {predicted}: {count}")
        return text.format(
            actual=self._names[row],
            predicted=self._names[column],
            count=self._counts[row, column],
        )
