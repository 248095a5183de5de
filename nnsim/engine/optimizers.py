"""Optimizers: one update of the whole parameter vector w from its gradient g = dE/dw.

Each is a function of (w, g, η, state, step, settings) that writes the new values into w and state;
g serves as scratch and is worthless afterwards. η is the learning rate as an array of rank 0.
State is (vectors, P), all 0 before the first step; `step` counts the updates from 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nnsim.engine.arrays import Array

if TYPE_CHECKING:
    from nnsim.engine.settings import TrainSettings


@dataclass(frozen=True)
class Optimizer:
    """One optimizer.

    Attributes:
        name: the name used in files.
        update: update(w, g, eta, state, step, settings), see above.
        uses: the fields of TrainSettings that it reads.
        vectors: how many vectors like w it keeps from step to step.
    """

    name: str
    update: Callable[[Array, Array, Array, Array, int, TrainSettings], None]
    uses: tuple[str, ...]
    vectors: int


def _sgd(w: Array, g: Array, eta: Array, state: Array, step: int, settings: TrainSettings) -> None:
    """w ← w - η g."""
    np.multiply(g, eta, g)
    np.subtract(w, g, w)


def _momentum(
    w: Array, g: Array, eta: Array, state: Array, step: int, settings: TrainSettings
) -> None:
    """v ← μ v - η g, w ← w + v (Polyak 1964)."""
    v = state[0]
    np.multiply(g, eta, g)
    np.multiply(v, settings.momentum, v)
    np.subtract(v, g, v)
    np.add(w, v, w)


def _nesterov(
    w: Array, g: Array, eta: Array, state: Array, step: int, settings: TrainSettings
) -> None:
    """v ← μ v - η g, w ← w + μ v - η g (Nesterov 1983; in the look-ahead variable of
    Bengio et al. 2013, "Advances in optimizing recurrent networks", eq. 7)."""
    v = state[0]
    np.multiply(g, eta, g)
    np.multiply(v, settings.momentum, v)
    np.subtract(v, g, v)
    np.subtract(w, g, w)
    np.multiply(v, settings.momentum, g)
    np.add(w, g, w)


def _rmsprop(
    w: Array, g: Array, eta: Array, state: Array, step: int, settings: TrainSettings
) -> None:
    """h ← ρ h + (1 - ρ) g², w ← w - η g / (√h + ε) (Tieleman and Hinton 2012, lecture 6.5)."""
    h = state[0]
    np.multiply(h, settings.rho, h)
    h += (1.0 - settings.rho) * g * g
    np.multiply(g, eta, g)
    g /= np.sqrt(h) + settings.epsilon
    np.subtract(w, g, w)


def _adam(w: Array, g: Array, eta: Array, state: Array, step: int, settings: TrainSettings) -> None:
    """m ← β1 m + (1 - β1) g, v ← β2 v + (1 - β2) g²,
    w ← w - η m̂ / (√v̂ + ε) with m̂ = m / (1 - β1^step), v̂ = v / (1 - β2^step)
    (Kingma and Ba 2015, algorithm 1)."""
    m, v = state
    beta1, beta2 = settings.beta1, settings.beta2
    np.multiply(m, beta1, m)
    m += (1.0 - beta1) * g
    np.multiply(v, beta2, v)
    np.multiply(g, g, g)
    np.multiply(g, 1.0 - beta2, g)
    np.add(v, g, v)
    np.divide(v, 1.0 - beta2**step, g)
    np.sqrt(g, g)
    np.add(g, settings.epsilon, g)
    np.divide(m, g, g)
    np.multiply(g, eta / (1.0 - beta1**step), g)
    np.subtract(w, g, w)


_ENTRIES = (
    Optimizer("sgd", _sgd, ("learning_rate",), 0),
    Optimizer("momentum", _momentum, ("learning_rate", "momentum"), 1),
    Optimizer("nesterov", _nesterov, ("learning_rate", "momentum"), 1),
    Optimizer("rmsprop", _rmsprop, ("learning_rate", "rho", "epsilon"), 1),
    Optimizer("adam", _adam, ("learning_rate", "beta1", "beta2", "epsilon"), 2),
)
OPTIMIZERS: dict[str, Optimizer] = {entry.name: entry for entry in _ENTRIES}
