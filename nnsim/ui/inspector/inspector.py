"""What is selected, with every number in it under its name."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from nnsim.notation import Symbol, format_compact, format_number
from nnsim.ui.parts import Parts
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer
from nnsim.ui.texts import layer_role, title
from nnsim.ui.theme import number_font

from .activation_curve import ActivationCurve
from .gradient_check import GradientCheck
from .layer_activation import LayerActivation
from .numbers_page import NumbersPage
from .quantity_table import NAME_WIDTH
from .step_list import StepList
from .what_if import WhatIf

LEAST_WIDTH = 260
MARGINS = 26  # of the page What if, both together
LOWEST = 170  # pixels of a page: what the highest needs would make low windows grow


class Inspector(QWidget):
    """What is selected, in words, and pages with its numbers and with the steps of the pass."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._parts = parts
        self._view = parts.view_state
        self._title = QLabel()
        self._title.setObjectName("inspectorTitle")
        self._title.setProperty("role", "heading")
        self._title.setContentsMargins(12, 8, 12, 0)
        self._about = QLabel()
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._about.setContentsMargins(12, 2, 12, 6)
        self._about.setTextFormat(Qt.TextFormat.RichText)
        self._pages = QTabWidget()
        self._pages.setObjectName("inspectorPages")
        self._pages.setDocumentMode(True)
        self._pages.setMinimumHeight(LOWEST)
        self._pages.addTab(NumbersPage(parts), self.tr("Numbers"))
        self._pages.addTab(StepList(parts), self.tr("Steps"))
        self._pages.addTab(ActivationCurve(parts), self.tr("Curve"))
        self._pages.addTab(WhatIf(parts), self.tr("What if"))
        self._pages.addTab(GradientCheck(parts), self.tr("Check"))
        self._pages.setTabToolTip(
            self._pages.count() - 1, self.tr("Check a gradient by measuring the slope")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._about)
        self._activation = LayerActivation(parts)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 8)
        row.addWidget(self._activation)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        self._view.selection_changed.connect(self._show)
        self._view.reading_changed.connect(self._show)
        self._view.decimals_changed.connect(self._on_decimals_changed)
        self._on_decimals_changed()

    @Slot()
    def _on_decimals_changed(self) -> None:
        """A name and three numbers are seen side by side, however many digits they have."""
        number = QFontMetrics(number_font(self.font()))
        digits = number.horizontalAdvance("−8." + "8" * self._view.decimals) + 23
        self.setMinimumWidth(max(LEAST_WIDTH, NAME_WIDTH + 3 * digits + MARGINS))
        self._show()

    @Slot()
    def _show(self) -> None:
        reading, selection = self._view.reading, self._view.selection
        spec = reading.project.network
        match selection:
            case Symbol(kind="W", layer=layer, j=j, k=k):
                self._title.setText(self.tr("Weight {name}").format(name=selection.html))
                way = self.tr("from node {k} of layer {before} to node {j} of layer {layer}")
                self._about.setText(way.format(k=k, before=layer - 1, j=j, layer=layer))
            case Symbol(kind="a", layer=layer, j=j):
                text = self.tr("Layer {layer}, node {j}").format(layer=layer, j=j)
                self._title.setText(text)
                self._about.setText(self._about_node(reading, layer, j))
            case Layer(number):
                role = layer_role(number, spec.depth)
                text = self.tr("Layer {layer} · {role}").format(layer=number, role=role)
                self._title.setText(text)
                self._about.setText(self._about_layer(reading, number))
            case _:
                self._title.setText(self.tr("Sample {row}").format(row=reading.sample + 1))
                self._about.setText(self._about_sample(reading))
        # Last: what appears is given room at once, and the window would grow to keep the old text.
        self._activation.show_selection()

    def _about_node(self, reading: Reading, layer: int, j: int) -> str:
        if layer == 1:
            name = escape(reading.project.dataset.input_names[j - 1])
            return self.tr("input · {name}").format(name=name)
        spec = reading.project.network
        return f"{layer_role(layer, spec.depth)} · {title(spec.activation(layer))}"

    def _about_layer(self, reading: Reading, number: int) -> str:
        spec = reading.project.network
        nodes = self.tr("nodes: {count}").format(count=spec.size(number))
        if number == 1:
            return nodes + " · " + self.tr("x as it is, no activation")
        return f"{nodes} · {title(spec.activation(number))}"

    def _about_sample(self, reading: Reading) -> str:
        """The opening page: the sample in numbers, and what can be done."""
        decimals = self._view.decimals
        project = reading.project

        def row(values) -> str:
            shown = [format_compact(float(value), decimals) for value in values[:8]]
            if len(values) == 1:
                return shown[0]
            return "(" + ", ".join(shown + ["…"] * (len(values) > 8)) + ")"

        lines = [
            f"<i>x</i> = {row(project.x[reading.sample])}",
            f"<i>t</i> = {row(project.t[reading.sample])}",
        ]
        if reading.decides_class:
            decided = self.tr("decides for class {name}").format(name=escape(reading.class_name))
            lines.append(decided)
        if reading.position is not None:  # its E may be over other samples; room for its formula
            return " · ".join(lines)
        lines.append(
            self.tr("<i>E</i> of this sample alone = {loss}").format(
                loss=format_number(reading.loss, decimals)
            )
        )
        hints = self.tr(
            "Click a node, a weight or a layer's name to see its numbers. Double-click a number "
            "to type another."
        )
        return "<br>".join(lines) + f"<br><br>{hints}"
