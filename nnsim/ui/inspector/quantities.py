"""The table of quantities of what is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.notation import Symbol, W, a, b, db, delta, dW, t, x, z
from nnsim.trace import Phase
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection

from .cells import EMPTY, Cell, LazyRows, Quantities
from .contributions import contributions, mean_of_samples

_NOTHING = Quantities((), ())


def quantities(selection: Selection, reading: Reading) -> Quantities:
    """The table for what is selected, or for the samples' part in the current step."""
    mean = mean_of_samples(selection, reading)
    if mean is not None and reading.position is not None:
        outputs = reading.project.network.sizes[-1]
        return contributions(mean, reading.position.trace.rows, outputs)
    match selection:
        case Layer(number):
            return _layer(number, reading)
        case Symbol(kind="a", layer=1, j=j):
            return Quantities(("", "x"), ((Cell(x(j), name=True), Cell(x(j), editable=True)),))
        case Symbol(kind="a", layer=layer, j=j):
            return _node(layer, j, reading)
        case Symbol(kind="W", layer=layer, j=j, k=k):
            rows = (_weight(layer, j, k, reading.phase),)
            return Quantities(_headings(reading.phase), rows)
    return _NOTHING


def _weight(layer: int, j: int, k: int, phase: Phase) -> tuple[Cell, ...]:
    """The row of a weight in the sum, in the gradients, or in the update."""
    weight, gradient, source = W(layer, j, k), dW(layer, j, k), a(layer - 1, k)
    name = Cell(weight, name=True)
    match phase:
        case Phase.BACKWARD:
            return (name, Cell(delta(layer, j)), Cell(source), Cell(gradient))
        case Phase.UPDATE:
            return (name, Cell(weight, old=True), Cell(gradient), Cell(weight))
    product = Cell(weight, factor=source, term_of=(z(layer, j), k))
    return (name, Cell(weight, editable=True), Cell(source), product)


def _bias(layer: int, j: int, phase: Phase, weights: int) -> tuple[Cell, ...]:
    bias, gradient = b(layer, j), db(layer, j)
    name = Cell(bias, name=True)
    match phase:
        case Phase.BACKWARD:
            return (name, Cell(delta(layer, j)), EMPTY, Cell(gradient))
        case Phase.UPDATE:
            return (name, Cell(bias, old=True), Cell(gradient), Cell(bias))
    term = Cell(bias, old=True, term_of=(z(layer, j), weights + 1))
    return (name, Cell(bias, editable=True), EMPTY, term)


def _headings(phase: Phase) -> tuple[str, ...]:
    match phase:
        case Phase.BACKWARD:
            return ("", "δ", "a", "∂E/∂W")
        case Phase.UPDATE:
            old = QCoreApplication.translate("quantities", "old")
            return ("", old, "∂E/∂W", QCoreApplication.translate("quantities", "new"))
    return ("", "W", "a", "W·a")


def _node(layer: int, j: int, reading: Reading) -> Quantities:
    """The weighted sum as one would write it down: products, bias, sum, output.

    In the backward pass the gradients instead, and in the update the old and new numbers.
    """
    spec, phase = reading.project.network, reading.phase
    weights = spec.size(layer - 1)
    samples = 1 if reading.position is None else reading.position.trace.samples
    if phase is Phase.BACKWARD and samples > 1:
        return _mean_gradients(layer, j, weights, samples)
    rows = [_weight(layer, j, k, phase) for k in range(1, weights + 1)]
    rows.append(_bias(layer, j, phase, weights))
    results = [z(layer, j), a(layer, j)]
    if phase is Phase.BACKWARD:
        results = [delta(layer, j)]
    elif phase is Phase.UPDATE:
        results = []  # what stands below a heading is what the heading says
    rows += [(Cell(each, name=True), EMPTY, EMPTY, Cell(each)) for each in results]
    if layer == spec.depth:
        rows.append((Cell(t(j), name=True), EMPTY, EMPTY, Cell(t(j), editable=True)))
    return Quantities(_headings(phase), tuple(rows))


def _mean_gradients(layer: int, j: int, weights: int, samples: int) -> Quantities:
    """Those of a node, alone: one δ and one a do not tell how a mean over samples comes about."""
    mean = QCoreApplication.translate("quantities", "mean over N = {count}")
    rows = [
        (Cell(dW(layer, j, k), name=True), Cell(dW(layer, j, k))) for k in range(1, weights + 1)
    ]
    rows.append((Cell(db(layer, j), name=True), Cell(db(layer, j))))
    return Quantities(("", mean.format(count=samples)), tuple(rows))


def _layer(number: int, reading: Reading) -> Quantities:
    """One row a node: z, a, b and its row of W."""
    spec = reading.project.network
    if number == 1:
        nodes = range(1, spec.size(1) + 1)
        rows = tuple((Cell(x(j), name=True), Cell(x(j), editable=True)) for j in nodes)
        return Quantities(("", "x"), rows)
    sources = range(1, spec.size(number - 1) + 1)
    weight = QCoreApplication.translate("quantities", "W from {k}")
    headings = ("", "z", "a", "b", *(weight.format(k=k) for k in sources))

    def node(row: int) -> tuple[Cell, ...]:
        j = row + 1
        return (
            Cell(a(number, j), name=True),
            Cell(z(number, j)),
            Cell(a(number, j)),
            Cell(b(number, j), editable=True),
            *(Cell(W(number, j, k), editable=True) for k in sources),
        )

    return Quantities(headings, LazyRows(spec.size(number), node))
