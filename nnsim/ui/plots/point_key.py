"""What the marks on the plane mean, in one line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnsim.ui.theme import Theme

from .marks import paint_cross, paint_point

_RADIUS = 3.6
_TEXT_AT = 11.0
_GAP = 10.0


class PointKey(QWidget):
    """A filled point, a ring and a cross, each with its meaning; only those that occur."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def texts(self) -> list[str]:
        """The meanings shown."""
        return [text for _, text in self._entries]

    def show_marks(self, tested: bool, wrong: bool) -> None:
        """Explain the marks that occur; filled points alone need no word."""
        entries = []
        if tested:
            entries += [("filled", self.tr("train")), ("ring", self.tr("test"))]
        if wrong:
            entries.append(("cross", self.tr("wrong")))
        if entries != self._entries:
            self._entries = entries
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the entries."""
        metrics = QFontMetricsF(self.font())
        width = sum(_TEXT_AT + metrics.horizontalAdvance(text) + _GAP for text in self.texts)
        return QSize(round(width), round(metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One mark and one word after the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        muted = self._theme.color("muted")
        x = 0.0
        for mark, text in self._entries:
            place = QPointF(x + _RADIUS + 1, self.height() / 2)
            if mark == "cross":
                painter.setPen(QPen(self._theme.color("text"), 1.3))
                paint_cross(painter, place, _RADIUS * 0.75)
            else:
                paint_point(painter, self._theme, place, _RADIUS, muted, mark == "ring")
            painter.setPen(muted)
            width = metrics.horizontalAdvance(text)
            box = QRectF(x + _TEXT_AT, 0, width + 1, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            x += _TEXT_AT + width + _GAP
