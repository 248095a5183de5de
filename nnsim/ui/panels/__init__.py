"""Forms beside the diagram."""

from .data_panel import DataPanel
from .runs_panel import RunsPanel
from .training_panel import TrainingPanel

__all__ = ["DataPanel", "RunsPanel", "TrainingPanel"]
