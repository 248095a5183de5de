"""Files of an export, that one which was asked for and those beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from nnsim.exporting import Files
from nnsim.shell.writing import WriteError, write_file


def write_all(path: Path, files: Files) -> None:
    """Write the file that was asked for, after those that lie beside it. Raises WriteError.

    Nobody was asked about those beside it, so that they replace only what an earlier export of the
    same file has put there.
    """
    (_, content), *others = files.items()
    beside = {path.with_name(f"{path.stem}{ending}"): each for ending, each in others}
    for other in beside:
        if other.exists() and not path.exists():
            taken = QCoreApplication.translate("exports", "There is another file of this name.")
            raise WriteError(other, taken)
    for other, each in beside.items():
        write_file(other, each)
    write_file(path, content)
