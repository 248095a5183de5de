"""How far training has come: epochs, the optimizer's memory, and the curves so far."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from nnsim.engine import OPTIMIZERS, TrainerState

from .arrays import FloatArray, read_only, same_bits
from .curves import Curves
from .errors import EditError


@dataclass(frozen=True, slots=True, eq=False)
class OptimizerState:
    """What an optimizer remembers from update to update. Equal by value, to the last bit.

    Attributes:
        optimizer: the name of the optimizer that it belongs to.
        updates: how many updates that optimizer has made.
        vectors: momentum and its like, shape (OPTIMIZERS[optimizer].vectors, P), read-only.
    """

    optimizer: str
    updates: int
    vectors: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "vectors", read_only(self.vectors))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OptimizerState):
            return NotImplemented
        return (self.optimizer, self.updates) == (other.optimizer, other.updates) and same_bits(
            self.vectors, other.vectors
        )

    @classmethod
    def of(cls, state: TrainerState) -> OptimizerState | None:
        """The memory in a trainer's state; None if it has overflowed and is of no more use."""
        if not np.isfinite(state.optimizer_state).all():
            return None
        return cls(state.optimizer, state.updates, state.optimizer_state)

    def check(self, count: int) -> None:
        """Check that it fits a network of so many parameters; raises EditError."""
        entry = OPTIMIZERS.get(self.optimizer)
        if entry is None or self.updates < 0 or self.vectors.shape != (entry.vectors, count):
            raise EditError("optimizer_state_does_not_fit")
        if not np.isfinite(self.vectors).all():
            raise EditError("not_finite")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far training has come.

    Attributes:
        epoch: epochs trained since the initial parameters.
        optimizer_state: what the optimizer remembers; None: nothing yet.
        curves: losses and accuracies so far.
        seconds: how long training has computed; two values that differ in it alone are equal.
    """

    epoch: int = 0
    optimizer_state: OptimizerState | None = None
    curves: Curves = field(default_factory=Curves)
    seconds: float = field(default=0.0, compare=False)

    __hash__ = None  # type: ignore[assignment]
