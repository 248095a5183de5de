"""The open document: a project, its file, and the way back."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

import nnsim.project
from nnsim.project import Project, new_project
from nnsim.project.archive import read_content
from nnsim.shell.writing import write_file

from .commands import ReplaceProject
from .recovery import Work
from .stamp import Stamp

UNDO_LIMIT = 200


class Document(QObject):
    """Holds the project; every change goes through `apply` and can be undone.

    Attributes:
        project: the project now.
        path: the file that it was opened from or saved to; None for a new one.
        stamp: what was last read from it or written to it; None for a new one.
        undo_stack: undo and redo, with a text for each step.

    Signals:
        changed(Project, Project): before and after, for every apply, undo, redo, open and new.
        opened(): another document has taken the place of the last one.
        path_changed(): after opening, reloading, saving, or new.
        modified_changed(bool): whether there is work that is not saved.
    """

    changed = Signal(object, object)
    opened = Signal()
    path_changed = Signal()
    modified_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = new_project()
        self.path: Path | None = None
        self.stamp: Stamp | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)

    @property
    def modified(self) -> bool:
        """Whether there is work that is not saved."""
        return not self.undo_stack.isClean()

    def apply(self, project: Project, text: str, merge_key: str | None = None) -> None:
        """Take `project` over as one undo step; nothing happens if it is the same.

        Args:
            project: the result of an edit; it was checked when it was made.
            text: names the step in the Edit menu.
            merge_key: consecutive steps with the same key become one.
        """
        if project == self.project:
            return
        command = ReplaceProject(self.project, project, text, self._show, merge_key)
        self.undo_stack.push(command)

    def new(self) -> None:
        """Start over with the notes' own network."""
        self._replace(new_project(), None)

    def open(self, path: Path) -> None:
        """Open a file. Raises ProjectFileError or OSError; then all stays as it was."""
        project, stamp = _read(path)
        self._replace(project, path, stamp)

    def reload(self, text: str) -> None:
        """Take over what stands in the file now, as one undo step named `text`.

        Raises ProjectFileError or OSError; then all stays as it was.
        """
        assert self.path is not None
        project, self.stamp = _read(self.path)
        self.apply(project, text)
        self.undo_stack.setClean()
        self.path_changed.emit()

    def restore(self, work: Work) -> None:
        """Take the place of the open document with work that was not saved."""
        self._replace(work.project, work.path, work.stamp)
        self.undo_stack.resetClean()

    def save(self, path: Path) -> None:
        """Write the project, whole or not at all. Raises WriteError."""
        content = nnsim.project.write_project(self.project)
        self.stamp = Stamp.of(content, write_file(path, content))
        self.path = path
        self.undo_stack.setClean()
        self.path_changed.emit()

    @property
    def changed_on_disk(self) -> bool:
        """Whether its file holds something else than what was read from it or written to it."""
        return self.path is not None and self.stamp is not None and self.stamp.differs(self.path)

    def _replace(self, project: Project, path: Path | None, stamp: Stamp | None = None) -> None:
        self.undo_stack.clear()
        self.undo_stack.setClean()
        self.path, self.stamp = path, stamp
        self._show(project)
        self.opened.emit()
        self.path_changed.emit()

    def _show(self, project: Project) -> None:
        before, self.project = self.project, project
        self.changed.emit(before, project)

    def _on_clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)


def _read(path: Path) -> tuple[Project, Stamp]:
    with path.open("rb") as file:
        changed = os.fstat(file.fileno()).st_mtime_ns
        content = read_content(file)
    return nnsim.project.parse_project(content), Stamp.of(content, changed)
