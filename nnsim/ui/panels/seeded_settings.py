"""What chance decides before training begins: the first weights, and the test samples."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnsim.engine import INITIALIZERS
from nnsim.project import Project, edits
from nnsim.ui.parts import Parts
from nnsim.ui.texts import title

from .notes import Notes
from .settings_form import SettingsForm, show_quietly, whole

MAX_PERCENT = 90


class FirstWeights(SettingsForm):
    """How the weights of epoch 0 are drawn."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__(parts, notes)
        self._initializer = self.choice("initializer", self.tr("Drawn by"), list(INITIALIZERS))
        self._seed = whole("weightSeed", self.tr("Seed of the first weights"))
        draw = QPushButton(self.tr("New"))
        draw.setObjectName("newWeights")
        draw.setAccessibleName(self.tr("New first weights"))
        row = QWidget()
        boxes = QHBoxLayout(row)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.addWidget(self._seed, 1)
        boxes.addWidget(draw)
        self.row("weightSeed", self.tr("Seed"), row, self._seed)
        notes.explain("newWeights", draw)
        self._initializer.activated.connect(self._on_initializer_chosen)
        self._seed.valueChanged.connect(self._on_seed_changed)
        draw.clicked.connect(self._on_draw_clicked)

    @Slot(int)
    def _on_initializer_chosen(self, index: int) -> None:
        self._draw(initializer=self._initializer.itemData(index))

    @Slot(int)
    def _on_seed_changed(self, seed: int) -> None:
        self._draw(seed=seed)

    @Slot()
    def _on_draw_clicked(self) -> None:
        self._draw()

    def _draw(self, initializer: str | None = None, seed: int | None = None) -> None:
        self._parts.controller.edit(
            lambda project: edits.draw_weights(project, initializer, seed),
            self.tr("New weights"),
        )

    def show_project(self, project: Project) -> None:
        spec = project.network
        self._initializer.setCurrentIndex(self._initializer.findData(spec.initializer))
        show_quietly(self._seed, spec.seed)

    def summary(self, project: Project) -> str:
        spec = project.network
        return self.tr("{initializer}, seed {seed}").format(
            initializer=title(spec.initializer), seed=spec.seed
        )


class TestSamples(SettingsForm):
    """Which samples are held out for testing."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__(parts, notes)
        self._share = whole("testShare", self.tr("Share of samples held out"), MAX_PERCENT)
        self._share.setSuffix(" %")
        self.row("testShare", self.tr("Test share"), self._share)
        self._seed = whole("splitSeed", self.tr("Seed of the choice of test samples"))
        self.row("splitSeed", self.tr("Seed"), self._seed)
        self._share.valueChanged.connect(self._on_share_changed)
        self._seed.valueChanged.connect(self._on_seed_changed)

    @Slot(int)
    def _on_share_changed(self, percent: int) -> None:
        self._parts.controller.edit(
            lambda project: edits.set_split(project, percent / 100, project.split_seed),
            self.tr("Change held-out share"),
            merge_key="test share",
        )

    @Slot(int)
    def _on_seed_changed(self, seed: int) -> None:
        self._parts.controller.edit(
            lambda project: edits.set_split(project, project.test_share, seed),
            self.tr("Choose other test samples"),
            merge_key="split seed",
        )

    def show_project(self, project: Project) -> None:
        show_quietly(self._share, round(project.test_share * 100))
        show_quietly(self._seed, project.split_seed)
        self._seed.setEnabled(len(project.split[1]) > 0)

    def summary(self, project: Project) -> str:
        testing = len(project.split[1])
        if not testing:
            return self.tr("none")
        return f"{testing} · {round(project.test_share * 100)} %"
