"""What the output map is about: which numbers, seen how."""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.project import Project
from nnsim.ui.reading import Reading

from .plane import MOST_POINTS
from .predictions import ConfusionJob, PlaneJob

MAP, CONFUSION, NOTHING = "map", "confusion", "nothing"


def views(project: Project) -> tuple[str, ...]:
    """What can be shown of a project, what is shown first in front."""
    inputs = project.network.sizes[0]
    plane = (MAP,) if inputs >= 2 else ()
    matrix = (CONFUSION,) if project.dataset.kind != "values" else ()
    return (plane + matrix if inputs == 2 else matrix + plane) or (NOTHING,)


@dataclass(frozen=True, eq=False)
class MapSubject:
    """What is shown, or computed.

    Attributes:
        reading: the numbers.
        view: MAP, CONFUSION or NOTHING.
        axes: the two inputs of the map, from 0.
    """

    reading: Reading
    view: str
    axes: tuple[int, int]

    @property
    def project(self) -> Project:
        """Of the reading."""
        return self.reading.project

    @property
    def has_many_inputs(self) -> bool:
        """Whether the map is a plane through the selected sample."""
        return self.project.network.sizes[0] > 2

    def is_that_of(self, other: MapSubject | None) -> bool:
        """Whether both look the same."""
        if other is None:
            return False
        a, b = self.reading, other.reading
        return (
            a.project is b.project
            and a.parameters is b.parameters
            and (self.view, self.axes) == (other.view, other.axes)
            and (not self._follows_sample or (a.sample == b.sample and a.trial is b.trial))
        )

    @property
    def _follows_sample(self) -> bool:
        many_samples = len(self.project.x) > MOST_POINTS
        return self.view == MAP and (self.has_many_inputs or many_samples)

    def job(self) -> PlaneJob | ConfusionJob:
        """What computes it; not for NOTHING."""
        reading = self.reading
        if self.view == CONFUSION:
            return ConfusionJob(self.project, reading.network)
        base = reading.forward.a[1][0]
        return PlaneJob(self.project, reading.network, self.axes, base, reading.sample)
