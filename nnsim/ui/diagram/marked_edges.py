"""The edges that stand out: those of the step of a pass, or else of what is selected."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from nnsim.notation import Symbol, W
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Selection
from nnsim.ui.theme import Theme

from .layout import DiagramLayout
from .light import Light

_THICKEST = 13.0


def marked_edges(selection: Selection, reading: Reading, pointed: Symbol | None) -> list[Symbol]:
    """The weights that the step uses or makes, or those into the selected node; the pointed one."""
    light = Light.of(reading.position)
    marked = list(light.edges)
    if not light.results and not light.operands and isinstance(selection, Symbol):
        marked = _into(selection, reading)
    if pointed is not None and pointed.kind in ("W", "dW"):
        marked.append(W(pointed.layer, pointed.j, pointed.k))
    return marked


def _into(selection: Symbol, reading: Reading) -> list[Symbol]:
    if selection.layer < 2:
        return []
    if selection.kind == "W":
        return [selection]
    sources = range(1, reading.project.network.size(selection.layer - 1) + 1)
    return [W(selection.layer, selection.j, k) for k in sources]


def paint_bands(
    painter: QPainter, layout: DiagramLayout, weights: Iterable[Symbol], theme: Theme
) -> None:
    """A band below each of these edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for weight in weights:
        start = layout.position(weight.layer - 1, weight.k)
        end = layout.position(weight.layer, weight.j)
        if start is not None and end is not None:
            width = min(_THICKEST, 2 * layout.column(weight.layer - 1).radius)
            painter.setPen(QPen(theme.color("highlight"), width))
            painter.drawLine(QPointF(start.x, start.y), QPointF(end.x, end.y))
