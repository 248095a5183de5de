"""How far the numbers on paper are from those in full precision."""

from __future__ import annotations

from math import isfinite, isinf

from PySide6.QtCore import QCoreApplication

from nnsim.notation import E, format_number
from nnsim.trace import Step, Trace


def rounding_differences(trace: Trace, decimals: int) -> str:
    """In words: E on paper and exactly, and the number that differs most."""
    text = QCoreApplication.translate(
        "differences", "Rounded as on paper: {loss} (exactly {exact})"
    ).format(
        loss=f"{E.html} = {format_number(trace.numbers.loss, decimals)}",
        exact=format_number(trace.exact.loss, decimals + 2),
    )
    if isinf(trace.numbers.loss):
        text += QCoreApplication.translate(
            "differences", " · ln 0: an output was rounded to 0 or 1"
        )
    worst = max(trace.steps, key=lambda step: _difference(trace, step))
    difference = _difference(trace, worst)
    if not difference:
        return text
    return text + QCoreApplication.translate(
        "differences", " · largest difference {difference}, of {name}"
    ).format(difference=format_number(difference, decimals + 2), name=worst.symbol.html)


def _difference(trace: Trace, step: Step) -> float:
    """The distance of a number on paper from the exact one; 0 where there is none."""
    exact = trace.exact_value(step)
    difference = 0.0 if exact is None else abs(step.value - exact)
    return difference if isfinite(difference) else 0.0
