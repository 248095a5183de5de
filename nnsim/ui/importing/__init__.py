"""Data from files: chosen or dropped, looked at, and taken over as one undo step."""

from .importing import Importing

__all__ = ["Importing"]
