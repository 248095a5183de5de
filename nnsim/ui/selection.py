"""What can be selected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnsim.notation import Symbol, W, a
from nnsim.project import Project


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


def sample_after(before: Project, after: Project, sample: int) -> int:
    """The row of the same sample once others were added or taken away, from 0.

    Of a sample that is gone, the one that is in its place now.
    """
    old, new = before.dataset, after.dataset
    in_place, more = min(sample, len(new.x) - 1), len(new.x) - len(old.x)
    if not more or (new.x.shape[1:], new.t.shape[1:]) != (old.x.shape[1:], old.t.shape[1:]):
        return in_place
    # It can have moved by as many rows as there are more, or fewer, and no further.
    first, last = sorted((sample, sample + more))
    start = max(first, 0)
    x, t = new.x[start : last + 1], new.t[start : last + 1]
    equal = np.all(x == old.x[sample], axis=1) & np.all(t == old.t[sample], axis=1)
    rows = start + np.flatnonzero(equal)
    return int(min(rows, key=lambda row: abs(row - sample), default=in_place))
