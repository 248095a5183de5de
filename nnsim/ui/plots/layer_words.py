"""What the histograms of the layers mean, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.notation import format_number
from nnsim.ui.marking import QT_TRANSLATE_NOOP
from nnsim.ui.texts import title

from .layer_numbers import EXPLODING, VANISHING, Insides, LayerNumbers
from .scales import scientific

_HELD = {
    "sigmoid": QT_TRANSLATE_NOOP("inside", "{share} of a below 0.05 or above 0.95"),
    "tanh": QT_TRANSLATE_NOOP("inside", "{share} of a below −0.9 or above 0.9"),
    "relu": QT_TRANSLATE_NOOP("inside", "{share} of a are 0"),
    "leaky_relu": QT_TRANSLATE_NOOP("inside", "{share} of a below 0, where the slope is 0.01"),
    "step": QT_TRANSLATE_NOOP("inside", "its slope is 0, and so is δ"),
}


def percent(share: float) -> str:
    """A share of 0..1; the few and the many are never rounded to none and all."""
    number = round(share * 100)
    if number == 0 and share > 0:
        return "< 1 %"
    return "> 99 %" if number == 100 and share < 1 else f"{number} %"


def layer_name(layer: LayerNumbers) -> str:
    """ "(2) sigmoid"."""
    return f"({layer.number}) {title(layer.activation)}"


def held_words(layer: LayerNumbers, explained: bool = True) -> str:
    """How much of the layer hardly learns; "" if nothing can be said of its activation.

    `explained` says what a dead node is.
    """
    if layer.activation not in _HELD:
        return ""
    words = QCoreApplication.translate("inside", _HELD[layer.activation]).format(
        share=percent(layer.held or 0.0)
    )
    if layer.dead:
        dead = (
            QCoreApplication.translate("inside", "{dead} of {nodes} nodes dead: 0 for every sample")
            if explained
            else QCoreApplication.translate("inside", "{dead} of {nodes} nodes dead")
        )
        words += "; " + dead.format(dead=layer.dead, nodes=layer.nodes)
    return words


def row_tip(layer: LayerNumbers, decimals: int) -> str:
    """A layer in numbers."""
    lines = [layer_name(layer), held_words(layer)]
    for letter, histogram in (("W", layer.W), ("a", layer.a)):
        mean, deviation = (
            format_number(value, decimals) for value in (histogram.mean, histogram.deviation)
        )
        text = QCoreApplication.translate(
            "inside", "{letter}: mean {mean}, standard deviation {deviation}"
        )
        lines.append(text.format(letter=letter, mean=mean, deviation=deviation))
    text = QCoreApplication.translate("inside", "δ: root of the mean square {size}; {share} are 0")
    lines.append(text.format(size=scientific(layer.delta_size), share=percent(layer.zero_delta)))
    return "\n".join(line for line in lines if line)


def sample_words(insides: Insides) -> str:
    """Over how many samples."""
    text = (
        QCoreApplication.translate("inside", "N = {n} training samples")
        if insides.samples == insides.training
        else QCoreApplication.translate("inside", "N = {n} of {all} training samples")
    )
    return text.format(n=insides.samples, all=insides.training)


def note_words(insides: Insides) -> str:
    """What is said below all rows."""
    line = QCoreApplication.translate("inside", "Blue line: root mean square of δ.")
    return f"{sample_words(insides)}. {delta_words(insides)} {line}"


def delta_words(insides: Insides) -> str:
    """What the third column says, in one sentence."""
    first, last = insides.layers[0], insides.layers[-1]
    silent = [layer.number for layer in insides.layers if layer.delta_size == 0]
    if silent:
        text = QCoreApplication.translate(
            "inside", "Every δ is 0 in layer {layer}: nothing is learned from there down."
        )
        return text.format(layer=silent[-1])
    if insides.fall < VANISHING:
        text = QCoreApplication.translate(
            "inside", "δ falls from {last} in layer {L} to {first} in layer {l}: it vanishes."
        )
    elif insides.fall > EXPLODING:
        text = QCoreApplication.translate(
            "inside", "δ grows from {last} in layer {L} to {first} in layer {l}: it explodes."
        )
    else:
        text = QCoreApplication.translate(
            "inside", "All rows share the axis of |δ|; a vanishing δ moves left."
        )
    return text.format(
        last=scientific(last.delta_size),
        first=scientific(first.delta_size),
        L=last.number,
        l=first.number,
    )
