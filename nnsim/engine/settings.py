"""How a network is trained: one frozen, validated value."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from nnsim.engine.errors import InvalidSetting
from nnsim.engine.optimizers import OPTIMIZERS
from nnsim.engine.tables import lookup


@dataclass(frozen=True)
class TrainSettings:
    """How to train. Raises UnknownName for the optimizer and InvalidSetting for a bad number.

    Attributes:
        optimizer: a name of OPTIMIZERS; that entry's `uses` tells which fields below it reads.
        learning_rate: η > 0.
        batch_size: samples per mini-batch, or None for the whole set, in the order given.
        seed: >= 0; together with the epoch's number it fixes the order of the samples.
        l1, l2: >= 0; training minimises E + l2/2 Σ W² + l1 Σ |W| (weights, not biases). The
            reported losses are E alone.
        momentum, beta1, beta2, rho: within 0 .. 1, 1 excluded.
        epsilon: > 0.
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
        for name in ("learning_rate", "epsilon"):
            self._check(name, "> 0", getattr(self, name) > 0.0)
        for name in ("l1", "l2"):
            self._check(name, ">= 0", getattr(self, name) >= 0.0)
        for name in ("momentum", "beta1", "beta2", "rho"):
            self._check(name, ">= 0 and < 1", 0.0 <= getattr(self, name) < 1.0)
        self._check("seed", "integer >= 0", isinstance(self.seed, int) and self.seed >= 0)
        if self.batch_size is not None:
            whole = isinstance(self.batch_size, int)
            self._check("batch_size", "integer >= 1", whole and self.batch_size >= 1)

    def _check(self, name: str, allowed: str, within: bool) -> None:
        value = getattr(self, name)
        if not within or not isfinite(value):
            raise InvalidSetting(name, value, allowed)
