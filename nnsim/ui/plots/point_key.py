"""What the marks and colours on the plane mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnsim.ui.theme import Theme

from .marks import paint_point, paint_ring

_RADIUS = 3.6
_TEXT_AT = 13.0
_GAP = 10.0
_WIDEST = 110.0  # of a text

Entry = tuple[str, str, QColor]  # mark, text, colour


class PointKey(QWidget):
    """Marks and colours, each with its meaning; only those that occur. They wrap like words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def texts(self) -> list[str]:
        """The meanings shown."""
        return [text for _, text, _ in self._entries]

    def show_marks(
        self, tested: bool, wrong: bool, colors: Sequence[tuple[str, QColor]] = ()
    ) -> None:
        """Explain the marks that occur; filled points alone need no word.

        Args:
            tested: whether some samples are held out.
            wrong: whether some are in the wrong class.
            colors: texts and the colours that they explain.
        """
        muted = self._theme.color("muted")
        entries: list[Entry] = []
        if tested:
            entries += [("filled", self.tr("train"), muted), ("hollow", self.tr("test"), muted)]
        if wrong:
            entries.append(("ring", self.tr("wrong"), muted))
        entries += [("square", text, color) for text, color in colors]
        if entries != self._entries:
            self._entries = entries
            self.setToolTip(" · ".join(self.texts))  # in full, where a text is too long
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the entries, one below the other."""
        width = max((self._width(text) for text in self.texts), default=0.0)
        return QSize(round(width), self.heightForWidth(round(width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, 0)

    def heightForWidth(self, width: int) -> int:
        return round(max((y for _, y in self._places(width)), default=-self._line) + self._line)

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.font()).height() + 2

    def _width(self, text: str) -> float:
        advance = QFontMetricsF(self.font()).horizontalAdvance(text)
        return _TEXT_AT + min(advance, _WIDEST) + _GAP

    def _places(self, width: float) -> list[tuple[float, float]]:
        """Left and top of each entry."""
        places = []
        x = y = 0.0
        for text in self.texts:
            if x and x + self._width(text) > width + _GAP:
                x, y = 0.0, y + self._line
            places.append((x, y))
            x += self._width(text)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """One mark and one word after the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        for (mark, text, color), (x, y) in zip(
            self._entries, self._places(self.width()), strict=True
        ):
            self._paint_mark(painter, mark, QPointF(x + _RADIUS + 2, y + self._line / 2), color)
            painter.setPen(self._theme.color("muted"))
            room = min(_WIDEST, self.width() - x - _TEXT_AT)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
            box = QRectF(x + _TEXT_AT, y, room + 2, self._line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_mark(self, painter: QPainter, mark: str, place: QPointF, color: QColor) -> None:
        if mark == "square":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(place.x() - 4, place.y() - 4, 8, 8), 2, 2)
        elif mark == "ring":
            paint_point(painter, self._theme, place, 2.6, color, False)
            paint_ring(painter, self._theme, place, 2.6)
        else:
            paint_point(painter, self._theme, place, _RADIUS, color, mark == "hollow")
