"""Lines of formulas below one another."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from .typesetter import Typesetter

GAP = 7
MARGIN = 12
OUTDATED = 0.25  # opacity of formulas that are not those asked for


class FormulaView(QWidget):
    """Shows formulas as soon as they are typeset; until then, the ones before, greyed.

    Attributes:
        lines: LaTeX of what is to be seen.
    """

    def __init__(self, color: str) -> None:
        super().__init__()
        self.setObjectName("formulaView")
        self.setAccessibleName(self.tr("Formula"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lines: tuple[str, ...] = ()
        self._outdated = False
        self._shown: list[tuple[QSvgRenderer, QSize]] = []
        self._typesetter = Typesetter(color, self)
        self._typesetter.ready.connect(self._typeset)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines of LaTeX."""
        if lines != self.lines:
            self.lines = lines
            self._typesetter.forget_waiting()
            self._typeset()

    @Slot()
    def _typeset(self) -> None:
        """Show all lines together, once the last of them has been made."""
        made = [self._typesetter.get(line) for line in self.lines]
        images = [image for image in made if image is not None]
        self._outdated = len(images) < len(made)
        if self._outdated:
            self.update()
            return
        self._shown = []
        for image in images:
            renderer = QSvgRenderer(QByteArray(image))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._shown.append((renderer, renderer.defaultSize()))
        self.setAccessibleDescription("\n".join(self.lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = sum(round(size.height() * self._scale(size)) + GAP for _, size in self._shown)
        return QSize(200, height + MARGIN if self._shown else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _scale(self, size: QSize) -> float:
        room = max(self.width() - 2 * MARGIN, 60)
        return min(1.0, room / max(size.width(), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._outdated:
            painter.setOpacity(OUTDATED)
        top = 4.0
        for renderer, size in self._shown:
            scale = self._scale(size)
            area = QRectF(MARGIN, top, size.width() * scale, size.height() * scale)
            renderer.render(painter, area)
            top += area.height() + GAP
        painter.end()
