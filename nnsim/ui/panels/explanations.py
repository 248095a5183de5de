"""What every setting means, in one line, with its formula, and from when on a change counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QCoreApplication

from nnsim.notation import E, Facts, Formula, Line, Symbol, W, formula
from nnsim.project import Project
from nnsim.ui.marking import QT_TRANSLATE_NOOP


class Counts(Enum):
    """From when on a change counts, if it is made while a run goes on."""

    BATCH = QT_TRANSLATE_NOOP("settings", "Counts from the next batch.")
    EPOCH = QT_TRANSLATE_NOOP("settings", "Counts from the next epoch.")
    ENDS = QT_TRANSLATE_NOOP("settings", "Ends the run first.")


@dataclass(frozen=True)
class Explanation:
    """One line on a setting; {samples}, {size} and {steps} stand for those of the project."""

    text: str
    counts: Counts


_TABLE = {
    "learningRate": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "How far one step goes against the slope:",
        ),
        Counts.BATCH,
    ),
    "loss": Explanation(
        QT_TRANSLATE_NOOP("settings", "What training makes small, a mean over samples:"),
        Counts.ENDS,
    ),
    "optimizer": Explanation(
        QT_TRANSLATE_NOOP("settings", "How the slope becomes a step:"), Counts.EPOCH
    ),
    "momentum": Explanation(
        QT_TRANSLATE_NOOP("settings", "How much of the last step <i>v</i> goes on:"), Counts.BATCH
    ),
    "rho": Explanation(
        QT_TRANSLATE_NOOP(
            "settings", "How much earlier <i>g</i>² count in their running mean <i>h</i>:"
        ),
        Counts.BATCH,
    ),
    "beta1": Explanation(
        QT_TRANSLATE_NOOP(
            "settings", "How much earlier <i>g</i> count in their running mean <i>m</i>:"
        ),
        Counts.BATCH,
    ),
    "beta2": Explanation(
        QT_TRANSLATE_NOOP(
            "settings", "How much earlier <i>g</i>² count in their running mean <i>v</i>:"
        ),
        Counts.BATCH,
    ),
    "epsilon": Explanation(
        QT_TRANSLATE_NOOP("settings", "Keeps the step finite where the root is near 0:"),
        Counts.BATCH,
    ),
    "batchSize": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "∂<i>E</i>/∂<i>W</i> is the mean over so many samples, then <i>W</i> takes a step: "
            "{samples} / {size}, {steps} steps an epoch.",
        ),
        Counts.EPOCH,
    ),
    "orderSeed": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "In every epoch the samples are shuffled anew; the same seed gives the same order.",
        ),
        Counts.EPOCH,
    ),
    "l2": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "Draws weights towards 0: adds λ<sub>2</sub>/2 · Σ <i>W</i>² to what training makes "
            "small, λ<sub>2</sub> <i>W</i> to the slope. <i>E</i> is shown without it.",
        ),
        Counts.BATCH,
    ),
    "l1": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "Draws weights to exactly 0: adds λ<sub>1</sub> · Σ |<i>W</i>| to what training makes "
            "small, ±λ<sub>1</sub> to the slope. <i>E</i> is shown without it.",
        ),
        Counts.BATCH,
    ),
    "initializer": Explanation(
        QT_TRANSLATE_NOOP("settings", "How the weights are drawn at epoch 0:"), Counts.ENDS
    ),
    "weightSeed": Explanation(
        QT_TRANSLATE_NOOP("settings", "The same seed draws the same first weights."), Counts.ENDS
    ),
    "newWeights": Explanation(
        QT_TRANSLATE_NOOP("settings", "Draws new first weights with the next seed."), Counts.ENDS
    ),
    "testShare": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "So much is held out: training never sees it, and <i>E</i> of these samples tells how "
            "well the network does on new ones.",
        ),
        Counts.ENDS,
    ),
    "splitSeed": Explanation(
        QT_TRANSLATE_NOOP("settings", "The same seed holds out the same samples."), Counts.ENDS
    ),
    "stopEpochs": Explanation(
        QT_TRANSLATE_NOOP(
            "settings", "The run ends after so many epochs. Run again for as many more."
        ),
        Counts.EPOCH,
    ),
    "stopTarget": Explanation(
        QT_TRANSLATE_NOOP("settings", "The run ends with the first epoch whose <i>E</i> is below."),
        Counts.EPOCH,
    ),
    "stopMinimum": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "The run ends when no <i>E</i> was below the best one − Δ for so many epochs. On a "
            "plateau, too: is <i>E</i> small?",
        ),
        Counts.EPOCH,
    ),
    "stopTestRise": Explanation(
        QT_TRANSLATE_NOOP(
            "settings",
            "The run ends when <i>E</i> of the test samples was above its lowest for so many "
            "epochs: what is learned now helps the training samples only.",
        ),
        Counts.EPOCH,
    ),
}
_DRAWN = {
    "xavier": QT_TRANSLATE_NOOP(
        "settings", "evenly in ±√(6 / (<i>n</i><sub>in</sub> + <i>n</i><sub>out</sub>))"
    ),
    "he": QT_TRANSLATE_NOOP("settings", "normal, with σ = √(2 / <i>n</i><sub>in</sub>)"),
    "normal": QT_TRANSLATE_NOOP("settings", "normal, with σ = 1, and biases too"),
    "uniform": QT_TRANSLATE_NOOP("settings", "evenly in −1 … 1, and biases too"),
    "zeros": QT_TRANSLATE_NOOP("settings", "all 0, so that the nodes of a layer stay alike"),
}


# How the numbers of an optimizer are written in its formulas.
_LETTERS = {
    "learningRate": "η",
    "momentum": "μ",
    "rho": "ρ",
    "beta1": "β_1",
    "beta2": "β_2",
    "epsilon": "ε",
}
_UNBROKEN = 36  # letters: a longer assignment would not fit into a line of the panel
_OF_TESTS = ("splitSeed", "stopTestRise")
_NO_TESTS = QT_TRANSLATE_NOOP("settings", "No samples are held out now.")


def explanation(name: str, project: Project, running: bool) -> str:
    """The line on the setting of this objectName, as rich text."""
    entry = _TABLE[name]
    training = len(project.split[0])
    size = min(project.settings.batch_size or training, training)
    text = _translate(entry.text).format(samples=training, size=size, steps=ceil(training / size))
    parts = [text, _formula(name, project)]
    if name in _OF_TESTS and not len(project.split[1]):
        parts.append(_translate(_NO_TESTS))
    if running:
        parts.append(_translate(entry.counts.value))
    return " ".join(part for part in parts if part)


def rule(project: Project) -> str:
    """The assignments of the chosen optimizer with the chosen penalties, as rich text."""
    return _formula("optimizer", project)


def told_of(project: Project) -> tuple[object, ...]:
    """All that the explanations depend on in a project."""
    settings = project.settings
    chosen = (settings.optimizer, settings.batch_size, settings.l1, settings.l2)
    return (project.network, chosen, *map(len, project.split))


def counts(name: str) -> Counts:
    """From when on a change of this setting counts while a run goes on."""
    return _TABLE[name].counts


def _formula(name: str, project: Project) -> str:
    """The formulas of what is chosen, from the one place that knows them."""
    spec, settings = project.network, project.settings
    if name == "initializer":
        return _translate(_DRAWN[spec.initializer]) if spec.initializer in _DRAWN else ""
    facts = Facts(
        spec.sizes, spec.activations, spec.loss, settings.optimizer,
        len(project.split[0]), settings.l1, settings.l2,
    )  # fmt: skip
    if name == "loss":
        return _html(formula(E, facts, _unknown, 3, max_terms=2).symbols)
    if name == "optimizer" or name in _LETTERS:
        step: Formula = formula(W(2, 1, 1), facts, _unknown, 3, updated=_unknown)
        lines = (*step.given, step.symbols)
        if name in _LETTERS:
            lines = tuple(line for line in lines if _LETTERS[name] in line.plain)[:1]
        return ", ".join(map(_unbroken, lines))
    return ""


def _unknown(_symbol: Symbol) -> None:
    """No numbers are shown."""


def _unbroken(line: Line) -> str:
    """A line as rich text that is broken nowhere, unless it is long."""
    html = _html(line)
    if len(re.sub("<[^>]*>", "", html)) > _UNBROKEN:
        return html
    # Also after a stroke, but not that of an end tag, Qt would break.
    return re.sub("(?<!<)/", "/\N{WORD JOINER}", html.replace(" ", "\N{NO-BREAK SPACE}"))


def _html(line: Line) -> str:
    """A line as rich text; any weight stands for all."""
    text = line.plain.replace(W(2, 1, 1).plain, "W")
    text = re.sub(r"(?<![A-Za-z_])([A-Za-z])(?![A-Za-z])", r"<i>\1</i>", text)
    text = re.sub(r"_([\w,]*\w)", r"<sub>\1</sub>", text)
    return re.sub(r"\^(\w|<i>\w</i>)", r"<sup>\1</sup>", text)


def _translate(text: str) -> str:
    return QCoreApplication.translate("settings", text)
