"""How far the numbers on paper are from those in full precision."""

from __future__ import annotations

from math import isinf

from PySide6.QtCore import QCoreApplication

from nnsim.notation import E, format_number
from nnsim.trace import Trace


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
    found = trace.largest_difference()
    if found is None:
        return text
    symbol, difference = found
    return text + QCoreApplication.translate(
        "differences", " · largest difference {difference}, of {name}"
    ).format(difference=format_number(difference, decimals + 2), name=symbol.html)
