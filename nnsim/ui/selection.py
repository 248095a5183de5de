"""What can be selected."""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.notation import Symbol, W, a


@dataclass(frozen=True)
class Layer:
    """A whole layer as the selection."""

    number: int


# A node is selected as its a^(l)_j, an edge as its W^(l)_jk.
Selection = Layer | Symbol | None


def selection_of(symbol: Symbol, depth: int) -> Selection:
    """The edge or node that a quantity belongs to; None if to none. `depth` is L."""
    match symbol.kind:
        case "W" | "dW":
            return W(symbol.layer, symbol.j, symbol.k)
        case "x":
            return a(1, symbol.j)
        case "y" | "t":
            return a(depth, symbol.j)
    return a(symbol.layer, symbol.j) if symbol.layer else None
