"""A pass as data: what is computed, from what, in which order, and what follows from what."""

from .effects import dependents, with_parameter
from .numbers import PassNumbers
from .paper_update import PAPER_RULES
from .places import Place
from .position import Grain, Position
from .rounding import rounded
from .slopes import (
    EPSILONS,
    KINKED,
    ErrorSource,
    Measurement,
    SlopeMeter,
    measure_slopes,
    measuring_work,
)
from .step import Phase, Step
from .steps import Trace, trace_pass

__all__ = [
    "EPSILONS",
    "KINKED",
    "PAPER_RULES",
    "ErrorSource",
    "Grain",
    "Measurement",
    "PassNumbers",
    "Phase",
    "Place",
    "Position",
    "SlopeMeter",
    "Step",
    "Trace",
    "dependents",
    "measure_slopes",
    "measuring_work",
    "rounded",
    "trace_pass",
    "with_parameter",
]
