"""The button whose menu exports the curves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from nnsim.ui.errors import show_error
from nnsim.ui.theme import Theme

from .exports import EXPORTERS, Exportable, Exporter, ExportError, write
from .menu_button import MenuButton


class ExportButton(MenuButton):
    """Asks for a file and writes it."""

    def __init__(self, plot: Exportable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("lossExport", "ph.export", self.tr("Export the curves…"), theme, parent)
        self._suggested = Path.home() / "loss"
        self._plot = plot
        self._exporter = EXPORTERS["png"]
        for key, exporter in EXPORTERS.items():
            action = self.menu().addAction(exporter.text + "…")
            action.setObjectName(f"lossExport{key.capitalize()}")
            action.triggered.connect(lambda _=False, each=exporter: self.ask(each))

    def suggest(self, project: Path | None) -> None:
        """Let the dialog open beside this project, with its name."""
        if project is not None:
            self._suggested = project.with_name(f"{project.stem}-loss")

    def ask(self, exporter: Exporter) -> None:
        """Ask for a file of this kind."""
        self._exporter = exporter
        dialog = QFileDialog(self, exporter.text, str(self._suggested.parent), exporter.filter)
        dialog.setObjectName("lossExportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(exporter.suffix)
        dialog.selectFile(self._suggested.name + exporter.suffix)
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        path = Path(name)
        self._suggested = path.parent / path.stem
        try:
            write(path, self._exporter.content(self._plot))
        except ExportError as error:
            what = self.tr("{file} cannot be written.").format(file=error.path)
            advice = self.tr("Nothing was changed. Choose another folder or name.")
            show_error(self.window(), "nnsim", f"{what}\n{error.detail}\n\n{advice}")
