"""Datasets as named arrays: truth tables, generated sets, real sets, and their preparation."""

from nnsim.data.catalogue import DATASETS, Argument, DatasetEntry, Proposal, load
from nnsim.data.dataset import Dataset, Origin, Source
from nnsim.data.errors import BadArgument, BadShape, DataError, UnknownDataset
from nnsim.data.preparation import (
    MAX_TEST_SHARE,
    SCALINGS,
    Scaling,
    ScalingKind,
    min_max,
    split,
    standardise,
)

__all__ = [
    "DATASETS",
    "MAX_TEST_SHARE",
    "SCALINGS",
    "Argument",
    "BadArgument",
    "BadShape",
    "DataError",
    "Dataset",
    "DatasetEntry",
    "Origin",
    "Proposal",
    "Scaling",
    "ScalingKind",
    "Source",
    "UnknownDataset",
    "load",
    "min_max",
    "split",
    "standardise",
]
