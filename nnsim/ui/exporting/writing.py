"""Files that are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile

from nnsim.exporting import Files


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


def write_all(path: Path, files: Files) -> None:
    """Write the file that was asked for, after those that lie beside it. Raises ExportError.

    Nobody was asked about those beside it, so that they replace only what an earlier export of the
    same file has put there.
    """
    (_, content), *others = files.items()
    beside = {path.with_name(f"{path.stem}{ending}"): each for ending, each in others}
    for other in beside:
        if other.exists() and not path.exists():
            taken = QCoreApplication.translate("exports", "There is another file of this name.")
            raise ExportError(other, taken)
    for other, each in beside.items():
        write(other, each)
    write(path, content)
