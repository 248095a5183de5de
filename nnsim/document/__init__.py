"""The open document, undo and redo."""

from .document import Document

__all__ = ["Document"]
