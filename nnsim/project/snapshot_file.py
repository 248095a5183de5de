"""Snapshots in a project file: what is readable of them in project.json, their numbers beside it.

Snapshots that follow one another with the same settings and optimizer are one stretch. Their
parameters and the vectors of the optimizer stand one after another in one array.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Annotated, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from nnsim.engine import OPTIMIZERS, TrainerState, TrainSettings

from .arrays import FloatArray
from .errors import EditError
from .snapshots import MAX_SNAPSHOTS, Snapshot, Snapshots

Counts = Annotated[
    tuple[Annotated[int, Field(ge=0, lt=2**53)], ...], Field(max_length=MAX_SNAPSHOTS)
]


class StretchModel(BaseModel):
    """Snapshots from which training went on with the same settings.

    Attributes:
        settings: with which it went on.
        optimizer: the name of the one that the vectors belong to.
        epochs, until, updates: a number for each snapshot.
    """

    model_config = ConfigDict(
        strict=True, extra="forbid", allow_inf_nan=False, frozen=True, hide_input_in_errors=True
    )
    settings: TrainSettings
    optimizer: str
    epochs: Counts
    until: Counts
    updates: Counts

    @model_validator(mode="after")
    def _one_for_each(self) -> Self:
        if not len(self.epochs) == len(self.until) == len(self.updates):
            raise ValueError("as many epochs as until and updates")
        if self.optimizer not in OPTIMIZERS:
            raise ValueError(", ".join(OPTIMIZERS))
        return self

    def numbers(self, count: int) -> int:
        """How many numbers each snapshot has, in a network of so many parameters."""
        return (1 + OPTIMIZERS[self.optimizer].vectors) * count


def stretches(snapshots: Snapshots) -> tuple[StretchModel, ...]:
    """What project.json says of them."""

    def kind(entry: Snapshot) -> tuple[TrainSettings, str]:
        return entry.settings, entry.state.optimizer

    def stretch(settings: TrainSettings, optimizer: str, of: Sequence[Snapshot]) -> StretchModel:
        return StretchModel(
            settings=settings,
            optimizer=optimizer,
            epochs=tuple(entry.epoch for entry in of),
            until=tuple(entry.until for entry in of),
            updates=tuple(entry.state.updates for entry in of),
        )

    return tuple(stretch(*key, list(of)) for key, of in groupby(snapshots.entries, kind))


def numbers(snapshots: Snapshots) -> FloatArray:
    """The array of all their numbers, shape (n,)."""
    parts = [np.empty(0)]
    for entry in snapshots.entries:
        parts += [entry.state.parameters, entry.state.optimizer_state.ravel()]
    return np.concatenate(parts)


def count_numbers(models: Iterable[StretchModel], count: int) -> int:
    """How long that array is, in a network of so many parameters."""
    return sum(model.numbers(count) * len(model.epochs) for model in models)


def read_snapshots(models: Iterable[StretchModel], array: FloatArray, count: int) -> Snapshots:
    """The snapshots of a file; raises EditError."""
    found: list[Snapshot] = []
    at = 0
    for model in models:
        size = model.numbers(count)
        for epoch, until, updates in zip(model.epochs, model.until, model.updates, strict=True):
            if len(found) == MAX_SNAPSHOTS:
                raise EditError("too_many_snapshots", MAX_SNAPSHOTS)
            rows = array[at : at + size].reshape(-1, count)
            at += size
            state = TrainerState(epoch, rows[0], model.optimizer, updates, rows[1:])
            found.append(Snapshot(state, model.settings, until))
    return Snapshots(tuple(found))
