"""Which formulas belong to what is selected, or to the step that the pass is at."""

from __future__ import annotations

from collections.abc import Sequence

from nnsim.notation import E, Facts, Formula, Symbol, Values, formula, z
from nnsim.trace import Phase, Position, Step
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Selection

MAX_TERMS = 3  # longer sums are folded: the inspector is narrow
MAX_FORMULAS = 3
MAX_BATCH = 64  # with more samples, their contributions are not written out


def shown_formulas(reading: Reading, selection: Selection, decimals: int) -> tuple[Formula, ...]:
    """Formulas of the current step; without a pass, z and a of a node, or E of the sample."""
    facts = facts_of(reading)
    if reading.position is not None and reading.position.current:
        return _of_steps(reading, reading.position, facts, decimals)
    return tuple(
        formula(symbol, facts, reading.before_update, decimals, max_terms=MAX_TERMS)
        for symbol in _of_selection(selection)
    )


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
        case Symbol(kind="a", layer=layer, j=j) if layer > 1:
            return (z(layer, j), selection)
    return ()


def _of_steps(
    reading: Reading, position: Position, facts: Facts, decimals: int
) -> tuple[Formula, ...]:
    """The step under the selection comes first where one step of the reader takes many."""
    batch = _batch_values(reading, position)
    return tuple(
        formula(
            step.symbol,
            facts,
            reading.before_update,
            decimals,
            updated=reading.value if step.phase is Phase.UPDATE else None,
            batch=batch,
            max_terms=MAX_TERMS,
        )
        for step in _first_and_last(position.current)
    )


def _first_and_last(steps: Sequence[Step]) -> Sequence[Step]:
    if len(steps) <= MAX_FORMULAS:
        return steps
    return (*steps[: MAX_FORMULAS - 1], steps[-1])


def _batch_values(reading: Reading, position: Position) -> Sequence[Values]:
    """The numbers of every sample of the batch; none for one sample, or for very many."""
    if not 1 < position.trace.samples <= MAX_BATCH:
        return ()
    project = reading.project
    rows = project.split[0]
    forward = reading.network.forward(project.x[rows])
    gradients = reading.network.gradients(forward, project.t[rows])

    def values_of(row: int) -> Values:
        def value(symbol: Symbol) -> float | None:
            layer, j = symbol.layer, symbol.j - 1
            match symbol.kind:
                case "x":
                    return float(forward.a[1][row, j])
                case "t":
                    return float(project.t[rows[row], j])
                case "z":
                    return float(forward.z[layer][row, j])
                case "a":
                    return float(forward.a[layer][row, j])
                case "delta":
                    return float(gradients.delta[layer][row, j])
            return reading.before_update(symbol)

        return value

    return [values_of(row) for row in range(len(rows))]
