"""A few records of a run, with and without held-out samples."""

from nnsim.engine import EpochRecord

TESTED = [
    EpochRecord(1, 0.8, 0.5, 0.9, 0.4),
    EpochRecord(2, 0.6, 0.75, 0.7, 0.5),
    EpochRecord(4, 0.30761, 0.97, 0.35124, 0.94),
]
UNTESTED = [record._replace(test_loss=None, test_accuracy=None) for record in TESTED]
