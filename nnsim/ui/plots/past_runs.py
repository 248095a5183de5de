"""Which earlier runs of a project have a curve beside the one in hand."""

from __future__ import annotations

from nnsim.project import Project, incomparable
from nnsim.ui.shown_run import run_title

from .past import PastCurve


def past_curves(project: Project) -> list[PastCurve]:
    """Of the runs whose loss can be compared with that of the project, the newest last."""
    return [
        PastCurve(
            run.number,
            run_title(run),
            run.curves.column("epoch"),
            run.curves.column("loss"),
            run.pinned,
            run.curves.column("accuracy"),
        )
        for run in project.runs
        if incomparable(run.result, project) is None
    ]
