"""The table of rules, in the order in which a learner should hear of what they find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import network_rules, run_rules, scale_rules
from .facts import Facts
from .findings import Finding

Rule = Callable[[Facts], Finding | None]

# A loss that blew up is one whatever else is true.
_ALWAYS: tuple[Rule, ...] = (run_rules.blow_up,)
# What cannot learn at all, even where the rest of the network does.
_UNLESS_LEARNT: tuple[Rule, ...] = (network_rules.step_activation, network_rules.symmetric_nodes)
# What makes it hard, and then what is seen of it.
_UNLESS_FALLING: tuple[Rule, ...] = (
    scale_rules.large_inputs,
    scale_rules.unequal_inputs,
    network_rules.dead_relu,
    run_rules.oscillation,  # before what such steps soon bring about
    network_rules.saturated,
    network_rules.vanishing,
    run_rules.small_rate,
    run_rules.linear,
    network_rules.one_class,
)
# Named where nothing else explains it.
_LAST: tuple[Rule, ...] = (run_rules.stuck,)


def has_risen(facts: Facts) -> bool:
    """Whether the loss is far above where it has been; cheap, for a run that goes on."""
    return run_rules.rise_of(facts) is not None


def diagnose(facts: Facts) -> tuple[Finding, ...]:
    """Everything that the rules find, the first reason first; () if nothing is wrong."""
    found = _apply(_ALWAYS, facts)
    if found or facts.has_learnt:
        return found
    found = _apply(_UNLESS_LEARNT, facts)
    if facts.is_falling:
        return found
    return found + _apply(_UNLESS_FALLING, facts) or _apply(_LAST, facts)


def _apply(rules: tuple[Rule, ...], facts: Facts) -> tuple[Finding, ...]:
    return tuple(finding for rule in rules if (finding := rule(facts)) is not None)


@dataclass(frozen=True)
class Health:
    """The numbers of a network of which nothing is wrong.

    Attributes:
        loss, accuracy, gradient_norm: over `samples` of the `total` training samples; the accuracy
            is None where targets are no classes.
        epochs, before, after: how the loss went in the second half of the last run; 0 epochs
            without one.
        learnt: whether that is enough, so that nothing needs to be explained.
    """

    loss: float
    accuracy: float | None
    gradient_norm: float
    samples: int
    total: int
    epochs: int
    before: float
    after: float
    learnt: bool


def health(facts: Facts) -> Health:
    """How a network is."""
    epochs, before, after = facts.second_half
    return Health(
        facts.loss, facts.accuracy, facts.gradient_norm, len(facts.rows), facts.total,
        epochs, before, after, facts.has_learnt,
    )  # fmt: skip
