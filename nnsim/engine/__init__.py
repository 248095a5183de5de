"""The numerical heart: networks, losses, gradients and training, in NumPy alone."""

from nnsim.engine.activations import ACTIVATIONS, Activation
from nnsim.engine.errors import (
    EngineError,
    IncompatibleLoss,
    InvalidSetting,
    ShapeError,
    TrainingDiverged,
    UnknownName,
)
from nnsim.engine.initializers import INITIALIZERS, Initializer, initial_parameters
from nnsim.engine.losses import LOSSES, Loss
from nnsim.engine.network import Forward, Gradients, Network
from nnsim.engine.optimizers import OPTIMIZERS, Optimizer
from nnsim.engine.parameters import (
    ParameterAddress,
    address,
    index_of,
    pack,
    parameter_count,
    views,
)
from nnsim.engine.settings import RANGES, Range, TrainSettings
from nnsim.engine.trainer import EpochRecord, Trainer, TrainerState, mini_batches

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "LOSSES",
    "OPTIMIZERS",
    "RANGES",
    "Activation",
    "EngineError",
    "EpochRecord",
    "Forward",
    "Gradients",
    "IncompatibleLoss",
    "Initializer",
    "InvalidSetting",
    "Loss",
    "Network",
    "Optimizer",
    "ParameterAddress",
    "Range",
    "ShapeError",
    "TrainSettings",
    "Trainer",
    "TrainerState",
    "TrainingDiverged",
    "UnknownName",
    "address",
    "index_of",
    "initial_parameters",
    "mini_batches",
    "pack",
    "parameter_count",
    "views",
]
