"""How a network is trained: one frozen, validated value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isfinite
from types import MappingProxyType

from nnsim.engine.errors import InvalidSetting
from nnsim.engine.optimizers import OPTIMIZERS
from nnsim.engine.tables import lookup


@dataclass(frozen=True, slots=True)
class Range:
    """Which numbers a setting can be; never an infinity or NaN.

    Attributes:
        low, high: the bounds.
        above, below: whether `low` or `high` itself is excluded.
        whole: whether it must be an integer.
    """

    low: float
    high: float = inf
    above: bool = False
    below: bool = False
    whole: bool = False

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, int if self.whole else int | float) or isinstance(value, bool):
            return False
        low = self.low < value if self.above else self.low <= value
        high = value < self.high if self.below else value <= self.high
        return low and high and isfinite(value)

    def __str__(self) -> str:
        low = f"{'>' if self.above else '>='} {self.low:g}"
        high = "" if self.high == inf else f" and {'<' if self.below else '<='} {self.high:g}"
        return f"{'integer ' if self.whole else ''}{low}{high}"


_POSITIVE, _NOT_NEGATIVE, _SHARE = Range(0, above=True), Range(0), Range(0, 1, below=True)
RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "learning_rate": _POSITIVE,
        "batch_size": Range(1, whole=True),
        "seed": Range(0, whole=True),
        "l1": _NOT_NEGATIVE,
        "l2": _NOT_NEGATIVE,
        "momentum": _SHARE,
        "beta1": _SHARE,
        "beta2": _SHARE,
        "rho": _SHARE,
        "epsilon": _POSITIVE,
    }
)


@dataclass(frozen=True)
class TrainSettings:
    """How to train. Raises UnknownName for the optimizer and InvalidSetting for a bad number.

    Attributes:
        optimizer: a name of OPTIMIZERS; that entry's `uses` tells which fields below it reads.
        learning_rate: η.
        batch_size: samples per mini-batch, or None for the whole set, in the order given.
        seed: together with the epoch's number it fixes the order of the samples.
        l1, l2: training minimises E + l2/2 Σ W² + l1 Σ |W| (weights, not biases). The reported
            losses are E alone.
        momentum, beta1, beta2, rho, epsilon: of those optimizers that use them.

    RANGES tells which numbers each of them can be.
    """

    optimizer: str = "sgd"
    learning_rate: float = 0.5
    batch_size: int | None = None
    seed: int = 0
    l1: float = 0.0
    l2: float = 0.0
    momentum: float = 0.9
    beta1: float = 0.9
    beta2: float = 0.999
    rho: float = 0.9
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        lookup(OPTIMIZERS, "optimizer", self.optimizer)
        for name, allowed in RANGES.items():
            value = getattr(self, name)
            if value not in allowed and not (name == "batch_size" and value is None):
                raise InvalidSetting(name, value, str(allowed))
