"""The open document, undo and redo, and what keeps unsaved work safe."""

from .autosave import Autosave
from .document import Document
from .recovery import RecoveryFile, Work, left_behind

__all__ = ["Autosave", "Document", "RecoveryFile", "Work", "left_behind"]
