"""One step of a pass, and the part of the pass that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnsim.notation import Symbol


class Phase(Enum):
    """The four parts of a pass."""

    FORWARD = "forward"
    LOSS = "loss"
    BACKWARD = "backward"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Step:
    """One number that is computed.

    Attributes:
        phase: the part of the pass.
        symbol: what is computed; in the update, the weight or bias that gets a new value.
        operands: what it is computed from, in the order of the formula.
        value: the result.
    """

    phase: Phase
    symbol: Symbol
    operands: tuple[Symbol, ...]
    value: float

    @property
    def products(self) -> tuple[tuple[Symbol, Symbol], ...]:
        """The products that are summed up first, for z and a hidden δ; else none."""
        count = len(self.operands)
        if self.symbol.kind not in ("z", "delta") or count % 2 == 0:
            return ()
        return tuple(zip(self.operands[: count - 1 : 2], self.operands[1::2], strict=True))
