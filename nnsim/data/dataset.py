"""A dataset: inputs and targets as two named, read-only arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnsim.data.errors import BadArgument, BadShape

FloatArray = NDArray[np.float64]
Kind = Literal["binary", "classes", "values"]
Origins = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Source:
    """How to make a dataset again. An argument that it does not take is None."""

    name: str
    samples: int | None = None
    noise: float | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where imported data came from, and what was done to its rows on the way.

    Attributes:
        file, sheet: names; a sheet only of a workbook.
        rows: of data in the file.
        left_out: rows that are no samples, for want of a value.
        filled: inputs that were filled in.
    """

    file: str
    sheet: str = ""
    rows: int = 0
    left_out: int = 0
    filled: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """N samples of n inputs `x` (N, n) and m targets `t` (N, m), both float64 and read-only.

    `class_names` always holds max(2, m) names, "0", "1", ... where none are given; they mean
    something only while `kind` is not "values". `target_names` are those of the columns of t while
    it is, "t1", "t2", ... where none are given. `source` is None once a value was edited by hand,
    or when the data was imported; then `origin` says from where. `name` is the key of the dataset
    it began as, or the name of its file. Equal by value.

    Raises `BadShape` when arrays and names do not fit together, `BadArgument` for a value that is
    not finite.
    """

    x: FloatArray
    t: FloatArray
    input_names: tuple[str, ...]
    class_names: tuple[str, ...] = ()
    source: Source | None = None
    name: str = ""
    origin: Origin | None = None
    target_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for what in ("x", "t"):
            array = read_only(getattr(self, what))
            if array.ndim != 2:
                raise BadShape(what, array.shape)
            finite = np.isfinite(array)
            if not finite.all():
                raise BadArgument(what, float(array[~finite][0]))
            object.__setattr__(self, what, array)
        if len(self.t) != len(self.x):
            raise BadShape("t", self.t.shape)
        if len(self.input_names) != self.x.shape[1]:
            raise BadShape("input_names", (len(self.input_names),))
        if not self.class_names:
            object.__setattr__(self, "class_names", _numbered_classes(self.t.shape[1]))
        if len(self.class_names) != max(2, self.t.shape[1]):
            raise BadShape("class_names", (len(self.class_names),))
        if not self.target_names:
            names = tuple(f"t{j}" for j in range(1, self.t.shape[1] + 1))
            object.__setattr__(self, "target_names", names)
        if len(self.target_names) != self.t.shape[1]:
            raise BadShape("target_names", (len(self.target_names),))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return (
            self._labels() == other._labels()
            and np.array_equal(self.x, other.x)
            and np.array_equal(self.t, other.t)
        )

    def __hash__(self) -> int:
        return hash((self._labels(), self.x.shape, self.t.shape))

    def _labels(self) -> tuple[object, ...]:
        names = self.input_names, self.class_names, self.target_names
        return (self.name, self.source, self.origin, *names)

    @property
    def kind(self) -> Kind:
        """What the targets are, read from their values.

        "binary": one column of 0 and 1. "classes": one-hot rows of two or more columns.
        "values": anything else.
        """
        if not np.isin(self.t, (0.0, 1.0)).all():
            return "values"
        if self.t.shape[1] == 1:
            return "binary"
        return "classes" if (self.t.sum(axis=1) == 1).all() else "values"

    def with_value(self, row: int, column: int, value: float, target: bool = False) -> Dataset:
        """The same data with one input (or target) changed. Row and column count from 0.

        Raises IndexError for a place outside the table, `BadArgument` for a value not finite.
        """
        array = (self.t if target else self.x).copy()
        if not (0 <= row < array.shape[0] and 0 <= column < array.shape[1]):
            raise IndexError((row, column))
        if array[row, column] == value:
            return self
        array[row, column] = value
        if target:
            return replace(self, t=array, source=None)
        return replace(self, x=array, source=None)

    def with_columns(
        self, inputs: Origins | None = None, targets: Origins | None = None
    ) -> Dataset:
        """The same samples with other columns; None: as they are.

        Each column is named by its number now, from 0, or by None for a new one of zeros. Columns
        called by their place (x1, x2, ...) are renumbered. Class names are not kept between one
        target column, where 0 and 1 are the classes, and several.
        Raises `BadShape` for no columns, IndexError for a column that is not there.
        """
        n, m = self.x.shape[1], self.t.shape[1]
        inputs = range(n) if inputs is None else inputs
        targets = range(m) if targets is None else targets
        if not inputs or not targets:
            raise BadShape("columns", (len(inputs), len(targets)))
        if (*inputs,) == (*range(n),) and (*targets,) == (*range(m),):
            return self
        return Dataset(
            x=_columns(self.x, inputs),
            t=_columns(self.t, targets),
            input_names=_chosen_columns(self.input_names, inputs, "x"),
            class_names=_chosen_classes(self.class_names, m, targets),
            name=self.name,
            origin=self.origin,
            target_names=_chosen_columns(self.target_names, targets, "t"),
        )


def read_only(array: FloatArray) -> FloatArray:
    """A C-contiguous float64 array that nobody can write to: a copy, unless it is one already."""
    if (
        isinstance(array, np.ndarray)
        and array.dtype == np.float64
        and array.flags.c_contiguous
        and array.flags.owndata
        and not array.flags.writeable
    ):
        return array
    copy = np.array(array, dtype=np.float64, order="C")
    copy.flags.writeable = False
    return copy


def _numbered_classes(n_outputs: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(max(2, n_outputs)))


def _columns(array: FloatArray, origins: Origins) -> FloatArray:
    result = np.zeros((len(array), len(origins)))
    for column, origin in enumerate(origins):
        if origin is not None:
            result[:, column] = array[:, origin]
    return result


def _chosen_columns(names: tuple[str, ...], origins: Origins, letter: str) -> tuple[str, ...]:
    return tuple(
        f"{letter}{place}"
        if origin is None or names[origin] == f"{letter}{origin + 1}"
        else names[origin]
        for place, origin in enumerate(origins, start=1)
    )


def _chosen_classes(names: tuple[str, ...], m: int, origins: Origins) -> tuple[str, ...]:
    """The names of the chosen classes, and for each new one the first number that is free."""
    if len(origins) == 1 or m == 1:
        return names if len(origins) == m else ()
    kept = {names[origin] for origin in origins if origin is not None}
    free = (name for name in map(str, count()) if name not in kept)
    return tuple(next(free) if origin is None else names[origin] for origin in origins)
