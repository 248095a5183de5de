"""File → Export → Worksheet: what it is to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from nnsim.exporting import WorksheetError
from nnsim.exporting.worksheet import check_size
from nnsim.ui.errors import show_error
from nnsim.ui.view_state import ViewState

from .worksheet_dialog import WorksheetDialog
from .worksheet_files import WorksheetRequest
from .worksheet_texts import sheet_words, too_large_text


class WorksheetExport(QObject):
    """Asks what the sheet is to be, and hands that on to be made and saved."""

    def __init__(
        self,
        view: ViewState,
        save: Callable[[WorksheetRequest], None],
        window: QWidget,
        parent: QObject,
    ) -> None:
        """`save` asks for the file; dialogs belong to `window`."""
        super().__init__(parent)
        self._view = view
        self._save = save
        self._window = window
        self._dialog: WorksheetDialog | None = None

    def ask(self) -> None:
        """Ask for the options; a network that is too large is refused at once."""
        reading = self._view.reading.actual
        try:
            check_size(reading.project.network.sizes)
        except WorksheetError as error:
            show_error(self._window, "nnsim", too_large_text(error))
            return
        self._dialog = WorksheetDialog(
            reading.sample, self._view.decimals, self._view.walk.on_paper, self._window
        )
        self._dialog.accepted.connect(self._on_accepted)
        self._dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        assert self._dialog is not None
        options = self._dialog.options
        project = self._view.reading.actual.project
        words = sheet_words(project, options)
        self._save(WorksheetRequest(project, options, words, self._dialog.suffix))
