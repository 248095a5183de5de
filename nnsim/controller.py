"""The rules between the document and training.

An edit while a run goes on ends the run first, so that training is kept as its own undo step and
the edit is made on the parameters that it reached. Settings that the trainer can take over at the
next mini-batch are handed to it and the run goes on. The end of a run is one undo step. Where
another document was opened meanwhile, the run is ended and its result dropped.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from nnsim.document import Document
from nnsim.engine import TrainerState, TrainSettings
from nnsim.project import EditError, Project, Watched, edits
from nnsim.training import TrainEnded, TrainingSession

Edit = Callable[[Project], Project]


class Controller(QObject):
    """Makes edits and runs training.

    Attributes:
        document, session: what it keeps in step.
        epochs_per_second: the pace of runs; None: full speed.

    Signals:
        refused(EditError or BlockError): an edit, or what was pasted, could not be taken; the
            project stays as it was.
        training_ended(TrainEnded): a run is over, and its result in the document if it still is
            the one that was trained.
    """

    refused = Signal(object)
    training_ended = Signal(object)

    def __init__(
        self, document: Document, session: TrainingSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.session = session
        self.epochs_per_second: float | None = None
        self._waiting: list[Callable[[], object]] = []
        self._started: Project | None = None
        self._altered = False  # whether settings were changed while the run went on
        document.opened.connect(session.stop)
        session.ended.connect(self._on_ended)

    # Edits

    def edit(self, change: Edit, text: str, merge_key: str | None = None) -> None:
        """Apply an edit as one undo step, after ending a run that is going on.

        Args:
            change: a function from nnsim.project.edits with its other arguments bound.
            text: names the step in the Edit menu.
            merge_key: consecutive steps with the same key become one.
        """
        self.when_idle(lambda: self._apply(change, text, merge_key))

    def edit_meanwhile(self, change: Edit, text: str) -> None:
        """Apply an edit that training does not depend on, such as a name; a run goes on."""
        self._apply(change, text, None)

    def change_settings(self, text: str, merge_key: str | None = None, **values: object) -> None:
        """Change settings of the trainer; a run that is going on takes them over.

        Args:
            values: fields of TrainSettings, such as learning_rate=0.1.
        """
        before = self.settings
        self._apply(lambda project: edits.set_settings(project, **values), text, merge_key)
        self._altered |= self.settings is not before
        self.session.change_settings(self.settings)

    def change_stop_rule(
        self, text: str, rule: str, merge_key: str | None = None, **values: object
    ) -> None:
        """Change a stop rule; a run that is going on takes it over.

        Args:
            rule: its field of StopRules.
            values: fields of it, such as on=True.
        """
        self._apply(lambda project: edits.set_stop_rule(project, rule, **values), text, merge_key)
        self.session.change_stop_rules(self.document.project.stop_rules)

    @property
    def settings(self) -> TrainSettings:
        """The settings of the trainer."""
        return self.document.project.settings

    def undo(self) -> None:
        """Undo the last step; of a run that is going on, the run."""
        self.when_idle(self.document.undo_stack.undo)

    def redo(self) -> None:
        """Redo the step that was undone last."""
        self.when_idle(self.document.undo_stack.redo)

    def reset(self) -> None:
        """Back to epoch 0 with the same initial weights."""
        self.edit(edits.reset, self.tr("Reset"))

    # Training

    def run(self, epochs: int | None = None) -> None:
        """Train on from where the project is, for so many epochs or until pause."""
        if not self.session.running:
            self._started = self.document.project
            self._altered = False
            self.session.start(self._started, epochs, self.epochs_per_second)

    def pause(self) -> None:
        """End the run; its result becomes one undo step, from which `run` goes on exactly."""
        self.session.stop()

    def toggle(self) -> None:
        """Run or pause."""
        if self.session.running:
            self.pause()
        else:
            self.run()

    def run_epoch(self) -> None:
        """Train one epoch; while a run goes on, pause it."""
        if self.session.running:
            self.pause()
        else:
            self.run(epochs=1)

    def set_pace(self, epochs_per_second: float | None) -> None:
        """Train at this pace from now on; None: full speed."""
        self.epochs_per_second = epochs_per_second
        self.session.change_pace(epochs_per_second)

    def when_idle(self, action: Callable[[], object]) -> None:
        """Do something as soon as no run is going on; a run is ended and kept first."""
        if self.session.running or self._waiting:
            self._waiting.append(action)
            self.session.stop()
        else:
            action()

    def _apply(self, change: Edit, text: str, merge_key: str | None) -> None:
        try:
            project = change(self.document.project)
        except EditError as error:
            self.refused.emit(error)
        else:
            self.document.apply(project, text, merge_key)

    @property
    def _still_open(self) -> bool:
        """Whether the run belongs to the document: only settings change while it goes on."""
        started = self._started
        return started is not None and started.parameters is self.document.project.parameters

    @property
    def project_so_far(self) -> Project:
        """The project with what a run that is going on has reached."""
        project, state = self.document.project, self.session.latest
        if not (self.session.running and self._still_open) or state is None:
            return project
        return self._trained(state) if state.epoch > project.progress.epoch else project

    def _trained(self, state: TrainerState, watched: Watched | None = None) -> Project:
        session = self.session
        return edits.trained(
            self.document.project,
            state,
            session.history.freeze(),
            watched,
            snapshots=session.snapshots,
            seconds=session.seconds,
            altered=self._altered,
        )

    @Slot(object)
    def _on_ended(self, end: TrainEnded) -> None:
        project = self.document.project
        epochs = end.state.epoch - project.progress.epoch
        if epochs > 0 and self._still_open:
            after = self._trained(end.state, end.watched)
            one, many = self.tr("Train one epoch"), self.tr("Train {count} epochs")
            self.document.apply(after, one if epochs == 1 else many.format(count=epochs))
        self.training_ended.emit(end)
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            self.when_idle(action)
