"""The network as a drawing with the names of its numbers."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from nnsim.notation import Symbol, W, a, b, x, y
from nnsim.notation.typesetting import ziamath

from .typeset import Drawing

if TYPE_CHECKING:
    from ziamath.zmath import Latex

WIDTH, MAX_HEIGHT = 480.0, 300.0  # points
_RADIUS = 15.0
_SIDE, _TOP = 34.0, 24.0
_GAP = 64.0
_LABEL = 15.0  # height that a weight's name needs
_MAX_LAYER_GAP = 160.0
_MAX_NAMED = 24  # weights between two layers; more have no room
_INK, _LINE = "#1b2733", "#8a94a0"

Place = tuple[float, float]


@lru_cache(8)
def network_picture(sizes: tuple[int, ...], label: str) -> Drawing:
    """Nodes with their outputs, biases below them, weights on their edges.

    Args:
        sizes: (n_1, ..., n_L).
        label: what the drawing is, as text.
    """
    gap = max(_GAP, *(_LABEL * (min(pair) + 1) for pair in _named_pairs(sizes)), 0.0)
    across = min(_MAX_LAYER_GAP, (WIDTH - 2 * _SIDE) / (len(sizes) - 1))
    width = 2 * _SIDE + across * (len(sizes) - 1)
    height = 2 * _TOP + 2 * _RADIUS + gap * (max(sizes) - 1)
    places = [
        [(_SIDE + across * layer, height / 2 - 4 + gap * (j - (size - 1) / 2)) for j in range(size)]
        for layer, size in enumerate(sizes)
    ]
    scale = min(1.0, MAX_HEIGHT / height)
    svg = ElementTree.Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=f"{width * scale:.2f}",
        height=f"{height * scale:.2f}",
        viewBox=f"0 0 {width:.2f} {height:.2f}",
    )
    svg.set("stroke-width", "0")  # or QtSvg outlines each glyph in a PDF
    for layer in range(2, len(sizes) + 1):
        _draw_edges(svg, layer, places[layer - 2], places[layer - 1])
    for layer, column in enumerate(places, start=1):
        for j, place in enumerate(column, start=1):
            _draw_node(svg, layer, j, place, layer == len(sizes))
    written = ElementTree.tostring(svg, encoding="unicode")
    return Drawing(written, label, width * scale, height * scale, 0.0)


def _named_pairs(sizes: tuple[int, ...]) -> list[tuple[int, int]]:
    return [pair for pair in pairwise(sizes) if pair[0] * pair[1] <= _MAX_NAMED]


def _draw_edges(
    svg: ElementTree.Element, layer: int, sources: list[Place], targets: list[Place]
) -> None:
    for sx, sy in sources:
        for tx, ty in targets:
            ends = {"x1": sx, "y1": sy, "x2": tx, "y2": ty}
            texts = {name: f"{value:.2f}" for name, value in ends.items()}
            ElementTree.SubElement(svg, "line", texts, stroke=_LINE).set("stroke-width", "0.8")
    if len(sources) * len(targets) > _MAX_NAMED:
        return
    # So far along their edges that no two names are at the same height.
    few = min(len(sources), len(targets))
    along = 1 / (few + 1) if len(targets) <= len(sources) else few / (few + 1)
    for k, (sx, sy) in enumerate(sources, start=1):
        for j, (tx, ty) in enumerate(targets, start=1):
            at = sx + along * (tx - sx), sy + along * (ty - sy)
            _draw_name(svg, W(layer, j, k), at, 8.5, plate=True)


def _draw_node(svg: ElementTree.Element, layer: int, j: int, place: Place, last: bool) -> None:
    px, py = place
    circle = {"cx": f"{px:.2f}", "cy": f"{py:.2f}", "r": str(_RADIUS)}
    ElementTree.SubElement(svg, "circle", circle, fill="#ffffff", stroke=_INK).set(
        "stroke-width", "1"
    )
    name = x(j) if layer == 1 else y(j) if last else a(layer, j)
    _draw_name(svg, name, place, 10.0)
    if layer > 1:
        _draw_name(svg, b(layer, j), (px, py + _RADIUS + 9), 8.5, plate=True)


def _draw_name(
    svg: ElementTree.Element, symbol: Symbol, place: Place, size: float, plate: bool = False
) -> None:
    """The name around a point; with a plate, edges do not run through it."""
    with ziamath() as latex:
        _draw_made(svg, latex(symbol.latex, size=size, color=_INK), place, plate)


def _draw_made(svg: ElementTree.Element, made: Latex, place: Place, plate: bool) -> None:
    if plate:
        width, height = made.getsize()
        box = {
            "x": f"{place[0] - width / 2 - 1.5:.2f}",
            "y": f"{place[1] - height / 2 - 0.5:.2f}",
            "width": f"{width + 3:.2f}",
            "height": f"{height + 1:.2f}",
        }
        ElementTree.SubElement(svg, "rect", box, fill="#ffffff")
    made.drawon(svg, *place, halign="center", valign="center")
