"""What a rule has found: a kind, its numbers under their names, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from nnsim.notation import Symbol

from .remedies import Remedy


class Kind(Enum):
    """Why a network does not learn."""

    OVERFLOW = "overflow"
    BLOW_UP = "blow_up"
    STEP_ACTIVATION = "step_activation"
    SYMMETRIC_NODES = "symmetric_nodes"
    LARGE_INPUTS = "large_inputs"
    UNEQUAL_INPUTS = "unequal_inputs"
    DEAD_RELU = "dead_relu"
    SATURATED = "saturated"
    VANISHING = "vanishing"
    OSCILLATION = "oscillation"
    SMALL_RATE = "small_rate"
    ONE_CLASS = "one_class"
    LINEAR = "linear"
    STUCK = "stuck"


@dataclass(frozen=True)
class Finding:
    """One reason, as data: the words are the window's.

    Attributes:
        kind: which rule found it.
        numbers: by the names that its sentence uses; an int is a count or a number of something.
        symbols: likewise, the quantities that it speaks of, never empty.
        names: likewise, keys of the engine's tables and names from the data.
        remedies: what to try, the best first.
    """

    kind: Kind
    numbers: Mapping[str, float]
    symbols: Mapping[str, tuple[Symbol, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    remedies: tuple[Remedy, ...] = ()
