"""File → Import data, a file dropped on the window, and a table to be typed."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QTableView, QWidget

from nnsim.controller import Controller
from nnsim.data.tables import SUFFIXES, Prepared, TableError
from nnsim.project import edits
from nnsim.shell.settings import LAST_DIRECTORY, Settings
from nnsim.ui.errors import show_error

from .dialog import ImportDialog
from .new_table import NewTableDialog
from .words import table_error


class Importing(QObject):
    """Brings data into the project. A run that is going on is ended and kept first."""

    def __init__(self, controller: Controller, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._settings = settings
        self._window = window
        self._loading: Future[ModuleType] | None = None

    def choose(self) -> None:
        """Choose a file and import it."""
        # pandas takes a second to load: time enough while a file is chosen.
        self._loading = ThreadPoolExecutor(1, "nnsim import").submit(import_module, "pandas")
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import data"),
            str(self._settings.get(LAST_DIRECTORY) or Path.home()),
            self.tr("Tables ({patterns})").format(patterns=patterns)
            + ";;"
            + self.tr("All files (*)"),
        )
        if name:
            self._settings.set(LAST_DIRECTORY, Path(name).parent)
            self.import_path(Path(name))

    def import_path(self, path: Path) -> None:
        """Show what would become of a file; whatever is wrong with it is told."""
        self._controller.when_idle(lambda: self._open_dialog(path))

    def new_table(self) -> None:
        """Ask for the size of a table of zeros, to be typed."""
        self._controller.when_idle(self._open_new_table)

    # A file that is dropped

    def let_drops_through(self) -> None:
        """Pictures take drops for the things in them; here the window takes them all."""
        for view in self._window.findChildren(QGraphicsView):
            view.viewport().setAcceptDrops(False)

    def dropped_file(self, mime: QMimeData) -> Path | None:
        """The one file in what is dragged; None for something else."""
        urls = mime.urls()
        return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None

    def _open_dialog(self, path: Path) -> None:
        dialog = ImportDialog(path, self._window)
        dialog.accepted.connect(self._on_accepted)
        dialog.refused.connect(lambda error: self._tell(path, error))
        dialog.begin()

    @Slot()
    def _on_accepted(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, ImportDialog)
        prepared = dialog.prepared
        assert prepared is not None
        self._use(prepared)

    def _use(self, prepared: Prepared) -> None:
        self._controller.edit(
            lambda project: edits.use_dataset(project, prepared.dataset, prepared.scaling),
            self.tr("Import {file}").format(file=prepared.dataset.name),
        )

    def _tell(self, path: Path, error: TableError) -> None:
        what = self.tr("{file} cannot be imported.").format(file=path)
        stays = self.tr("The open project is as it was.")
        show_error(self._window, "nnsim", f"{what}\n{table_error(error)}\n\n{stays}")

    def _open_new_table(self) -> None:
        dialog = NewTableDialog(self._window)
        dialog.accepted.connect(self._on_new_table)
        dialog.open()

    @Slot()
    def _on_new_table(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, NewTableDialog)
        size, kind = dialog.size_chosen, dialog.kind_chosen
        self._controller.edit(
            lambda project: edits.new_table(project, *size, kind), self.tr("New table")
        )
        self._type_first_cell()

    def _type_first_cell(self) -> None:
        """The new table can be typed at once."""
        table = self._window.findChild(QTableView, "sampleTable")
        if table is not None and table.isVisible():
            first = table.model().index(0, 0)
            table.setFocus()
            table.setCurrentIndex(first)
            table.edit(first)
