"""What the curves can be exported as: one table, and a file that is written whole or not at all."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QPoint,
    QRect,
    QSaveFile,
    QSize,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from nnsim.project import COLUMNS
from nnsim.ui.marking import QT_TRANSLATE_NOOP

from .past import FloatArray

_SHARPNESS = 2  # pixels of a picture for one on the screen


class Exportable(Protocol):
    """A plot that can be exported."""

    @property
    def shown_rows(self) -> FloatArray:
        """The records, shape (n, 5) in the order of COLUMNS."""

    @property
    def picture_size(self) -> QSize:
        """Of its picture."""

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the picture at the origin."""


@dataclass(frozen=True)
class Exporter:
    """One kind of file.

    Attributes:
        title: names it in menus.
        suffix: of its files.
        content: makes a file's bytes.
    """

    title: str
    suffix: str
    content: Callable[[Exportable], bytes]

    @property
    def text(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("exports", self.title)

    @property
    def filter(self) -> str:
        """For a file dialog."""
        return f"{self.text} (*{self.suffix})"


class ExportError(Exception):
    """A file could not be written; whatever stood in it before stands there still.

    Attributes:
        path: the file.
        detail: the system's reason.
    """

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


def write(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises ExportError."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise ExportError(path, file.errorString())
    if file.write(content) != len(content):
        file.cancelWriting()
    if not file.commit():
        raise ExportError(path, file.errorString())


def _csv(plot: Exportable) -> bytes:
    """A header, then a line for each epoch, numbers to the last bit; empty where not measured."""
    lines = [",".join(COLUMNS)]
    for epoch, *values in plot.shown_rows.tolist():
        cells = ["" if math.isnan(value) else repr(value) for value in values]
        lines.append(",".join([str(int(epoch)), *cells]))
    return ("\n".join(lines) + "\n").encode()


def _png(plot: Exportable) -> bytes:
    image = QImage(plot.picture_size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.paint_picture(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _svg(plot: Exportable) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # As on the screen, or texts would come out smaller than their places.
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))
    generator.setSize(plot.picture_size)
    generator.setViewBox(QRect(QPoint(0, 0), plot.picture_size))
    painter = QPainter(generator)
    plot.paint_picture(painter)
    painter.end()
    return bytes(buffer.data().data())


EXPORTERS: dict[str, Exporter] = {
    "png": Exporter(QT_TRANSLATE_NOOP("exports", "Picture of the curves, PNG"), ".png", _png),
    "svg": Exporter(QT_TRANSLATE_NOOP("exports", "Drawing of the curves, SVG"), ".svg", _svg),
    "csv": Exporter(QT_TRANSLATE_NOOP("exports", "Numbers of every epoch, CSV"), ".csv", _csv),
}
