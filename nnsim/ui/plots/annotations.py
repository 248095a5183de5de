"""What is written between the curves: names of earlier runs, ends of runs, the visited epoch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nnsim.ui.theme import Theme

from .ink import Ink

NAME_ROOM = 92.0  # pixels to the right of the curves
_LONGEST = 130.0  # pixels of a name
_GAP = 6.0
_CLOSE = (3.0,)  # pixels above or below a curve
_OR_FURTHER = (3.0, 13.0)  # for the strong, which need not be looked for


@dataclass(frozen=True)
class CurveName:
    """The name of an earlier run.

    Attributes:
        places: points of its curve where the name may stand; the first one is its end.
        strong: whether it is written even where there is no room for it.
    """

    text: str
    color: QColor
    places: Sequence[QPointF]
    strong: bool


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
        marks: lines with texts; strong ones stand out.
        names: of earlier runs, with their boxes.
    """

    theme: Theme
    font: QFont
    area: QRectF = field(default_factory=QRectF)
    marks: Sequence[UprightMark] = ()
    names: list[tuple[CurveName, QRectF]] = field(default_factory=list)

    @property
    def whole(self) -> QRectF:
        """The area of the curves, and the room for names beside it."""
        return self.area.adjusted(0, 0, NAME_ROOM, 0)

    def paint(self, painter: QPainter) -> None:
        """Marks, then names."""
        painter.setFont(self.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, box in self.mark_boxes():
            self._paint_mark(painter, mark, box)
        metrics = QFontMetricsF(self.font)
        for name, box in self.names:
            painter.setPen(name.color)
            text = metrics.elidedText(name.text, Qt.TextElideMode.ElideRight, box.width())
            painter.fillRect(box, self.theme.color("panel", 0.8))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    # Places

    def place_names(self, names: Sequence[CurveName], ink: Ink) -> None:
        """Give names their places where nothing is; the first ones go first.

        Without such a place, a strong one stands where it covers least, any other is left out:
        a name far from its curve would be taken for that of another one.
        """
        self.names = []
        for name in sorted(names, key=lambda each: not each.strong):
            boxes = [box for box in self._boxes(name) if self.whole.contains(box)]
            best = min(boxes, key=ink.under, default=None)
            if best is not None and (name.strong or not ink.under(best)):
                ink.add_box(best)
                self.names.append((name, best))

    def _boxes(self, name: CurveName) -> Iterator[QRectF]:
        """Beside the end of the curve, then above and below its points."""
        metrics = QFontMetricsF(self.font)
        height = metrics.height()
        width = min(metrics.horizontalAdvance(name.text) + 2, _LONGEST)
        for number, place in enumerate(name.places):
            left = place.x() - width / 2
            if number == 0:
                room = self.whole.right() - place.x() - _GAP
                beside = QPointF(place.x() + _GAP, place.y() - height / 2)
                yield QRectF(beside.x(), beside.y(), min(width, room), height)
                left = place.x() - width
            for gap in _OR_FURTHER if name.strong else _CLOSE:
                yield QRectF(left, place.y() - gap - height, width, height)
                yield QRectF(left, place.y() + gap, width, height)

    def mark_boxes(self) -> list[tuple[UprightMark, QRectF]]:
        """The marks in sight, each with the box of its text; none over another."""
        metrics = QFontMetricsF(self.font)
        height = metrics.height() + 2
        shown = [mark for mark in self.marks if self.area.left() <= mark.x <= self.area.right()]
        boxes = []
        for row, mark in enumerate(shown):
            width = metrics.horizontalAdvance(mark.text) + 2 * _GAP
            fits = mark.x + 3 + width <= self.area.right()
            left = mark.x + 3 if fits else mark.x - 3 - width
            boxes.append((mark, QRectF(left, self.area.top() + row * (height + 2), width, height)))
        return boxes

    def _paint_mark(self, painter: QPainter, mark: UprightMark, box: QRectF) -> None:
        color = self.theme.color("accent" if mark.strong else "muted")
        style = Qt.PenStyle.SolidLine if mark.strong else Qt.PenStyle.DotLine
        painter.setPen(QPen(color, 1.4 if mark.strong else 1.2, style))
        painter.drawLine(QLineF(mark.x, self.area.top(), mark.x, self.area.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color if mark.strong else self.theme.color("background"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self.theme.color("on_accent" if mark.strong else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.text)
