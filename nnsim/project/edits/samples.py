"""Edits of the table of samples: cells that are typed or pasted, rows, and names of columns.

Numbers are those that the network sees, as the table shows them: where inputs are scaled, the
scaling stays as it is and what is typed is taken back through it. Data that were generated or built
in are the learner's own from then on; `Dataset.source` is None.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnsim.data import DataError, Dataset
from nnsim.engine import LOSSES
from nnsim.notation import NumberError, Symbol, parse_number
from nnsim.project.arrays import FloatArray
from nnsim.project.errors import CellError, EditError
from nnsim.project.spec import Project

from .data import with_other_samples

MAX_SAMPLES = 1_000_000
MAX_NAME = 80


def type_samples(
    project: Project,
    rows: Sequence[int],
    columns: Sequence[Symbol],
    texts: Sequence[Sequence[str]],
) -> Project:
    """Type a block of cells: numbers, or in targets the names of classes.

    Args:
        rows: samples from 0; those from N on, without gaps, are added.
        columns: x_i and t_j.
        texts: a row of texts for each of `rows`.

    A class is typed by its name, or by a 1 in one of several columns: the sample is then in this
    class and in no other. Raises CellError for a cell that is neither, EditError for a place
    outside the table.
    """
    grown = add_samples(project, len(project.t), max(0, max(rows) + 1 - len(project.t)))
    _check_places(grown, rows, columns)
    x, t = grown.dataset.x.copy(), grown.dataset.t.copy()
    cells = _Cells(grown, x, t, alone=sum(column.kind == "t" for column in columns) == 1)
    for row, line in zip(rows, texts, strict=True):
        for column, text in zip(columns, line, strict=True):
            cells.type(row, column, text)
    return _with_arrays(grown, x, t)


def add_samples(project: Project, at: int, count: int = 1) -> Project:
    """Put samples of zeros before the sample `at` (from 0); of several classes, the first."""
    samples = len(project.t)
    if not 0 <= at <= samples:
        raise EditError("no_such_sample")
    if samples + count > MAX_SAMPLES:
        raise EditError("too_many_samples", MAX_SAMPLES)
    if count < 1:
        return project
    x, t = np.zeros((count, project.x.shape[1])), np.zeros((count, project.t.shape[1]))
    if project.dataset.kind == "classes":
        t[:, 0] = 1.0
    return _with_rows(project, at, _raw(project, x), t)


def delete_samples(project: Project, rows: Collection[int]) -> Project:
    """Take samples (from 0) away. Raises EditError("no_samples") where none would be left."""
    if not all(0 <= row < len(project.t) for row in rows):
        raise EditError("no_such_sample")
    if not rows:
        return project
    if len(set(rows)) == len(project.t):
        raise EditError("no_samples")
    x, t = (np.delete(each, list(rows), axis=0) for each in (project.dataset.x, project.t))
    return _with_arrays(project, x, t)


def rename_column(project: Project, column: Symbol, name: str) -> Project:
    """Name an input x_i, a target t_j, or the class whose column that is; training goes on.

    Raises EditError("no_name", "name_taken") for an empty name or that of another column, and
    "no_such_name" for a target that stands for two classes.
    """
    dataset, number = project.dataset, column.j - 1
    if column.kind == "x" and 0 <= number < len(dataset.input_names):
        names = _renamed(dataset.input_names, number, name)
        return _with_names(project, replace(dataset, input_names=names))
    if column.kind == "t" and dataset.kind == "values" and 0 <= number < len(dataset.target_names):
        names = _renamed(dataset.target_names, number, name)
        return _with_names(project, replace(dataset, target_names=names))
    if column.kind == "t" and dataset.kind == "classes":
        return rename_class(project, number, name)
    raise EditError("no_such_name")


def rename_class(project: Project, number: int, name: str) -> Project:
    """Name a class (from 0). Raises EditError as `rename_column` does."""
    dataset = project.dataset
    if dataset.kind == "values" or not 0 <= number < len(dataset.class_names):
        raise EditError("no_such_name")
    names = _renamed(dataset.class_names, number, name)
    return _with_names(project, replace(dataset, class_names=names))


def class_typed(dataset: Dataset, text: str) -> int | None:
    """The class (from 0) that has this name, unless it is a number; None for no class."""
    text = text.strip()
    if dataset.kind == "values" or text not in dataset.class_names:
        return None
    try:
        parse_number(text)
    except NumberError:
        return dataset.class_names.index(text)
    return None


@dataclass
class _Cells:
    """Takes one cell after the other into x and t, raw arrays that may be written to.

    Attributes:
        project: the project before, with the new samples in it.
        alone: whether a target column is typed without the others.
    """

    project: Project
    x: FloatArray
    t: FloatArray
    alone: bool

    def type(self, row: int, column: Symbol, text: str) -> None:
        """Raises CellError."""
        number = class_typed(self.project.dataset, text) if column.kind == "t" else None
        if number is None:
            self._set(row, column, self._parsed(row, column, text), text)
        elif self.t.shape[1] == 1:
            self.t[row, 0] = number
        else:
            self._put_into_class(row, number)

    def _parsed(self, row: int, column: Symbol, text: str) -> float:
        try:
            return parse_number(text)
        except NumberError as error:
            named = column.kind == "t" and self.project.dataset.kind != "values"
            no_class = named and error.reason == "no_number"
            reason = "cell_no_class" if no_class else f"cell_{error.reason}"
            raise _cell_error(reason, row, column, text) from None

    def _set(self, row: int, column: Symbol, value: float, text: str) -> None:
        index = column.j - 1
        if column.kind == "x":
            scaling = self.project.scaling
            if scaling is not None:
                value = value * float(scaling.scale[index]) + float(scaling.mean[index])
            if not math.isfinite(value):
                raise _cell_error("cell_no_number", row, column, text)
            self.x[row, index] = value
        elif self.project.dataset.kind == "classes" and self.alone and value == 1:
            self._put_into_class(row, index)
        elif not LOSSES[self.project.network.loss].takes(value):
            raise _cell_error("cell_no_probability", row, column, text)
        else:
            self.t[row, index] = value

    def _put_into_class(self, row: int, number: int) -> None:
        self.t[row] = 0.0
        self.t[row, number] = 1.0


def _cell_error(reason: str, row: int, column: Symbol, text: str) -> CellError:
    return CellError(reason, str(row + 1), column.unicode, text)


def _check_places(project: Project, rows: Sequence[int], columns: Sequence[Symbol]) -> None:
    counts = {"x": project.x.shape[1], "t": project.t.shape[1]}
    inside = all(0 <= row < len(project.t) for row in rows)
    if not inside or not all(1 <= each.j <= counts.get(each.kind, 0) for each in columns):
        raise EditError("no_such_sample")


def _raw(project: Project, x: FloatArray) -> FloatArray:
    """Inputs as in the source, from those that the network sees."""
    with np.errstate(over="ignore"):
        return x if project.scaling is None else project.scaling.invert(x)


def _with_rows(project: Project, at: int, x: FloatArray, t: FloatArray) -> Project:
    dataset = project.dataset
    return _with_arrays(
        project,
        np.concatenate((dataset.x[:at], x, dataset.x[at:])),
        np.concatenate((dataset.t[:at], t, dataset.t[at:])),
    )


def _with_arrays(project: Project, x: FloatArray, t: FloatArray) -> Project:
    before = project.dataset
    if np.array_equal(x, before.x) and np.array_equal(t, before.t):
        return project
    try:
        dataset = replace(before, x=x, t=t, source=None)
    except DataError as error:
        raise EditError("not_finite") from error
    return with_other_samples(project, dataset=dataset)


def _renamed(names: tuple[str, ...], number: int, name: str) -> tuple[str, ...]:
    name = " ".join(name.split())[:MAX_NAME]
    if not name:
        raise EditError("no_name")
    if name in names[:number] + names[number + 1 :]:
        raise EditError("name_taken")
    return (*names[:number], name, *names[number + 1 :])


def _with_names(project: Project, dataset: Dataset) -> Project:
    """Names are nothing that training depends on, but a built-in dataset has its own."""
    if dataset == project.dataset:
        return project
    return replace(project, dataset=replace(dataset, source=None))
