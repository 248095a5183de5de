"""The table of built-in datasets. A new one is one more entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import numpy as np

from nnsim.data import generators
from nnsim.data.dataset import Dataset, Source
from nnsim.data.errors import BadArgument, UnknownDataset
from nnsim.data.real import read_real

Family = Literal["truth_table", "generated", "real"]


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a dataset: its default, and its bounds, both allowed."""

    default: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """The settings that nnsim proposes for a dataset.

    `hidden`: sizes of the hidden layers; empty keeps those there are. `batch_size` None is the
    whole set. `epochs` is about how many it takes.
    """

    hidden: tuple[int, ...] = ()
    activation: str = "sigmoid"
    learning_rate: float = 0.5
    batch_size: int | None = None
    optimizer: str = "sgd"
    standardise: bool = False
    test_share: float = 0.0
    epochs: int = 2000


@dataclass(frozen=True, slots=True)
class DatasetEntry:
    """One row of the table. `arguments` holds those of samples, noise and seed that it takes.

    `make` is called with each of them by name.
    """

    key: str
    title: str
    family: Family
    make: Callable[..., Dataset]
    proposal: Proposal
    arguments: Mapping[str, Argument] = field(default_factory=dict)


SAMPLES = Argument(200, 10, 2000)
NOISE = Argument(0.1, 0.0, 0.5)
SEED = Argument(0, 0, 2**32 - 1)
_GENERATED = MappingProxyType({"samples": SAMPLES, "noise": NOISE, "seed": SEED})


def _truth_table(key: str, title: str, targets: tuple[int, int, int, int]) -> DatasetEntry:
    def make() -> Dataset:
        return Dataset(
            x=np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64),
            t=np.array(targets, dtype=np.float64)[:, np.newaxis],
            input_names=("x1", "x2"),
            class_names=("0", "1"),
            source=Source(key),
            name=key,
        )

    proposal = Proposal(hidden=(2,), activation="sigmoid", learning_rate=1.0)
    return DatasetEntry(key, title, "truth_table", make, proposal)


def _generated(key: str, title: str, maker: generators.Maker, proposal: Proposal) -> DatasetEntry:
    def make(samples: int, noise: float, seed: int) -> Dataset:
        x, t = generators.make(maker, samples, noise, seed)
        source = Source(key, samples, noise, seed)
        return Dataset(x, t, ("x1", "x2"), ("0", "1"), source, key)

    return DatasetEntry(key, title, "generated", make, proposal, _GENERATED)


def _real(key: str, title: str, proposal: Proposal) -> DatasetEntry:
    def make() -> Dataset:
        return read_real(key)

    return DatasetEntry(key, title, "real", make, proposal)


def _two_inputs(hidden: tuple[int, ...], learning_rate: float, epochs: int) -> Proposal:
    return Proposal(hidden, "tanh", learning_rate, batch_size=10, test_share=0.2, epochs=epochs)


def _measured(
    hidden: tuple[int, ...], learning_rate: float, batch_size: int, epochs: int
) -> Proposal:
    return Proposal(
        hidden, "tanh", learning_rate, batch_size, standardise=True, test_share=0.2, epochs=epochs
    )


_ENTRIES = (
    _truth_table("and", "AND", (0, 0, 0, 1)),
    _truth_table("or", "OR", (0, 1, 1, 1)),
    _truth_table("nand", "NAND", (1, 1, 1, 0)),
    _truth_table("xor", "XOR", (0, 1, 1, 0)),
    _generated("clusters", "Two clusters", generators.clusters, _two_inputs((2,), 0.1, 100)),
    _generated("circle", "Circle", generators.circle, _two_inputs((4,), 0.3, 200)),
    _generated("xor_clouds", "XOR clouds", generators.xor_clouds, _two_inputs((4,), 0.3, 200)),
    _generated("spiral", "Spiral", generators.spiral, _two_inputs((8, 8), 0.3, 500)),
    _generated("moons", "Moons", generators.moons, _two_inputs((6,), 0.3, 300)),
    _real("iris", "Iris", _measured((4,), 0.1, 16, 200)),
    _real("wine", "Wine", _measured((6,), 0.1, 16, 50)),
    _real("breast_cancer", "Breast cancer", _measured((8,), 0.05, 32, 30)),
    _real("digits", "Digits", _measured((32,), 0.1, 32, 50)),
)
DATASETS: Mapping[str, DatasetEntry] = MappingProxyType({entry.key: entry for entry in _ENTRIES})


def load(
    name: str, samples: int | None = None, noise: float | None = None, seed: int | None = None
) -> Dataset:
    """The built-in dataset `name`; an argument left out takes the default of its entry.

    The same arguments give the same bits. Raises `UnknownDataset`, or `BadArgument` for a value
    out of bounds and for an argument that this dataset does not take.
    """
    entry = DATASETS.get(name)
    if entry is None:
        raise UnknownDataset(name)
    given = {"samples": samples, "noise": noise, "seed": seed}
    for argument, value in given.items():
        if value is not None and argument not in entry.arguments:
            raise BadArgument(argument, value)
    chosen = {key: _checked(key, given[key], rule) for key, rule in entry.arguments.items()}
    return entry.make(**chosen)


def _checked(name: str, value: float | None, rule: Argument) -> float:
    """The value or its default, of the type of the bounds: samples and seed are whole."""
    if value is None:
        return rule.default
    whole = isinstance(rule.low, int)
    if not rule.low <= value <= rule.high or (whole and value != int(value)):
        raise BadArgument(name, value, rule.low, rule.high)
    return int(value) if whole else float(value)
