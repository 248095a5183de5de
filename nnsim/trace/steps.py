"""One pass as a list of steps: forward, loss, backward, update.

The order is that of the work with pencil and paper. Every value is the engine's own float, so the
trace agrees with `Network.forward`, `Network.gradients` and `Trainer` to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from nnsim.engine import Network, TrainerState, TrainSettings
from nnsim.notation import Symbol

from .blocks import blocks_of
from .differences import largest_difference
from .numbers import FloatArray, PassNumbers, exact_pass
from .paper import paper_pass
from .rounding import rounded
from .sequence import Steps
from .step import Phase, Step


@dataclass(frozen=True, eq=False)
class Trace:
    """A whole pass.

    Attributes:
        steps: in the order of the work, made when they are looked at; without those of the update
            where that overflows.
        numbers: every number of the pass, of every sample.
        shown: the sample whose z, a and δ are the steps, from 0.
        decimals: to which each number is rounded as on paper; None: not at all.
        exact: with rounded numbers, those in full precision; otherwise `numbers`.
        rows: of its samples in the dataset, from 0.
    """

    steps: Steps
    numbers: PassNumbers
    shown: int
    decimals: int | None
    exact: PassNumbers
    rows: Sequence[int]

    @property
    def samples(self) -> int:
        """N, over which E and the gradients are means."""
        return self.numbers.samples

    @property
    def after(self) -> TrainerState | None:
        """Parameters and the optimizer's memory after the update; None if it overflows."""
        return self.numbers.after

    def value(self, symbol: Symbol, row: int | None = None) -> float | None:
        """The number of a symbol, W and b before the update; None if there is no such place.

        Args:
            row: the sample, from 0; by default the one that is shown.
        """
        return _value(self.numbers, symbol, self.shown if row is None else row)

    def running_sum(self, step: Step, terms: int) -> float:
        """What the first `terms` products of a step's sum add up to, on paper rounded."""
        factors = ([self.value(each) or 0.0 for each in pair] for pair in step.products[:terms])
        total = fsum(one * other for one, other in factors)
        return total if self.decimals is None else float(rounded(total, self.decimals))

    def largest_difference(self) -> tuple[Symbol, float] | None:
        """On paper, the number that is farthest from full precision, and how far; else None."""
        return largest_difference(self.numbers, self.exact, self.shown)

    def exact_value(self, step: Step) -> float | None:
        """What a step would give in full precision."""
        if step.phase is Phase.UPDATE:
            return _new_value(self.exact, step.symbol)
        return _value(self.exact, step.symbol, self.shown)


def _value(numbers: PassNumbers, symbol: Symbol, row: int) -> float | None:
    try:
        return numbers.value(symbol, row)
    except (IndexError, KeyError):
        return None


def _new_value(numbers: PassNumbers, symbol: Symbol) -> float | None:
    """W or b after the update; None if that overflows."""
    if numbers.after is None:
        return None
    new_W, new_b = numbers.updated
    if symbol.kind == "W":
        return float(new_W[symbol.layer][symbol.j - 1, symbol.k - 1])
    return float(new_b[symbol.layer][symbol.j - 1])


def trace_pass(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None = None,
    shown: int = 0,
    decimals: int | None = None,
    rows: Sequence[int] | None = None,
) -> Trace:
    """Every step of one pass.

    Args:
        network: with the parameters before the pass; they are left as they are.
        x: the samples of the batch, shape (N, n_1).
        target: their targets, shape (N, n_L).
        settings: for the update.
        state: what the optimizer remembers; by default nothing yet.
        shown: the sample whose z, a and δ are the steps, from 0.
        decimals: to which every number is rounded as soon as it is computed, as on paper.
        rows: of the samples in their dataset, from 0; by default it is these samples alone.
    """
    exact = exact_pass(network, x, target, settings, state)
    numbers = exact
    if decimals is not None:
        numbers = paper_pass(network, x, target, settings, state, decimals)
    softmax = [layer for layer in numbers.W if network.activations[layer - 2] == "softmax"]
    steps = Steps(blocks_of(numbers, shown, softmax))
    return Trace(steps, numbers, shown, decimals, exact, range(len(x)) if rows is None else rows)
