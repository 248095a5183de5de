"""File → Export: an entry for every exporter of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nnsim.shell.settings import LAST_DIRECTORY, Settings
from nnsim.ui.marking import QT_TRANSLATE_NOOP
from nnsim.ui.parts import Parts

from .exporters import EXPORTERS, Exporter, Source
from .file_export import FileExport
from .worksheet_export import WorksheetExport
from .worksheet_files import WorksheetRequest

# Of the suggested names.
_ENDINGS: dict[Source, str] = {
    "curves": "loss",
    "map": "map",
    "confusion": "confusion",
    "inside": "inside",
    "worksheet": "worksheet",
    "report": "report",
}
_VIEWS: dict[Source, str] = {
    "diagram": QT_TRANSLATE_NOOP("exports", "Network as a picture"),
    "curves": QT_TRANSLATE_NOOP("exports", "Curves"),
    "map": QT_TRANSLATE_NOOP("exports", "Output map"),
    "confusion": QT_TRANSLATE_NOOP("exports", "Confusion matrix"),
    "inside": QT_TRANSLATE_NOOP("exports", "Histograms of W, a, δ"),
}


class ExportMenu(QMenu):
    """Exports the project as it is, and the views as they look."""

    def __init__(
        self,
        parts: Parts,
        settings: Settings,
        views: Mapping[str, object],
        window: QWidget,
        parent: QWidget,
    ) -> None:
        """`views` give pictures, by their names among the sources of the table.

        Dialogs belong to `window`.
        """
        super().__init__(parent)
        self.setTitle(self.tr("&Export"))
        self.setObjectName("exportMenu")
        self._parts = parts
        self._settings = settings
        self._views = views
        self._export = FileExport(window, "exportDialog", self)
        self._worksheet = WorksheetExport(parts.view_state, self._save_worksheet, window, self)
        self._sources: list[tuple[QAction, Source]] = []
        source: Source | None = None
        for key, exporter in EXPORTERS.items():
            if source != exporter.source:
                source = exporter.source
                menu = self._menu_of(source)
            action = menu.addAction(f"{exporter.text}…")
            action.setObjectName(f"export{key[0].upper()}{key[1:]}")
            action.triggered.connect(lambda _=False, each=exporter: self.ask(each))
            self._sources.append((action, exporter.source))
        self.aboutToShow.connect(self._allow_possible)

    def _menu_of(self, source: Source) -> QMenu:
        """Pictures of one view in many forms are a menu of their own."""
        if source not in _VIEWS:
            self.addSeparator()
            return self
        menu = self.addMenu(QCoreApplication.translate("exports", _VIEWS[source]))
        menu.setObjectName(f"{source}Exports")
        return menu

    @Slot()
    def _allow_possible(self) -> None:
        """Without classes, for one, there is no confusion matrix."""
        for action, source in self._sources:
            action.setEnabled(getattr(self._views.get(source), "available", True))

    def ask(self, exporter: Exporter) -> None:
        """Ask for a file of this kind. For the network and the report, a run is ended first."""
        if exporter.source == "network":
            self._parts.controller.when_idle(lambda: self._ask(exporter, self._project))
        elif exporter.source == "worksheet":
            self._parts.controller.when_idle(self._worksheet.ask)
        elif exporter.source == "report":
            view = self._views["report"]
            self._parts.controller.when_idle(lambda: self._ask(exporter, lambda: view))
        else:
            self._ask(exporter, lambda: self._views[exporter.source])

    def _ask(self, exporter: Exporter, source: Callable[[], object]) -> None:
        self._export.ask(exporter, source, self._suggested(exporter))

    def _save_worksheet(self, request: WorksheetRequest) -> None:
        self._ask(replace(EXPORTERS["worksheet"], suffix=request.suffix), lambda: request)

    def _project(self) -> object:
        return self._parts.document.project

    def _suggested(self, exporter: Exporter) -> Path:
        """Beside the project and with its name, or in the folder of the last one."""
        path = self._parts.document.path
        if path is None:
            path = (self._settings.get(LAST_DIRECTORY) or Path.home()) / "network"
        what = _ENDINGS.get(exporter.source)
        return path.with_name(path.stem if what is None else f"{path.stem}-{what}")
