"""Asking for a file and writing it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnsim.exporting import Files, MissingPackageError
from nnsim.shell.writing import WriteError
from nnsim.ui.errors import show_error, system_reason

from .exporters import Exporter
from .making import Making
from .writing import write_all


class FileExport(QObject):
    """Asks for a file of one kind, and writes it; what is in the way is told."""

    def __init__(self, widget: QWidget, dialog_name: str, parent: QObject) -> None:
        """`widget` is where the dialog belongs to."""
        super().__init__(parent)
        self._widget = widget
        self._dialog_name = dialog_name
        self._making = Making(widget.window(), self)
        self._chosen: tuple[Exporter, Callable[[], object]] | None = None
        self.folder: Path | None = None

    def ask(self, exporter: Exporter, source: Callable[[], object], suggested: Path) -> None:
        """Ask for a file.

        Args:
            source: gives what it is made from, once the file is chosen.
            suggested: without suffix. After a first file, its folder is suggested instead.
        """
        if exporter.package and find_spec(exporter.package) is None:
            self._tell_missing(exporter, exporter.package)
            return
        self._chosen = exporter, source
        folder = self.folder or suggested.parent
        dialog = QFileDialog(self._widget, exporter.text, str(folder), exporter.filter)
        dialog.setObjectName(self._dialog_name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(exporter.suffix)
        dialog.selectFile(suggested.name + exporter.suffix)
        # Once the dialog has ended: what shows progress handles events, and must not do so in it.
        dialog.fileSelected.connect(self._on_selected, Qt.ConnectionType.QueuedConnection)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        assert self._chosen is not None
        (exporter, source), path = self._chosen, Path(name)
        try:
            if exporter.slices is None:
                self._write(path, exporter.make(source(), path.stem))
            else:
                self._making.start(exporter.slices(source()), partial(self._write, path))
        except MissingPackageError as error:
            self._tell_missing(exporter, error.package)

    def _write(self, path: Path, files: Files) -> None:
        try:
            write_all(path, files)
        except WriteError as error:
            what = self.tr("{file} cannot be written.").format(file=error.path)
            advice = self.tr("Nothing was changed. Choose another folder or name.")
            self._tell(f"{what}\n{system_reason(error.detail)}\n\n{advice}")
        else:
            self.folder = path.parent

    def _tell_missing(self, exporter: Exporter, package: str) -> None:
        what = self.tr("“{kind}” needs the package {package}, which is not installed.").format(
            kind=exporter.text, package=package
        )
        how = self.tr("This line in a terminal installs it:")
        box = self._tell(f"{what}\n{how}\n\n{sys.executable} -m pip install {package}")
        flags = Qt.TextInteractionFlag
        box.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def _tell(self, text: str) -> QMessageBox:
        return show_error(self._widget.window(), "nnsim", text)
