"""Formulas below one another, typeset as in a textbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from nnsim.notation import Formula
from nnsim.ui.theme import Theme

from .typesetter import Typesetter

GAP = 7
MARGIN = 12
INDENT = 16  # of the lines below the first one of a formula
OUTDATED = 0.25  # opacity of formulas that are not those asked for
DELAY_MILLISECONDS = 30
IMAGE_SCALE = 3  # of a copied image


@dataclass(frozen=True)
class _Row:
    """A typeset line, where it begins, and its size."""

    renderer: QSvgRenderer
    left: int

    @property
    def size(self) -> QSize:
        return self.renderer.defaultSize()


class FormulaView(QWidget):
    """Shows formulas as soon as they are typeset; until then, the ones before, greyed.

    Attributes:
        formulas: what is to be seen.
        lines: LaTeX of its lines.

    Signals:
        height_changed(): the formulas need more or less room.
    """

    height_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("formulaView")
        self.setAccessibleName(self.tr("Formula"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setToolTip(self.tr("Right-click to copy"))
        self.formulas: tuple[Formula, ...] = ()
        self.lines: tuple[str, ...] = ()
        self._lefts: tuple[int, ...] = ()
        self._outdated = False
        self._height = 0
        self._rows: list[_Row] = []
        self._theme = theme
        self._typesetter = Typesetter(theme.text, self)
        self._typesetter.ready.connect(self._typeset)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MILLISECONDS)
        self._timer.timeout.connect(self._typeset)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_formulas(self, formulas: Sequence[Formula], with_numbers: bool = True) -> None:
        """Show these formulas, or only their lines in symbols."""
        self.formulas = tuple(formulas)
        rows = [row for each in formulas for row in _rows_of(each, with_numbers)]
        lines = tuple(line for line, _ in rows)
        if lines != self.lines:
            self.lines, self._lefts = lines, tuple(left for _, left in rows)
            self.setAccessibleDescription("\n".join(each.plain for each in self.formulas))
            self._typesetter.forget_waiting()
            self._wait_or_typeset()

    def _wait_or_typeset(self) -> None:
        """Typesetting competes with the repaint that is about to come: let that be first."""
        if all(self._typesetter.has(line) for line in self.lines):
            self._timer.stop()
            self._typeset()
        else:
            self._outdated = True
            self.update()
            self._timer.start()

    @Slot()
    def _typeset(self) -> None:
        """Show all lines together, once the last of them has been made."""
        made = [self._typesetter.get(line) for line in self.lines]
        images = [image for image in made if image is not None]
        self._outdated = len(images) < len(made)
        if not self._outdated:
            self._rows = []
            for image, left in zip(images, self._lefts, strict=True):
                renderer = QSvgRenderer(QByteArray(image))
                renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
                self._rows.append(_Row(renderer, left))
            self._tell_height()
        self.update()

    def _tell_height(self) -> None:
        height = self.sizeHint().height()
        if height != self._height:
            self._height = height
            self.setMinimumHeight(height)
            self.height_changed.emit()

    # Size and painting

    def sizeHint(self) -> QSize:
        height = sum(round(row.size.height() * self._scale(row)) + GAP for row in self._rows)
        return QSize(200, height + MARGIN if self._rows else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._tell_height()

    def _scale(self, row: _Row) -> float:
        room = max(self.width() - 2 * MARGIN - row.left, 60)
        return min(1.0, room / max(row.size.width(), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._outdated:
            painter.setOpacity(OUTDATED)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 4.0
        for row in self._rows:
            scale = self._scale(row)
            size = row.size
            area = QRectF(MARGIN + row.left, top, size.width() * scale, size.height() * scale)
            row.renderer.render(painter, area)
            top += area.height() + GAP

    # Copying

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy as LaTeX")).triggered.connect(self.copy_latex)
        menu.addAction(self.tr("Copy as text")).triggered.connect(self.copy_text)
        menu.addAction(self.tr("Copy as image")).triggered.connect(self.copy_image)
        menu.popup(self.mapToGlobal(place))

    @Slot()
    def copy_latex(self) -> None:
        """Put all formulas on the clipboard, as LaTeX."""
        latex = "\n\n".join(each.latex for each in self.formulas)
        QGuiApplication.clipboard().setText(latex)

    @Slot()
    def copy_text(self) -> None:
        """Put all formulas on the clipboard, as text."""
        text = "\n\n".join(each.plain for each in self.formulas)
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def copy_image(self) -> None:
        """Put all formulas on the clipboard, as a sharp image on the colour of the panel."""
        image = QPixmap(self.size() * IMAGE_SCALE)
        image.setDevicePixelRatio(IMAGE_SCALE)
        image.fill(self._theme.color("panel"))
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        QGuiApplication.clipboard().setPixmap(image)


def _rows_of(formula: Formula, with_numbers: bool) -> list[tuple[str, int]]:
    """LaTeX and indentation of each line."""
    rows = [(line.latex, 0) for line in (*formula.given, formula.symbols)]
    if with_numbers:
        below = (line for line in (formula.numbers, formula.result) if line)
        rows += [(line.latex, INDENT) for line in below]
    return rows
