"""The steps of a pass in the order of the work, made when they are looked at.

A pass has about two steps for each weight: with a hundred thousand weights, making them all takes
seconds, and nearly all of them are never seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import overload

from nnsim.notation import Symbol

from .step import Phase, Step

Make = Callable[[int, int], Step]  # node from 1, and which of its steps from 0


@dataclass(frozen=True)
class Block:
    """Steps of one phase and layer that follow one another: for each node equally many.

    Attributes:
        phase, layer: of all of them; the layer of E is 0.
        nodes: how many nodes, one after the other.
        kinds: what is computed of each node, in order.
        sources: of W and dW, how many for each node, before the kinds after them.
        products: of z and δ, how many products are added up first.
        make: makes a step.
    """

    phase: Phase
    layer: int
    nodes: int
    kinds: tuple[str, ...]
    sources: int
    products: int
    make: Make

    @cached_property
    def slots(self) -> tuple[tuple[str, int], ...]:
        """Kind and k of the steps of a node."""
        edges = range(1, self.sources + 1)
        return tuple(
            (kind, k) for kind in self.kinds for k in (edges if kind in ("W", "dW") else (0,))
        )

    @property
    def count(self) -> int:
        """How many steps it has."""
        return self.nodes * len(self.slots)

    def at(self, offset: int) -> Step:
        """The step of this number, from 0."""
        node, slot = divmod(offset, len(self.slots))
        return self.make(node + 1, slot)

    def offset_of(self, symbol: Symbol) -> int | None:
        """Where a symbol is computed, from 0; None if it is not."""
        if symbol.layer != self.layer or symbol.j > self.nodes or symbol.kind not in self.kinds:
            return None
        if symbol.k > self.sources:
            return None
        before = self.kinds.index(symbol.kind)
        first = sum(self.sources if kind in ("W", "dW") else 1 for kind in self.kinds[:before])
        return max(symbol.j - 1, 0) * len(self.slots) + first + max(symbol.k - 1, 0)


class Steps(Sequence[Step]):
    """All steps of a pass; a slice of it is made of the same steps, and no sooner.

    Attributes:
        blocks: what it is made of, in order.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = tuple(block for block in blocks if block.count)
        self._starts = (0, *accumulate(block.count for block in self.blocks))
        self._made: dict[int, Step] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...
    def __getitem__(self, index: int | slice) -> Step | Sequence[Step]:
        if isinstance(index, slice):
            return _Part(self, range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        if index not in self._made:
            number = self._block(index)
            self._made[index] = self.blocks[number].at(index - self._starts[number])
        return self._made[index]

    def _block(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def phase_at(self, index: int) -> Phase:
        """The phase of a step, without making it."""
        return self.blocks[self._block(index)].phase

    def place_of(self, symbol: Symbol) -> int | None:
        """The number of the step that computes this symbol, from 0; None if none does."""
        for block, start in zip(self.blocks, self._starts, strict=False):
            offset = block.offset_of(symbol)
            if offset is not None:
                return start + offset
        return None

    def ends_of_nodes(self) -> Iterator[tuple[Phase, int, int, int]]:
        """Phase, layer and j of each node in the order of the work, and how many steps are done
        after it."""
        for block, start in zip(self.blocks, self._starts, strict=False):
            for node in range(1, block.nodes + 1):
                yield block.phase, block.layer, node, start + node * len(block.slots)


class _Part(Sequence[Step]):
    """Some steps in a row."""

    def __init__(self, steps: Steps, places: range) -> None:
        self._steps = steps
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...
    def __getitem__(self, index: int | slice) -> Step | Sequence[Step]:
        if isinstance(index, slice):
            return _Part(self._steps, self._places[index])
        return self._steps[self._places[index]]
