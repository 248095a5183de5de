"""The controls above each layer, and the "+" between two layers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnsim.engine import ACTIVATIONS
from nnsim.notation.numbers import ABSENT
from nnsim.project import NetworkSpec
from nnsim.ui.texts import title

from .layout import DiagramLayout
from .lettering import GAP, layer_heading

WIDE = 168  # room for activation and buttons side by side
STACKED = 70  # room for the activation above the buttons
NARROW = 76  # pixels: the activation and the buttons, stacked
SPELLED = 80  # room for "no activation"
CROWDED = 64  # columns closer than this have no "+" between them
TOP_MARGIN = 8


class LayerHeader(QWidget):
    """Name, size and activation of a layer, with − and + for its nodes.

    Signals:
        clicked(int): the layer is to be selected.
        activation_chosen(int, str): layer and name of the activation.
        node_added(int), node_removed(int), layer_removed(int): the layer.
    """

    clicked = Signal(int)
    activation_chosen = Signal(int, str)
    node_added = Signal(int)
    node_removed = Signal(int)
    layer_removed = Signal(int)

    def __init__(self, layer: int, spec: NetworkSpec, room: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._layer = layer
        self.setObjectName(f"layer{layer}Header")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._title(spec, room), alignment=Qt.AlignmentFlag.AlignHCenter)
        if room >= STACKED:
            row = _centred_row(column)
            row.addWidget(self._activation(spec, room))
            self._add_buttons(row if room >= WIDE else _centred_row(column), spec)
        self.adjustSize()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(self._layer)

    def _title(self, spec: NetworkSpec, room: float) -> QLabel:
        label = QLabel(layer_heading(self._layer, spec, room), self)
        label.setProperty("role", "heading")
        label.setToolTip(self.tr("Select this layer"))
        return label

    def _activation(self, spec: NetworkSpec, room: float) -> QWidget:
        if self._layer == 1:
            text = self.tr("no activation")
            label = QLabel(text if room >= SPELLED else ABSENT, self)
            label.setToolTip(text)
            label.setProperty("role", "muted")
            label.setMinimumHeight(26)
            return label
        box = QComboBox(self)
        box.setObjectName(f"layer{self._layer}Activation")
        box.setAccessibleName(self.tr("Activation of layer {layer}").format(layer=self._layer))
        box.setToolTip(self.tr("Activation function of this layer"))
        if room < WIDE:
            box.setProperty("role", "narrow")
        box.setMaximumWidth(round(max(room, NARROW)))
        for name in ACTIVATIONS:
            box.addItem(title(name), name)
        box.setCurrentIndex(box.findData(spec.activation(self._layer)))
        box.activated.connect(self._on_activated)
        return box

    def _add_buttons(self, row: QHBoxLayout, spec: NetworkSpec) -> None:
        layer = self._layer
        less = self._button("−", f"layer{layer}RemoveNode", self.tr("Remove the last node"))
        less.clicked.connect(lambda: self.node_removed.emit(layer))
        less.setEnabled(spec.size(layer) > 1)
        more = self._button("+", f"layer{layer}AddNode", self.tr("Add a node"))
        more.clicked.connect(lambda: self.node_added.emit(layer))
        row.addWidget(less)
        row.addWidget(more)
        if 1 < layer < spec.depth:
            away = self._button("✕", f"layer{layer}Remove", self.tr("Remove this layer"))
            away.clicked.connect(lambda: self.layer_removed.emit(layer))
            row.addWidget(away)

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(f"{tip} ({self._layer})")
        button.setFixedSize(24, 24)
        return button

    def _on_activated(self, index: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.activation_chosen.emit(self._layer, box.itemData(index))


def _centred_row(column: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    column.addLayout(row)
    column.setAlignment(row, Qt.AlignmentFlag.AlignHCenter)
    return row


class InsertButton(QToolButton):
    """Inserts a hidden layer after a layer.

    Signals:
        chosen(int): the layer.
    """

    chosen = Signal(int)

    def __init__(self, after: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText("+")
        self.setProperty("role", "round")
        self.clicked.connect(lambda: self.chosen.emit(after))
        self.setObjectName(f"insertLayerAfter{after}")
        self.setToolTip(self.tr("Insert a hidden layer here"))
        self.setAccessibleName(
            self.tr("Insert a hidden layer after layer {layer}").format(layer=after)
        )
        self.setFixedSize(24, 24)


class HeaderRow(QObject):
    """All controls above the diagram; built anew when the architecture or the room changes.

    Signals:
        layer_clicked(int), activation_chosen(int, str), node_added(int), node_removed(int),
        layer_removed(int): as of LayerHeader.
        layer_inserted(int): after this layer.
    """

    layer_clicked = Signal(int)
    activation_chosen = Signal(int, str)
    node_added = Signal(int)
    node_removed = Signal(int)
    layer_removed = Signal(int)
    layer_inserted = Signal(int)

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._layout: DiagramLayout | None = None
        self._headers: list[LayerHeader] = []
        self._inserts: list[InsertButton] = []

    def build(self, spec: NetworkSpec, layout: DiagramLayout) -> None:
        """Replace all controls."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None else ""
        for widget in (*self._headers, *self._inserts):
            widget.hide()
            widget.deleteLater()
        self._layout = layout
        room = layout.distance - GAP
        layers = range(1, spec.depth + 1)
        self._headers = [LayerHeader(layer, spec, room, self._viewport) for layer in layers]
        self._inserts = [InsertButton(after, self._viewport) for after in layers[:-1]]
        for header in self._headers:
            header.clicked.connect(self.layer_clicked)
            header.activation_chosen.connect(self.activation_chosen)
            header.node_added.connect(self.node_added)
            header.node_removed.connect(self.node_removed)
            header.layer_removed.connect(self.layer_removed)
        for button in self._inserts:
            button.chosen.connect(self.layer_inserted)
        self._keep_focus(focused, name)

    def place(self, offset: QPoint) -> None:
        """Put every control above its column, scrolled by `offset`."""
        assert self._layout is not None
        columns = self._layout.columns
        for header, column in zip(self._headers, columns, strict=True):
            left = round(column.x) - header.width() // 2
            header.move(max(left, 4) - offset.x(), TOP_MARGIN - offset.y())
            header.show()
        for button, before, after in zip(self._inserts, columns, columns[1:], strict=False):
            middle = round((before.x + after.x) / 2)
            button.move(middle - button.width() // 2 - offset.x(), TOP_MARGIN - offset.y())
            button.setVisible(self._layout.distance >= CROWDED)

    def _keep_focus(self, focused: QWidget | None, name: str) -> None:
        """The control that was used keeps the focus, though it is a new one."""
        if focused is not None and name and self._viewport.isAncestorOf(focused):
            successor = self._viewport.findChildren(QWidget, name)
            if successor:
                successor[-1].setFocus()
