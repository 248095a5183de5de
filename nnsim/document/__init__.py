"""The open document, undo and redo."""

from .document import Document, SaveError

__all__ = ["Document", "SaveError"]
