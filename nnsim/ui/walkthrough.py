"""The pass that the user is stepping through, kept in step with what is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnsim.trace import Grain, Position, Trace, trace_pass

from .pass_samples import MiniBatches, Samples

if TYPE_CHECKING:
    from nnsim.project import Project

    from .reading import Reading


class Walkthrough:
    """Holds the place in the pass; traces anew whenever network, numbers or sample change.

    Attributes:
        is_open: whether a pass is being stepped through.
        samples: what E and the gradients are means over; a sample that is not among them, as one
            that is held out for testing, is stepped through alone.
        mini_batches: finds the one that comes next.
        on_paper: every number is rounded as soon as it is computed.
        decimals: to how many, on paper.
        position: the place; None when no pass is open.
    """

    def __init__(self, decimals: int) -> None:
        self.is_open = False
        self.samples = Samples.ONE
        self.mini_batches = MiniBatches()
        self.on_paper = False
        self.decimals = decimals
        self.position: Position | None = None
        self._grain = Grain.NODE  # of the pass that was closed last
        self._traced: Reading | None = None

    def open(self) -> None:
        """Begin a pass; nothing is computed yet."""
        self.is_open = True

    def close(self) -> None:
        """End the pass: everything is known again."""
        self.is_open = False
        if self.position is not None:
            self._grain = self.position.grain
        self.position = self._traced = None

    def set_samples(self, samples: Samples) -> None:
        """Take one sample, all training samples, or the next mini-batch."""
        self.samples = samples
        self._traced = None

    def set_whole_batch(self, on: bool) -> None:
        """Take all training samples, or only the one that is selected."""
        self.set_samples(Samples.ALL if on else Samples.ONE)

    def set_paper(self, on: bool, decimals: int) -> None:
        """Round every number to so many decimals, or none."""
        if (on, decimals) != (self.on_paper, self.decimals):
            if on or self.on_paper:
                self._traced = None
            self.on_paper, self.decimals = on, decimals

    def batch(self, reading: Reading) -> list[int]:
        """The rows of the samples that E and the gradients are means over."""
        rows = self.rows(reading.project)
        return rows if reading.sample in rows else [reading.sample]

    def rows(self, project: Project) -> list[int]:
        """The rows of the samples that are wanted; none for the one that is selected."""
        match self.samples:
            case Samples.ALL:
                return list(project.split[0].tolist())
            case Samples.NEXT:
                return list(self.mini_batches.next(project).rows)
        return []

    def locate(self, reading: Reading) -> Position | None:
        """The place in the pass of this reading, traced anew if its numbers are others."""
        if not self.is_open:
            return None
        before = self._traced
        if before is None or not _same_numbers(before, reading):
            self._move_to(self._trace(reading))
            self._traced = reading
        return self.position

    def _move_to(self, trace: Trace) -> None:
        """Stay at the same step where the new pass has the same steps; else start over."""
        old = self.position
        if old is None:
            self.position = Position(trace, self._grain)
        elif len(old.trace.steps) == len(trace.steps):
            self.position = Position(trace, old.grain, old.done, old.terms)
        else:
            self.position = Position(trace, old.grain)

    def _trace(self, reading: Reading) -> Trace:
        project, rows = reading.project, self.batch(reading)
        return trace_pass(
            reading.network,
            project.x[rows],
            project.t[rows],
            project.settings,
            project.trainer_state,
            rows.index(reading.sample),
            self.decimals if self.on_paper else None,
            rows,
        )


def _same_numbers(one: Reading, other: Reading) -> bool:
    return (
        one.project is other.project
        and one.parameters is other.parameters
        and one.sample == other.sample
    )
