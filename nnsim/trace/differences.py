"""How far the numbers of one pass are from those of another one of the same network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nnsim.notation import E, Symbol
from nnsim.notation.symbols import Kind

from .numbers import FloatArray, PassNumbers


def largest_difference(
    one: PassNumbers, other: PassNumbers, shown: int
) -> tuple[Symbol, float] | None:
    """The number that differs most, and by how much; None if none does.

    Args:
        shown: the sample whose z, a and δ are compared, from 0. Of W and b the new ones are.
    """
    worst: tuple[Symbol, float] | None = None
    for kind, layer, mine, its in _pairs(one, other, shown):
        with np.errstate(invalid="ignore"):
            distance = np.abs(mine - its)
        distance[~np.isfinite(distance)] = 0.0
        place = np.unravel_index(int(np.argmax(distance)), distance.shape)
        if distance[place] > (worst[1] if worst else 0.0):
            indices = [int(index) + 1 for index in place] if layer else []
            worst = Symbol(kind, layer, *indices), float(distance[place])
    return worst


def _pairs(
    one: PassNumbers, other: PassNumbers, shown: int
) -> Iterator[tuple[Kind, int, FloatArray, FloatArray]]:
    for layer in one.W:
        yield "z", layer, one.z[layer][shown], other.z[layer][shown]
        yield "a", layer, one.a[layer][shown], other.a[layer][shown]
    yield E.kind, 0, np.array([one.loss]), np.array([other.loss])
    for layer in one.W:
        yield "delta", layer, one.delta[layer][shown], other.delta[layer][shown]
        yield "dW", layer, one.dW[layer], other.dW[layer]
        yield "db", layer, one.db[layer], other.db[layer]
    if one.after is None or other.after is None:
        return
    for layer in one.W:
        yield "W", layer, one.updated[0][layer], other.updated[0][layer]
        yield "b", layer, one.updated[1][layer], other.updated[1][layer]
