"""A pass as data: what is computed, from what, in which order."""

from .steps import Phase, Step, trace_pass

__all__ = ["Phase", "Step", "trace_pass"]
