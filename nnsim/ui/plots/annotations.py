"""What is written between the curves: names of earlier runs, ends of runs, the visited epoch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nnsim.ui.theme import Theme

from .past import spread

NAME_ROOM = 92.0  # pixels to the right of the curves
_GAP = 6.0


@dataclass(frozen=True)
class EndName:
    """The name of an earlier run, at the end of its curve `place`."""

    text: str
    place: QPointF
    pinned: bool


@dataclass(frozen=True)
class UprightMark:
    """A line at x with a text: where a run ended, or the epoch that is visited."""

    x: float
    text: str
    strong: bool


@dataclass
class Annotations:
    """Paints over the curves, in pixels of the scene.

    Attributes:
        area: of the curves.
        names: of earlier runs; the first ones go first where not all have room.
        marks: lines with texts; strong ones stand out.
    """

    theme: Theme
    font: QFont
    area: QRectF = field(default_factory=QRectF)
    names: Sequence[EndName] = ()
    marks: Sequence[UprightMark] = ()

    def paint(self, painter: QPainter) -> None:
        """Marks, then names."""
        painter.setFont(self.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = [mark for mark in self.marks if self.area.left() <= mark.x <= self.area.right()]
        for row, mark in enumerate(shown):
            self._paint_mark(painter, mark, row)
        for name, box in self.name_boxes():
            painter.setPen(self.theme.color("text" if name.pinned else "muted"))
            metrics = QFontMetricsF(self.font)
            text = metrics.elidedText(name.text, Qt.TextElideMode.ElideRight, box.width())
            painter.fillRect(box, self.theme.color("panel", 0.8))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def name_boxes(self) -> list[tuple[EndName, QRectF]]:
        """Where the names go that have room: none over another."""
        metrics = QFontMetricsF(self.font)
        height = metrics.height()
        room = max(int((self.area.height() - height) / height) + 1, 0)
        names = [name for name in self.names if self._has_place(name)][:room]
        low, high = self.area.top(), self.area.bottom() - height
        tops = spread([name.place.y() - height / 2 for name in names], height, low, high)
        boxes = []
        for name, top in zip(names, tops, strict=True):
            left = name.place.x() + _GAP
            room_right = self.area.right() + NAME_ROOM - left
            width = min(metrics.horizontalAdvance(name.text) + 2, room_right)
            boxes.append((name, QRectF(left, top, width, height)))
        return boxes

    def _has_place(self, name: EndName) -> bool:
        """Zoomed, a curve may end out of sight."""
        return self.area.adjusted(-1, -1, 1, 1).contains(name.place)

    def _paint_mark(self, painter: QPainter, mark: UprightMark, row: int) -> None:
        metrics = QFontMetricsF(self.font)
        height = metrics.height() + 2
        width = metrics.horizontalAdvance(mark.text) + 2 * _GAP
        color = self.theme.color("accent" if mark.strong else "muted")
        style = Qt.PenStyle.SolidLine if mark.strong else Qt.PenStyle.DotLine
        painter.setPen(QPen(color, 1.4 if mark.strong else 1.2, style))
        painter.drawLine(QLineF(mark.x, self.area.top(), mark.x, self.area.bottom()))
        left = mark.x + 3 if mark.x + 3 + width <= self.area.right() else mark.x - 3 - width
        box = QRectF(left, self.area.top() + row * (height + 2), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color if mark.strong else self.theme.color("background"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self.theme.color("on_accent" if mark.strong else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.text)
