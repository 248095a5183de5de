"""Going back in time: which epoch is shown, and how one gets to another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from nnsim.project import Progress, Project, Snapshots
from nnsim.training import Replayed

from .parts import Parts


class TimeTravel(QObject):
    """Lets the whole window show an earlier epoch of the training, and leads back.

    A run that goes on is ended and kept first. Whatever changes more than settings ends the visit.

    Signals:
        changed(): another epoch is shown or sought, or the way is another one.
        visited(object): the earlier epoch that is shown now, or None when a visit has ended.
        failed(str): an epoch could not be computed; the traceback.
    """

    changed = Signal()
    visited = Signal(object)
    failed = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._session = parts.controller, parts.session
        self._document, self._view = parts.document, parts.view_state
        self._session.replayed.connect(self._on_replayed)
        self._session.state_changed.connect(self._on_state_changed)
        self._document.changed.connect(self._on_document_changed)
        self._view.reading_changed.connect(self._on_reading_changed)
        self._visited: int | None = None

    @property
    def shown(self) -> int:
        """The epoch that is shown, or will be as soon as it is computed."""
        sought = self._session.sought
        return self._view.reading.epoch if sought is None else sought

    @property
    def visiting(self) -> bool:
        """Whether an earlier epoch is shown."""
        return self._view.visiting

    @property
    def running(self) -> bool:
        """Whether training goes on, and epochs come in with every frame."""
        return self._session.running

    @property
    def visited_epoch(self) -> int | None:
        """The earlier epoch that is shown; None if it is the newest."""
        return self._view.reading.epoch if self._view.visiting else None

    @property
    def first(self) -> int:
        """The first epoch that can be shown."""
        snapshots = self._snapshots
        return snapshots.entries[0].epoch if snapshots.entries else self.last

    @property
    def last(self) -> int:
        """The newest epoch."""
        latest = self._session.latest
        if self._session.running and latest is not None:
            return latest.epoch
        return self._document.project.progress.epoch

    @property
    def ticks(self) -> tuple[int, ...]:
        """The epochs that are kept; those between are computed when they are visited."""
        return self._snapshots.epochs

    @property
    def _snapshots(self) -> Snapshots:
        if self._session.running:
            return self._session.snapshots
        return self._document.project.progress.snapshots

    def can_do(self) -> dict[str, bool]:
        """Which actions make sense now."""
        first, shown, last = self.first, self.shown, self.last
        back, forward, visiting = shown > first, shown < last, self.visiting
        return {
            "timeFirst": back,
            "timeBack10": back,
            "timeBack": back,
            "timeForward": forward,
            "timeForward10": forward,
            "timeLast": forward,
            "timeDifference": visiting,
            "timeContinue": visiting,
        }

    def go_to(self, epoch: int) -> None:
        """Show this epoch, or the nearest one that can be had; the newest ends the visit."""
        self._when_idle(lambda progress: progress.nearest(epoch))

    def step(self, by: int) -> None:
        """Go so many epochs further, or back if it is negative."""

        def wanted(progress: Progress) -> int:
            epoch = min(max(self.shown + by, self.first), self.last)
            return progress.beyond(epoch, by)

        self._when_idle(wanted)

    def go_to_first(self) -> None:
        """Show the first epoch there is."""
        self._when_idle(lambda progress: self.first)

    def go_to_last(self) -> None:
        """End the visit: the newest epoch is shown."""
        self._when_idle(lambda progress: progress.epoch)

    def go_on(self) -> None:
        """Continue from the epoch that is shown, as one undo step that cuts those after it."""
        if self.visiting:
            project = self._view.reading.project
            text = self.tr("Continue from epoch {epoch}").format(epoch=project.progress.epoch)
            self._controller.edit(lambda _now: project, text)

    def toggle_difference(self) -> None:
        """Show numbers beside those of now, or alone."""
        self._view.show_difference(not self._view.reading.difference)

    def _when_idle(self, epoch: Callable[[Progress], int]) -> None:
        """Look for an epoch that is chosen as soon as no run is going on."""

        def seek() -> None:
            project = self._document.project
            wanted = epoch(project.progress)
            if wanted == project.progress.epoch:
                self._session.forget_replay()
                self._view.visit(None)
            elif wanted != self.shown:
                self._session.replay(project, wanted)
            self.changed.emit()

        self._controller.when_idle(seek)

    @Slot(object)
    def _on_replayed(self, answer: Replayed) -> None:
        if answer.project is None:
            self.failed.emit(answer.details)
        elif answer.wish.project is self._document.project:
            self._view.visit(answer.project)
        self.changed.emit()

    @Slot()
    def _on_reading_changed(self) -> None:
        before, self._visited = self._visited, self.visited_epoch
        if self._visited != before:
            self.visited.emit(self._visited)
        if self._visited != before or self._session.running:  # not at every step of a pass
            self.changed.emit()

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        if self._session.running:
            self._view.visit(None)
        self.changed.emit()

    @Slot(object, object)
    def _on_document_changed(self, before: Project, after: Project) -> None:
        sought = self._session.sought
        self._session.forget_replay()
        if sought is not None and after.goes_on_as(before):
            self._session.replay(after, sought)
        self.changed.emit()
