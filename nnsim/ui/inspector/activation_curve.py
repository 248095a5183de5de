"""The activation of a node as a curve, with the node on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnsim.notation import Symbol, format_number, z
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtLinks
from nnsim.ui.theme import number_font

from .curve_numbers import (
    SMALLEST_HALF,
    NodePoint,
    bars,
    curve,
    half_range,
    node_point,
    shown_node,
    threshold,
)
from .curve_picture import Bars, CurvePicture, Graph


class ActivationCurve(QWidget):
    """f of the selected node, the point (z, a) and its tangent, and in words what they mean."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("activationCurve")
        self._view = parts.view_state
        self._node: Symbol | None = None
        self._half = SMALLEST_HALF
        self._picture = CurvePicture(parts)
        self._numbers, self._words = QLabel(), QLabel()
        self._numbers.setObjectName("activationCurveNumbers")
        self._numbers.setTextFormat(Qt.TextFormat.RichText)
        self._numbers.setFont(number_font(self.font()))
        self._numbers.setAccessibleName(self.tr("z, a and slope"))
        self._numbers.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._links = PointingAtLinks(self._numbers, self._view, parts.theme)
        self._words.setObjectName("activationCurveWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "muted")
        for label in (self._numbers, self._words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        for widget in (self._picture, self._numbers, self._words):
            column.addWidget(widget)
        column.addStretch(1)
        self._view.reading_changed.connect(self._show)
        self._view.selection_changed.connect(self._show)
        self._view.decimals_changed.connect(self._show)
        self._view.pass_changed.connect(self._show)
        self._view.pointed_changed.connect(self._show_numbers)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._node = None  # the range starts anew

    @Slot()
    def _show(self) -> None:
        """Nothing is worked out while another page is in front."""
        if not self.isVisible():
            return
        node = shown_node(self._view.selection, self._view.position)
        self._picture.setVisible(node is not None)
        self._numbers.setVisible(node is not None)
        if node is None:
            self._words.setText(self.tr("Select a node to see its activation."))
            return
        point = node_point(self._view.reading, node)
        self._numbers.setText(self._number_text(point))
        if point.activation == "softmax":
            self._show_bars(point)
        else:
            self._show_curve(point)
        self._picture.setAccessibleDescription(self._plain(point))

    @Slot()
    def _show_numbers(self) -> None:
        """Something else is lit."""
        node = shown_node(self._view.selection, self._view.position)
        if self.isVisible() and node is not None:
            self._numbers.setText(self._number_text(node_point(self._view.reading, node)))

    def _show_curve(self, point: NodePoint) -> None:
        if point.node != self._node:
            self._node, self._half = point.node, SMALLEST_HALF
        # It only grows, in steps: a range that follows every number would jump while training.
        self._half = half_range(point.z, self._half)
        limit = threshold(self._view.reading, point.node)
        labels = None
        if limit is not None:
            at, below, above = limit
            text = self.tr("→ class {name}")
            labels = (at, text.format(name=below), text.format(name=above))
        firing = None
        if point.activation == "step":
            firing = (self.tr("does not fire"), self.tr("fires"))
        self._picture.show_graph(Graph(curve(point.activation, self._half), point, labels, firing))
        self._words.setText(self._sentence(point, labels))

    def _show_bars(self, point: NodePoint) -> None:
        self._node = point.node
        self._picture.show_bars(Bars(bars(self._view.reading, point.node), point.node))
        self._words.setText(
            self.tr(
                "Softmax shares 1 out among the nodes of the layer: each output depends on every "
                "z of the layer, and they add up to 1."
            )
        )

    def _number_text(self, point: NodePoint) -> str:
        """z, a and the slope; f'(z) belongs to z, of which it is taken."""
        layer, j = point.node.layer, point.node.j
        slope = "∂<i>a</i>/∂<i>z</i>" if point.activation == "softmax" else "<i>f</i> ′(<i>z</i>)"
        sum_, output, rate = self._shown(point)
        link = self._links.link
        return (
            link(z(layer, j), f"{z(layer, j).html} = {sum_}")
            + ", "
            + link(point.node, f"{point.node.html} = {output}")
            + "<br>"
            + link(z(layer, j), self.tr("slope {slope} = {rate}").format(slope=slope, rate=rate))
        )

    def _plain(self, point: NodePoint) -> str:
        sum_, output, rate = self._shown(point)
        text = self.tr("z = {z}, a = {a}, slope f'(z) = {rate}")
        return text.format(z=sum_, a=output, rate=rate)

    def _shown(self, point: NodePoint) -> list[str]:
        decimals = self._view.decimals
        return [format_number(value, decimals) for value in (point.z, point.a, point.slope)]

    def _sentence(self, point: NodePoint, labels: tuple[float, str, str] | None) -> str:
        if point.activation == "step":
            return self._step_sentence(point)
        if labels is not None and point.a is not None:
            limit, below, above = labels
            if point.a >= limit:
                return self.tr("a ≥ {limit} {class_}").format(limit=limit, class_=above)
            return self.tr("a < {limit} {class_}").format(limit=limit, class_=below)
        return ""

    def _step_sentence(self, point: NodePoint) -> str:
        if point.z is None:
            fires = ""
        elif point.z >= 0:
            fires = self.tr("z ≥ 0: the neuron fires.") + " "
        else:
            fires = self.tr("z < 0: the neuron does not fire.") + " "
        return fires + self.tr(
            "The derivative of the step is 0 wherever it has one, so every gradient that comes "
            "through it is 0: it cannot be trained by gradient descent."
        )
