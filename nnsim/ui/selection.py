"""What can be selected."""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.notation import Symbol


@dataclass(frozen=True)
class Layer:
    """A whole layer as the selection."""

    number: int


# A node is selected as its a^(l)_j, an edge as its W^(l)_jk.
Selection = Layer | Symbol | None
