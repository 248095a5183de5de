"""New, open, save: dialogs around the document, so that no work is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnsim.controller import Controller
from nnsim.document import Document, Work
from nnsim.project import ProjectFileError
from nnsim.shell.settings import LAST_DIRECTORY, Settings
from nnsim.shell.writing import WriteError

from .conflict import Conflict, ask_overwrite
from .errors import show_error, system_reason
from .texts import file_error

SUFFIX = ".nnsim"


class Files(QObject):
    """What the File menu does. A run that is going on is ended and kept first."""

    def __init__(
        self, document: Document, controller: Controller, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._controller = controller
        self._settings = settings
        self._window = window

    def new(self) -> None:
        """Start over, after asking about unsaved work."""
        self._controller.when_idle(lambda: self._unless_cancelled(self._document.new))

    def open(self) -> None:
        """Choose a file and open it, after asking about unsaved work."""
        self._controller.when_idle(lambda: self._unless_cancelled(self._choose_and_open))

    def open_recent(self, path: Path) -> None:
        """Open this file, after asking about unsaved work."""
        self._controller.when_idle(lambda: self._unless_cancelled(lambda: self.open_path(path)))

    def open_path(self, path: Path) -> bool:
        """Open this file; whatever is wrong with it is told, and the open project stays."""
        opened = self._attempt(str(path), lambda: self._document.open(path))
        if opened:
            self._settings.remember_file(path)
        return opened

    def _attempt(self, name: str, read: Callable[[], None]) -> bool:
        """Read something; whatever is wrong with it is told, and the open project stays."""
        try:
            read()
        except ProjectFileError as error:
            self._tell(self.tr("{file} cannot be opened.").format(file=name), file_error(error))
        except OSError as error:
            reason = system_reason(error.strerror or str(error))
            self._tell(self.tr("{file} cannot be read.").format(file=name), reason)
        else:
            return True
        return False

    def _restore_now(self, read: Callable[[], Work], done: Callable[[], None]) -> None:
        if self._attempt(self.tr("The work"), lambda: self._document.restore(read())):
            done()

    def _reload_now(self) -> bool:
        step = self.tr("Reload from disk")
        return self._attempt(str(self._document.path), lambda: self._document.reload(step))

    def restore(self, read: Callable[[], Work], done: Callable[[], None]) -> None:
        """Open work that was left behind, after asking about unsaved work."""
        self._controller.when_idle(
            lambda: self._unless_cancelled(lambda: self._restore_now(read, done))
        )

    def reload(self) -> None:
        """Take over what stands in the file now, as a step that can be undone."""
        self._controller.when_idle(self._reload_now)

    def save(self) -> None:
        """Save, asking for a name if there is none."""
        self._controller.when_idle(self.save_now)

    def save_as(self) -> None:
        """Save under another name."""
        self._controller.when_idle(self._save_as_now)

    def save_now(self) -> bool:
        """Save at once; False if that was cancelled or failed."""
        path = self._document.path
        if path is None:
            return self._save_as_now()
        if not self._document.changed_on_disk:
            return self._write(path)
        answer = ask_overwrite(self._window, path)
        if answer is Conflict.RELOAD:
            self._reload_now()
            return False  # nothing of this window was saved
        if answer is Conflict.SAVE_AS:
            return self._save_as_now()
        return answer is Conflict.OVERWRITE and self._write(path)

    def may_discard(self) -> bool:
        """Ask what to do with unsaved work; False if the user wants to stay."""
        if not self._document.modified:
            return True
        buttons = QMessageBox.StandardButton
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "nnsim",
            self.tr("Save the changes to {name}?").format(name=self.title),
            buttons.Save | buttons.Discard | buttons.Cancel,
            self._window,
        )
        box.setObjectName("saveChanges")
        box.button(buttons.Discard).setText(self.tr("&Don't save"))
        answer = box.exec()
        if answer == buttons.Save:
            return self.save_now()
        return answer == buttons.Discard

    @property
    def title(self) -> str:
        """Name of the open file, as shown in the title."""
        path = self._document.path
        return path.name if path is not None else self.tr("untitled")

    def _unless_cancelled(self, action: Callable[[], object]) -> None:
        if self.may_discard():
            action()

    def _choose_and_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), self._directory(), self._filter()
        )
        if name:
            self.open_path(Path(name))

    def _save_as_now(self) -> bool:
        suggestion = self._document.path or Path(self._directory()) / f"network{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the project"), str(suggestion), self._filter()
        )
        if not name:
            return False
        path = Path(name)
        return self._write(path if path.suffix else path.with_suffix(SUFFIX))

    def _write(self, path: Path) -> bool:
        try:
            self._document.save(path)
        except WriteError as error:
            reason = system_reason(error.detail)
            self._tell(self.tr("{file} cannot be written.").format(file=path), reason)
            return False
        self._settings.remember_file(path)
        return True

    def _directory(self) -> str:
        return str(self._settings.get(LAST_DIRECTORY) or Path.home())

    def _filter(self) -> str:
        return self.tr("nnsim projects (*{suffix})").format(suffix=SUFFIX)

    def _tell(self, what: str, why: str) -> None:
        stays = self.tr("The open project is as it was.")
        show_error(self._window, "nnsim", f"{what}\n{why}\n\n{stays}")
