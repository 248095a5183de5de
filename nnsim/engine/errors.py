"""What can go wrong in the engine: typed errors that carry data; the window finds the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nnsim.engine.trainer import EpochRecord


class EngineError(Exception):
    """Base of every error that the engine raises on purpose."""


class ShapeError(EngineError):
    """An array `what` has the shape `actual` where `expected` is needed (None: any length)."""

    def __init__(
        self, what: str, expected: tuple[int | None, ...], actual: tuple[int, ...]
    ) -> None:
        super().__init__(what, expected, actual)
        self.what, self.expected, self.actual = what, expected, actual


class UnknownName(EngineError):  # noqa: N818
    """`name` is not in the table `kind`, whose names are `known`."""

    def __init__(self, kind: str, name: object, known: tuple[str, ...]) -> None:
        super().__init__(kind, name, known)
        self.kind, self.name, self.known = kind, name, known


class InvalidSetting(EngineError):  # noqa: N818
    """The field `name` cannot be `value`; `allowed` is the range, e.g. "> 0"."""

    def __init__(self, name: str, value: object, allowed: str) -> None:
        super().__init__(name, value, allowed)
        self.name, self.value, self.allowed = name, value, allowed


class IncompatibleLoss(EngineError):  # noqa: N818
    """The loss `loss` is not defined for an output layer with the activation `activation`."""

    def __init__(self, loss: str, activation: str) -> None:
        super().__init__(loss, activation)
        self.loss, self.activation = loss, activation


class TrainingDiverged(EngineError):  # noqa: N818
    """The loss or a parameter is no longer finite.

    Attributes:
        epoch: the epoch in which it happened; the trainer is back at the end of the one before.
        records: the epochs finished earlier in the same call.
        loss: E at the end of that epoch (NaN or an infinity, unless only a parameter overflowed).
        largest_update: the largest |change| of a parameter within that epoch; infinite, too,
            where a parameter became NaN.
        index: which parameter changed that much (see `parameters.address`).
    """

    def __init__(
        self,
        epoch: int,
        records: Sequence[EpochRecord],
        loss: float,
        largest_update: float,
        index: int,
    ) -> None:
        super().__init__(epoch, tuple(records), loss, largest_update, index)
        self.epoch, self.records, self.loss = epoch, tuple(records), loss
        self.largest_update, self.index = largest_update, index
