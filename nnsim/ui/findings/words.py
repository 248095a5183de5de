"""Findings in words, with the symbols of a textbook and the numbers of the network."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from nnsim.diagnosis import (
    AddLayer,
    AddNode,
    DrawWeights,
    DropPenalty,
    Finding,
    GoBack,
    Health,
    Kind,
    Remedy,
    SetActivation,
    SetLearningRate,
    Standardise,
)
from nnsim.notation import Symbol, format_compact, format_exact
from nnsim.ui.marking import QT_TRANSLATE_NOOP
from nnsim.ui.texts import title

COMPARED = {"before", "after", "reached"}  # with one digit more, to tell them apart
MOST_SYMBOLS = 3  # of a list; the others are dots
SLOPES = {"sigmoid": "<i>a</i>(1 − <i>a</i>)", "tanh": "1 − <i>a</i>²"}

_SENTENCES = {
    Kind.BLOW_UP: QT_TRANSLATE_NOOP(
        "findings",
        "<b>Training blew up in epoch {epoch}</b>: the loss went from {before} (epoch "
        "{before_epoch}) to {after}.",
    ),
    Kind.OVERFLOW: QT_TRANSLATE_NOOP(
        "findings",
        "<b>Training blew up in epoch {overflow}</b>: numbers became too large to be held. The "
        "loss before was {before} (epoch {before_epoch}).",
    ),
    Kind.STEP_ACTIVATION: QT_TRANSLATE_NOOP(
        "findings",
        "<b>A step cannot be trained</b>: its derivative is 0, so no gradient gets through layer "
        "{layer}. {stuck} of {total} weights and biases stay as they are.",
    ),
    Kind.SYMMETRIC_NODES: QT_TRANSLATE_NOOP(
        "findings",
        "<b>Nodes of layer {layer} are twins</b>: {nodes} have the same weights in and out, so "
        "they get the same gradients and stay alike for ever. {count} of {size} nodes count as "
        "one.",
    ),
    Kind.LARGE_INPUTS: QT_TRANSLATE_NOOP(
        "findings",
        "<b>The inputs are not scaled</b>: {input} runs from {low} to {high}. First weights are "
        "made for inputs around 1; with such large ones, nodes saturate.",
    ),
    Kind.UNEQUAL_INPUTS: QT_TRANSLATE_NOOP(
        "findings",
        "<b>The inputs are not scaled</b>: {wide} runs from {wide_low} to {wide_high}, {narrow} "
        "only from {narrow_low} to {narrow_high}. No η fits the weights of both.",
    ),
    Kind.DEAD_RELU: QT_TRANSLATE_NOOP(
        "findings",
        "<b>Dead nodes in layer {layer}: {count} of {size}</b>. For {samples}, <i>z</i> ≤ 0 in "
        "{nodes} (at most {highest}). There relu and its derivative are 0, so their weights no "
        "longer change.",
    ),
    Kind.SATURATED: QT_TRANSLATE_NOOP(
        "findings",
        "<b>Layer {layer} is saturated</b>: the derivative {derivative} is below {limit} for "
        "{share} % of its nodes and samples, with a median of {slope} instead of up to "
        "{steepest}. The largest ∂<i>E</i>/∂<i>W</i> left in this layer is {gradient}.",
    ),
    Kind.VANISHING: QT_TRANSLATE_NOOP(
        "findings",
        "<b>The gradient vanishes on its way back</b>: <i>δ</i> is about {last} in layer {depth} "
        "and {first} in layer 2, where the largest ∂<i>E</i>/∂<i>W</i> is {gradient}. Each of the "
        "{layers} sigmoid layers multiplies it by <i>a</i>(1 − <i>a</i>) ≤ 0.25.",
    ),
    Kind.OSCILLATION: QT_TRANSLATE_NOOP(
        "findings",
        "<b>The steps are too long</b>: in the last {epochs} epochs the loss rose {rises} times, "
        "between {low} and {high}, and came no further. η = {rate} leaps over the valley.",
    ),
    Kind.SMALL_RATE: QT_TRANSLATE_NOOP(
        "findings",
        "<b>The steps are too short</b>: in {epochs} epochs the loss went from {before} to "
        "{after}, and no weight changed by more than {moved}. Tried from here, η = {better} "
        "brings it to {reached} in {trial} epochs.",
    ),
    Kind.ONE_CLASS: QT_TRANSLATE_NOOP(
        "findings",
        "<b>One class for everything</b>: {samples} are taken for class {class_name}, {others} of "
        "them wrongly. {output} lies between {low} and {high} whatever the input, and the loss no "
        "longer falls.",
    ),
    Kind.LINEAR: QT_TRANSLATE_NOOP(
        "findings",
        "<b>This network is linear</b>: nothing bends in a hidden layer, so it can only draw a "
        "straight line. <i>E</i> has come to rest at {loss}, where the gradient has the length "
        "{gradient}.",
    ),
    Kind.STUCK: QT_TRANSLATE_NOOP(
        "findings",
        "<b>A plateau or a local minimum</b>: the gradient has only the length {gradient}, and in "
        "the last {epochs} epochs the loss went from {before} to {after}. Other first weights, or "
        "one more node, may find a way.",
    ),
}
_BETWEEN = QT_TRANSLATE_NOOP(
    "findings",
    "<b>Training blew up between epochs {last} and {epoch}</b>: the loss went from {before} "
    "(epoch {before_epoch}) to {after}.",
)
_THEN = QT_TRANSLATE_NOOP("findings", "It had come to {after} in epoch {epoch}.")
_STEPS = {
    True: QT_TRANSLATE_NOOP(
        "findings",
        "After epoch {step_epoch} the step η·{slope} was {step}, with {parameter} = {value}.",
    ),
    False: QT_TRANSLATE_NOOP(
        "findings", "After epoch {step_epoch}, η·{slope} was {step}, with {parameter} = {value}."
    ),
}


_REMEDY_NAMES: Mapping[type, str] = {
    GoBack: "lowerLearningRate",
    SetLearningRate: "changeLearningRate",
    Standardise: "standardiseInputs",
    DrawWeights: "drawWeights",
    SetActivation: "changeActivation",
    DropPenalty: "dropPenalty",
    AddNode: "addHiddenNode",
    AddLayer: "addHiddenLayer",
}


def _translate(text: str) -> str:
    return QCoreApplication.translate("findings", text)


def number(value: float, digits: int = 3) -> str:
    """The first digits of what was measured, four from 1000 on; counts as they are."""
    if isinstance(value, int):
        return f"{value:,}".replace(",", "\N{THIN SPACE}")
    return format_exact(float(f"{value:.{4 if abs(value) >= 1000 else digits}g}"))


def symbols_text(symbols: tuple[Symbol, ...]) -> str:
    """The first few of a list."""
    shown = ", ".join(symbol.html for symbol in symbols[:MOST_SYMBOLS])
    return f"{shown} …" if len(symbols) > MOST_SYMBOLS else shown


def samples_text(count: float, total: float) -> str:
    """Over which samples something was found."""
    text = (
        QCoreApplication.translate("findings", "all {total} training samples")
        if count == total
        else QCoreApplication.translate("findings", "{count} of {total} training samples")
    )
    return text.format(count=number(count), total=number(total))


def sentence(finding: Finding) -> str:
    """A finding in one to three sentences of rich text."""
    thinned = finding.kind is Kind.BLOW_UP and "last" in finding.numbers
    parts = [_BETWEEN if thinned else _SENTENCES[finding.kind]]
    if finding.kind is Kind.OVERFLOW and "after" in finding.numbers:
        parts.append(_THEN)
    if "step" in finding.numbers:
        parts.append(_STEPS[finding.names["optimizer"] == "sgd"])
    fields = _fields(finding)
    return " ".join(_translate(part).format(**fields) for part in parts)


def _fields(finding: Finding) -> Mapping[str, str]:
    """What the sentence is filled with."""
    names = finding.names
    fields = {
        name: number(value, 4 if name in COMPARED else 3) for name, value in finding.numbers.items()
    }
    fields |= {name: escape(text) for name, text in names.items()}
    fields |= {name: symbols_text(symbols) for name, symbols in finding.symbols.items()}
    for name in ("input", "wide", "narrow"):
        text = names.get(f"{name}_name")
        if text is not None and text != f"x{finding.symbols[name][0].j}":
            fields[name] += f" ({escape(text)})"
    if "samples" in finding.numbers:
        fields["samples"] = samples_text(finding.numbers["samples"], finding.numbers["total"])
    if finding.kind is Kind.SATURATED:
        fields["derivative"] = SLOPES[names["activation"]]
    return fields


def health_text(health: Health) -> str:
    """The numbers of a network of which nothing is wrong, or nothing that is known of."""
    translate = QCoreApplication.translate  # lupdate looks for this name
    parts = [
        translate("findings", "<b>Nothing is wrong</b>.")
        if health.learnt
        else translate("findings", "<b>No reason was found</b>."),
        translate(
            "findings",
            "For {samples}, <i>E</i> is {loss} and the gradient has the length {gradient}.",
        ),
    ]
    if health.accuracy is not None:
        parts.append(translate("findings", "{share} % of them are classified correctly."))
    if health.epochs:
        parts.append(
            translate(
                "findings", "In the last {epochs} epochs the loss went from {before} to {after}."
            )
        )
    if not health.learnt and health.after <= health.before:
        parts.append(translate("findings", "More epochs may be all that it takes."))
    return " ".join(parts).format(
        loss=number(health.loss),
        gradient=number(health.gradient_norm),
        samples=samples_text(health.samples, health.total),
        share=format_compact(100 * (health.accuracy or 0.0), 1),
        epochs=number(health.epochs),
        before=number(health.before, 4),
        after=number(health.after, 4),
    )


def remedy_name(remedy: Remedy) -> str:
    """The objectName of a remedy's button."""
    return _REMEDY_NAMES[type(remedy)]


def remedy_text(remedy: Remedy, epoch: int) -> str:
    """What a remedy does to a project that is at an epoch: its button, and its undo step."""
    translate = QCoreApplication.translate  # lupdate looks for this name
    match remedy:
        case GoBack(state, rate) if state.epoch < epoch:
            return translate("findings", "Back to epoch {epoch}, η = {rate}").format(
                epoch=state.epoch, rate=f"{rate:g}"
            )
        case GoBack(rate=rate) | SetLearningRate(rate):
            return translate("findings", "Set η = {rate}").format(rate=f"{rate:g}")
        case Standardise():
            return translate("findings", "Standardise inputs")
        case DrawWeights(initializer, seed):
            return translate("findings", "New weights: {initializer}, seed {seed}").format(
                initializer=title(initializer), seed=seed
            )
        case SetActivation(_, name):
            return translate("findings", "Change to {activation}").format(activation=title(name))
        case DropPenalty():
            return translate("findings", "Without penalty")
        case AddNode():
            return translate("findings", "Add a hidden node")
        case AddLayer():
            return translate("findings", "Add a hidden layer")
    raise TypeError(remedy)
