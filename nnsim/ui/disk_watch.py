"""Notices when somebody else changes the open file."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from nnsim.document import Document

SETTLE = 200  # milliseconds: one change comes as several


class DiskWatch(QObject):
    """Watches the file and its folder, since most programs put a new file in the old one's place.

    Where the system does not tell, as for files on a network, it looks when nnsim becomes active.

    Attributes:
        differs: whether the file holds something else than this window has read or written.

    Signals:
        changed(): `differs` has changed, or the file has changed once more.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self.differs = False
        self._document = document
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE)
        self._settling.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._settle)
        self._watcher.directoryChanged.connect(self._settle)
        document.path_changed.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_application_state_changed)

    @Slot()
    def look(self) -> None:
        """Compare the file with what this window knows of it."""
        self._watch()
        before, self.differs = self.differs, self._document.changed_on_disk
        if self.differs or before:
            self.changed.emit()

    def _watch(self) -> None:
        """A file that was replaced is not watched any more."""
        path = self._document.path
        wanted = set() if path is None else {str(path), str(path.parent)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if path is not None and path.exists() and wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    @Slot(str)
    def _settle(self, _path: str) -> None:
        self._settling.start()

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._document.path is not None:
            self._settling.start()
