"""The table that is printed: what was measured, its goal, and whether it is met."""

from __future__ import annotations

from dataclasses import dataclass

WIDTHS = (46, 34, 22, 10)


@dataclass(frozen=True)
class Row:
    """One measured value. `value` is a finished text, `met` None where there is no goal."""

    what: str
    value: str
    goal: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        cells = (self.what, self.value, self.goal, verdict)
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def at_least(what: str, value: float, goal: float, unit: str = "", detail: str = "") -> Row:
    """A value that should not be smaller than its goal."""
    return Row(what, f"{value:.2f}{unit}{detail}", f">= {goal:g}{unit}", value >= goal)


def at_most(what: str, value: float, goal: float, unit: str = "", detail: str = "") -> Row:
    """A value that should not be larger than its goal."""
    return Row(what, f"{value:.1f}{unit}{detail}", f"<= {goal:g}{unit}", value <= goal)
