"""Forms beside the diagram."""

from .data_panel import DataPanel
from .training_panel import TrainingPanel

__all__ = ["DataPanel", "TrainingPanel"]
