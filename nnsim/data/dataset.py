"""A dataset: inputs and targets as two named, read-only arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnsim.data.errors import BadArgument, BadShape

FloatArray = NDArray[np.float64]
Kind = Literal["binary", "classes", "values"]


@dataclass(frozen=True, slots=True)
class Source:
    """How to make a dataset again. An argument that it does not take is None."""

    name: str
    samples: int | None = None
    noise: float | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """N samples of n inputs `x` (N, n) and m targets `t` (N, m), both float64 and read-only.

    `class_names` always holds max(2, m) names, "0", "1", ... where none are given; they mean
    something only while `kind` is not "values". `source` is None once a value was edited by hand,
    or when the data was imported. `name` is the key of the dataset it began as. Equal by value.

    Raises `BadShape` when arrays and names do not fit together, `BadArgument` for a value that is
    not finite.
    """

    x: FloatArray
    t: FloatArray
    input_names: tuple[str, ...]
    class_names: tuple[str, ...] = ()
    source: Source | None = None
    name: str = ""

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
        return (self.name, self.source, self.input_names, self.class_names)

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

    def with_columns(self, n_inputs: int, n_outputs: int) -> Dataset:
        """The same samples with that many columns: zeros are added, the last ones removed.

        New inputs are called x3, x4, ..., new classes by their number from 0. Class names are not
        kept between one target column, where 0 and 1 are the classes, and several.
        Raises `BadShape` for a count below 1.
        """
        if min(n_inputs, n_outputs) < 1:
            raise BadShape("columns", (n_inputs, n_outputs))
        if (n_inputs, n_outputs) == (self.x.shape[1], self.t.shape[1]):
            return self
        names = self.input_names[:n_inputs]
        added = tuple(f"x{i}" for i in range(len(names) + 1, n_inputs + 1))
        same_meaning = (n_outputs == 1) == (self.t.shape[1] == 1)
        classes = self.class_names[: max(2, n_outputs)] if same_meaning else ()
        return Dataset(
            x=_with_width(self.x, n_inputs),
            t=_with_width(self.t, n_outputs),
            input_names=names + added,
            class_names=classes + _numbered_classes(n_outputs)[len(classes) :],
            name=self.name,
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


def _with_width(array: FloatArray, width: int) -> FloatArray:
    kept = array[:, :width]
    return np.pad(kept, ((0, 0), (0, width - kept.shape[1])))
