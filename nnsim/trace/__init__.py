"""A pass as data: what is computed, from what, in which order."""

from .position import Grain, Position
from .steps import Phase, Step, Trace, trace_pass

__all__ = ["Grain", "Phase", "Position", "Step", "Trace", "trace_pass"]
