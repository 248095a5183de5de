"""The button whose menu exports the curves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nnsim.ui.exporting import EXPORTERS, Exporter, FileExport
from nnsim.ui.theme import Theme

from .menu_button import MenuButton


class ExportButton(MenuButton):
    """Exports the curves that are shown, as each kind of the table."""

    def __init__(self, plot: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("lossExport", "ph.export", self.tr("Export the curves…"), theme, parent)
        self._suggested = Path.home() / "loss"
        self._plot = plot
        self._export = FileExport(self, "lossExportDialog", self)
        for key, exporter in EXPORTERS.items():
            if exporter.source == "curves":
                action = self.menu().addAction(f"{exporter.text}…")
                action.setObjectName(key.replace("curves", "lossExport"))
                action.triggered.connect(lambda _=False, each=exporter: self.ask(each))

    def suggest(self, project: Path | None) -> None:
        """Let the dialog open beside this project, with its name."""
        if project is not None:
            self._suggested = project.with_name(f"{project.stem}-loss")

    def ask(self, exporter: Exporter) -> None:
        """Ask for a file of this kind."""
        self._export.ask(exporter, lambda: self._plot, self._suggested)
