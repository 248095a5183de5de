"""The one undo command."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from PySide6.QtGui import QUndoCommand

from nnsim.project import Project


class ReplaceProject(QUndoCommand):
    """Puts one project in the place of another; undo puts the old one back, whole.

    Commands with the same merge key, such as the moves of one slider, become one step.
    """

    def __init__(
        self,
        before: Project,
        after: Project,
        text: str,
        show: Callable[[Project], None],
        merge_key: str | None = None,
    ) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._show = show
        self._key = merge_key

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)

    def id(self) -> int:
        """Equal for commands that may merge; Qt never merges −1."""
        return -1 if self._key is None else crc32(self._key.encode()) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReplaceProject) or other._key != self._key:
            return False
        self._after = other._after
        if self._before == self._after:
            self._show(self._before)  # the very object, for the step to vanish without trace
            self.setObsolete(True)
        return True
