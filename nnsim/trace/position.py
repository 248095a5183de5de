"""A place in a pass: what has been computed so far, and what was computed last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import groupby

from nnsim.notation import Symbol

from .places import Place, Places
from .step import Phase, Step
from .steps import Trace


class Grain(Enum):
    """How much one step of the reader takes."""

    TERM = "term"  # one product of a sum
    NUMBER = "number"
    NODE = "node"
    LAYER = "layer"
    PHASE = "phase"


# How many of phase, layer and node the steps of a group have in common.
_NAMES = {Grain.NODE: 3, Grain.LAYER: 2, Grain.PHASE: 1}


@dataclass(frozen=True)
class Position:
    """After `done` steps of a trace, and `terms` products of the step after them.

    Attributes:
        trace: the pass.
        grain: how far `forward` and `back` go.
        done: how many steps have been computed, 0 to all.
        terms: how many products of the next step's sum have been added up.
    """

    trace: Trace
    grain: Grain = Grain.NODE
    done: int = 0
    terms: int = 0

    @cached_property
    def places(self) -> Sequence[Place]:
        """Where `forward` and `back` stop, from the start to the end."""
        if self.grain in _NAMES:
            return ((0, 0), *_ends_of_groups(self.trace, _NAMES[self.grain]))
        return Places(self.trace.steps.blocks, by_term=self.grain is Grain.TERM)

    @property
    def number(self) -> int:
        """The number of the place in `places`, or of the last one before it."""
        return bisect_right(self.places, (self.done, self.terms)) - 1

    @property
    def at_end(self) -> bool:
        """Whether all steps have been computed."""
        return self.done == len(self.trace.steps)

    @property
    def current(self) -> Sequence[Step]:
        """The steps of the group that was computed last; none at the start or within a sum."""
        if self.terms or not self.done:
            return ()
        start, _ = self.places[bisect_left(self.places, (self.done, 0)) - 1]
        return self.trace.steps[start : self.done]

    @property
    def in_progress(self) -> Step | None:
        """The step whose products are being added up, one after the other."""
        return self.trace.steps[self.done] if self.terms else None

    @property
    def phase(self) -> Phase:
        """The phase of what was computed last."""
        return self.trace.steps.phase_at(self.done if self.terms else max(self.done - 1, 0))

    def forward(self) -> Position:
        """One place further; the same at the end."""
        at = bisect_right(self.places, (self.done, self.terms))
        return self.at(*self.places[min(at, len(self.places) - 1)])

    def back(self) -> Position:
        """One place back; the same at the start."""
        at = bisect_left(self.places, (self.done, self.terms))
        return self.at(*self.places[max(at - 1, 0)])

    def at(self, done: int, terms: int = 0) -> Position:
        """After so many steps."""
        moved = replace(self, done=min(max(done, 0), len(self.trace.steps)), terms=terms)
        if "places" in self.__dict__:  # the same trace: no need to find them anew
            moved.__dict__["places"] = self.places
        return moved

    def with_grain(self, grain: Grain) -> Position:
        """The same place, with steps of another size; a sum that is begun is begun anew."""
        return replace(self, grain=grain, terms=0)

    def result_of(self, symbol: Symbol) -> Step | None:
        """The last step so far that computed this symbol; None if none has."""
        place = self.trace.steps.place_of(symbol)
        return None if place is None or place >= self.done else self.trace.steps[place]

    def is_computed_later(self, symbol: Symbol) -> bool:
        """Whether the pass computes this symbol, and has not done so yet.

        A weight is known from the start; only its new value comes later.
        """
        if symbol.kind in ("W", "b"):
            return False
        place = self.trace.steps.place_of(symbol)
        return place is not None and place >= self.done

    def has_added(self, total: Symbol, term: int) -> bool:
        """Whether the sum in a z or δ contains its term of this number, from 1, by now."""
        if not self.is_computed_later(total):
            return True
        begun = self.in_progress
        return begun is not None and begun.symbol == total and term <= self.terms


def _ends_of_groups(trace: Trace, names: int) -> Iterator[Place]:
    """After each run of nodes that have their first so many names in common."""
    for _, group in groupby(trace.steps.ends_of_nodes(), key=lambda end: end[:names]):
        *_, (*_, done) = group
        yield (done, 0)
