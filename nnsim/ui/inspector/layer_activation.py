"""The activation of the layer that is selected, for diagrams too narrow to have it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox

from nnsim.engine import ACTIVATIONS
from nnsim.project import edits
from nnsim.ui.parts import Parts
from nnsim.ui.selection import Layer
from nnsim.ui.texts import title


class LayerActivation(QComboBox):
    """Shown while a layer with an activation is selected."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("inspectorActivation")
        self.setToolTip(self.tr("Activation function of this layer"))
        for name in ACTIVATIONS:
            self.addItem(title(name), name)
        self._view = parts.view_state
        self._controller = parts.controller
        self.activated.connect(self._on_activated)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        if isinstance(self._view.selection, Layer):
            layer, name = self._view.selection.number, self.itemData(index)
            self._controller.edit(
                lambda project: edits.set_activation(project, layer, name),
                self.tr("Choose activation"),
            )

    def show_selection(self) -> None:
        """Show the layer that is selected, if one is."""
        selection = self._view.selection
        has_activation = isinstance(selection, Layer) and selection.number > 1
        self.setVisible(has_activation)
        if isinstance(selection, Layer) and has_activation:
            layer = selection.number
            self.setAccessibleName(self.tr("Activation of layer {layer}").format(layer=layer))
            chosen = self._view.reading.project.network.activation(layer)
            self.setCurrentIndex(self.findData(chosen))
