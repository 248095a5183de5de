"""When a run ends by itself: rules that look at the records of its epochs.

A rule is one class here and one field of StopRules; the worker, the panel and the file go through
that table. A rule sees every record once and in order, and what it has to remember from epoch to
epoch is a few numbers. With them a run that was paused stops where an unbroken one would have.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from math import isfinite
from typing import Any, ClassVar

from nnsim.engine import EpochRecord, Range

from .errors import EditError, SettingError

Memory = tuple[float, ...]
MAX_EPOCHS = 10**9
_EPOCHS, _OTHERS = Range(1, MAX_EPOCHS, whole=True), Range(0)


@dataclass(frozen=True, slots=True)
class Rule(ABC):
    """A reason to end a run.

    Attributes:
        on: whether it is followed.
        remembers: how many numbers its memory has.
    """

    remembers: ClassVar[int] = 0
    on: bool = False

    def __post_init__(self) -> None:
        """Check every number; raises EditError."""
        for name, value in self.numbers.items():
            allowed = _EPOCHS if name == "epochs" else _OTHERS
            if value not in allowed:
                raise SettingError(allowed)

    @property
    def numbers(self) -> dict[str, float]:
        """Its numbers, by their names."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "on"}

    def after(self, memory: Memory, record: EpochRecord) -> Memory:
        """What it remembers after this epoch; () before the first."""
        return ()

    @abstractmethod
    def reached(self, memory: Memory, record: EpochRecord) -> dict[str, float] | None:
        """The numbers that tell why the run ends with this epoch; None: it goes on.

        `memory` is that after the epoch.
        """

    def soonest(self, memory: Memory, epoch: int) -> int:
        """The fewest epochs after `epoch` in which it can be reached."""
        return 1


@dataclass(frozen=True, slots=True)
class EpochCount(Rule):
    """So many epochs are trained; when the run goes on, as many again."""

    epochs: int = 1000

    def reached(self, memory: Memory, record: EpochRecord) -> dict[str, float] | None:
        return {"epoch": record.epoch} if record.epoch % self.epochs == 0 else None

    def soonest(self, memory: Memory, epoch: int) -> int:
        return self.epochs - epoch % self.epochs


@dataclass(frozen=True, slots=True)
class LossTarget(Rule):
    """E is below a target."""

    target: float = 0.05

    def reached(self, memory: Memory, record: EpochRecord) -> dict[str, float] | None:
        below = record.loss < self.target
        return {"epoch": record.epoch, "loss": record.loss} if below else None


@dataclass(frozen=True, slots=True)
class Minimum(Rule):
    """E has not fallen by more than Δ for so many epochs, and every so many after them.

    It remembers the epoch and the E from which it has not fallen by more than Δ since, and those
    of the lowest E. (Early stopping with a least improvement; Goodfellow et al. 2016, 7.8.)
    """

    remembers: ClassVar[int] = 4
    least_fall: float = 1e-4
    epochs: int = 200

    def after(self, memory: Memory, record: EpochRecord) -> Memory:
        epoch, loss = record.epoch, record.loss
        since, reference, at, lowest = memory or (epoch, loss, epoch, loss)
        if loss < reference - self.least_fall:
            since, reference = epoch, loss
        if loss < lowest:
            at, lowest = epoch, loss
        return (since, reference, at, lowest)

    def reached(self, memory: Memory, record: EpochRecord) -> dict[str, float] | None:
        since, _, at, lowest = memory
        waited = record.epoch - since
        if waited == 0 or waited % self.epochs:
            return None
        return {"waited": waited, "lowest": lowest, "lowest_epoch": at, "loss": record.loss}

    def soonest(self, memory: Memory, epoch: int) -> int:
        return int(self.epochs - (epoch - memory[0]) % self.epochs) if memory else 1


@dataclass(frozen=True, slots=True)
class TestRise(Rule):
    """E of the test samples has stayed above its lowest for so many epochs, and so many again.

    It remembers the epoch and the E of that lowest.
    """

    __test__: ClassVar[bool] = False  # no test, though its name begins like one
    remembers: ClassVar[int] = 2
    epochs: int = 50

    def after(self, memory: Memory, record: EpochRecord) -> Memory:
        if record.test_loss is None or (memory and record.test_loss >= memory[1]):
            return memory
        return (record.epoch, record.test_loss)

    def reached(self, memory: Memory, record: EpochRecord) -> dict[str, float] | None:
        if record.test_loss is None or record.test_loss <= memory[1]:
            return None
        waited = record.epoch - memory[0]
        if waited % self.epochs:
            return None
        loss = record.test_loss
        return {"waited": waited, "lowest": memory[1], "lowest_epoch": memory[0], "loss": loss}

    def soonest(self, memory: Memory, epoch: int) -> int:
        return int(self.epochs - (epoch - memory[0]) % self.epochs) if memory else 1


@dataclass(frozen=True, slots=True)
class StopRules:
    """The table of rules; the first that is reached tells why the run ended."""

    epochs: EpochCount = field(default_factory=EpochCount)
    target: LossTarget = field(default_factory=LossTarget)
    minimum: Minimum = field(default_factory=Minimum)
    test_rise: TestRise = field(default_factory=TestRise)

    @property
    def by_name(self) -> dict[str, Rule]:
        """Every rule."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def active(self) -> dict[str, Rule]:
        """The rules that are on."""
        return {name: rule for name, rule in self.by_name.items() if rule.on}

    def changed(self, name: str, **values: Any) -> StopRules:
        """With other values of one rule, such as changed("target", on=True); raises EditError."""
        rules: dict[str, Any] = {name: replace(self.by_name[name], **values)}
        return replace(self, **rules)


@dataclass(frozen=True, slots=True)
class StopReason:
    """Which rule ended a run, and the numbers that tell why: its own and those it found."""

    rule: str
    numbers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Watched:
    """What the rules remember at the end of an epoch.

    Attributes:
        rules: the rules then; under others it is of no use.
        epoch: that epoch.
        memories: of each rule that was on.
    """

    rules: StopRules
    epoch: int
    memories: dict[str, Memory]

    __hash__ = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        """Check that the memories fit the rules; raises EditError."""
        active = self.rules.active
        if self.epoch < 0 or set(self.memories) != set(active):
            raise EditError("watched_does_not_fit")
        for name, memory in self.memories.items():
            if len(memory) not in (0, active[name].remembers) or not all(map(isfinite, memory)):
                raise EditError("watched_does_not_fit")
