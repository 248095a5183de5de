"""The update with pencil and paper: what an optimizer remembers is rounded as it is written down.

The engine makes both in one go; on paper the memory is a line of its own, and the change of the
weight is worked out from what stands there. Sums in which numbers cancel, and squares that are
small, leave nothing sure of a binary fraction: it is worked out in decimal fractions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import numpy as np
import numpy.typing as npt

from nnsim.engine import OPTIMIZERS, TrainerState, TrainSettings, views

from .numbers import FloatArray, penalty_slopes
from .rounding import rounded

Decimals = npt.NDArray[np.object_]  # of Decimal
Constants = Mapping[str, Decimal]
_CONTEXT = Context(prec=40, rounding=ROUND_HALF_UP, traps=[])
_LARGEST = Decimal("1e24")  # beyond it nobody writes decimals


@dataclass(frozen=True)
class PaperRule:
    """An optimizer as it is written: its lines in `nnsim.notation.formulas.update`, in numbers.

    Attributes:
        memory: memory(g, old, constants) is what it remembers now.
        change: change(g, new, constants, k) is added to the parameter at update k.
    """

    memory: Callable[[Decimals, Decimals, Constants], tuple[Decimals, ...]]
    change: Callable[[Decimals, Decimals, Constants, int], Decimals]


def _velocity(g: Decimals, old: Decimals, c: Constants) -> tuple[Decimals, ...]:
    return (c["momentum"] * old[0] - c["learning_rate"] * g,)


def _mean_square(g: Decimals, old: Decimals, c: Constants) -> tuple[Decimals, ...]:
    return (c["rho"] * old[0] + (1 - c["rho"]) * g * g,)


def _moments(g: Decimals, old: Decimals, c: Constants) -> tuple[Decimals, ...]:
    beta1, beta2 = c["beta1"], c["beta2"]
    return beta1 * old[0] + (1 - beta1) * g, beta2 * old[1] + (1 - beta2) * g * g


def _adam(g: Decimals, new: Decimals, c: Constants, k: int) -> Decimals:
    mean, square = new[0] / (1 - c["beta1"] ** k), new[1] / (1 - c["beta2"] ** k)
    change: Decimals = -c["learning_rate"] * mean / (np.sqrt(square) + c["epsilon"])
    return change


PAPER_RULES: Mapping[str, PaperRule] = {
    "sgd": PaperRule(lambda g, old, c: (), lambda g, new, c, k: -c["learning_rate"] * g),
    "momentum": PaperRule(_velocity, lambda g, new, c, k: new[0]),
    "nesterov": PaperRule(
        _velocity, lambda g, new, c, k: c["momentum"] * new[0] - c["learning_rate"] * g
    ),
    "rmsprop": PaperRule(
        _mean_square,
        lambda g, new, c, k: -c["learning_rate"] * g / (np.sqrt(new[0]) + c["epsilon"]),
    ),
    "adam": PaperRule(_moments, _adam),
}


def state_on_paper(
    state: TrainerState | None, parameters: FloatArray, settings: TrainSettings, decimals: int
) -> TrainerState:
    """What is known before the update, as it is written; an optimizer that is new knows nothing."""
    if state is None or state.optimizer != settings.optimizer:
        epoch = 0 if state is None else state.epoch
        memory = np.zeros((OPTIMIZERS[settings.optimizer].vectors, len(parameters)))
        return TrainerState(epoch, parameters, settings.optimizer, 0, memory)
    with localcontext(_CONTEXT):
        memory = _floats(_written(_exact(state.optimizer_state), decimals))
    return replace(state, parameters=parameters, optimizer_state=memory)


def update_on_paper(
    sizes: tuple[int, ...],
    gradient: FloatArray,
    settings: TrainSettings,
    before: TrainerState,
    decimals: int,
) -> TrainerState | None:
    """The state after one update; None if it overflows.

    Args:
        sizes: (n_1, ..., n_L).
        gradient: ∂E/∂W and ∂E/∂b, shape (P,), without the slopes of the penalties.
        settings: of the update.
        before: as `state_on_paper` gives it.
        decimals: to which every number is rounded.
    """
    rule, k = PAPER_RULES[settings.optimizer], before.updates + 1
    if not OPTIMIZERS[settings.optimizer].vectors:
        return _without_memory(sizes, gradient, settings, before, decimals)
    uses = OPTIMIZERS[settings.optimizer].uses
    with localcontext(_CONTEXT):
        constants = {name: _decimal(getattr(settings, name)) for name in uses}
        parameters, old = _exact(before.parameters), _exact(before.optimizer_state)
        written = rounded(with_penalties(sizes, gradient, before.parameters, settings), decimals)
        g = _exact(written)
        made = np.array(rule.memory(g, old, constants), dtype=object).reshape(old.shape)
        memory = _written(made, decimals)
        changed = parameters + rule.change(g, memory, constants, k)
        new = _floats(_each(changed, lambda value: _with_decimals(value, decimals)))
    if not np.isfinite(new).all():
        return None
    return TrainerState(before.epoch + 1, new, settings.optimizer, k, _floats(memory))


def _without_memory(
    sizes: tuple[int, ...],
    gradient: FloatArray,
    settings: TrainSettings,
    before: TrainerState,
    decimals: int,
) -> TrainerState | None:
    """One sum of few numbers, of which a binary fraction is sure enough; and a hundred times as
    fast."""
    w = before.parameters
    g = with_penalties(sizes, gradient, w, settings)
    new = rounded(w - settings.learning_rate * g, decimals)
    if not np.isfinite(new).all():
        return None
    updates, memory = before.updates + 1, before.optimizer_state
    return TrainerState(before.epoch + 1, new, settings.optimizer, updates, memory)


def with_penalties(
    sizes: tuple[int, ...], gradient: FloatArray, w: FloatArray, settings: TrainSettings
) -> FloatArray:
    """The gradient and the slopes of the penalties, which only weights have, shape (P,)."""
    is_weight = np.zeros(len(w))
    for block in views(sizes, is_weight)[0].values():
        block.fill(1.0)
    whole: FloatArray = gradient + is_weight * penalty_slopes(w, settings)
    return whole


def _written(memory: Decimals, decimals: int) -> Decimals:
    """With so many decimals, or so many digits where it is small: squares of slopes are, and with
    decimals alone nothing would be left of them."""
    small = Decimal(1).scaleb(1 - decimals)

    def one(value: Decimal) -> Decimal:
        if value.is_finite() and 0 < abs(value) < small:
            return _with_decimals(value, decimals - 1 - value.adjusted())
        return _with_decimals(value, decimals)

    return _each(memory, one)


def _with_decimals(value: Decimal, decimals: int) -> Decimal:
    if not value.is_finite() or abs(value) > _LARGEST:
        return value
    return value.quantize(Decimal(1).scaleb(-decimals))


def _decimal(value: float) -> Decimal:
    """The number as it is written: 0.1, and not the binary fraction next to it."""
    return Decimal(repr(float(value)))


def _exact(values: FloatArray) -> Decimals:
    made = np.array([_decimal(value) for value in values.ravel().tolist()], dtype=object)
    return made.reshape(values.shape)


def _each(values: Decimals, change: Callable[[Decimal], Decimal]) -> Decimals:
    made = np.array([change(value) for value in values.ravel()], dtype=object)
    return made.reshape(values.shape)


def _floats(values: Decimals) -> FloatArray:
    return values.astype(np.float64)
