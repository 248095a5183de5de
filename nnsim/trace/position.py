"""A place in a pass: what has been computed so far, and what was computed last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import groupby

from nnsim.notation import Symbol

from .steps import Phase, Step, Trace


class Grain(Enum):
    """How much one step of the reader takes."""

    TERM = "term"  # one product of a sum
    NUMBER = "number"
    NODE = "node"
    LAYER = "layer"
    PHASE = "phase"


_KEYS: dict[Grain, Callable[[int, Step], Hashable]] = {
    Grain.NUMBER: lambda index, step: index,
    Grain.NODE: lambda index, step: (step.phase, step.symbol.layer, step.symbol.j),
    Grain.LAYER: lambda index, step: (step.phase, step.symbol.layer),
    Grain.PHASE: lambda index, step: step.phase,
}
Place = tuple[int, int]  # steps that are done, and products of the next one


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
    def places(self) -> tuple[Place, ...]:
        """Where `forward` and `back` stop, from the start to the end."""
        return ((0, 0), *_places(self.trace, self.grain))

    @property
    def number(self) -> int:
        """The number of the place in `places`, or of the last one before it."""
        return bisect_right(self.places, (self.done, self.terms)) - 1

    @property
    def at_end(self) -> bool:
        """Whether all steps have been computed."""
        return self.done == len(self.trace.steps)

    @property
    def current(self) -> tuple[Step, ...]:
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
        step = self.in_progress or self.trace.steps[max(self.done - 1, 0)]
        return step.phase

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
        for name in ("_results", "places"):  # the same trace: no need to find them anew
            if name in self.__dict__:
                moved.__dict__[name] = self.__dict__[name]
        return moved

    def with_grain(self, grain: Grain) -> Position:
        """The same place, with steps of another size; a sum that is begun is begun anew."""
        return replace(self, grain=grain, terms=0)

    def result_of(self, symbol: Symbol) -> Step | None:
        """The last step so far that computed this symbol; None if none has."""
        found = self._results.get(symbol, ())
        return next(
            (self.trace.steps[index] for index in reversed(found) if index < self.done), None
        )

    def is_computed_later(self, symbol: Symbol) -> bool:
        """Whether the pass computes this symbol, and has not done so yet.

        A weight is known from the start; only its new value comes later.
        """
        if symbol.kind in ("W", "b"):
            return False
        found = self._results.get(symbol, ())
        return bool(found) and found[0] >= self.done

    def has_added(self, total: Symbol, term: int) -> bool:
        """Whether the sum in a z or δ contains its term of this number, from 1, by now."""
        if not self.is_computed_later(total):
            return True
        begun = self.in_progress
        return begun is not None and begun.symbol == total and term <= self.terms

    @cached_property
    def _results(self) -> dict[Symbol, tuple[int, ...]]:
        results: dict[Symbol, tuple[int, ...]] = {}
        for index, step in enumerate(self.trace.steps):
            results[step.symbol] = (*results.get(step.symbol, ()), index)
        return results


def _places(trace: Trace, grain: Grain) -> Iterator[Place]:
    if grain is Grain.TERM:
        for index, step in enumerate(trace.steps):
            yield from ((index, terms + 1) for terms in range(len(step.products)))
            yield (index + 1, 0)
        return
    key = _KEYS[grain]
    for _, group in groupby(enumerate(trace.steps), key=lambda pair: key(*pair)):
        yield (list(group)[-1][0] + 1, 0)
