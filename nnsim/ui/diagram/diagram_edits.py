"""What can be changed on the diagram, as edits of the project."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nnsim.controller import Edit
from nnsim.notation import Symbol
from nnsim.project import edits
from nnsim.ui.parts import Parts
from nnsim.ui.selection import Layer, Selection
from nnsim.ui.symbol_edits import set_value

from .headers import HeaderRow


class DiagramEdits(QObject):
    """Turns clicks and typed numbers into undo steps."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts

    def listen_to(self, headers: HeaderRow) -> None:
        """Make the edits that the controls above the layers ask for."""
        headers.activation_chosen.connect(self.choose_activation)
        headers.node_added.connect(self.add_node)
        headers.node_removed.connect(self.remove_node)
        headers.layer_removed.connect(self.remove_layer)
        headers.layer_inserted.connect(self.insert_layer)

    @Slot(int, str)
    def choose_activation(self, layer: int, name: str) -> None:
        """Give a layer another activation."""
        self._edit(lambda p: edits.set_activation(p, layer, name), self.tr("Choose activation"))

    @Slot(int)
    def add_node(self, layer: int) -> None:
        """Add a node at the end of a layer."""
        self._edit(lambda p: edits.add_node(p, layer), self.tr("Add node"))

    @Slot(int)
    def remove_node(self, layer: int, node: int | None = None) -> None:
        """Remove a node, by default the last."""
        self._edit(lambda p: edits.remove_node(p, layer, node), self.tr("Remove node"))

    @Slot(int)
    def remove_layer(self, layer: int) -> None:
        """Remove a hidden layer."""
        self._edit(lambda p: edits.remove_layer(p, layer), self.tr("Remove layer"))

    @Slot(int)
    def insert_layer(self, after: int) -> None:
        """Insert a hidden layer after a layer."""
        self._edit(lambda p: edits.add_layer(p, after), self.tr("Insert layer"))

    def delete(self, selection: Selection) -> None:
        """Remove the selected node or hidden layer."""
        match selection:
            case Layer(number):
                self.remove_layer(number)
            case Symbol(kind="a", layer=layer, j=j):
                self.remove_node(layer, j)

    def set_value(self, symbol: Symbol, value: float) -> None:
        """Give a weight, a bias, an input or a target of the sample another value."""
        set_value(self._parts, symbol, value)

    def _edit(self, change: Edit, text: str) -> None:
        self._parts.controller.edit(change, text)
