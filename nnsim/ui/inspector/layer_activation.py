"""The activation of the layer that is selected, for diagrams too narrow to have it."""

from __future__ import annotations

from functools import partial

from nnsim.ui.activation_box import ActivationBox, choose_activation
from nnsim.ui.parts import Parts
from nnsim.ui.selection import Layer


class LayerActivation(ActivationBox):
    """Shown while a layer with an activation is selected."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("inspectorActivation")
        self._view = parts.view_state
        self.chosen.connect(partial(choose_activation, parts.controller))

    def show_selection(self) -> None:
        """Show the layer that is selected, if one is."""
        selection = self._view.selection
        has_activation = isinstance(selection, Layer) and selection.number > 1
        self.setVisible(has_activation)
        if isinstance(selection, Layer) and has_activation:
            network = self._view.reading.project.network
            self.show_layer(selection.number, network.activation(selection.number))
