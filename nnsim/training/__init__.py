"""Training on a worker thread. See `session` for the face that the rest of nnsim uses."""

from .messages import Divergence, EpochBatch, Outcome, TrainEnded, TrainRequest
from .replay import Replay, Replayed
from .session import State, TrainingSession

__all__ = [
    "Divergence",
    "EpochBatch",
    "Outcome",
    "Replay",
    "Replayed",
    "State",
    "TrainEnded",
    "TrainRequest",
    "TrainingSession",
]
