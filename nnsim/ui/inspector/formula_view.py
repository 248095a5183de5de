"""Formulas typeset as in a textbook, by ziamath, as SVG."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

FONT_SIZE = 17
GAP = 7
MARGIN = 12


@lru_cache(maxsize=256)
def _svg(latex: str, color: str) -> bytes:
    """The formula as SVG; 5 to 100 ms when it is new."""
    # Takes a while, so it is imported when the first formula is shown.
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False  # QtSvg knows paths, but not the symbols of SVG 2
    svg: str = Latex(latex, size=FONT_SIZE, color=color).svg()
    return svg.encode()


class FormulaView(QWidget):
    """Lines of formulas below one another, made wide enough or scaled down to the width.

    Typesetting waits until the event loop is idle, so that it never delays a repaint.
    """

    def __init__(self, color: str) -> None:
        super().__init__()
        self.setObjectName("formulaView")
        self.setAccessibleName(self.tr("Formula"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._color = color
        self.lines: tuple[str, ...] = ()
        self._shown: list[tuple[QSvgRenderer, QSize]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._typeset)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines of LaTeX as soon as there is time."""
        if lines == self.lines:
            return
        self.lines = lines
        self._timer.start(0)

    @Slot()
    def _typeset(self) -> None:
        self._shown = []
        for line in self.lines:
            renderer = QSvgRenderer(QByteArray(_svg(line, self._color)))
            self._shown.append((renderer, renderer.defaultSize()))
        self.setAccessibleDescription("\n".join(self.lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = sum(round(size.height() * self._scale(size)) + GAP for _, size in self._shown)
        return QSize(200, height + MARGIN if self._shown else 0)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _scale(self, size: QSize) -> float:
        room = max(self.width() - 2 * MARGIN, 60)
        return min(1.0, room / max(size.width(), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 4.0
        for renderer, size in self._shown:
            scale = self._scale(size)
            area = QRectF(MARGIN, top, size.width() * scale, size.height() * scale)
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            renderer.render(painter, area)
            top += area.height() + GAP
        painter.end()
