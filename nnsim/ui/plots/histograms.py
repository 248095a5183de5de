"""Small histograms of W, a and δ, a row for each layer."""

from __future__ import annotations

from math import inf, log10

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from nnsim.notation import format_compact
from nnsim.ui.theme import Theme, number_font

from .layer_numbers import BINS, Histogram, Insides, LayerNumbers
from .layer_words import held_words, layer_name, row_tip
from .scales import power_of_ten

LEFT, GAP = 14.0, 24.0
TITLE = 18.0  # height of the line above the three histograms of a layer
AXIS = 13.0  # height of the numbers below them
_BETWEEN = 4.0  # pixels between two of those numbers
SMALLEST_ROW, LARGEST_ROW = 70, 116
ALARMING = 0.5  # of a hidden layer's outputs: its words stand out

_ALIGN = Qt.AlignmentFlag
_LEFT = _ALIGN.AlignLeft | _ALIGN.AlignVCenter


def column_area(index: int, width: float) -> tuple[float, float]:
    """Left edge and width of one of the three columns."""
    each = (width - 2 * LEFT - 2 * GAP) / 3
    return LEFT + index * (each + GAP), each


class LayerHistograms(QWidget):
    """From layer 2 on: its name and how much of it is held, below that W, a and δ."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._insides: Insides | None = None
        self._decimals = 3
        places = [(index + 0.5) / BINS for index in range(BINS)]
        self._signed = [theme.blend(2 * place - 1, least=0.4) for place in places]
        self._positive = [theme.blend(place, least=0.4) for place in places]
        self._plain = [theme.color("muted", 0.75)]  # of |δ|, which has no sign

    def show_insides(self, insides: Insides, decimals: int) -> None:
        """Paint other numbers."""
        self._insides, self._decimals = insides, decimals
        self.setMinimumHeight(SMALLEST_ROW * len(insides.layers))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the numbers below the axes need."""
        return QSize(240, self.minimumHeight())

    @property
    def _rows(self) -> tuple[LayerNumbers, ...]:
        return () if self._insides is None else self._insides.layers

    @property
    def _row_height(self) -> float:
        return min(max(self.height() / max(len(self._rows), 1), SMALLEST_ROW), LARGEST_ROW)

    def _small_font(self) -> QFont:
        return number_font(self.font(), 0.92)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows in sight."""
        painter = QPainter(self)
        height, seen = self._row_height, event.rect()
        for index, layer in enumerate(self._rows):
            top = index * height
            if top <= seen.bottom() and top + height >= seen.top():
                self._paint_row(painter, layer, top)

    def _paint_row(self, painter: QPainter, layer: LayerNumbers, top: float) -> None:
        self._paint_title(painter, layer, QRectF(LEFT, top, self.width() - 2 * LEFT, TITLE))
        height = self._row_height - TITLE - AXIS - 5
        for index, histogram in enumerate((layer.W, layer.a, layer.delta)):
            left, width = column_area(index, self.width())
            area = QRectF(left, top + TITLE, width, height)
            colors = self._colors(histogram) if index < 2 else self._plain
            self._paint_bars(painter, histogram.counts.tolist(), colors, area)
            if index < 2:
                low, high = histogram.low, histogram.high
                ends = [format_compact(value, 3) for value in (low, (low + high) / 2, high)]
            else:
                low, high = round(histogram.low), round(histogram.high)
                ends = [power_of_ten(value) for value in (low, (low + high) // 2, high)]
                ends[0] = "≤" * (histogram.below > 0) + ends[0]
                self._paint_size(painter, layer, area)
            self._paint_axis(painter, ends, area)

    def _paint_title(self, painter: QPainter, layer: LayerNumbers, line: QRectF) -> None:
        """The words stand out where much of a hidden layer is held."""
        font = self._small_font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(line, _LEFT, layer_name(layer))
        line.setLeft(line.left() + metrics.horizontalAdvance(layer_name(layer)) + 10)
        hidden = layer is not self._rows[-1]
        alarming = hidden and (layer.dead > 0 or (layer.held or 0.0) > ALARMING)
        painter.setPen(self._theme.color("text" if alarming else "muted"))
        words = held_words(layer)
        if metrics.horizontalAdvance(words) > line.width():
            words = held_words(layer, explained=False)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(line, _LEFT, metrics.elidedText(words, elide, line.width()))

    def _paint_bars(
        self, painter: QPainter, counts: list[int], colors: list[QColor], area: QRectF
    ) -> None:
        most, each = max(*counts, 1), area.width() / len(counts)
        for index, count in enumerate(counts):
            if count:
                tall = max(1.0, area.height() * count / most)
                left = area.left() + index * each
                bar = QRectF(left, area.bottom() - tall, max(each - 0.7, 0.7), tall)
                painter.fillRect(bar, colors[index % len(colors)])
        painter.setPen(QPen(self._theme.color("line"), 1.0))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _colors(self, histogram: Histogram) -> list[QColor]:
        """Of the bars, as nodes and edges have them."""
        return self._signed if histogram.low < histogram.middle else self._positive

    def _paint_axis(self, painter: QPainter, texts: list[str], area: QRectF) -> None:
        """Numbers at both ends and in the middle."""
        font = number_font(self.font(), 0.82)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        top = area.bottom() + 1
        widths = [metrics.horizontalAdvance(text) + 2 for text in texts]
        # Huge numbers reach into the gaps beside the column, as far as both have to.
        over = min(max(widths[0] + widths[2] + _BETWEEN - area.width(), 0.0), GAP - _BETWEEN)
        area = area.adjusted(-over / 2, 0, over / 2, 0)
        for place, (text, width) in enumerate(zip(texts, widths, strict=True)):
            if place == 1 and max(widths[0], widths[2]) + width / 2 + 3 > area.width() / 2:
                continue  # no room in the middle
            left = area.left() + area.width() * place / 2 - width * place / 2
            painter.drawText(QRectF(left, top, width, AXIS), _ALIGN.AlignCenter, text)

    def _paint_size(self, painter: QPainter, layer: LayerNumbers, area: QRectF) -> None:
        """A mark at the size of δ, to be followed from layer to layer."""
        if not 0 < layer.delta_size < inf:
            return
        share = (log10(layer.delta_size) - layer.delta.low) / (layer.delta.high - layer.delta.low)
        x = area.left() + area.width() * min(max(share, 0.0), 1.0)
        painter.setPen(QPen(self._theme.color("accent"), 1.6))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))

    def event(self, event: QEvent) -> bool:
        """The tool tip says a row in numbers."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = int(event.pos().y() / self._row_height)
            text = row_tip(self._rows[row], self._decimals) if row < len(self._rows) else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
