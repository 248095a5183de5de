"""The bar below the diagram with which one steps through a pass."""

from .painted_later import PaintedLater
from .pass_bar import PassBar

__all__ = ["PaintedLater", "PassBar"]
