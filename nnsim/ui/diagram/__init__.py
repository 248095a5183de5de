"""The network as a picture."""

from .diagram import NetworkDiagram

__all__ = ["NetworkDiagram"]
