"""What can be painted, as the bytes of a picture: PNG, SVG and PDF."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QRect,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

_POINTS_PER_INCH = 72
_FONT = re.compile(rb'font-family="([^"]+)"')


class Drawable(Protocol):
    """A view that can be painted by any painter."""

    @property
    def picture_size(self) -> QSize:
        """Of its picture, in pixels of the screen."""

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the picture at the origin, background included."""


def png(view: Drawable, scale: int) -> bytes:
    """A picture with so many pixels for one on the screen, along each side."""
    image = QImage(view.picture_size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.paint_picture(painter)
    painter.end()
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg(view: Drawable) -> bytes:
    """A drawing of shapes and texts."""
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_dots_per_inch())
    generator.setSize(view.picture_size)
    generator.setViewBox(QRect(QPoint(0, 0), view.picture_size))
    _paint(view, generator)
    drawing = bytes(buffer.data().data())
    return _FONT.sub(rb'font-family="\1, sans-serif"', drawing)  # or browsers take one with serifs


def pdf(view: Drawable) -> bytes:
    """One page as large as the picture."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setCreator("nnsim")
    dots = _dots_per_inch()
    writer.setResolution(dots)
    size = QSizeF(view.picture_size) * _POINTS_PER_INCH / dots
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF())
    _paint(view, writer)
    return bytes(buffer.data().data())


def _paint(view: Drawable, device: QSvgGenerator | QPdfWriter) -> None:
    painter = QPainter(device)
    view.paint_picture(painter)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _dots_per_inch() -> int:
    """As on the screen, or texts would come out smaller or larger than their places."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInch())
