"""Training beside the window. See `session` for the face that the rest of nnsim uses."""

from .messages import Divergence, EpochBatch, Outcome, TrainEnded, TrainRequest
from .process import warm_up
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
    "warm_up",
]
