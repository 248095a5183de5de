"""Rules about the inputs: they should be about as large as 1, and as one another."""

from __future__ import annotations

import numpy as np

from nnsim.notation import x

from .facts import Facts
from .findings import Finding, Kind
from .remedies import Standardise

LARGE = 10.0  # first weights are drawn for inputs around 1; times 10, sigmoids are saturated
UNEQUAL = 30.0  # an η that fits the wide input is UNEQUAL² times too small for the narrow one


def large_inputs(facts: Facts) -> Finding | None:
    """An input is much larger than what first weights are made for."""
    lows, highs = facts.x.min(axis=0), facts.x.max(axis=0)
    widest = int(np.argmax(np.maximum(-lows, highs)))
    low, high = float(lows[widest]), float(highs[widest])
    if max(-low, high) <= LARGE:
        return None
    return Finding(
        Kind.LARGE_INPUTS,
        {"low": low, "high": high},
        {"input": (x(widest + 1),)},
        {"input_name": facts.project.dataset.input_names[widest]},
        (Standardise(),),
    )


def unequal_inputs(facts: Facts) -> Finding | None:
    """One input varies much more than another."""
    spread = facts.x.max(axis=0) - facts.x.min(axis=0)
    varied = np.flatnonzero(spread > 0)
    if len(varied) < 2:
        return None
    wide = int(varied[np.argmax(spread[varied])])
    narrow = int(varied[np.argmin(spread[varied])])
    if spread[wide] <= UNEQUAL * spread[narrow]:
        return None
    numbers = {
        f"{which}_{end}": float(value)
        for which, place in (("wide", wide), ("narrow", narrow))
        for end, value in (
            ("low", facts.x[:, place].min()),
            ("high", facts.x[:, place].max()),
        )
    }
    names = facts.project.dataset.input_names
    return Finding(
        Kind.UNEQUAL_INPUTS,
        numbers,
        {"wide": (x(wide + 1),), "narrow": (x(narrow + 1),)},
        {"wide_name": names[wide], "narrow_name": names[narrow]},
        (Standardise(),),
    )


def needs_scaling(facts: Facts) -> bool:
    """Whether standardising the inputs would help."""
    return large_inputs(facts) is not None or unequal_inputs(facts) is not None
