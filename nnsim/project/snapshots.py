"""The way that training has come, so that every epoch of it can be looked at again.

A snapshot is the end of an epoch with all that training went on with. The epochs after it are not
kept: trained once more from the snapshot before them, they come back to the last bit. So memory
stays bounded however long a run is. Snapshots lie at the multiples of a power of two, which grows
with the run, and where settings changed in the middle of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from nnsim.engine import OPTIMIZERS, TrainerState, TrainSettings

from .arrays import same_bits
from .errors import EditError

MAX_EVEN = 128  # snapshots at even distances, beside that of the first epoch
MAX_CHANGES = 64  # snapshots elsewhere
# Snapshots of large networks are fewer.
MAX_EVEN_BYTES = 24 * 2**20
MAX_CHANGE_BYTES = 8 * 2**20
MAX_SNAPSHOTS = MAX_EVEN + MAX_CHANGES + 3


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The end of an epoch. Equal by value, to the last bit.

    Attributes:
        state: parameters and the optimizer's memory.
        settings: with which training went on from here.
        until: the last epoch that training from here with these settings leads to exactly.
    """

    state: TrainerState
    settings: TrainSettings
    until: int

    @property
    def epoch(self) -> int:
        """The epoch that it is the end of."""
        return self.state.epoch

    @property
    def size(self) -> int:
        """Bytes of its arrays."""
        return self.state.parameters.nbytes + self.state.optimizer_state.nbytes

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Snapshot):
            return NotImplemented
        one, two = self.state, other.state
        return self is other or (
            (self.until, self.settings) == (other.until, other.settings)
            and (one.epoch, one.optimizer, one.updates) == (two.epoch, two.optimizer, two.updates)
            and one.optimizer_state.shape == two.optimizer_state.shape
            and same_bits(one.parameters, two.parameters)
            and same_bits(one.optimizer_state, two.optimizer_state)
        )

    def check(self, count: int) -> None:
        """Check that it fits a network of so many parameters; raises EditError."""
        state, entry = self.state, OPTIMIZERS.get(self.state.optimizer)
        if (
            entry is None
            or not 0 <= state.epoch <= self.until
            or state.updates < 0
            or state.parameters.shape != (count,)
            or state.optimizer_state.shape != (entry.vectors, count)
        ):
            raise EditError("snapshots_do_not_fit")
        if not is_finite(state):
            raise EditError("not_finite")


@dataclass(frozen=True, slots=True)
class Snapshots:
    """Snapshots in the order of their epochs. The newest epoch, the project's own, is not one.

    Attributes:
        entries: the first and the last one, MAX_EVEN + 1 at even distances, and MAX_CHANGES where
            settings or parameters were changed by hand; of large networks fewer, so that those
            between the first and the last take MAX_EVEN_BYTES + MAX_CHANGE_BYTES, or are one.
        largest: bytes of the largest entry; by default found out.
    """

    entries: tuple[Snapshot, ...] = ()
    largest: int = field(default=0, compare=False, repr=False)

    __hash__ = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        if self.entries and not self.largest:
            object.__setattr__(self, "largest", max(entry.size for entry in self.entries))

    def check(self, count: int, newest: int) -> None:
        """Check that they fit a network of so many parameters, and the newest epoch.

        Raises EditError.
        """
        if len(self.entries) > MAX_SNAPSHOTS:
            raise EditError("too_many_snapshots", MAX_SNAPSHOTS)
        for entry in self.entries:
            entry.check(count)
        for one, next_one in pairwise(self.entries):
            if not one.until <= next_one.epoch > one.epoch:
                raise EditError("snapshots_do_not_fit")
        if self.entries and self.entries[-1].until > newest:
            raise EditError("snapshots_do_not_fit")

    # Looking back

    @property
    def epochs(self) -> tuple[int, ...]:
        """The epochs that have a snapshot."""
        return tuple(entry.epoch for entry in self.entries)

    def before(self, epoch: int) -> Snapshot | None:
        """The snapshot from which this epoch can be trained once more; None if there is none."""
        place = bisect_right(self.epochs, epoch) - 1
        if place < 0 or self.entries[place].until < epoch:
            return None
        return self.entries[place]

    def settings_after(self, epoch: int) -> TrainSettings | None:
        """With which training went on from this epoch; None if no snapshot tells."""
        place = bisect_right(self.epochs, epoch) - 1
        if place >= 0 and self.entries[place].until <= epoch and place + 1 < len(self.entries):
            place += 1  # they changed in the middle of the next epoch
        return self.entries[place].settings if place >= 0 else None

    def nearest(self, epoch: int) -> int | None:
        """The epoch nearest to this one that can be had; None if there is none."""
        near = (min(max(epoch, entry.epoch), entry.until) for entry in self.entries)
        return min(near, key=lambda found: abs(found - epoch), default=None)

    def leads_to(self, epoch: int, settings: TrainSettings) -> bool:
        """Whether training that goes on at this epoch with these settings needs no snapshot."""
        last = self.entries[-1] if self.entries else None
        return last is not None and last.until == epoch and last.settings == settings

    # Going on

    def next_epoch(self, epoch: int) -> int:
        """The epoch after this one at which the next snapshot is due."""
        stride = _stride(epoch + 1, self.largest)
        return -(-(epoch + 1) // stride) * stride

    def reached(self, epoch: int) -> Snapshots:
        """These, after training has gone on to this epoch."""
        if not self.entries or self.entries[-1].until == epoch:
            return self
        last = replace(self.entries[-1], until=epoch)
        return Snapshots((*self.entries[:-1], last), self.largest)

    def added(self, state: TrainerState, settings: TrainSettings, follows: bool) -> Snapshots:
        """These and one more, thinned to their bounds.

        Args:
            state: of a later epoch than the last; or of the same, which is then replaced.
            settings: with which training goes on.
            follows: training from the last one led here, and its settings held until now.
        """
        entries = (self.reached(state.epoch) if follows else self).entries
        last, new = entries[-1:], Snapshot(state, settings, state.epoch)
        if last and last[0].epoch == new.epoch:
            entries = entries[:-1]
        entries = (*entries, new)
        largest = max(self.largest, new.size)
        stride = _stride(new.epoch, largest)
        # Most often there is nothing to be thinned: one more at an even distance.
        odd = any(entry.epoch % stride for entry in (*last, new))
        if odd or stride != _stride(last[0].epoch if last else 0, self.largest):
            entries = _thinned(entries, stride, min(MAX_CHANGE_BYTES // largest, MAX_CHANGES))
        return Snapshots(entries, largest)

    def cut(self, epoch: int) -> Snapshots:
        """What leads to this epoch, after going back there."""
        if not self.entries or self.entries[-1].until <= epoch:
            return self
        kept = (entry for entry in self.entries if entry.epoch <= epoch)
        return Snapshots(tuple(_ending(entry, epoch) for entry in kept))


def is_finite(state: TrainerState) -> bool:
    """Whether it holds neither an infinity nor NaN."""
    arrays = (state.parameters, state.optimizer_state)
    return all(bool(np.isfinite(array).all()) for array in arrays)


def _ending(entry: Snapshot, epoch: int) -> Snapshot:
    return entry if entry.until <= epoch else replace(entry, until=epoch)


def _stride(epoch: int, largest: int) -> int:
    """The even distance of snapshots up to this epoch: a power of two."""
    most = max(min(MAX_EVEN_BYTES // max(largest, 1), MAX_EVEN), 1)
    return 1 << max(-(-epoch // most) - 1, 0).bit_length()


def _thinned(entries: Sequence[Snapshot], stride: int, room: int) -> tuple[Snapshot, ...]:
    """Without those at odd places that can be trained once more from the one before them.

    Of those that cannot, so many stay as there is room for: those that most epochs hang on, and
    the last, which the epochs to come hang on.
    """
    kept: list[Snapshot] = []
    for entry in entries:
        last = kept[-1] if kept else None
        if last is None or entry.epoch % stride == 0 or not _leads(last, entry):
            kept.append(entry)
        else:
            kept[-1] = replace(last, until=entry.until)
    odd = [entry for entry in kept[1:-1] if entry.epoch % stride]
    odd.sort(key=lambda entry: entry.until - entry.epoch)
    given_up = {entry.epoch for entry in odd[: max(len(odd) - room, 0)]}
    return tuple(entry for entry in kept if entry.epoch not in given_up)


def _leads(one: Snapshot, other: Snapshot) -> bool:
    return one.until == other.epoch and one.settings == other.settings
