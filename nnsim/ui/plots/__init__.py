"""The plots: the loss by epoch, and what the network answers."""

from .loss_plot import LossPlot
from .output_map import OutputMap
from .run_comparison import RunComparison

__all__ = ["LossPlot", "OutputMap", "RunComparison"]
