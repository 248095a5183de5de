"""How far training has come: epochs, the optimizer's memory, the curves and the way so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from nnsim.engine import OPTIMIZERS, TrainerState

from .arrays import FloatArray, read_only, same_bits
from .curves import Curves
from .errors import EditError
from .snapshots import Snapshots
from .stopping import Watched


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
        watched: what the stop rules remember; None: nothing that the curves do not tell.
        snapshots: from which the epochs so far can be had again. An edit that makes training
            another one, of the data or the architecture, forgets them.
        seconds: how long training has computed; two values that differ in it alone are equal.
    """

    epoch: int = 0
    optimizer_state: OptimizerState | None = None
    curves: Curves = field(default_factory=Curves)
    watched: Watched | None = None
    snapshots: Snapshots = field(default_factory=Snapshots)
    seconds: float = field(default=0.0, compare=False)

    __hash__ = None  # type: ignore[assignment]

    def check(self, count: int) -> None:
        """Check that it fits a network of so many parameters; raises EditError."""
        if self.optimizer_state is not None:
            self.optimizer_state.check(count)
        self.snapshots.check(count, self.epoch)

    def left(self) -> Progress:
        """This, after the parameters were changed by hand: training does not lead to them."""
        before = self.snapshots.cut(self.epoch - 1)
        return self if before is self.snapshots else replace(self, snapshots=before)

    def can_show(self, epoch: int) -> bool:
        """Whether this epoch can be had again; the newest one always can."""
        return epoch == self.epoch or self.snapshots.before(epoch) is not None

    def nearest(self, epoch: int) -> int:
        """The epoch nearest to this one that can be had again."""
        found = self.snapshots.nearest(epoch)
        ways = (self.epoch,) if found is None else (found, self.epoch)
        return min(ways, key=lambda way: abs(way - epoch))

    def beyond(self, epoch: int, by: int) -> int:
        """This epoch, or if it cannot be had the next one that can, later (by > 0) or earlier."""
        entries = self.snapshots.entries
        if self.can_show(epoch) or not entries:
            return epoch
        if by > 0:
            return min((each.epoch for each in entries if each.epoch > epoch), default=self.epoch)
        ends = (each.until for each in entries if each.until < epoch)
        return max(ends, default=entries[0].epoch)
