"""What each column is used for, and what it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from nnsim.data.preparation import ScalingKind

from .table import Column, NumberColumn, Table, TextColumn

MAX_CLASSES = 100
MAX_INPUTS = 1024
_MOST_PROPOSED_LABELS = 20
_MOST_PROPOSED_CLASSES = 20
_MOSTLY = 0.8  # of the cells: the others are mistakes rather than names


class Use(Enum):
    """What a column is used for: as numbers, or as categories with a place for each."""

    NUMBER_INPUT = "number_input"
    CATEGORY_INPUT = "category_input"
    NUMBER_TARGET = "number_target"
    CATEGORY_TARGET = "category_target"
    UNUSED = "unused"

    @property
    def is_input(self) -> bool:
        """Whether the network sees it."""
        return self in (Use.NUMBER_INPUT, Use.CATEGORY_INPUT)

    @property
    def is_target(self) -> bool:
        """Whether the network learns it."""
        return self in (Use.NUMBER_TARGET, Use.CATEGORY_TARGET)

    @property
    def is_category(self) -> bool:
        """Whether each different value gets a place of its own."""
        return self in (Use.CATEGORY_INPUT, Use.CATEGORY_TARGET)


class Missing(Enum):
    """What happens to a row that has no value in an input column."""

    LEAVE_OUT = "leave_out"
    MEAN = "mean"  # the most frequent one, of categories
    MOST_FREQUENT = "most_frequent"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table becomes a dataset: a use for each column, and what is done to its values."""

    uses: tuple[Use, ...]
    missing: Missing = Missing.LEAVE_OUT
    scaling: ScalingKind | None = None


def propose_uses(columns: Sequence[Column]) -> tuple[Use, ...]:
    """The last column that can be one is the target, the others are inputs.

    Texts with many different values, such as names, and columns without any value are not used.
    Where most cells are numbers, all are meant to be: a text among them is told of, not guessed at.
    """
    uses = [_proposed_input(column) for column in columns]
    for place in reversed(range(len(columns))):
        if _can_be_target(columns[place]):
            uses[place] = _proposed_target(columns[place])
            break
    return tuple(uses)


def _proposed_input(column: Column) -> Use:
    if isinstance(column, NumberColumn):
        return Use.UNUSED if column.missing == len(column.values) else Use.NUMBER_INPUT
    if _mostly_numbers(column):
        return Use.NUMBER_INPUT
    few = 0 < len(column.labels) <= _MOST_PROPOSED_LABELS
    return Use.CATEGORY_INPUT if few else Use.UNUSED


def _can_be_target(column: Column) -> bool:
    if isinstance(column, TextColumn):
        return 0 < len(column.labels) <= MAX_CLASSES or _mostly_numbers(column)
    return column.missing < len(column.values)


def _mostly_numbers(column: TextColumn) -> bool:
    """Whether most of the cells that hold something hold a number."""
    return column.share_of_numbers >= _MOSTLY


def _proposed_target(column: Column) -> Use:
    """Whole numbers of a few kinds, each often, are seldom measured."""
    if isinstance(column, TextColumn):
        return Use.NUMBER_TARGET if _mostly_numbers(column) else Use.CATEGORY_TARGET
    values = column.values[~np.isnan(column.values)]
    kinds = np.unique(values)
    whole = np.isfinite(kinds).all() and (kinds == np.round(kinds)).all()
    is_truth = kinds.tolist() == [0.0, 1.0]
    often = len(values) >= 5 * len(kinds)
    few = len(kinds) == 2 or (len(kinds) <= _MOST_PROPOSED_CLASSES and often)
    return Use.CATEGORY_TARGET if whole and few and not is_truth else Use.NUMBER_TARGET


def labels_of(column: Column) -> tuple[str, ...]:
    """The different values as texts, in order."""
    if isinstance(column, TextColumn):
        return column.labels
    return number_labels(np.unique(column.values[~np.isnan(column.values)]).tolist())


def number_labels(values: Sequence[float]) -> tuple[str, ...]:
    """Numbers as names of classes: 3 rather than 3.0."""
    return tuple(str(int(v)) if float(v).is_integer() else repr(float(v)) for v in values)


def missing_cells(table: Table, uses: Sequence[Use]) -> int:
    """How many cells of the columns that are used have no value."""
    pairs = zip(table.columns, uses, strict=True)
    return sum(column.missing for column, use in pairs if use is not Use.UNUSED)
