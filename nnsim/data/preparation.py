"""What is done to a dataset before training: setting samples aside, and scaling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnsim.data.dataset import FloatArray, Origins, read_only
from nnsim.data.errors import BadArgument, BadShape

IndexArray = NDArray[np.intp]
ScalingKind = Literal["standard", "min_max"]
MAX_TEST_SHARE = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Scaling:
    """Scaling column by column, (x - mean) / scale. `mean`, `scale`: (n,), read-only.

    `kind` says where the numbers come from: mean and deviation, or for "min_max" the smallest
    value and the range.

    Raises `BadShape`, and `BadArgument` unless all is finite and every scale above 0.
    """

    mean: FloatArray
    scale: FloatArray
    kind: ScalingKind = "standard"

    def __post_init__(self) -> None:
        object.__setattr__(self, "mean", read_only(self.mean))
        object.__setattr__(self, "scale", read_only(self.scale))
        if self.mean.ndim != 1 or self.mean.shape != self.scale.shape:
            raise BadShape("scale", self.scale.shape)
        for what, array, sound in (
            ("mean", self.mean, np.isfinite(self.mean)),
            ("scale", self.scale, np.isfinite(self.scale) & (self.scale > 0)),
        ):
            if not sound.all():
                raise BadArgument(what, float(array[~sound][0]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scaling):
            return NotImplemented
        same_kind = self.kind == other.kind
        same_mean = np.array_equal(self.mean, other.mean)
        return same_kind and same_mean and np.array_equal(self.scale, other.scale)

    def __hash__(self) -> int:
        return hash((self.kind, *self.mean.tolist(), *self.scale.tolist()))

    def apply(self, x: FloatArray) -> FloatArray:
        """Raw (..., n) → scaled (..., n)."""
        return (x - self.mean) / self.scale

    def invert(self, x: FloatArray) -> FloatArray:
        """Scaled (..., n) → raw (..., n)."""
        return x * self.scale + self.mean

    def with_columns(self, origins: Origins) -> Scaling:
        """The scaling of other columns, as in `Dataset.with_columns`; a new one is left as it is.

        Raises IndexError for a column that is not there.
        """
        mean = [0.0 if origin is None else self.mean[origin] for origin in origins]
        scale = [1.0 if origin is None else self.scale[origin] for origin in origins]
        return Scaling(np.array(mean), np.array(scale), self.kind)


def standardise(x: FloatArray) -> Scaling:
    """The scaling that gives every column of `x` (N, n) mean 0 and standard deviation 1.

    The deviation is that of the samples themselves (divided by N). A constant column gets scale 1,
    so it becomes 0. Take `x` from the training samples only. Raises `BadShape` without samples and
    `BadArgument` where the numbers are too large to be squared.
    """
    if x.ndim != 2 or not len(x):
        raise BadShape("x", x.shape)
    constant = (x == x[0]).all(axis=0)
    with np.errstate(over="ignore", invalid="ignore"):
        mean = np.where(constant, x[0], x.mean(axis=0))
        scale = x.std(axis=0)
    return Scaling(mean, np.where(constant | (scale == 0), 1.0, scale))


def min_max(x: FloatArray) -> Scaling:
    """The scaling that brings every column of `x` (N, n) to 0..1; a constant column becomes 0.

    Raises as `standardise` does, where a range is too large to be a number.
    """
    if x.ndim != 2 or not len(x):
        raise BadShape("x", x.shape)
    low = x.min(axis=0)
    with np.errstate(over="ignore"):
        reach = x.max(axis=0) - low
    return Scaling(low, np.where(reach == 0, 1.0, reach), "min_max")


SCALINGS: Mapping[ScalingKind, Callable[[FloatArray], Scaling]] = MappingProxyType(
    {"standard": standardise, "min_max": min_max}
)


def split(n: int, test_share: float, seed: int) -> tuple[IndexArray, IndexArray]:
    """Which of `n` samples train and which test: (train_indices, test_indices), both sorted.

    The test samples are round(n · test_share) drawn at random without regard to their class; at
    least one sample always trains, and with a share of 0 none tests. The same arguments give the
    same split. Raises `BadArgument` for n < 1 or a share outside 0..0.9.
    """
    if n < 1:
        raise BadArgument("n", n, 1, float("inf"))
    if not 0 <= test_share <= MAX_TEST_SHARE:
        raise BadArgument("test_share", test_share, 0, MAX_TEST_SHARE)
    n_test = min(round(n * test_share), n - 1)
    order = np.random.default_rng(seed).permutation(n)
    return np.sort(order[n_test:]), np.sort(order[:n_test])
