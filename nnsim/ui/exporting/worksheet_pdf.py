"""Pages of A4 as PDF: what a sheet holds, painted from the top down; nothing is cut in two."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgRenderer

from nnsim.exporting.worksheet.sheet import (
    COLUMN_GAP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    Item,
    Part,
    Row,
    Section,
    Sheet,
    column_width,
)

from .a4 import open_pdf
from .making import Progress, Slices

_DOTS_PER_INCH, _POINTS_PER_INCH = 1200, 72
_INK, _GREY, _RULE = QColor("#000000"), QColor("#444444"), QColor("#777777")
_TITLE, _HEADING, _TEXT = 18, 12, 10  # heights of letters, in points
_HEADING_HEIGHT = 30.0
_FIELD_WIDTH = 120.0
_BOTTOM = PAGE_HEIGHT - MARGIN


def sheet_pdf(sheet: Sheet, title: str) -> Slices[bytes]:
    """The sheet on pages of A4, each with its number."""
    buffer, writer = open_pdf(title)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.scale(_DOTS_PER_INCH / _POINTS_PER_INCH, _DOTS_PER_INCH / _POINTS_PER_INCH)
    pages = _Pages(writer, painter)
    bands = sum(len(section.bands) for part in sheet.parts for section in part.sections)
    try:
        for painted, _ in enumerate(pages.paint(sheet)):
            yield Progress(painted / bands)
    finally:
        painter.end()
    return bytes(buffer.data().data())


class _Pages:
    """Paints from the top down and turns the page where there is no room."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer = writer
        self._painter = painter
        self._page = 0
        self._y = MARGIN

    def paint(self, sheet: Sheet) -> Iterator[None]:
        """Paint all of it, and pause before each band."""
        for part in sheet.parts:
            yield from self._paint_part(part)

    def _paint_part(self, part: Part) -> Iterator[None]:
        """From a new page on."""
        self._turn()
        self._paint_title(part)
        for section in part.sections:
            for heading, band in _with_headings(section):
                yield
                height = max(item.height for item in band)
                above = _HEADING_HEIGHT if heading else 0.0
                if self._y + above + height > _BOTTOM:
                    self._turn()
                if heading:
                    self._paint_heading(heading)
                for place, item in enumerate(band):
                    left = MARGIN + place * (column_width(item.columns) + COLUMN_GAP)
                    self._paint_item(item, left)
                self._y += height

    def _turn(self) -> None:
        if self._page:
            self._writer.newPage()
        self._page += 1
        self._y = MARGIN
        box = QRectF(MARGIN, _BOTTOM + 12, TEXT_WIDTH, 14)
        self._write(str(self._page), box, _TEXT, Qt.AlignmentFlag.AlignHCenter)

    def _paint_title(self, part: Part) -> None:
        self._write(part.title, QRectF(MARGIN, self._y - 4, TEXT_WIDTH, 26), _TITLE, bold=True)
        for place, field in enumerate(reversed(part.fields)):
            left = PAGE_WIDTH - MARGIN - _FIELD_WIDTH - place * (_FIELD_WIDTH + 12)
            self._write(field, QRectF(left, self._y + 4, _FIELD_WIDTH, 14), _TEXT)
            self._rule(left, left + _FIELD_WIDTH, self._y + 19)
        self._y += 28
        for text in part.about:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            room = QRectF(MARGIN, self._y, TEXT_WIDTH, 200)
            height = QFontMetricsF(_font(_TEXT, False)).boundingRect(room, int(flags), text)
            self._write(text, room, _TEXT, flags, colour=_GREY)
            self._y += height.height() + 2

    def _paint_heading(self, heading: str) -> None:
        box = QRectF(MARGIN, self._y + 8, TEXT_WIDTH, 17)
        self._write(heading, box, _HEADING, bold=True)
        self._rule(MARGIN, MARGIN + TEXT_WIDTH, self._y + 25, QColor("#aab2bb"))
        self._y += _HEADING_HEIGHT

    def _paint_item(self, item: Item, left: float) -> None:
        top, width = self._y, column_width(item.columns)
        for row in item.rows:
            start = left + (width - row.width) / 2 if item.centred else left
            self._paint_row(row, start, top + row.ascent, left + width)
            top += row.height

    def _paint_row(self, row: Row, x: float, baseline: float, right: float) -> None:
        for each in row.drawings:
            box = QRectF(x, baseline - each.ascent, each.width, each.height)
            QSvgRenderer(QByteArray(each.svg.encode())).render(self._painter, box)
            x += each.width + row.gap
        if row.blank:
            self._rule(x, right, baseline + 3)

    def _rule(self, left: float, right: float, y: float, colour: QColor = _RULE) -> None:
        self._painter.setPen(QPen(colour, 0.5))
        self._painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _write(
        self,
        text: str,
        box: QRectF,
        size: int,
        flags: Qt.AlignmentFlag | Qt.TextFlag | int = Qt.AlignmentFlag.AlignLeft,
        bold: bool = False,
        colour: QColor = _INK,
    ) -> None:
        self._painter.setFont(_font(size, bold))
        self._painter.setPen(colour)
        self._painter.drawText(box, int(flags), text)


def _font(size: int, bold: bool) -> QFont:
    font = QFont()
    font.setPixelSize(size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _with_headings(section: Section) -> Iterator[tuple[str | None, tuple[Item, ...]]]:
    """The bands, the first with the heading, which does not stay behind alone."""
    for place, band in enumerate(section.bands):
        yield (section.heading if place == 0 else None), band
