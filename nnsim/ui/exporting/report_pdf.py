"""A4 pages with tables and figures, none of them cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPainter,
    QPdfWriter,
    QPen,
)
from PySide6.QtWidgets import QApplication

from nnsim.ui.theme import LIGHT, number_font

from .a4 import open_pdf
from .making import Progress, Slices
from .pictures import Drawable

_MARGIN = 18.0  # mm
_GAP = 22.0
_NAMES = 0.42  # of the width
_FOOT = 22.0

_ALIGN = Qt.AlignmentFlag
_WRAP = int(_ALIGN.AlignLeft | _ALIGN.AlignTop) | int(Qt.TextFlag.TextWordWrap)

Rows = Sequence[tuple[str, str]]


def pages(
    name: str,
    kind: str,
    note: str,
    tables: Sequence[tuple[str, Rows]],
    figures: Sequence[tuple[str, Drawable]],
) -> Slices[bytes]:
    """The pages as PDF: title, tables, figures; the name and a number at the foot of each."""
    buffer, writer = open_pdf(name)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    # As on the screen, or texts would come out smaller or larger than their places.
    writer.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))
    sheet = _Sheet(writer, name)
    try:
        sheet.title(name, kind, note)
        for title, rows in tables:
            sheet.table(title, rows)
        for place, (title, picture) in enumerate(figures):
            yield Progress(place / len(figures))
            sheet.figure(title, picture)
    finally:
        sheet.end()
    return bytes(buffer.data().data())


class _Sheet:
    """Fills pages from top to bottom; lengths are pixels of the screen."""

    def __init__(self, writer: QPdfWriter, name: str) -> None:
        self._writer = writer
        self._name = name
        self._painter = QPainter(writer)
        self._width, self._height = float(writer.width()), float(writer.height()) - _FOOT
        self._y, self._page = 0.0, 1
        self._text = number_font(QApplication.font())

    def title(self, name: str, kind: str, note: str) -> None:
        """What it is, of what."""
        self._write(kind, self._text, "muted")
        self._write(name, number_font(QApplication.font(), 2.0, bold=True), "text")
        if note:
            self._write(note, self._text, "muted")

    def table(self, title: str, rows: Rows) -> None:
        """All of it on one page; one that no page holds goes on on the next."""
        names = self._width * _NAMES
        values = self._width - names
        heights = [
            max(self._measure(left, names - 12), self._measure(right, values)) + 8
            for left, right in rows
        ]
        self._begin(title, sum(heights))
        for (left, right), height in zip(rows, heights, strict=True):
            if self._y + height > self._height:
                self._new_page()
            self._place(left, "muted", 0.0, names - 12)
            self._place(right, "text", names, values)
            self._y += height
            self._painter.setPen(QPen(LIGHT.color("line"), 0.8))
            self._painter.drawLine(0, round(self._y), round(self._width), round(self._y))

    def figure(self, title: str, picture: Drawable) -> None:
        """As wide as the page at most, and as high."""
        size = picture.picture_size
        room = self._height - self._heading_height
        scale = min(1.0, self._width / size.width(), room / size.height())
        self._begin(title, size.height() * scale)
        painter = self._painter
        painter.save()
        painter.translate(0, self._y)
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, size.width(), size.height()))
        picture.paint_picture(painter)
        painter.restore()
        self._y += size.height() * scale

    def end(self) -> None:
        """The last page is full."""
        self._foot()
        self._painter.end()

    @property
    def _heading(self) -> QFont:
        return number_font(QApplication.font(), 1.25, bold=True)

    @property
    def _heading_height(self) -> float:
        return QFontMetricsF(self._heading, self._writer).height() + 6

    def _begin(self, title: str, height: float) -> None:
        """The heading, on another page where what follows has no room on this one."""
        needed = _GAP + self._heading_height + height
        if self._y > 0 and self._y + needed > self._height:
            self._new_page()
        self._y += _GAP if self._y > 0 else 0.0
        self._write(title, self._heading, "text")
        self._y += 6

    def _new_page(self) -> None:
        self._foot()
        self._writer.newPage()
        self._page += 1
        self._y = 0.0

    def _foot(self) -> None:
        self._painter.setFont(number_font(QApplication.font(), 0.85))
        self._painter.setPen(LIGHT.color("muted"))
        line = QRectF(0, self._height, self._width, _FOOT)
        bottom = _ALIGN.AlignBottom
        metrics = QFontMetricsF(self._painter.font(), self._writer)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, self._width - 60)
        self._painter.drawText(line, _ALIGN.AlignLeft | bottom, name)
        self._painter.drawText(line, _ALIGN.AlignRight | bottom, str(self._page))

    def _write(self, text: str, font: QFont, color: str) -> None:
        metrics = QFontMetricsF(font, self._writer)
        height = metrics.boundingRect(QRectF(0, 0, self._width, 1e6), _WRAP, text).height()
        self._painter.setFont(font)
        self._painter.setPen(LIGHT.color(color))
        self._painter.drawText(QRectF(0, self._y, self._width, height + 2), _WRAP, text)
        self._y += height

    def _measure(self, text: str, width: float) -> float:
        metrics = QFontMetricsF(self._text, self._writer)
        return metrics.boundingRect(QRectF(0, 0, width, 1e6), _WRAP, text).height()

    def _place(self, text: str, color: str, left: float, width: float) -> None:
        self._painter.setFont(self._text)
        self._painter.setPen(LIGHT.color(color))
        height = self._measure(text, width)
        self._painter.drawText(QRectF(left, self._y + 4, width, height + 2), _WRAP, text)
