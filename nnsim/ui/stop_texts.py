"""Words for the stop rules: their names, and why a run ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.notation import format_exact
from nnsim.project import StopReason, StopRules

from .marking import QT_TRANSLATE_NOOP

# The name of a rule before its number, or above its numbers if it has several.
_TITLES = {
    "epochs": QT_TRANSLATE_NOOP("stop", "After"),
    "target": QT_TRANSLATE_NOOP("stop", "E is below"),
    "minimum": QT_TRANSLATE_NOOP("stop", "Minimum reached"),
    "test_rise": QT_TRANSLATE_NOOP("stop", "Test loss rises"),
}
_NUMBERS = {
    "epochs": QT_TRANSLATE_NOOP("stop", "for"),
    "least_fall": QT_TRANSLATE_NOOP("stop", "fell by at most Δ"),
}
_SUMMARIES = {
    "epochs": QT_TRANSLATE_NOOP("stop", "after {epochs} epochs"),
    "target": QT_TRANSLATE_NOOP("stop", "E below {target}"),
    "minimum": QT_TRANSLATE_NOOP("stop", "minimum reached"),
    "test_rise": QT_TRANSLATE_NOOP("stop", "test loss rises"),
}
_MARKS = {
    "epochs": QT_TRANSLATE_NOOP("stop", "epochs done"),
    "target": QT_TRANSLATE_NOOP("stop", "target reached"),
    "minimum": QT_TRANSLATE_NOOP("stop", "minimum reached"),
    "test_rise": QT_TRANSLATE_NOOP("stop", "test loss rises"),
}
_REASONS = {
    "epochs": QT_TRANSLATE_NOOP(
        "stop", "<b>Epoch {epoch} reached</b>: the run ends after {epochs} epochs."
    ),
    "target": QT_TRANSLATE_NOOP(
        "stop", "<b>Target reached</b>: <i>E</i> = {loss} in epoch {epoch}, below {target}."
    ),
    "minimum": QT_TRANSLATE_NOOP(
        "stop",
        "<b>Minimum reached</b>: <i>E</i> has not fallen by more than {least_fall} for {waited} "
        "epochs; lowest {lowest} in epoch {lowest_epoch}, now {loss}.",
    ),
    "test_rise": QT_TRANSLATE_NOOP(
        "stop",
        "<b>Test loss rises</b>: <i>E</i> of the test samples has been above its lowest for "
        "{waited} epochs; lowest {lowest} in epoch {lowest_epoch}, now {loss}.",
    ),
}


def rule_title(rule: str) -> str:
    """A rule as the panel names it."""
    return _translate(_TITLES.get(rule, rule))


def rule_mark(rule: str) -> str:
    """What a rule that ended a run writes on the loss curve."""
    return _translate(_MARKS.get(rule, rule))


def number_title(number: str) -> str:
    """A number of a rule that has several."""
    return _translate(_NUMBERS.get(number, number))


def rules_summary(rules: StopRules) -> str:
    """In a word or two, when a run ends by itself."""
    active = rules.active
    if not active:
        return _translate(QT_TRANSLATE_NOOP("stop", "never"))
    if len(active) > 1:
        return _translate(QT_TRANSLATE_NOOP("stop", "{count} rules")).format(count=len(active))
    ((name, rule),) = active.items()
    return _filled(_SUMMARIES.get(name, name), rule.numbers)


def stop_reason(reason: StopReason) -> str:
    """Why a run ended, in words and numbers, as rich text."""
    return _filled(_REASONS.get(reason.rule, reason.rule), reason.numbers)


def _filled(text: str, numbers) -> str:
    return _translate(text).format(**{name: _number(value) for name, value in numbers.items()})


def _number(value: float) -> str:
    """Four digits that count; whole numbers in full."""
    value = float(value)
    return (
        f"{value:,.0f}".replace(",", "\u2009")
        if value.is_integer()
        else format_exact(float(f"{value:.4g}"))
    )


def _translate(text: str) -> str:
    return QCoreApplication.translate("stop", text)
