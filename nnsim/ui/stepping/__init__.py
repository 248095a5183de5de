"""The bar below the diagram with which one steps through a pass."""

from .pass_bar import PassBar

__all__ = ["PassBar"]
