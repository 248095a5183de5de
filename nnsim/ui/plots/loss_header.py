"""What stands above the curves: the legend, and how they are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from nnsim.ui.theme import Theme

from .export_button import ExportButton
from .flow import WrappingRow
from .legend import LegendToggle
from .smoothing_button import SmoothingButton
from .switch import Switch
from .value_scale import ValueScale


class LossHeader(QWidget):
    """Legend, loss or accuracy, smoothing, log axis, export.

    Attributes:
        train, test, past: the legend's toggles.
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
        self.train = LegendToggle(self.tr("train"), "positive", False, theme, self)
        self.train.setObjectName("lossTrain")
        self.test = LegendToggle(self.tr("test"), "negative", True, theme, self)
        self.test.setObjectName("lossTest")
        self.past = LegendToggle(self.tr("earlier"), "muted", False, theme, self, keep=False)
        self.past.setObjectName("lossPast")
        self.past.hide()
        texts = (("loss", self.tr("Loss")), ("accuracy", self.tr("Accuracy")))
        self.quantity = Switch("lossQuantity", texts, self)
        self.smoothing = SmoothingButton(theme, self)
        self.log_axis = QCheckBox(self.tr("log axis"), self)
        self.log_axis.setObjectName("lossLogAxis")
        self.export = ExportButton(plot, theme, self)
        row = WrappingRow(4, self)
        row.setContentsMargins(6, 0, 12, 0)
        for toggle in (self.train, self.test, self.past):
            row.addWidget(toggle)
            toggle.toggled.connect(self.legend_changed)
        row.add_space()
        for control in (self.quantity, self.smoothing, self.log_axis, self.export):
            row.addWidget(control)
        self.quantity.chosen.connect(self._on_quantity)
        self.log_axis.toggled.connect(self.scale_changed)

    @property
    def scale(self) -> ValueScale:
        """The upright axis that is wanted."""
        return ValueScale(self.quantity.key == "accuracy", self.log_axis.isChecked())

    @property
    def entries(self) -> list[LegendToggle]:
        """The entries of the legend whose curves are in sight."""
        toggles = (self.train, self.test, self.past)
        return [each for each in toggles if each.isVisibleTo(self) and each.isChecked()]

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
