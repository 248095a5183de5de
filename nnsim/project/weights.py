"""Which weights keep their place when the architecture changes.

A weight joins two nodes. It keeps its value as long as both of its nodes are still there and still
neighbours; every other weight is drawn anew. A bias keeps its value as long as its node is there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnsim.engine import views

from .arrays import FloatArray

# One layer of the new network: the layer that it was before, and the node (from 0) that each of
# its nodes was; None marks what is new.
Origin = tuple[int | None, Sequence[int | None]]


def same_nodes(sizes: Sequence[int]) -> list[Origin]:
    """The origins of a network that has not changed yet: layer l was l, node j was j."""
    return [(layer, list(range(size))) for layer, size in enumerate(sizes, start=1)]


def carry(
    old: FloatArray,
    old_sizes: Sequence[int],
    fresh: FloatArray,
    new_sizes: Sequence[int],
    origins: Sequence[Origin],
) -> FloatArray:
    """Copy into `fresh` (P_new,) every parameter of `old` (P_old,) that keeps its place."""
    result = fresh.copy()
    old_W, old_b = views(old_sizes, old)
    new_W, new_b = views(new_sizes, result)
    for layer in range(2, len(new_sizes) + 1):
        (source, nodes), (source_before, nodes_before) = origins[layer - 1], origins[layer - 2]
        if source is None:
            continue
        new_rows, old_rows = _kept(nodes)
        new_b[layer][new_rows] = old_b[source][old_rows]
        if source_before == source - 1:
            new_columns, old_columns = _kept(nodes_before)
            block = old_W[source][np.ix_(old_rows, old_columns)]
            new_W[layer][np.ix_(new_rows, new_columns)] = block
    return result


def _kept(nodes: Sequence[int | None]) -> tuple[list[int], list[int]]:
    """Positions of the nodes that were there before, now and then."""
    pairs = [(now, before) for now, before in enumerate(nodes) if before is not None]
    return [now for now, _ in pairs], [before for _, before in pairs]
