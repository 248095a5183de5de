"""Which formulas belong to what is selected, or to the step that the pass is at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import cast

from nnsim.notation import (
    E,
    Facts,
    Formula,
    Line,
    MatrixForm,
    MatrixKind,
    Memory,
    Symbol,
    Values,
    W,
    a,
    b,
    db,
    delta,
    dW,
    formula,
    matrix_formula,
    z,
)
from nnsim.trace import Phase, Position, Step, Trace
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection

MAX_TERMS = 3  # longer sums are folded: the inspector is narrow
MAX_OPEN_TERMS = 128  # unless all terms are asked for; more would take too long to typeset
MAX_FORMULAS = 3
MAX_CELLS = 3  # rows and columns of a matrix, likewise
MAX_OPEN_CELLS = 8  # larger ones are read in the table of the layer
MAX_BATCH = 20_000  # with more samples, their contributions are not written out


def shown_formulas(
    reading: Reading,
    selection: Selection,
    decimals: int,
    form: MatrixForm | None = None,
    all_terms: bool = False,
) -> tuple[Formula, ...]:
    """Formulas of the current step; without a pass, z and a of a node, or E of the sample.

    Args:
        form: a whole layer at a time, in matrices by rows or columns; None: number by number.
        all_terms: write long sums and large matrices in full.
    """
    most = MAX_OPEN_TERMS if all_terms else MAX_TERMS
    if form is not None:
        whole = _of_layer(reading, selection, decimals, form, all_terms)
        if whole:
            return whole
    facts = facts_of(reading)
    if reading.position is not None and (reading.position.done or reading.position.terms):
        return _of_pass(reading, reading.position, selection, facts, decimals, most)
    return tuple(
        _known(formula(symbol, facts, reading.before_update, decimals, max_terms=most), reading)
        for symbol in _of_selection(selection)
    )


def _known(made: Formula, reading: Reading) -> Formula:
    """Only the symbols, where the result is not known yet."""
    unknown = any(reading.before_update(symbol) is None for symbol in made.result.symbols)
    return replace(made, numbers=Line(), result=Line()) if unknown else made


def facts_of(reading: Reading) -> Facts:
    """What the form of the formulas depends on."""
    settings, position = reading.project.settings, reading.position
    spec = reading.project.network
    samples = 1 if position is None else position.trace.samples
    return Facts(
        spec.sizes,
        spec.activations,
        spec.loss,
        settings.optimizer,
        samples,
        settings.l1,
        settings.l2,
    )


def _of_selection(selection: Selection) -> tuple[Symbol, ...]:
    match selection:
        case None:
            return (E,)
        case Symbol():
            return _results(selection, Phase.FORWARD)
    return ()


def _of_layer(
    reading: Reading, selection: Selection, decimals: int, form: MatrixForm, all_terms: bool
) -> tuple[Formula, ...]:
    """The layer of the current step or of the selection; nothing for E and for the input layer."""
    position = reading.position
    found: Sequence[Symbol] = ()
    if position is not None and (position.done or position.terms):
        steps = (position.in_progress,) if position.in_progress else position.current
        found = [step.symbol for step in steps]
        if len({symbol.layer for symbol in found}) > 1 and isinstance(selection, Symbol):
            found = [symbol for symbol in found if symbol.layer == selection.layer]
    elif isinstance(selection, Layer):
        found = _results(a(selection.number, 1), Phase.FORWARD)
    elif selection is not None:
        found = _results(selection, Phase.FORWARD)
    kinds = dict.fromkeys(
        (cast(MatrixKind, symbol.kind), symbol.layer) for symbol in found if symbol.layer
    )
    facts = facts_of(reading)
    return tuple(
        matrix_formula(
            kind,
            layer,
            facts,
            reading.before_update,
            decimals,
            form=form,
            updated=reading.value if kind in ("W", "b") else None,
            batch=() if position is None else _batch_values(position),
            remembered=_memories(position),
            max_size=MAX_OPEN_CELLS if all_terms else MAX_CELLS,
        )
        for kind, layer in kinds
    )


def _of_pass(
    reading: Reading,
    position: Position,
    selection: Selection,
    facts: Facts,
    decimals: int,
    most: int,
) -> tuple[Formula, ...]:
    begun = position.in_progress
    if begun is not None:
        return (_of_terms(position, begun, facts, decimals, most),)
    batch = _batch_values(position)
    return tuple(
        formula(
            step.symbol,
            facts,
            reading.before_update,
            decimals,
            updated=reading.value if step.phase is Phase.UPDATE else None,
            batch=batch,
            max_terms=most,
            remembered=_remembered(position, step),
            losses=written_losses(position.trace),
        )
        for step in _steps(position, selection)
    )


def _of_terms(position: Position, begun: Step, facts: Facts, decimals: int, most: int) -> Formula:
    """The sum that is being added up, as far as it has come."""
    trace, terms = position.trace, position.terms
    running = trace.running_sum(begun, terms)
    return formula(
        begun.symbol, facts, trace.value, decimals, max_terms=most, terms=terms, running=running
    )


def written_losses(trace: Trace) -> Sequence[float]:
    """On paper, what each of several samples adds to E: numbers that are written down."""
    several = 1 < trace.samples <= MAX_BATCH
    return trace.numbers.losses.tolist() if several and trace.decimals is not None else ()


def _remembered(position: Position, step: Step) -> Memory | None:
    return position.trace.numbers.memory(step.symbol) if step.phase is Phase.UPDATE else None


def _memories(position: Position | None) -> Callable[[Symbol], Memory] | None:
    """What the optimizer remembers of each weight and bias; None where the update overflows."""
    if position is None or position.trace.after is None:
        return None

    def of(symbol: Symbol) -> Memory:
        found = position.trace.numbers.memory(symbol)
        assert found is not None
        return found

    return of


def _steps(position: Position, selection: Selection) -> Sequence[Step]:
    """Those that were made last; if they are many, or of something else, those of the selection."""
    current = position.current
    if len(current) <= MAX_FORMULAS and any(_belongs(step.symbol, selection) for step in current):
        return current
    results = (position.result_of(symbol) for symbol in _results(selection, position.phase))
    selected = [step for step in results if step is not None]
    return selected or (
        current if len(current) <= MAX_FORMULAS else (*current[: MAX_FORMULAS - 1], current[-1])
    )


def _belongs(symbol: Symbol, selection: Selection) -> bool:
    match selection:
        case Symbol(layer=layer, j=j, k=k):
            return (symbol.layer, symbol.j) == (layer, j) and k in (0, symbol.k)
    return True


def _results(selection: Selection, phase: Phase) -> tuple[Symbol, ...]:
    """What a phase computes of a node or an edge."""
    match selection, phase:
        case Symbol(kind="a", layer=layer, j=j), Phase.FORWARD | Phase.LOSS if layer > 1:
            return (z(layer, j), selection)
        case Symbol(kind="a", layer=layer, j=j), Phase.BACKWARD if layer > 1:
            return (delta(layer, j), dW(layer, j, 1), db(layer, j))
        case Symbol(kind="a", layer=layer, j=j), Phase.UPDATE if layer > 1:
            return (W(layer, j, 1), b(layer, j))
        case Symbol(kind="W", layer=layer, j=j, k=k), Phase.BACKWARD:
            return (delta(layer, j), dW(layer, j, k))
        case Symbol(kind="W"), Phase.UPDATE:
            return (selection,)
        case Symbol(kind="W", layer=layer, j=j), _:
            return (z(layer, j),)
    return ()


def _batch_values(position: Position) -> Sequence[Values]:
    """What is known of every sample of the batch; none for one sample, or for very many."""
    trace = position.trace
    if not 1 < trace.samples <= MAX_BATCH:
        return ()

    def value(symbol: Symbol, row: int) -> float | None:
        return None if position.is_computed_later(symbol) else trace.value(symbol, row)

    return [partial(value, row=row) for row in range(trace.samples)]
