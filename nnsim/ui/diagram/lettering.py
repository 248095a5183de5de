"""What is written above and below the diagram: names of layers, and what is left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from nnsim.project import NetworkSpec
from nnsim.ui.texts import layer_role, title
from nnsim.ui.theme import Theme

from .edges import EdgePainter
from .layout import TOP, DiagramLayout

SPELLED = 104  # room for "(3) hidden · 16"
NARROW = 62  # room for "(3) · 16"
TIGHT = 2  # room for "(16)"; the columns are 30 further apart than the room
GAP = 30
_LINE = 20.0


def layer_heading(layer: int, spec: NetworkSpec, room: float) -> str:
    """Number, role and size of a layer, as much as there is room for."""
    size = spec.size(layer)
    if room >= SPELLED:
        return f"({layer}) {layer_role(layer, spec.depth)} · {size}"
    if room >= NARROW:
        return f"({layer}) · {size}"
    return f"({layer})" if room >= TIGHT else str(layer)


def paint_layer_names(
    painter: QPainter, spec: NetworkSpec, layout: DiagramLayout, theme: Theme, font: QFont
) -> None:
    """Heading and activation of every layer, where the window has its controls."""
    room = layout.distance - GAP
    bold = QFont(font)
    bold.setBold(True)
    for layer, column in enumerate(layout.columns, start=1):
        width = layout.distance - 6
        area = QRectF(column.x - width / 2, TOP / 2 - _LINE, width, _LINE)
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, layer_heading(layer, spec, room))
        if layer > 1 and room >= NARROW:
            name = QFontMetricsF(font).elidedText(
                title(spec.activation(layer)), Qt.TextElideMode.ElideRight, width
            )
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            painter.drawText(area.translated(0, _LINE), Qt.AlignmentFlag.AlignCenter, name)


def paint_note(
    painter: QPainter, edges: EdgePainter, area: QRect, theme: Theme, font: QFont
) -> None:
    """At the bottom of the area: how many edges are drawn, where it is not all of them."""
    if edges.drawn == edges.total:
        return
    text = QCoreApplication.translate(
        "NetworkDiagram", "The strongest {drawn} of {total} weights are drawn."
    ).format(drawn=edges.drawn, total=edges.total)
    painter.setPen(theme.color("muted"))
    painter.setFont(font)
    place = area.adjusted(12, 0, -12, -8)
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)
