"""What stands above the curves: the legend, and how they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from nnsim.ui.shown_run import run_color
from nnsim.ui.theme import Theme

from .export_button import ExportButton
from .flow import WrappingRow
from .legend import LegendToggle
from .past import PastCurve
from .smoothing_button import SmoothingButton
from .switch import Switch
from .value_scale import ValueScale

_MOST_COLORS = 3  # in the line that stands for all earlier runs


class LossHeader(QWidget):
    """Legend, loss or accuracy, smoothing, log axis, export.

    Attributes:
        train, test, pinned, past: the legend's toggles.
        quantity: the switch between "loss" and "accuracy".
        smoothing: the choice of a moving average.
        log_axis: the check box for a logarithmic axis.
        export: the button that writes files.

    Signals:
        legend_changed(): other curves are wanted.
        scale_changed(): another upright axis is wanted.
    """

    legend_changed = Signal()
    scale_changed = Signal()

    def __init__(self, theme: Theme, plot: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        train, test, muted = map(theme.color, ("positive", "negative", "muted"))
        self.train = LegendToggle(self.tr("train"), train, False, theme, self)
        self.train.setObjectName("lossTrain")
        self.test = LegendToggle(self.tr("test"), test, True, theme, self)
        self.test.setObjectName("lossTest")
        self.pinned = LegendToggle(self.tr("baseline"), muted, False, theme, self, keep=False)
        self.pinned.setObjectName("lossPinned")
        self.past = LegendToggle(self.tr("earlier"), muted, False, theme, self, keep=False)
        self.past.setObjectName("lossPast")
        self.show_past(())
        texts = (("loss", self.tr("Loss")), ("accuracy", self.tr("Accuracy")))
        self.quantity = Switch("lossQuantity", texts, self)
        self.smoothing = SmoothingButton(theme, self)
        self.log_axis = QCheckBox(self.tr("log axis"), self)
        self.log_axis.setObjectName("lossLogAxis")
        self.export = ExportButton(plot, theme, self)
        row = WrappingRow(4, self)
        row.setContentsMargins(6, 0, 12, 0)
        for toggle in self._toggles:
            row.addWidget(toggle)
            toggle.toggled.connect(self.legend_changed)
        row.add_space()
        for control in (self.quantity, self.smoothing, self.log_axis, self.export):
            row.addWidget(control)
        self.quantity.chosen.connect(self._on_quantity)
        self.log_axis.toggled.connect(self.scale_changed)

    def take_over(self, before: LossHeader) -> None:
        """Choose what is chosen in another one."""
        for toggle, other in zip(self._toggles, before._toggles, strict=True):
            toggle.setChecked(other.isChecked())
        self.smoothing.choose(before.smoothing.beta)
        self.log_axis.setChecked(before.log_axis.isChecked())
        self.quantity.set_key(before.quantity.key)
        self._on_quantity(self.quantity.key)

    @property
    def scale(self) -> ValueScale:
        """The upright axis that is wanted."""
        return ValueScale(self.quantity.key == "accuracy", self.log_axis.isChecked())

    @property
    def _toggles(self) -> tuple[LegendToggle, ...]:
        return self.train, self.test, self.pinned, self.past

    @property
    def entries(self) -> list[LegendToggle]:
        """The entries of the legend whose curves are in sight."""
        return [each for each in self._toggles if each.isVisibleTo(self) and each.isChecked()]

    def show_past(self, runs: Sequence[PastCurve]) -> None:
        """Show entries for the baseline and for the other ones of these earlier runs."""
        for toggle, its in (
            (self.pinned, [run for run in runs if run.pinned]),
            (self.past, [run for run in runs if not run.pinned]),
        ):
            toggle.setVisible(bool(its))
            if its:
                newest = its[-_MOST_COLORS:]
                toggle.set_colors([run_color(self._theme, run.number) for run in newest])
                toggle.setToolTip(", ".join(run.name for run in newest))

    def wanted(self, runs: Sequence[PastCurve]) -> list[PastCurve]:
        """Those of the runs whose entry is switched on."""
        return [run for run in runs if (self.pinned if run.pinned else self.past).isChecked()]

    def allow_accuracy(self, allowed: bool) -> None:
        """Values that are no classes have no accuracy; then the losses are shown."""
        button = self.quantity.buttons["accuracy"]
        button.setEnabled(allowed)
        none = self.tr("These targets are no classes, so no answer is simply right or wrong.")
        button.setToolTip(self.tr("Share of correct answers") if allowed else none)
        if not allowed and button.isChecked():
            self.quantity.set_key("loss")
            self._on_quantity("loss")

    @Slot(str)
    def _on_quantity(self, key: str) -> None:
        self.log_axis.setEnabled(key == "loss")
        self.scale_changed.emit()
