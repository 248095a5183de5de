"""Where a pass stops that goes by number or by term: found when it is looked at.

With a hundred thousand weights there are hundreds of thousands of such places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import overload

from .sequence import Block

Place = tuple[int, int]  # steps that are done, and products of the next one


class Places(Sequence[Place]):
    """The start, then each product, if they are wanted, and the end of each step.

    Args:
        blocks: the steps of the pass.
        by_term: whether it stops after each product of a sum as well.
    """

    def __init__(self, blocks: Sequence[Block], by_term: bool) -> None:
        self._slots = [len(block.slots) for block in blocks]
        self._of_node = [_places_of_node(block, by_term) for block in blocks]
        counts = [block.nodes * len(of) for block, of in zip(blocks, self._of_node, strict=True)]
        self._starts = tuple(accumulate(counts, initial=1))
        self._steps_before = tuple(accumulate((block.count for block in blocks), initial=0))

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Place, ...]: ...
    def __getitem__(self, index: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(index, slice):
            return tuple(self._at(each) for each in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._at(index)

    def _at(self, index: int) -> Place:
        if index == 0:
            return 0, 0
        number = bisect_right(self._starts, index) - 1
        of_node = self._of_node[number]
        node, offset = divmod(index - self._starts[number], len(of_node))
        done, terms = of_node[offset]
        return self._steps_before[number] + node * self._slots[number] + done, terms


def _places_of_node(block: Block, by_term: bool) -> tuple[Place, ...]:
    """The places within one node of a block; all its nodes have the same."""
    places: list[Place] = []
    for slot, (kind, _) in enumerate(block.slots):
        products = block.products if by_term and kind in ("z", "delta") else 0
        places += [(slot, terms) for terms in range(1, products + 1)]
        places.append((slot + 1, 0))
    return tuple(places)
