"""What the current step of a pass lights up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from nnsim.notation import Symbol, W
from nnsim.notation.symbols import Kind
from nnsim.trace import Phase, Position

MOST_LIT = 20_000  # numbers; of more, which would take seconds to name, none is lit
_BACKWARD: dict[str, Kind] = {"W": "dW", "b": "db", "z": "delta"}


@dataclass(frozen=True)
class Light:
    """Symbols that were computed last, and those that they were computed from.

    Attributes:
        results, operands: of the current group of steps.
        backward: edges and nodes show gradients instead of weights, sums and biases.
        stale: weights are being updated, so that z, a and E are those of the old ones.
    """

    results: frozenset[Symbol] = frozenset()
    operands: frozenset[Symbol] = frozenset()
    backward: bool = False
    stale: bool = False

    @classmethod
    @lru_cache(maxsize=1)  # a repaint asks several times
    def of(cls, position: Position | None) -> Light:
        """The light of a place in a pass; none without a pass."""
        if position is None:
            return cls()
        if position.in_progress is not None:
            factors = position.in_progress.products[position.terms - 1]
            return cls(frozenset(), frozenset(factors), position.phase is Phase.BACKWARD)
        current = position.current
        if current and len(current) * len(current[0].operands) > MOST_LIT:
            current = ()
        results = frozenset(step.symbol for step in current)
        operands = frozenset(s for step in current for s in step.operands)
        backward, stale = position.phase is Phase.BACKWARD, position.phase is Phase.UPDATE
        return cls(results, operands - results, backward, stale)

    def shown(self, symbol: Symbol) -> Symbol:
        """What stands where W, b or z stands: in the backward pass ∂E/∂W, ∂E/∂b or δ.

        Weights that hand a δ back are shown as such.
        """
        if not self.backward or symbol.kind not in _BACKWARD or symbol in self.operands:
            return symbol
        return Symbol(_BACKWARD[symbol.kind], symbol.layer, symbol.j, symbol.k)

    @cached_property
    def edges(self) -> frozenset[Symbol]:
        """The weights that are used or changed; none if they are not all of one node."""
        used = {(s.layer, s.j, s.k) for s in self.results | self.operands if s.k}
        shared: set[tuple[int, int]] | None = None
        for layer, j, k in used:
            ends = {(layer, j), (layer - 1, k)}
            shared = ends if shared is None else shared & ends
            if not shared:
                return frozenset()
        return frozenset(W(*each) for each in used)

    @cached_property
    def result_nodes(self) -> frozenset[tuple[int, int]]:
        """The nodes (layer, j) of which a number was computed last."""
        return frozenset((s.layer, s.j) for s in self.results if not s.k)

    @cached_property
    def operand_nodes(self) -> frozenset[tuple[int, int]]:
        """The nodes (layer, j) of which a number was used last."""
        used = (s for s in self.operands if s.kind in ("a", "z", "delta"))
        return frozenset((s.layer, s.j) for s in used)
