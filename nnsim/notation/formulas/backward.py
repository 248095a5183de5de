"""Backward: δ = ∂E/∂z of a node, and the derivatives of E with respect to W and b.

δ and ∂E/∂a are those of one sample, where E is that of the sample alone; the mean over N samples
is taken in ∂E/∂W and ∂E/∂b.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from nnsim.engine.losses import LOSSES
from nnsim.notation import symbols
from nnsim.notation.symbols import Symbol

from .activations import ONE, SOFTMAX, slope
from .facts import Facts
from .lines import MINUS, TIMES, Line, bracketed, bracketed_if, fraction
from .writers import Values, Writer

_NEARLY = 1e-12


def delta(w: Writer, node: Symbol) -> Line:
    """δ of a node in the output layer or in a hidden one."""
    if node.layer < w.facts.depth:
        return _hidden_delta(w, node.layer, node.j)
    if LOSSES[w.facts.loss].fused:
        return _fused_slope(w, node.j)
    if w.facts.activation(node.layer) == SOFTMAX:
        return _softmax_squared_error(w, node.j)
    a, z = symbols.a(node.layer, node.j), symbols.z(node.layer, node.j)
    through = slope(w, z, a, w.facts.activation(node.layer))
    return bracketed(error(w, node.j)) + TIMES + through


def weight_slope(w: Writer, symbol: Symbol) -> Line:
    """∂E/∂W_jk = (1/N) Σ_n δ_nj · a_nk."""
    layer, j, k = symbol.layer, symbol.j, symbol.k
    return mean(
        w,
        lambda one: (
            one.factor(symbols.delta(layer, j)) + TIMES + one.factor(symbols.a(layer - 1, k))
        ),
    )


def bias_slope(w: Writer, symbol: Symbol) -> Line:
    """∂E/∂b_j = (1/N) Σ_n δ_nj."""
    node = symbols.delta(symbol.layer, symbol.j)
    if w.facts.samples == 1:
        return w(node)
    return mean(w, lambda one: one.factor(node))


def with_output_slopes(values: Values, sizes: tuple[int, ...]) -> Values:
    """The values, and ∂E/∂a of hidden nodes, Σ_i W_ij · δ_i, where nothing else keeps it."""

    def value(symbol: Symbol) -> float | None:
        known = values(symbol)
        if symbol.kind != "da" or known is not None:
            return known
        above = symbol.layer + 1
        factors = [
            (values(symbols.W(above, i, symbol.j)), values(symbols.delta(above, i)))
            for i in range(1, sizes[above - 1] + 1)
        ]
        products = [W * d for W, d in factors if W is not None and d is not None]
        return math.fsum(products) if len(products) == len(factors) else None

    return value


def mean(w: Writer, term: Callable[[Writer], Line]) -> Line:
    """(1/N) Σ_n term; of one sample the term alone."""
    if w.facts.samples == 1:
        return term(w)
    total = w.over_samples(1, lambda one, _: term(one), is_factor=True)
    return fraction(ONE, w(symbols.N)) + TIMES + total


def error(w: Writer, j: int) -> Line:
    """y_j - t_j."""
    return w(symbols.a(w.facts.depth, j)) + MINUS + w.factor(symbols.t(j))


def _fused_slope(w: Writer, j: int) -> Line:
    """y_j - t_j; with cross-entropy y_j · Σ_i t_i - t_j, unless the targets sum to 1."""
    if targets_sum_to_one(w):
        return error(w, j)
    total = bracketed(w.sum(w.facts.size(w.facts.depth), lambda i: w.factor(symbols.t(i))))
    return w(symbols.a(w.facts.depth, j)) + TIMES + total + MINUS + w.factor(symbols.t(j))


def targets_sum_to_one(w: Writer) -> bool:
    """Whether y - t is the slope, as with one-hot targets; unknown targets count as such."""
    outputs = w.facts.size(w.facts.depth)
    targets = [w.values(symbols.t(i)) for i in range(1, outputs + 1)]
    known = [t for t in targets if t is not None]
    return (
        w.facts.activation(w.facts.depth) != SOFTMAX
        or len(known) < outputs
        or abs(math.fsum(known) - 1.0) < _NEARLY
    )


def _softmax_squared_error(w: Writer, j: int) -> Line:
    """δ_j = y_j · ((y_j - t_j) - Σ_i (y_i - t_i) · y_i), by the Jacobian of softmax."""
    depth = w.facts.depth
    products = w.sum(
        w.facts.size(depth),
        lambda i: bracketed(error(w, i)) + TIMES + w.factor(symbols.a(depth, i)),
    )
    y = w.factor(symbols.a(depth, j))
    inner = bracketed(error(w, j)) + MINUS + bracketed(products)
    return y + TIMES + bracketed(inner)


def _hidden_delta(w: Writer, layer: int, j: int) -> Line:
    """δ_j = (Σ_i W_ij · δ_i) · f'(z_j)."""
    activation = w.facts.activation(layer)
    if activation == SOFTMAX:
        return _hidden_softmax(w, layer, j)
    a, z = symbols.a(layer, j), symbols.z(layer, j)
    back = bracketed_if(w.facts.size(layer + 1) > 1, output_slope(w, symbols.da(layer, j)))
    return back + TIMES + slope(w, z, a, activation)


def output_slope(w: Writer, symbol: Symbol) -> Line:
    """∂E/∂a_j = Σ_i W_ij · δ_i, of a hidden node."""
    layer, j = symbol.layer, symbol.j
    return w.sum(w.facts.size(layer + 1), lambda i: back_product(w, layer, j, i))


def comes_through_softmax(facts: Facts, symbol: Symbol) -> bool:
    """Whether it is a δ that depends on ∂E/∂a of every node of its hidden layer."""
    hidden = symbol.kind == "delta" and symbol.layer < facts.depth
    return hidden and facts.activation(symbol.layer) == SOFTMAX


def back_product(w: Writer, layer: int, j: int, i: int) -> Line:
    """W_ij · δ_i, with which node i of the next layer hands its δ back to node j."""
    return w.factor(symbols.W(layer + 1, i, j)) + TIMES + w.factor(symbols.delta(layer + 1, i))


def _hidden_softmax(w: Writer, layer: int, j: int) -> Line:
    """δ_j = a_j · (∂E/∂a_j - Σ_k ∂E/∂a_k · a_k), by the Jacobian of softmax."""
    products = w.sum(
        w.facts.size(layer),
        lambda k: w.factor(symbols.da(layer, k)) + TIMES + w.factor(symbols.a(layer, k)),
    )
    inner = w(symbols.da(layer, j)) + MINUS + bracketed(products)
    return w.factor(symbols.a(layer, j)) + TIMES + bracketed(inner)
