"""A place in a pass: what has been computed so far, and what was computed last."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import groupby

from nnsim.notation import Symbol

from .steps import Phase, Step, Trace


class Grain(Enum):
    """How much one step of the reader takes: one number, a node, a layer, or a phase."""

    TERM = "term"
    NODE = "node"
    LAYER = "layer"
    PHASE = "phase"


_KEYS: dict[Grain, Callable[[int, Step], Hashable]] = {
    Grain.TERM: lambda index, step: index,
    Grain.NODE: lambda index, step: (step.phase, step.symbol.layer, step.symbol.j),
    Grain.LAYER: lambda index, step: (step.phase, step.symbol.layer),
    Grain.PHASE: lambda index, step: step.phase,
}


@dataclass(frozen=True)
class Position:
    """After `done` steps of a trace.

    Attributes:
        trace: the pass.
        grain: how far `forward` and `back` go.
        done: how many steps have been computed, 0 to all.
    """

    trace: Trace
    grain: Grain = Grain.NODE
    done: int = 0

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """The values of `done` between groups of steps, from 0 to the end."""
        key = _KEYS[self.grain]
        numbered = enumerate(self.trace.steps)
        groups = groupby(numbered, key=lambda pair: key(*pair))
        return (0, *(list(group)[-1][0] + 1 for _, group in groups))

    @property
    def at_end(self) -> bool:
        """Whether all steps have been computed."""
        return self.done == len(self.trace.steps)

    @property
    def current(self) -> tuple[Step, ...]:
        """The steps of the group that was computed last; none at the very start."""
        start = max((stop for stop in self.stops if stop < self.done), default=0)
        return self.trace.steps[start : self.done]

    @property
    def phase(self) -> Phase:
        """The phase of the step that was computed last."""
        return self.trace.steps[max(self.done - 1, 0)].phase

    def forward(self) -> Position:
        """One group further; the same at the end."""
        return self.at(min((stop for stop in self.stops if stop > self.done), default=self.done))

    def back(self) -> Position:
        """One group back; the same at the start."""
        return self.at(max((stop for stop in self.stops if stop < self.done), default=0))

    def at(self, done: int) -> Position:
        """After so many steps."""
        moved = replace(self, done=min(max(done, 0), len(self.trace.steps)))
        if "_places" in self.__dict__:  # the same trace: what is known of it need not be found anew
            moved.__dict__["_places"] = self._places
            moved.__dict__["stops"] = self.stops
        return moved

    def with_grain(self, grain: Grain) -> Position:
        """The same place, with steps of another size."""
        return replace(self, grain=grain)

    def result_of(self, symbol: Symbol) -> Step | None:
        """The last step so far that computed this symbol; None if none has."""
        places = self._places.get(symbol, ())
        return next(
            (self.trace.steps[place] for place in reversed(places) if place < self.done), None
        )

    def is_computed_later(self, symbol: Symbol) -> bool:
        """Whether the pass computes this symbol, and has not done so yet.

        A weight is known from the start; only its new value comes later.
        """
        if symbol.kind in ("W", "b"):
            return False
        places = self._places.get(symbol, ())
        return bool(places) and places[0] >= self.done

    @cached_property
    def _places(self) -> dict[Symbol, tuple[int, ...]]:
        places: dict[Symbol, tuple[int, ...]] = {}
        for index, step in enumerate(self.trace.steps):
            places[step.symbol] = (*places.get(step.symbol, ()), index)
        return places
