"""What follows from one number: which other numbers depend on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from nnsim.engine import ACTIVATIONS, ParameterAddress, index_of
from nnsim.notation import E, Symbol, a, y, z

FloatArray = npt.NDArray[np.float64]


def parameter_index(sizes: Sequence[int], symbol: Symbol) -> int:
    """The place of W^(l)_jk or b^(l)_j in the flat vector (P,); raises IndexError."""
    if symbol.kind == "W":
        return index_of(sizes, ParameterAddress("W", symbol.layer, symbol.j, symbol.k))
    return index_of(sizes, ParameterAddress("b", symbol.layer, symbol.j, None))


def with_parameter(
    sizes: Sequence[int], parameters: FloatArray, symbol: Symbol, value: float
) -> FloatArray:
    """A copy of the parameters (P,) in which W^(l)_jk or b^(l)_j is `value`; raises IndexError."""
    changed = parameters.copy()
    changed[parameter_index(sizes, symbol)] = value
    return changed


def dependents(sizes: Sequence[int], activations: Sequence[str], cause: Symbol) -> Iterator[Symbol]:
    """Every z, a and y that depends on a W, a b or an x, in the order of the work, and E last.

    Args:
        sizes: (n_1, ..., n_L).
        activations: by layer 2..L.
        cause: the weight, bias or input.
    """
    first = 2 if cause.kind == "x" else cause.layer
    changed: Sequence[int] = () if cause.kind == "x" else (cause.j,)
    for layer in range(first, len(sizes) + 1):
        nodes = range(1, sizes[layer - 1] + 1)
        sums = changed or nodes
        if ACTIVATIONS[activations[layer - 2]].elementwise:
            changed = sums
            for j in sums:
                yield from (z(layer, j), a(layer, j))
        else:
            changed = nodes
            yield from (z(layer, j) for j in sums)
            yield from (a(layer, j) for j in nodes)
        outputs, changed = changed, ()
    yield from (y(j) for j in outputs)
    yield E
