"""The legend above the loss plot: a curve's line, name and value, to be switched on and off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnsim.ui.theme import Theme, number_font

_LINE = 16.0
_THICK = 2.5
_GAP = 6.0
_PADDING = 6.0


class LegendToggle(QAbstractButton):
    """A checkable legend entry."""

    def __init__(
        self,
        name: str,
        color: QColor,
        dashed: bool,
        theme: Theme,
        parent: QWidget | None = None,
        keep: bool = True,
    ) -> None:
        """Build an entry; `keep`: hidden, it keeps its room."""
        super().__init__(parent)
        self._theme = theme
        self._colors: Sequence[QColor] = (color,)
        self._dashed = dashed
        self._value, self._widest, self._stale = "", "", False
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(keep)  # so that the plot does not jump at the first epoch
        self.setSizePolicy(policy)

    @property
    def value(self) -> str:
        """The number beside the name."""
        return self._value

    def set_colors(self, colors: Sequence[QColor]) -> None:
        """Show a line in these colours, one after the other."""
        self._colors = colors
        self.update()

    def set_value(self, text: str, widest: str, stale: bool = False) -> None:
        """Show another number, with room for the widest; grey if it is not that of the moment."""
        if stale != self._stale:
            self._stale = stale
            self.setToolTip(self.tr("Before the last change of the network") if stale else "")
            self.update()
        if text != self._value:
            self._value = text
            self.setAccessibleDescription(text)
            self.updateGeometry()
            self.update()
        if widest != self._widest:
            self._widest = widest
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for line, name and value."""
        name = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        metrics = QFontMetricsF(number_font(self.font(), bold=True))
        value = max(map(metrics.horizontalAdvance, (self._value, self._widest)))
        value += _GAP if value else 0.0
        width = 2 * _PADDING + _LINE + _GAP + name + value
        return QSize(round(width + 1), round(metrics.height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, name, value; grey when switched off."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.hasFocus():
            edge = "accent" if self.hasFocus() else "line"
            painter.setPen(QPen(self._theme.color(edge), 1))
            painter.setBrush(self._theme.color("background"))
            painter.drawRoundedRect(frame, 5, 5)
        off = self._theme.color("muted", 0.5)
        self._paint_line(painter, self._colors if self.isChecked() else (off,))
        left = _PADDING + _LINE + _GAP
        painter.setPen(self._theme.color("muted") if self.isChecked() else off)
        painter.setFont(self.font())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(frame.adjusted(left, 0, 0, 0), align, self.text())
        left += QFontMetricsF(self.font()).horizontalAdvance(self.text()) + _GAP
        painter.setFont(number_font(self.font(), bold=True))
        number = self._theme.color("muted" if self._stale else "text")
        painter.setPen(number if self.isChecked() else off)
        painter.drawText(frame.adjusted(left, 0, 0, 0), align, self._value)

    def _paint_line(self, painter: QPainter, colors: Sequence[QColor]) -> None:
        middle, part = self.height() / 2, _LINE / len(colors)
        for number, color in enumerate(colors):
            pen = QPen(color, _THICK)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if self._dashed:
                pen.setDashPattern([2.4, 1.3])
            painter.setPen(pen)
            left = _PADDING + number * part
            painter.drawLine(QPointF(left, middle), QPointF(left + part, middle))
