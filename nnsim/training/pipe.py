"""What the window's process and the one that trains say to each other: pickles, in two pipes.

Both ends are nnsim itself; nobody else can write into these pipes.
"""

from __future__ import annotations

import pickle
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from nnsim.engine import TrainerState, TrainSettings
from nnsim.project import Snapshot, Snapshots

Message = tuple[str, tuple[Any, ...]]


class Pipe:
    """One end: a message is a name with its values."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes]) -> None:
        self._reader = reader
        self._writer = writer

    def send(self, name: str, *values: object) -> None:
        """Send a message; raises OSError when the other end is gone."""
        pickle.dump((name, values), self._writer, protocol=pickle.HIGHEST_PROTOCOL)
        self._writer.flush()

    def receive(self) -> Message | None:
        """Wait for the next message; None when the other end is gone."""
        try:
            message: Message = pickle.load(self._reader)
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return message

    def close(self) -> None:
        """Say nothing any more, which tells the other end that this one is gone."""
        with suppress(OSError):  # what was not yet written has nowhere to go
            self._writer.close()


@dataclass(frozen=True, slots=True)
class PackedSnapshots:
    """Snapshots without the states that the other end holds.

    Attributes:
        entries: epoch, settings and `until` of each.
        states: those that are new, by epoch.
        largest: see Snapshots.
    """

    entries: tuple[tuple[int, TrainSettings, int], ...]
    states: dict[int, TrainerState]
    largest: int


class SnapshotLedger:
    """The states that both ends hold, so that each crosses the pipe once.

    Both ends keep one for each run: they start alike, and packing here does there what unpacking
    does.
    """

    def __init__(self, snapshots: Snapshots) -> None:
        """Start with those of the request, which both ends have."""
        self._states = {entry.epoch: entry.state for entry in snapshots.entries}

    def pack(self, snapshots: Snapshots) -> PackedSnapshots:
        """To be sent."""
        known, self._states = self._states, {e.epoch: e.state for e in snapshots.entries}
        new = {epoch: s for epoch, s in self._states.items() if known.get(epoch) is not s}
        entries = tuple((e.epoch, e.settings, e.until) for e in snapshots.entries)
        return PackedSnapshots(entries, new, snapshots.largest)

    def unpack(self, packed: PackedSnapshots) -> Snapshots:
        """What was sent."""
        known = self._states | packed.states
        self._states = {epoch: known[epoch] for epoch, _, _ in packed.entries}
        entries = (Snapshot(known[epoch], s, until) for epoch, s, until in packed.entries)
        return Snapshots(tuple(entries), packed.largest)
