"""The plots: the loss by epoch, what the network answers, and what is inside it."""

from .inside import InsideView
from .loss_plot import LossPlot
from .output_map import OutputMap

__all__ = ["InsideView", "LossPlot", "OutputMap"]
