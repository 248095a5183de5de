"""Rows of ziamath, built once; importing this module puts them in the place of its own.

ziamath builds every row twice, once to learn how high a bracket in it has to be, and so rows in
rows in rows eight times. Here only those are that have something to stretch. The picture is the
same, made in a sixth of the time.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from ziamath import operators
from ziamath.nodes.mrow import Mrow

_NEVER = "false"
_STRETCHES = {
    name
    for (name, _form), params in operators.operators.items()
    if params.get("stretchy", _NEVER) != _NEVER
}
# What stretches in these does so for a row of their own, or they hold nothing that does.
_APART = {"math", "mrow", "mtable", "mtr", "mtd", "mn", "mtext", "mspace"}


class QuickRow(Mrow, tag="mrow"):  # a class that names a tag is the one that ziamath takes for it
    """A row that looks for a height only if somebody asks for it."""

    def _get_height_nostretch(self, line: list[Element], **kwargs: Any) -> tuple[float, float]:
        if any(map(_stretches, line)):
            return super()._get_height_nostretch(line, **kwargs)
        return 0.0, 0.0


def _stretches(element: Element) -> bool:
    """Whether it, or a part that is in no row of its own, takes its height from the row."""
    if element.tag in ("mo", "mi"):  # ziamath takes some identifiers for operators
        said = element.get("stretchy")
        return (element.text or "").strip() in _STRETCHES if said is None else said != _NEVER
    return element.tag not in _APART and any(map(_stretches, element))
