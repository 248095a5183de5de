"""The project as a frozen value, its edits and its file."""

from typing import TYPE_CHECKING, Any

from .curves import COLUMNS, MAX_ROWS, Curves
from .curves import records_of as curve_records
from .curves import row as curve_row
from .curves import rows_of as curve_rows
from .errors import CellError, EditError, ProjectError, ProjectFileError, RoomError, SettingError
from .progress import OptimizerState, Progress
from .runs import MAX_RUN_NAME, MAX_RUN_ROWS, MAX_RUNS, Run, incomparable, last_value, visited_still
from .snapshots import MAX_SNAPSHOTS, Snapshot, Snapshots, is_finite
from .spec import MAX_LAYERS, MAX_NODES, NetworkSpec, Project, loss_fits, new_project
from .stopping import StopReason, StopRules, Watched

if TYPE_CHECKING:
    from .file import parse_project, read_project, write_project

__all__ = [
    "COLUMNS",
    "MAX_LAYERS",
    "MAX_NODES",
    "MAX_ROWS",
    "MAX_RUNS",
    "MAX_RUN_NAME",
    "MAX_RUN_ROWS",
    "MAX_SNAPSHOTS",
    "CellError",
    "Curves",
    "EditError",
    "NetworkSpec",
    "OptimizerState",
    "Progress",
    "Project",
    "ProjectError",
    "ProjectFileError",
    "RoomError",
    "Run",
    "SettingError",
    "Snapshot",
    "Snapshots",
    "StopReason",
    "StopRules",
    "Watched",
    "curve_records",
    "curve_row",
    "curve_rows",
    "incomparable",
    "is_finite",
    "last_value",
    "loss_fits",
    "new_project",
    "parse_project",
    "read_project",
    "visited_still",
    "write_project",
]


def __getattr__(name: str) -> Any:
    """The file brings pydantic with it, which takes 0.1 s: imported with the first file."""
    if name in ("parse_project", "read_project", "write_project"):
        from . import file

        return getattr(file, name)
    raise AttributeError(name)
