"""The plots: the loss by epoch and the way through time, the answers, and what is inside."""

from .exported import ConfusionPicture, MapPicture, exported_views
from .inside import InsideView
from .loss_plot import LossPlot
from .output_map import OutputMap
from .run_comparison import RunComparison
from .time_bar import TimeBar

__all__ = [
    "ConfusionPicture",
    "InsideView",
    "LossPlot",
    "MapPicture",
    "OutputMap",
    "RunComparison",
    "TimeBar",
    "exported_views",
]
