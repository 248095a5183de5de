"""How the network is trained, in one panel: the step in sight, the rest folded below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nnsim.engine import OPTIMIZERS
from nnsim.project import Project
from nnsim.ui.parts import Parts
from nnsim.ui.texts import title

from .explanations import rule
from .fold import Fold
from .notes import Notes
from .seeded_settings import FirstWeights, TestSamples
from .settings_form import ENDS_RUN, SettingsForm
from .stop_settings import StopSettings
from .update_settings import Penalties, UpdateSettings


class TrainingPanel(QWidget):
    """Settings of training. What can change while it runs does so; what ends the run says so."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("trainingPanel")
        self._parts = parts
        self._notes = Notes(parts, self._explain_update)
        self._update = UpdateSettings(parts, self._notes)
        self._folds: list[tuple[Fold, SettingsForm, bool]] = []
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(0)
        self._column.addWidget(self._update)
        self._fold("penaltiesFold", self.tr("Penalties"), Penalties(parts, self._notes))
        self._fold(
            "firstWeightsFold", self.tr("First weights"), FirstWeights(parts, self._notes), True
        )
        self._fold(
            "testSamplesFold", self.tr("Test samples"), TestSamples(parts, self._notes), True
        )
        self._fold("stopFold", self.tr("Stop when"), StopSettings(parts, self._notes))
        self._column.addStretch()
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (scroll, rule, self._notes):
            column.addWidget(widget)
        parts.document.changed.connect(self._on_document_changed)
        parts.session.state_changed.connect(self._on_state_changed)
        self._show(parts.document.project)
        self._on_state_changed()
        self._notes.refresh()

    def _fold(self, name: str, title: str, form: SettingsForm, ends_run: bool = False) -> None:
        fold = Fold(name, title, form, self._parts.view_state.open_folds)
        self._folds.append((fold, form, ends_run))
        fold.header.toggled.connect(partial(self._bring_into_sight, fold))
        self._column.addWidget(fold)

    def _bring_into_sight(self, fold: Fold, opened: bool) -> None:
        """The whole group that has been opened, or as much of it as has room."""

        def scroll() -> None:
            for widget in (fold, fold.header):
                self._scroll.ensureWidgetVisible(widget, 0, 0)

        if opened:
            QTimer.singleShot(0, self, scroll)  # then the group has its place

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._notes.fit()

    @Slot(object, object)
    def _on_document_changed(self, _before: Project, after: Project) -> None:
        self._show(after)

    def _show(self, project: Project) -> None:
        self._update.show_project(project)
        for _, form, _ in self._folds:
            form.show_project(project)
        self._show_headings()

    @Slot()
    def _on_state_changed(self) -> None:
        running = self._parts.session.running
        for form in (self._update, *(form for _, form, _ in self._folds)):
            form.show_running(running)
        self._show_headings()

    def _show_headings(self) -> None:
        project, running = self._parts.document.project, self._parts.session.running
        for fold, form, ends_run in self._folds:
            fold.show_summary(form.summary(project), ENDS_RUN if ends_run and running else "")

    def _explain_update(self) -> str:
        """What is said while no setting is pointed at."""
        if self._parts.session.running:
            text = self.tr(
                "{mark} ends the run first. Everything else is taken over at the next batch, "
                "or at the next epoch."
            )
            return text.format(mark=ENDS_RUN)
        project = self._parts.document.project
        count = len(project.split[0])
        mean = self.tr("<i>E</i> is the mean over the {count} training samples.")
        size = project.settings.batch_size
        update = self.tr("Once an epoch: {rule}")
        if size is not None and size < count:
            update = self.tr("Once for every {size} samples: {rule}")
        return f"{mean.format(count=count)}<br>{update.format(size=size, rule=self._rule(project))}"

    def _rule(self, project: Project) -> str:
        """The formula of the update, or of one with a memory its name and where it is told."""
        optimizer = project.settings.optimizer
        if not OPTIMIZERS[optimizer].vectors:
            return rule(project)
        text = self.tr("a step of {optimizer}, whose formula is told at “Optimizer”.")
        return text.format(optimizer=title(optimizer))
