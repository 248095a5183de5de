"""From a table and a plan to a dataset, with nothing done to the data that the origin hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nnsim.data.catalogue import DATASETS
from nnsim.data.dataset import Dataset, FloatArray, Origin
from nnsim.data.errors import DataError
from nnsim.data.preparation import SCALINGS, Scaling

from .errors import TableError
from .plan import MAX_CLASSES, MAX_INPUTS, Missing, Plan, Use, number_labels
from .table import MAX_CELLS, Column, Progress, Table, TextColumn, no_progress

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dataset, and how its inputs are to be scaled: as the plan says."""

    dataset: Dataset
    scaling: Scaling | None


@dataclass(frozen=True, slots=True, eq=False)
class _Used:
    """A column that is used: values (N,), NaN where one is missing, and names of categories.

    The values of categories are their places in `labels`; those of numbers are themselves.
    """

    number: int
    name: str
    use: Use
    values: FloatArray
    labels: tuple[str, ...] = ()


def prepare(
    table: Table, plan: Plan, file: str, sheet: str = "", progress: Progress = no_progress
) -> Prepared:
    """The dataset that the plan makes of a table; raises TableError.

    Rows without a target are left out. Classes are sorted by name; two of them are one target of
    0 and 1, more are one-hot, and so are categories among the inputs.
    """
    _check_uses(table.columns, plan.uses)
    used = []
    for number, (column, use) in enumerate(zip(table.columns, plan.uses, strict=True), start=1):
        if use is not Use.UNUSED:
            used.append(_used(number, column, use, table.rows))
            progress(0.3 * number / len(table.columns))
    keep = _complete(used, plan.missing)
    used = [_kept(each, keep) for each in used]
    inputs = [each for each in used if each.use.is_input]
    filled = sum(int(np.isnan(each.values).sum()) for each in inputs)
    if filled:
        inputs = [_filled(each, plan.missing) for each in inputs]
    progress(0.5)
    targets = [each for each in used if each.use.is_target]
    t, class_names = _targets(targets)
    target_names = () if class_names else tuple(each.name for each in targets)
    x, input_names = _inputs(inputs)
    progress(0.8)
    origin = Origin(file, sheet, len(keep), int((~keep).sum()), filled)
    name = file if file not in DATASETS else f"{file} (file)"
    dataset = Dataset(
        x, t, input_names, class_names, name=name, origin=origin, target_names=target_names
    )
    if dataset.kind == "classes" and not class_names:  # one-hot in the file
        dataset = replace(dataset, class_names=target_names, target_names=())
    try:
        scaling = None if plan.scaling is None else SCALINGS[plan.scaling](x)
    except DataError as error:
        raise TableError("too_large_to_scale") from error
    return Prepared(dataset, scaling)


def _check_uses(columns: Sequence[Column], uses: Sequence[Use]) -> None:
    if not any(use.is_target for use in uses):
        raise TableError("no_target")
    if not any(use.is_input for use in uses):
        raise TableError("no_input")
    targets = [(place, use) for place, use in enumerate(uses, start=1) if use.is_target]
    if len(targets) > 1:
        for place, use in targets:
            if use.is_category:
                raise TableError("mixed_targets", None, place, columns[place - 1].name)


def _used(number: int, column: Column, use: Use, rows: NDArray[np.intp]) -> _Used:
    """The values of a column; raises TableError for a text or an infinity in place of a number."""
    if isinstance(column, TextColumn):
        if use.is_category:
            values = np.where(column.codes < 0, np.nan, column.codes)
            return _Used(number, column.name, use, values, column.labels)
        values = _numbers(number, column, rows)
    else:
        values = column.values
    for place in np.flatnonzero(np.isinf(values))[:1]:
        value = float(values[place])
        raise TableError("infinite", int(rows[place]), number, column.name, value)
    if not use.is_category:
        return _Used(number, column.name, use, values)
    kinds, codes = np.unique(values[~np.isnan(values)], return_inverse=True)
    places = np.full(len(values), np.nan)
    places[~np.isnan(values)] = codes
    return _Used(number, column.name, use, places, number_labels(kinds.tolist()))


def _numbers(number: int, column: TextColumn, rows: NDArray[np.intp]) -> FloatArray:
    numbers = column.numbers
    for place in np.flatnonzero(np.isnan(numbers) & (column.codes >= 0))[:1]:
        label = column.labels[column.codes[place]]
        raise TableError("not_a_number", int(rows[place]), number, column.name, label)
    return numbers


def _complete(used: Sequence[_Used], missing: Missing) -> Mask:
    """Which rows become samples: (N,)."""
    keep = np.ones(len(used[0].values), bool)
    needed = [each for each in used if each.use.is_target or missing is Missing.LEAVE_OUT]
    for each in needed:
        keep &= ~np.isnan(each.values)
    if not keep.any():
        worst = max(needed, key=lambda each: int(np.isnan(each.values).sum()))
        raise TableError("nothing_left", None, worst.number, worst.name)
    return keep


def _kept(each: _Used, keep: Mask) -> _Used:
    """The values in the rows that are kept, and the categories that still occur there."""
    values = each.values if keep.all() else each.values[keep]
    if not each.use.is_category:
        return _Used(each.number, each.name, each.use, values)
    known = ~np.isnan(values)
    kinds, codes = np.unique(values[known].astype(np.intp), return_inverse=True)
    places = np.full(len(values), np.nan)
    places[known] = codes
    labels = tuple(each.labels[kind] for kind in kinds)
    return _Used(each.number, each.name, each.use, places, labels)


def _filled(each: _Used, missing: Missing) -> _Used:
    gaps = np.isnan(each.values)
    if not gaps.any():
        return each
    known = each.values[~gaps]
    if not len(known):
        raise TableError("nothing_left", None, each.number, each.name)
    if missing is Missing.MEAN and not each.use.is_category:
        value = float(known.mean())
    else:
        kinds, counts = np.unique(known, return_counts=True)
        value = float(kinds[counts.argmax()])
    values = np.where(gaps, value, each.values)
    return _Used(each.number, each.name, each.use, values, each.labels)


def _targets(targets: Sequence[_Used]) -> tuple[FloatArray, tuple[str, ...]]:
    """t (N, m) and the names of the classes, () of numbers."""
    for each in targets:
        if (each.values == each.values[0]).all():
            value = each.labels[0] if each.labels else number_labels([each.values[0]])[0]
            raise TableError("one_target_value", None, each.number, each.name, value)
    first = targets[0]
    if not first.use.is_category:
        return np.column_stack([each.values for each in targets]), ()
    count = len(first.labels)
    if count > MAX_CLASSES:
        raise TableError("too_many_classes", None, first.number, first.name, count, MAX_CLASSES)
    if count == 2:
        return first.values[:, np.newaxis], first.labels
    return _one_hot(first), first.labels


def _inputs(inputs: Sequence[_Used]) -> tuple[FloatArray, tuple[str, ...]]:
    """x (N, n), read-only, and a name for each of its columns."""
    count = sum(len(each.labels) if each.use.is_category else 1 for each in inputs)
    if count > MAX_INPUTS:
        widest = max(inputs, key=lambda each: len(each.labels))
        raise TableError(
            "too_many_inputs", None, widest.number, widest.name, value=count, limit=MAX_INPUTS
        )
    rows = len(inputs[0].values)
    if rows * count > MAX_CELLS:
        raise TableError("too_many_cells", value=rows * count, limit=MAX_CELLS)
    x = np.empty((rows, count))
    names: list[str] = []
    for each in inputs:
        place = len(names)
        if each.use.is_category:
            x[:, place : place + len(each.labels)] = _one_hot(each)
            names += [f"{each.name}={label}" for label in each.labels]
        else:
            x[:, place] = each.values
            names.append(each.name)
    x.flags.writeable = False  # so that the dataset takes it as it is
    return x, tuple(names)


def _one_hot(each: _Used) -> FloatArray:
    return np.eye(len(each.labels))[each.values.astype(np.intp)]
