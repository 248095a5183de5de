"""The plots: the loss by epoch with the way through time, and what the network answers."""

from .loss_plot import LossPlot
from .output_map import OutputMap
from .time_bar import TimeBar
from .visit_mark import VisitMark

__all__ = ["LossPlot", "OutputMap", "TimeBar", "VisitMark"]
