"""What a measured slope tells, in numbers and in words."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Literal

from PySide6.QtCore import QCoreApplication

from nnsim.notation import Symbol, format_number
from nnsim.notation.numbers import ABSENT, MINUS
from nnsim.trace import EPSILONS, ErrorSource, Measurement
from nnsim.ui.marking import QT_TRANSLATE_NOOP
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection

DIGITS = 15  # decimals of E and of slopes: as many as there are

_SOURCES = {
    ErrorSource.NONE: QT_TRANSLATE_NOOP("slopes", "Both slopes are the same number."),
    ErrorSource.TRUNCATION: QT_TRANSLATE_NOOP(
        "slopes",
        "What is left is truncation: between w − ε and w + ε, E is no straight line. It shrinks "
        "like ε²: a tenth of ε leaves a hundredth of it.",
    ),
    ErrorSource.ROUNDING: QT_TRANSLATE_NOOP(
        "slopes",
        "What is left is rounding: numbers have about 16 digits, and E(w + ε) and E(w − ε) agree "
        "in most of them. It grows like 1/ε: a tenth of ε makes it about ten times as large.",
    ),
    ErrorSource.KINK: QT_TRANSLATE_NOOP(
        "slopes",
        "Between w − ε and w + ε, the z of a node with a kink or a jump (relu, leaky relu, step) "
        "passes 0, so the two slopes need not agree.",
    ),
    ErrorSource.NOT_FINITE: QT_TRANSLATE_NOOP(
        "slopes", "E is too large for a number here: there is no slope to measure."
    ),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("slopes", text)


def parameter_of(selection: Selection, depth: int) -> Symbol:
    """The weight or bias to check: the selected one, or one that has to do with what is."""
    match selection:
        case Symbol(kind="W"):
            return selection
        case Symbol(layer=1, j=j):
            return Symbol("W", 2, 1, j)
        case Symbol(layer=layer, j=j):
            return Symbol("b", layer, j)
        case Layer(number):
            return Symbol("W", max(number, 2), 1, 1)
    return Symbol("W", depth, 1, 1)


def gradient_of(parameter: Symbol) -> Symbol:
    """∂E/∂W of a weight, ∂E/∂b of a bias."""
    kind: Literal["dW", "db"] = "dW" if parameter.kind == "W" else "db"
    return Symbol(kind, parameter.layer, parameter.j, parameter.k)


def sentences(
    reading: Reading, symbol: Symbol, chosen: Measurement, smallest: Measurement | None
) -> list[str]:
    """What the difference comes from, and what else is to know.

    Args:
        reading: the numbers of the moment.
        symbol: the weight or bias.
        chosen: with the chosen ε.
        smallest: with the smallest ε, if that has been measured.
    """
    said = [_tr(_SOURCES[chosen.source])]
    if chosen.source is ErrorSource.KINK:
        at_w = smallest is not None and smallest.source is ErrorSource.KINK
        said.append(
            QCoreApplication.translate("slopes", "It lies so close to w that no ε here avoids it.")
            if at_w
            else QCoreApplication.translate("slopes", "A smaller ε may avoid it.")
        )
    spec = reading.project.network
    if "step" in spec.activations[symbol.layer - 2 :]:
        said.append(
            QCoreApplication.translate(
                "slopes",
                "The derivative of the step counts as 0, so no gradient comes through it.",
            )
        )
    settings = reading.project.settings
    if symbol.kind == "W" and (settings.l1 or settings.l2):
        said.append(
            QCoreApplication.translate(
                "slopes", "The penalty is no part of E: its slope is added in the update only."
            )
        )
    return said


def scientific(value: float | None) -> str:
    """ "3.21e−9"; 0 is "0"."""
    if value is None:
        return ABSENT
    if value == 0:
        return "0"
    text = re.sub(r"e([+-])0*", r"e\1", f"{value:.2e}").replace("e+", "e").removesuffix("e")
    return text.replace("-", MINUS)


def epsilon_text(position: int) -> str:
    """The ε of a place of the slider."""
    return scientific(EPSILONS[position]).replace(".00", "")


def differing(one: float, other: float, color: str) -> tuple[str, str]:
    """Both numbers as rich text, with the digits from the first different one on in a colour."""
    texts = [format_number(value, DIGITS) for value in (one, other)]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False)))
    marked = (f'{text[:same]}<span style="color:{color}">{text[same:]}</span>' for text in texts)
    first, second = marked
    return first, second
