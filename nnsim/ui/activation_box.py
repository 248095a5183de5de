"""The activation of a layer, as a list to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from nnsim.controller import Controller
from nnsim.engine import ACTIVATIONS
from nnsim.project import edits

from .texts import title


class ActivationBox(QComboBox):
    """Every activation, with that of the layer chosen.

    Signals:
        chosen(int, str): layer and name of the activation that a person wants.
    """

    chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = 0
        self.setToolTip(self.tr("Activation function of this layer"))
        for name in ACTIVATIONS:
            self.addItem(title(name), name)
        self.activated.connect(self._on_activated)

    def show_layer(self, layer: int, activation: str) -> None:
        """Stand for this layer."""
        self._layer = layer
        self.setAccessibleName(self.tr("Activation of layer {layer}").format(layer=layer))
        self.setCurrentIndex(self.findData(activation))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._layer, self.itemData(index))


def choose_activation(controller: Controller, layer: int, name: str) -> None:
    """Give a layer another activation, as one undo step."""
    text = QCoreApplication.translate("ActivationBox", "Choose activation")
    controller.edit(lambda project: edits.set_activation(project, layer, name), text)
