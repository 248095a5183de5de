"""Forward: the weighted sum z and the output a of a node."""

from __future__ import annotations

from nnsim.notation import symbols
from nnsim.notation.symbols import Symbol

from .activations import FORMS, SOFTMAX, exponential
from .lines import PLUS, TIMES, Line, bracketed, fraction, shown, text
from .writers import Writer

MOST_BELOW = 5  # terms of a sum that fit below a fraction bar


def weighted_sum(w: Writer, node: Symbol) -> Line:
    """z_j = Σ_k W_jk · a_k + b_j."""
    layer, j = node.layer, node.j
    products = w.sum(w.facts.size(layer - 1), lambda k: product(w, layer, j, k))
    return products + PLUS + w.factor(symbols.b(layer, j))


def product(w: Writer, layer: int, j: int, k: int) -> Line:
    """W_jk · a_k."""
    return w.factor(symbols.W(layer, j, k)) + TIMES + w.factor(symbols.a(layer - 1, k))


def output(w: Writer, node: Symbol) -> Line:
    """a_j = f(z_j); for softmax e^(z_j) / Σ_k e^(z_k); in the input layer a_j = x_j."""
    layer = node.layer
    if layer == 1:
        return w(symbols.x(node.j))
    z = symbols.z(layer, node.j)
    activation = w.facts.activation(layer)
    if activation != SOFTMAX:
        return FORMS[activation].function(w, z)
    return part_of_exponentials(w, exponential(w(z)), layer)


def part_of_exponentials(w: Writer, over: Line, layer: int) -> Line:
    """over / Σ_k e^(z_k); a long sum is written beside a stroke, where a line can be broken."""
    size = w.facts.size(layer)
    total = w.sum(size, lambda k: exponential(w(symbols.z(layer, k))))
    if len(shown(size, w.max_terms)) > MOST_BELOW:
        return over + text(r" \,/\, ", " / ") + bracketed(total)
    return fraction(over, total)
