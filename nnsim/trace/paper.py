"""The pass as it is worked out with pencil and paper.

One rule: every quantity is rounded to so many decimals as soon as it is computed, halves away from
zero, and what follows is computed from the rounded number. So each line of a formula follows from
the numbers that are written in it, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.special import xlog1py, xlogy

from nnsim.engine import (
    ACTIVATIONS,
    LOSSES,
    OPTIMIZERS,
    Network,
    TrainerState,
    TrainSettings,
    pack,
    views,
)

from .numbers import ByLayer, FloatArray, PassNumbers

Round = Callable[[npt.ArrayLike], FloatArray]
# Binary fractions miss decimal ones by a few units in the last place: 0.125 may be 0.12499….
_NOISE = 1e-9  # of the last decimal
_UNITS = 8.0
_WHOLE = 2.0**52  # from here on every float is a whole number

# The terms of E from y as it stands on the paper. The engine computes them from z, which is better
# near 0 and 1, where a rounded y leaves nothing of ln y.
_TERMS: dict[str, Callable[[FloatArray, FloatArray], FloatArray]] = {
    "binary_cross_entropy": lambda y, t: -(xlogy(t, y) + xlog1py(1.0 - t, -y)),
    "cross_entropy": lambda y, t: -xlogy(t, y),
}


def rounded(values: npt.ArrayLike, decimals: int) -> FloatArray:
    """The values rounded to so many decimals, halves away from zero; NaN and ∞ stay."""
    array = np.asarray(values, dtype=np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = np.abs(array) * 10.0**decimals
        whole = np.floor(scaled + 0.5 + _NOISE + _UNITS * np.spacing(scaled))
        result = np.copysign(whole / 10.0**decimals, array)
        return np.asarray(np.where(scaled < _WHOLE, result + 0.0, array))


def paper_pass(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None,
    decimals: int,
) -> PassNumbers:
    """The pass with every number rounded; the arguments are those of `trace_pass`.

    The memory of an optimizer (momentum and its like) is not written down, and not rounded.
    """

    def paper(values: npt.ArrayLike) -> FloatArray:
        return rounded(values, decimals)

    parameters = paper(network.parameters)
    W, b = views(network.sizes, parameters)
    x, t = paper(x), paper(target)
    with np.errstate(all="ignore"):
        z, a = _forward(network, W, b, x, paper)
        y = a[len(network.sizes)]
        losses = _terms(network, z[len(network.sizes)], y, t).sum(axis=1) / len(x)
        delta = _backward(network, W, z, a, t, paper)
        dW = {layer: paper(delta[layer].T @ a[layer - 1]) for layer in W}
        db = {layer: paper(delta[layer].sum(axis=0)) for layer in W}
        gradient = pack(network.sizes, dW, db)
        after = _updated(network, parameters, gradient, settings, state, paper)
    loss = float(paper(losses.sum()))
    return PassNumbers(t, W, b, z, a, delta, loss, losses, dW, db, settings, state, after)


def _forward(
    network: Network, W: ByLayer, b: ByLayer, x: FloatArray, paper: Round
) -> tuple[dict[int, FloatArray], dict[int, FloatArray]]:
    z: dict[int, FloatArray] = {}
    a = {1: x}
    for layer in W:
        activation = ACTIVATIONS[network.activations[layer - 2]]
        z[layer] = paper(a[layer - 1] @ W[layer].T + b[layer])
        a[layer] = paper(activation(z[layer].T).T)
    return z, a


def _terms(network: Network, z: FloatArray, y: FloatArray, t: FloatArray) -> FloatArray:
    """What each output of each sample adds to N · E, (N, n_L)."""
    on_paper = _TERMS.get(network.loss)
    return LOSSES[network.loss].terms(z, y, t) if on_paper is None else on_paper(y, t)


def _backward(
    network: Network, W: ByLayer, z: ByLayer, a: ByLayer, t: FloatArray, paper: Round
) -> dict[int, FloatArray]:
    """δ by layer, (N, n_l)."""
    depth, loss = len(network.sizes), LOSSES[network.loss]
    slope = np.empty_like(t.T)
    loss.slope(a[depth].T, t.T, slope)
    slope /= len(t)
    delta = {depth: paper(slope.T if loss.fused else _through(network, depth, z, a, slope))}
    for layer in range(depth - 1, 1, -1):
        dE_da = (delta[layer + 1] @ W[layer + 1]).T
        delta[layer] = paper(_through(network, layer, z, a, dE_da))
    return delta


def _through(network: Network, layer: int, z: ByLayer, a: ByLayer, dE_da: FloatArray) -> FloatArray:
    """From ∂E/∂a (n_l, N) to δ (N, n_l)."""
    delta = np.empty_like(dE_da)
    activation = ACTIVATIONS[network.activations[layer - 2]]
    activation.backward(z[layer].T, a[layer].T, dE_da, delta)
    return delta.T


def _updated(
    network: Network,
    parameters: FloatArray,
    gradient: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None,
    paper: Round,
) -> TrainerState | None:
    optimizer = OPTIMIZERS[settings.optimizer]
    count = len(parameters)
    if state is None or state.optimizer != settings.optimizer:
        epoch = 0 if state is None else state.epoch
        none_yet = np.zeros((optimizer.vectors, count))
        state = TrainerState(epoch, parameters, settings.optimizer, 0, none_yet)
    is_weight = np.zeros(count)
    for block in views(network.sizes, is_weight)[0].values():
        block.fill(1.0)
    gradient = gradient + settings.l2 * is_weight * parameters
    gradient += settings.l1 * is_weight * np.sign(parameters)
    new, memory = parameters.copy(), state.optimizer_state.copy()
    rate, updates = np.array(settings.learning_rate), state.updates + 1
    optimizer.update(new, gradient, rate, memory, updates, settings)
    if not np.isfinite(new).all():
        return None
    return TrainerState(state.epoch + 1, paper(new), settings.optimizer, updates, memory)
