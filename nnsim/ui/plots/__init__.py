"""The plots: the loss by epoch and the way through time, the answers, and what is inside."""

from .inside import InsideView
from .loss_plot import LossPlot
from .output_map import OutputMap
from .run_comparison import RunComparison
from .time_bar import TimeBar

__all__ = ["InsideView", "LossPlot", "OutputMap", "RunComparison", "TimeBar"]
