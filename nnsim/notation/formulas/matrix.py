"""One layer at a time, in matrices: by rows as in z = a · Wᵀ + b, or by columns, z = W · a + b.

In the row form z, a, b and δ of a layer are rows, and the first column of Wᵀ is W_11, W_12: the
weights into node 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, get_args

from nnsim.engine.losses import LOSSES
from nnsim.notation import symbols
from nnsim.notation.symbols import Symbol, SymbolError

from . import finished
from .activations import FORMS, ONE, SOFTMAX, exponential
from .backward import (
    bias_slope,
    comes_through_softmax,
    delta,
    error,
    mean,
    targets_sum_to_one,
    with_output_slopes,
)
from .facts import Facts, Formula
from .forward import output, part_of_exponentials
from .layers import Cells, LayerWriter, Letters
from .lines import MINUS, NEGATIVE, PLUS, TIMES, Fold, Line, bracketed, related, text
from .update import ARROW, Memories, memory, update
from .update import FORMS as UPDATES
from .writers import Names, Numbers, Values, Writer

MatrixKind = Literal["z", "a", "delta", "dW", "db", "W", "b"]
MatrixForm = Literal["row", "column"]
MAX_SIZE = 4

_EQUALS = text(" = ")
_CIRCLE = text(r" \circ ", " ∘ ")
_JACOBIAN = text(r"\mathbf{J}", "J")


def matrix_formula(
    kind: MatrixKind,
    layer: int,
    facts: Facts,
    values: Values,
    decimals: int,
    *,
    form: MatrixForm = "row",
    updated: Values | None = None,
    batch: Sequence[Values] = (),
    remembered: Memories | None = None,
    max_size: int | None = MAX_SIZE,
) -> Formula:
    """How all the numbers of one kind in a layer are computed at once.

    `given` holds the rule in bold letters; the lines below have a symbol in each cell. z, a and δ
    are those of one sample; ∂E/∂W and ∂E/∂b are means over all `facts.samples`.

    Args:
        kind: what is computed; of "W" and "b" the new values.
        layer: its number, 2..L.
        facts: the network.
        values: the number of every symbol, of one sample where it belongs to one.
        decimals: how many are shown.
        form: whether the vectors of a layer are rows or columns.
        updated: the new values of W and b; needed for these two.
        batch: `values` of each of several samples, as for `formula`.
        remembered: with `updated`, what the optimizer remembers of each weight or bias.
        max_size: matrices with more rows or columns, and sums of more terms, are folded; None
            opens them. Of cells that are formulas themselves, one column less is written.

    Raises:
        SymbolError: no such kind or layer, or W or b without `updated`.
    """
    is_update = kind in ("W", "b")
    exists = kind in get_args(MatrixKind) and 2 <= layer <= facts.depth
    if not exists or (is_update and updated is None):
        raise SymbolError((kind, layer))
    symbol = Symbol(kind, layer, 1, 1 if kind in ("W", "dW") else 0)
    by_rows = form == "row"
    values = with_output_slopes(values, facts.sizes)
    names = Names(facts, values, max_size)
    numbers = Numbers(facts, values, max_size, decimals, batch)
    new = numbers if updated is None or not is_update else replace(numbers, values=updated)
    cells = partial(Cells, facts, values, max_size, by_rows)
    letters = Letters(facts, values, max_size, by_rows, names)
    rule, relation = _RULES[kind], ARROW if is_update else _EQUALS
    in_letters = _left(letters, symbol) + relation + rule(letters, symbol)
    given, worked = _slopes(cells(names), cells(numbers), symbol)
    if is_update and remembered is not None:
        rule = partial(update, known=remembered)
        worked = memory(cells(numbers), symbol, remembered)
    return finished(
        cells(names)(symbol),
        relation + _RULES[kind](cells(names), symbol),
        rule(cells(numbers), symbol) if _is_worked_out(numbers, kind, remembered) else Line(),
        cells(new)(symbol),
        (in_letters, *_given(letters, symbol), *given),
        worked,
    ).folded_from(Fold(symbol, is_matrix=True, transposed=_is_column(symbol, by_rows)))


def _slopes(names: Cells, numbers: Cells, symbol: Symbol) -> tuple[tuple[Line, ...], ...]:
    """∂E/∂a of a hidden layer with softmax in symbols, and with numbers and its result."""
    if not comes_through_softmax(names.facts, symbol):
        return (), ()
    da = symbols.da(symbol.layer, 1)
    worked = related(_output_slopes(numbers, da)), related(numbers(da))
    return (names(da) + _EQUALS + _output_slopes(names, da),), worked


def _is_column(symbol: Symbol, by_rows: bool) -> bool:
    return not by_rows and symbol.kind not in ("W", "dW")


def _is_worked_out(numbers: Numbers, kind: str, remembered: Memories | None) -> bool:
    if kind in ("W", "b"):
        optimizer = UPDATES[numbers.facts.optimizer]
        return not optimizer.memory or (remembered is not None and not optimizer.divides)
    return numbers.facts.samples == 1 or bool(numbers.batch) or kind not in ("dW", "db")


def _left(letters: Letters, symbol: Symbol) -> Line:
    """The bold name; the output has two."""
    if symbol.kind == "a" and symbol.layer == letters.facts.depth:
        latex, plain = rf"\mathbf{{a}}^{{({symbol.layer})}}", f"a^({symbol.layer})"
        return text(latex, plain) + _EQUALS + letters(symbol)
    return letters(symbol)


def _given(letters: Letters, symbol: Symbol) -> tuple[Line, ...]:
    """What the rule in bold letters refers to."""
    if symbol.kind in ("W", "b"):
        return memory(letters, symbol)
    if symbol.kind == "delta" and _needs_jacobian(letters.facts, symbol.layer):
        a = symbols.a(symbol.layer, 1)
        one, other = letters(a), letters.transposed(a)
        product = (other, one) if letters.by_rows else (one, other)
        diagonal = text(r"\operatorname{diag}", "diag") + bracketed(letters(a))
        jacobian = _JACOBIAN + _EQUALS + diagonal + MINUS + product[0] + TIMES + product[1]
        if symbol.layer == letters.facts.depth:
            return (jacobian,)
        da = symbols.da(symbol.layer, 1)
        return (jacobian, letters(da) + _EQUALS + _output_slopes(letters, da))
    return ()


def _weighted_sums(w: LayerWriter, z: Symbol) -> Line:
    a, W = symbols.a(z.layer - 1, 1), symbols.W(z.layer, 1, 1)
    return w.product(a, W, forward=True) + PLUS + w(symbols.b(z.layer, 1))


def _outputs(w: LayerWriter, a: Symbol) -> Line:
    """f of every cell; for softmax (e^(z_1) e^(z_2) ...) divided by their sum."""
    layer, size = a.layer, w.facts.size(a.layer)
    z = bracketed(w(symbols.z(layer, 1)))
    if w.facts.activation(layer) != SOFTMAX:
        return w.either(
            text("f") + z,
            lambda cells: cells.vector(size, lambda one, j: output(one, symbols.a(layer, j))),
        )

    def shares(cells: Cells) -> Line:
        def power(one: Writer, j: int) -> Line:
            return exponential(one(symbols.z(layer, j)))

        return part_of_exponentials(cells.single, ONE, layer) + TIMES + cells.vector(size, power)

    return w.either(text(r"\operatorname{softmax}", "softmax") + z, shares)


def _deltas(w: LayerWriter, node: Symbol) -> Line:
    """From ∂E/∂a of the layer through f'(z), or through the Jacobian of softmax."""
    layer = node.layer
    if layer == w.facts.depth and LOSSES[w.facts.loss].fused:
        return _fused(w)
    through = _needs_jacobian(w.facts, layer)
    if layer == w.facts.depth:
        slopes = bracketed(error(w, 1))
    elif through:
        slopes = w(symbols.da(layer, 1))
    else:
        slopes = bracketed(_output_slopes(w, symbols.da(layer, 1)))
    if through:
        return w.in_order(slopes, w.either(_JACOBIAN, lambda cells: _jacobian(cells, layer)))
    return slopes + _CIRCLE + _derivatives(w, layer)


def _output_slopes(w: LayerWriter, da: Symbol) -> Line:
    """∂E/∂a of a hidden layer, by rows δ · W of the layer above."""
    above, W = symbols.delta(da.layer + 1, 1), symbols.W(da.layer + 1, 1, 1)
    return w.product(above, W, forward=False)


def _fused(w: LayerWriter) -> Line:
    """y - t; where the targets do not sum to 1, as in the rule for one node."""
    y, t = symbols.a(w.facts.depth, 1), symbols.t(1)
    if targets_sum_to_one(w):
        return error(w, 1)
    total = bracketed(text(r"\sum_{i} t_{i}", "Σ_i t_i"))
    return w.either(
        w(y) + TIMES + total + MINUS + w(t),
        lambda cells: cells.vector(
            w.facts.size(w.facts.depth),
            lambda one, j: delta(one, symbols.delta(w.facts.depth, j)),
        ),
    )


def _derivatives(w: LayerWriter, layer: int) -> Line:
    """f'(z) of every node."""
    write = FORMS[w.facts.activation(layer)].derivative
    return w.either(
        text("f'") + bracketed(w(symbols.z(layer, 1))),
        lambda cells: cells.vector(
            w.facts.size(layer),
            lambda one, j: write(one, symbols.z(layer, j), symbols.a(layer, j)),
        ),
    )


def _needs_jacobian(facts: Facts, layer: int) -> bool:
    fused = layer == facts.depth and LOSSES[facts.loss].fused
    return facts.activation(layer) == SOFTMAX and not fused


def _jacobian(cells: Cells, layer: int) -> Line:
    """∂a_j/∂z_k of softmax: a_j · (1 - a_j) on the diagonal, -a_j · a_k beside it."""

    def cell(w: Writer, j: int, k: int) -> Line:
        one, other = w.factor(symbols.a(layer, j)), w.factor(symbols.a(layer, k))
        if j == k:
            return one + TIMES + bracketed(ONE + MINUS + other)
        return NEGATIVE + one + TIMES + other

    size = cells.facts.size(layer)
    return cells.grid(size, size, cell)


def _weight_slopes(w: LayerWriter, symbol: Symbol) -> Line:
    """The mean of a column δ times a row a."""
    node, source = symbols.delta(symbol.layer, 1), symbols.a(symbol.layer - 1, 1)

    def term(one: Writer) -> Line:
        assert isinstance(one, LayerWriter)
        if w.by_rows:
            return one.transposed(node) + TIMES + one(source)
        return one(node) + TIMES + one.transposed(source)

    return mean(w, term)


_RULES: dict[str, Callable[[LayerWriter, Symbol], Line]] = {
    "z": _weighted_sums,
    "a": _outputs,
    "delta": _deltas,
    "dW": _weight_slopes,
    "db": bias_slope,
    "W": update,
    "b": update,
}
