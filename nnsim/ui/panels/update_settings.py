"""What one step of training is: learning rate, loss, optimizer, batch."""

from __future__ import annotations

from PySide6.QtCore import Slot

from nnsim.engine import LOSSES, OPTIMIZERS
from nnsim.notation import eta, format_exact
from nnsim.project import Project, edits
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtWidget

from .learning_rate import LearningRate
from .notes import Notes
from .settings_form import SettingsForm, show_quietly, whole

MAX_BATCH = 100_000


class UpdateSettings(SettingsForm):
    """The settings that are always in sight."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__(parts, notes)
        self._rate = LearningRate()
        self.row(
            "learningRate", self.tr("Learning rate η"),
            self._rate, self._rate.number, self._rate.slider,
        )  # fmt: skip
        for control in (self._rate.number, self._rate.slider):
            PointingAtWidget(control, parts.view_state, lambda: eta)
        self._loss = self.choice("loss", self.tr("Loss E"), list(LOSSES))
        self._optimizer = self.choice("optimizer", self.tr("Optimizer"), list(OPTIMIZERS))
        self._numbers = {
            name: self.setting(name, text)
            for name, text in (
                ("momentum", self.tr("Momentum μ")),
                ("rho", self.tr("Decay ρ")),
                ("beta1", "β₁"),
                ("beta2", "β₂"),
                ("epsilon", "ε"),
            )
        }
        self._batch = whole("batchSize", self.tr("Batch size"), MAX_BATCH)
        self._batch.setSpecialValueText(self.tr("all"))
        self.row("batchSize", self.tr("Batch size"), self._batch)
        self._order = whole("orderSeed", self.tr("Seed of the order of the samples"))
        self.row("orderSeed", self.tr("Order seed"), self._order)
        self._rate.changed.connect(self._on_rate_changed)
        self._loss.activated.connect(self._on_loss_chosen)
        self._optimizer.activated.connect(self._on_optimizer_chosen)
        self._batch.valueChanged.connect(self._on_batch_changed)
        self._order.valueChanged.connect(self._on_order_changed)

    @Slot(float)
    def _on_rate_changed(self, value: float) -> None:
        self._parts.controller.change_settings(
            self.tr("Change learning rate"), merge_key="learning_rate", learning_rate=value
        )

    @Slot(int)
    def _on_loss_chosen(self, index: int) -> None:
        name = self._loss.itemData(index)
        self._parts.controller.edit(
            lambda project: edits.set_loss(project, name), self.tr("Choose loss")
        )

    @Slot(int)
    def _on_optimizer_chosen(self, index: int) -> None:
        name = self._optimizer.itemData(index)
        self._parts.controller.change_settings(self.tr("Choose optimizer"), optimizer=name)

    @Slot(int)
    def _on_batch_changed(self, value: int) -> None:
        self._parts.controller.change_settings(
            self.tr("Change batch size"), merge_key="batch_size", batch_size=value or None
        )

    @Slot(int)
    def _on_order_changed(self, seed: int) -> None:
        self._parts.controller.change_settings(
            self.tr("Change order of samples"), merge_key="order", seed=seed
        )

    def show_project(self, project: Project) -> None:
        settings = project.settings
        self._rate.show_value(settings.learning_rate)
        self._loss.setCurrentIndex(self._loss.findData(project.network.loss))
        self._optimizer.setCurrentIndex(self._optimizer.findData(settings.optimizer))
        used = OPTIMIZERS[settings.optimizer].uses
        for name, field in self._numbers.items():
            self._form.setRowVisible(field, name in used)
            field.show_value(getattr(settings, name))
        show_quietly(self._batch, settings.batch_size or 0)
        show_quietly(self._order, settings.seed)
        self._form.setRowVisible(self._order, settings.batch_size is not None)


class Penalties(SettingsForm):
    """Penalties on large weights."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__(parts, notes)
        self._numbers = {
            "l2": self.setting("l2", self.tr("L2 penalty λ₂")),
            "l1": self.setting("l1", self.tr("L1 penalty λ₁")),
        }

    def show_project(self, project: Project) -> None:
        for name, field in self._numbers.items():
            field.show_value(getattr(project.settings, name))

    def summary(self, project: Project) -> str:
        values = (("L2", project.settings.l2), ("L1", project.settings.l1))
        set_ones = [f"{name} {format_exact(value)}" for name, value in values if value]
        return " · ".join(set_ones) or self.tr("none")
