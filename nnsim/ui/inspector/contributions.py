"""What each sample has to do with a mean over several: with E, ∂E/∂W or ∂E/∂b."""

from __future__ import annotations

from collections.abc import Sequence

from nnsim.notation import E, Symbol, a, delta, dW, t, y
from nnsim.trace import Phase
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Selection

from .cells import EMPTY, Cell, LazyRows, Quantities


def mean_of_samples(selection: Selection, reading: Reading) -> Symbol | None:
    """Which mean over several samples the table shows sample by sample; None: another table.

    E at its step; ∂E/∂W of a selected weight and ∂E/∂b at its step, in the backward pass.
    """
    position = reading.position
    if position is None or position.trace.samples == 1 or not position.current:
        return None
    step = position.current[-1].symbol
    if step == E:
        return E
    if reading.phase is not Phase.BACKWARD:
        return None
    match selection:
        case Symbol(kind="W", layer=layer, j=j, k=k):
            gradient = dW(layer, j, k)
            return None if position.is_computed_later(gradient) else gradient
    return step if step.kind == "db" and len(position.current) == 1 else None


def contributions(mean: Symbol, rows: Sequence[int], outputs: int) -> Quantities:
    """One row a sample, with its number in the dataset, and their mean.

    Args:
        rows: of the samples in the dataset, from 0.
    """
    samples, headings = len(rows), _HEADINGS[mean.kind]
    if mean == E and outputs > 1:
        headings = headings[-1:]  # one y and t do not tell how E comes about

    def row(number: int) -> tuple[Cell, ...]:
        if number < samples:
            part = _part_of(mean, number)
            return (Cell(text=str(rows[number] + 1)), *part[len(part) - len(headings) :])
        gaps = len(headings) - 1
        return (Cell(text="Σ/N"), *(gaps * (EMPTY,)), Cell(mean))

    return Quantities(("n", *headings), LazyRows(samples + 1, row))


_HEADINGS = {"E": ("y₁", "t₁", "E"), "dW": ("δ", "a", "δ·a"), "db": ("δ",)}


def _part_of(mean: Symbol, row: int) -> tuple[Cell, ...]:
    """The cells of a sample, from what they are computed from to what it adds."""
    if mean == E:
        return (Cell(y(1), row=row), Cell(t(1), row=row), Cell(E, row=row))
    slope = delta(mean.layer, mean.j)
    if mean.kind == "db":
        return (Cell(slope, row=row),)
    source = a(mean.layer - 1, mean.k)
    return (Cell(slope, row=row), Cell(source, row=row), Cell(slope, factor=source, row=row))
