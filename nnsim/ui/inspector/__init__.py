"""The numbers of what is selected."""

from .inspector import Inspector

__all__ = ["Inspector"]
