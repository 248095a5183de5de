"""What the current step of a pass lights up."""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.notation import Symbol, dW
from nnsim.trace import Phase, Position


@dataclass(frozen=True)
class Light:
    """Symbols that were computed last, and those that they were computed from.

    Attributes:
        results, operands: of the current group of steps.
        backward: edges and nodes show gradients instead of weights, sums and biases.
    """

    results: frozenset[Symbol] = frozenset()
    operands: frozenset[Symbol] = frozenset()
    backward: bool = False

    @classmethod
    def of(cls, position: Position | None) -> Light:
        """The light of a place in a pass; none without a pass."""
        if position is None:
            return cls()
        results = frozenset(step.symbol for step in position.current)
        operands = frozenset(s for step in position.current for s in step.operands)
        return cls(results, operands - results, position.phase is Phase.BACKWARD)

    def on_edge(self, weight: Symbol) -> Symbol:
        """What an edge shows: its weight, or ∂E/∂W in the backward pass."""
        return dW(weight.layer, weight.j, weight.k) if self.backward else weight

    def result_at(self, layer: int, j: int) -> bool:
        """Whether a number of this node was computed last."""
        return any((s.layer, s.j) == (layer, j) and not s.k for s in self.results)

    def operand_at(self, layer: int, j: int) -> bool:
        """Whether a number of this node was used last."""
        return any(
            (s.layer, s.j) == (layer, j) and s.kind in ("a", "z", "delta") for s in self.operands
        )
