"""PDF files of A4 pages, made in memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter


def open_pdf(title: str) -> tuple[QBuffer, QPdfWriter]:
    """A buffer for the file, and what is painted on to fill it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("nnsim")
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return buffer, writer
