"""The pass as it is worked out with pencil and paper.

One rule: each line of the sheet is worked out from the numbers that are written in it, and its
result is rounded to so many decimals, halves away from zero, as it is written down. What follows is
computed from the rounded number, and from nothing else.

Lines of their own are every z, a, δ, ∂E/∂W, ∂E/∂b and new weight; ∂E/∂a of a hidden layer with
softmax; the running sum of a z or δ that
is added up term by term; what each of several samples adds to E, which is then their sum; and the
memory of an optimizer, small numbers of which keep so many digits instead of decimals, and the
gradient with penalties that it is worked out from. A product of
two written numbers has at most twice their decimals and stands in full where it stands alone, so
that products add up to what the formula gives.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.special import xlog1py, xlogy

from nnsim.engine import (
    ACTIVATIONS,
    LOSSES,
    Network,
    TrainerState,
    TrainSettings,
    pack,
    views,
)

from .numbers import ByLayer, FloatArray, PassNumbers
from .paper_update import state_on_paper, update_on_paper
from .rounding import rounded

Round = Callable[[npt.ArrayLike], FloatArray]
# The terms of E from y as it stands on the paper. The engine computes them from z, which is better
# near 0 and 1, where a rounded y leaves nothing of ln y.
_TERMS: dict[str, Callable[[FloatArray, FloatArray], FloatArray]] = {
    "binary_cross_entropy": lambda y, t: -(xlogy(t, y) + xlog1py(1.0 - t, -y)),
    "cross_entropy": lambda y, t: -xlogy(t, y),
}


def paper_pass(
    network: Network,
    x: FloatArray,
    target: FloatArray,
    settings: TrainSettings,
    state: TrainerState | None,
    decimals: int,
) -> PassNumbers:
    """The pass with every number rounded; the arguments are those of `trace_pass`."""

    def paper(values: npt.ArrayLike) -> FloatArray:
        return rounded(values, decimals)

    parameters = paper(network.parameters)
    W, b = views(network.sizes, parameters)
    x, t = paper(x), paper(target)
    before = state_on_paper(state, parameters, settings, decimals)
    with np.errstate(all="ignore"):
        z, a = _forward(network, W, b, x, paper)
        y = a[len(network.sizes)]
        terms = _terms(network, z[len(network.sizes)], y, t)
        losses = paper(terms.sum(axis=1))
        delta, da = _backward(network, W, z, a, t, paper)
        dW = {layer: paper(delta[layer].T @ a[layer - 1] / len(x)) for layer in W}
        db = {layer: paper(delta[layer].sum(axis=0) / len(x)) for layer in W}
        gradient = pack(network.sizes, dW, db)
        after = update_on_paper(network.sizes, gradient, settings, before, decimals)
    loss = float(paper(losses.sum() / len(x)))
    return PassNumbers(
        t, W, b, z, a, delta, loss, losses, terms, dW, db, settings, before, after, da, decimals
    )


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
) -> tuple[dict[int, FloatArray], dict[int, FloatArray]]:
    """δ by layer, and ∂E/∂a of the layers whose formula has it, (N, n_l)."""
    depth, loss = len(network.sizes), LOSSES[network.loss]
    slope = np.empty_like(t.T)
    loss.slope(a[depth].T, t.T, slope)
    delta = {depth: paper(slope.T if loss.fused else _through(network, depth, z, a, slope))}
    da: dict[int, FloatArray] = {}
    for layer in range(depth - 1, 1, -1):
        dE_da = delta[layer + 1] @ W[layer + 1]
        if network.activations[layer - 2] == "softmax":
            da[layer] = paper(dE_da)
            shared = (da[layer] * a[layer]).sum(axis=1, keepdims=True)
            delta[layer] = paper(a[layer] * (da[layer] - shared))
        else:
            delta[layer] = paper(_through(network, layer, z, a, dE_da.T))
    return delta, da


def _through(network: Network, layer: int, z: ByLayer, a: ByLayer, dE_da: FloatArray) -> FloatArray:
    """From ∂E/∂a (n_l, N) to δ (N, n_l)."""
    delta = np.empty_like(dE_da)
    activation = ACTIVATIONS[network.activations[layer - 2]]
    activation.backward(z[layer].T, a[layer].T, dE_da, delta)
    return delta.T
