"""What the columns of the table of samples hold. No Qt."""

from __future__ import annotations

from typing import Literal, TypeGuard

from nnsim.data.dataset import FloatArray
from nnsim.notation import E, Symbol, t, x, y
from nnsim.project import Project

CLASS: Literal["class"] = "class"
Column = Symbol | Literal["class"]
MANY_INPUTS = 10
WRONG = "✗ "  # before the name of a class that is not that of t


def columns_of(project: Project) -> list[Column]:
    """x_1.., t_1.., y_1.., class, E; no class where targets are values."""
    count = project.dataset.t.shape[1]
    inputs = [x(i) for i in range(1, project.dataset.x.shape[1] + 1)]
    targets = [t(j) for j in range(1, count + 1)]
    outputs = [y(j) for j in range(1, count + 1)]
    classes: list[Column] = [] if project.dataset.kind == "values" else [CLASS]
    # What is looked at most comes first where there are many columns.
    if len(inputs) > MANY_INPUTS:
        return [*classes, E, *targets, *outputs, *inputs]
    return [*inputs, *targets, *outputs, *classes, E]


def can_be_typed(column: Column) -> TypeGuard[Symbol]:
    """Whether it holds an input or a target."""
    return isinstance(column, Symbol) and column.kind in ("x", "t")


def holds_digits(project: Project, column: Column) -> bool:
    """Whether what can be typed there are numbers of one digit, as in a truth table."""
    if not can_be_typed(column):
        return True
    numbers = (project.x if column.kind == "x" else project.t)[:, column.j - 1]
    # Measured values show it at once; to look at all of them takes long where there are many.
    return _are_digits(numbers[:100]) and _are_digits(numbers)


def _are_digits(numbers: FloatArray) -> bool:
    return bool((abs(numbers) < 10).all() and (numbers % 1 == 0).all())
