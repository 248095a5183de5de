"""Datasets as named arrays: truth tables, generated sets, real sets, and their preparation."""

from nnsim.data.catalogue import DATASETS, Argument, DatasetEntry, Proposal, load
from nnsim.data.dataset import Dataset, Source
from nnsim.data.errors import BadArgument, BadShape, DataError, UnknownDataset
from nnsim.data.preparation import MAX_TEST_SHARE, Scaling, split, standardise

__all__ = [
    "DATASETS",
    "MAX_TEST_SHARE",
    "Argument",
    "BadArgument",
    "BadShape",
    "DataError",
    "Dataset",
    "DatasetEntry",
    "Proposal",
    "Scaling",
    "Source",
    "UnknownDataset",
    "load",
    "split",
    "standardise",
]
