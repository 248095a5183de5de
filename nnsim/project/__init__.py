"""The project as a frozen value, its edits and its file."""

from .curves import COLUMNS, Curves
from .curves import row as curve_row
from .errors import EditError, ProjectError, ProjectFileError
from .spec import MAX_LAYERS, MAX_NODES, NetworkSpec, Progress, Project, loss_fits, new_project

__all__ = [
    "COLUMNS",
    "MAX_LAYERS",
    "MAX_NODES",
    "Curves",
    "EditError",
    "NetworkSpec",
    "Progress",
    "Project",
    "ProjectError",
    "ProjectFileError",
    "curve_row",
    "loss_fits",
    "new_project",
]
