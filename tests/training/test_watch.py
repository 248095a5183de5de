"""Stop rules, on sequences of losses that were worked out by hand."""

from dataclasses import replace
from math import isfinite
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nnsim.engine import EpochRecord
from nnsim.project import (
    MAX_ROWS,
    Curves,
    EditError,
    Progress,
    StopReason,
    StopRules,
    Watched,
    curve_rows,
    edits,
    new_project,
)
from nnsim.training.history import History
from nnsim.training.watch import Watch


def rules(**numbers: dict[str, float]) -> StopRules:
    """Rules that are on, with their numbers."""
    chosen = StopRules()
    for name, values in numbers.items():
        chosen = chosen.changed(name, on=True, **values)
    return chosen


def records(losses: list[float], tests: list[float] | None = None) -> list[EpochRecord]:
    """Records of epochs 1, 2, ... with these losses."""
    return [
        EpochRecord(n + 1, loss, 0.5, tests[n] if tests else None, None)
        for n, loss in enumerate(losses)
    ]


def reasons(chosen: StopRules, sequence: list[EpochRecord]) -> dict[int, StopReason]:
    """Where a run under these rules would end, each time going on, and why."""
    watch = Watch(chosen, Progress())
    found = ((each.epoch, watch.see([each])) for each in sequence)
    return {epoch: reason for epoch, reason in found if reason is not None}


def test_no_rule_is_on_at_first() -> None:
    assert StopRules().active == {}
    watch = Watch(StopRules(), Progress())
    assert watch.see(records([0.0] * 5)) is None
    assert (watch.soonest, watch.memory) == (None, None)


def test_a_number_of_epochs_and_as_many_again() -> None:
    found = reasons(rules(epochs={"epochs": 3}), records([1.0] * 7))
    assert found == {
        3: StopReason("epochs", {"epochs": 3, "epoch": 3}),
        6: StopReason("epochs", {"epochs": 3, "epoch": 6}),
    }


def test_a_target() -> None:
    found = reasons(rules(target={"target": 0.25}), records([0.5, 0.25, 0.24, 0.3, 0.1]))
    assert found == {
        3: StopReason("target", {"target": 0.25, "epoch": 3, "loss": 0.24}),
        5: StopReason("target", {"target": 0.25, "epoch": 5, "loss": 0.1}),
    }


def test_a_minimum() -> None:
    """From 0.5 in epoch 3, E does not fall by more than 0.125: not to 0.375 either."""
    losses = [1.0, 0.75, 0.5, 0.4375, 0.375, 0.40, 0.25, 0.25]
    found = reasons(rules(minimum={"least_fall": 0.125, "epochs": 3}), records(losses))
    assert found == {
        6: StopReason(
            "minimum",
            {
                "least_fall": 0.125, "epochs": 3,
                "waited": 3, "lowest": 0.375, "lowest_epoch": 5, "loss": 0.40,
            },
        )
    }  # fmt: skip


def test_a_minimum_is_reached_again_after_as_many_epochs() -> None:
    found = reasons(rules(minimum={"least_fall": 0.0, "epochs": 2}), records([1.0] * 6))
    assert {epoch: reason.numbers["waited"] for epoch, reason in found.items()} == {3: 2, 5: 4}


def test_slow_progress_is_progress() -> None:
    """Each epoch falls by less than Δ, but two of them by more."""
    losses = [1.0 - 0.0625 * n for n in range(9)]
    assert reasons(rules(minimum={"least_fall": 0.1, "epochs": 3}), records(losses)) == {}
    assert reasons(rules(minimum={"least_fall": 0.1, "epochs": 1}), records(losses)) != {}


def test_a_rising_test_loss() -> None:
    """Lowest in epoch 2; a smaller rise in between is a rise all the same."""
    tests = [0.5, 0.25, 0.375, 0.3, 0.3125, 0.2, 0.2]
    found = reasons(rules(test_rise={"epochs": 3}), records([0.0] * 7, tests))
    assert found == {
        5: StopReason(
            "test_rise",
            {"epochs": 3, "waited": 3, "lowest": 0.25, "lowest_epoch": 2, "loss": 0.3125},
        )
    }


def test_an_even_test_loss_does_not_rise() -> None:
    assert reasons(rules(test_rise={"epochs": 1}), records([0.0] * 4, [0.5] * 4)) == {}


def test_without_test_samples_no_test_loss_rises() -> None:
    chosen = rules(test_rise={"epochs": 1})
    assert reasons(chosen, records([0.5, 0.6, 0.7])) == {}


def test_the_first_rule_of_the_table_tells() -> None:
    chosen = rules(target={"target": 1.0}, epochs={"epochs": 2})
    assert [found.rule for found in reasons(chosen, records([0.5] * 2)).values()] == [
        "target",
        "epochs",
    ]


# Going on is as if it had never stopped


losses = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0, 1.25])
patience = st.fixed_dictionaries({"epochs": st.integers(1, 6)})


@st.composite
def some_rules(draw: st.DrawFn) -> StopRules:
    numbers = {
        "epochs": patience,
        "target": st.fixed_dictionaries({"target": losses}),
        "minimum": st.fixed_dictionaries({"epochs": st.integers(1, 6), "least_fall": losses}),
        "test_rise": patience,
    }
    names = draw(st.sets(st.sampled_from(sorted(numbers))))
    return rules(**{name: draw(numbers[name]) for name in sorted(names)})


@st.composite
def sequences(draw: st.DrawFn) -> list[EpochRecord]:
    pairs = draw(st.lists(st.tuples(losses, losses), max_size=40))
    tests = [test for _, test in pairs] if draw(st.booleans()) else None
    return records([loss for loss, _ in pairs], tests)


@given(some_rules(), sequences(), st.sets(st.integers(1, 40)), st.booleans())
def test_a_run_in_parts_stops_where_an_unbroken_one_does(
    chosen: StopRules, sequence: list[EpochRecord], pauses: set[int], remembered: bool
) -> None:
    """From what was remembered, and from the curves alone."""
    unbroken = reasons(chosen, sequence)
    found: dict[int, StopReason] = {}
    watch = Watch(chosen, Progress())
    for each in sequence:
        reason = watch.see([each])
        if reason is not None:
            found[each.epoch] = reason
        if each.epoch in pauses:
            memory = watch.memory if remembered else None
            curves = Curves.of(sequence[: each.epoch])
            watch = Watch(chosen, Progress(each.epoch, None, curves, memory))
    assert found == unbroken


@given(some_rules(), sequences())
def test_no_rule_is_reached_sooner_than_foretold(
    chosen: StopRules, sequence: list[EpochRecord]
) -> None:
    watch = Watch(chosen, Progress())
    while sequence and chosen.active:
        ahead = watch.soonest
        assert ahead is not None
        assert ahead >= 1
        for each in sequence[: ahead - 1]:
            assert watch.see([each]) is None
        watch.see(sequence[ahead - 1 : ahead])
        sequence = sequence[ahead:]


def test_after_a_curve_was_thinned_what_was_remembered_counts() -> None:
    """A long run keeps every peak, but not the epoch from which E has not fallen."""
    chosen = rules(minimum={"least_fall": 0.5, "epochs": 10**6})
    sequence = [EpochRecord(n, 1.0 / n, 0.5, None, None) for n in range(1, MAX_ROWS + 2)]
    history = History(Curves())
    history.extend(curve_rows(sequence))
    whole = Watch(chosen, Progress())
    whole.see(sequence)
    curves = history.freeze()
    assert len(curves) < len(sequence)
    resumed = Watch(chosen, Progress(len(sequence), None, curves, whole.memory))
    assert resumed.memory == whole.memory


@pytest.mark.parametrize(
    "change",
    [
        {"epoch": 2},
        {"curves": Curves()},
        {"watched": replace(Watched(rules(minimum={}), 3, {"minimum": ()}), epoch=2)},
        {"watched": Watched(rules(minimum={"epochs": 7}), 3, {"minimum": (9.0,) * 4})},
    ],
    ids=["another epoch", "another loss", "from before", "other rules"],
)
def test_a_memory_of_something_else_is_not_used(change: dict[str, Any]) -> None:
    chosen = rules(minimum={"least_fall": 0.0, "epochs": 2})
    wrong = Watched(chosen, 3, {"minimum": (9.0,) * 4})
    progress = Progress(3, None, Curves.of(records([1.0, 0.5, 0.75])), wrong)
    watch = Watch(chosen, replace(progress, **change))
    memory = watch.memory
    assert memory is not None
    assert memory.memories["minimum"] == (() if "curves" in change else (2.0, 0.5, 2.0, 0.5))


# The value


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("epochs", {"epochs": 0}),
        ("epochs", {"epochs": 1.5}),
        ("epochs", {"epochs": True}),
        ("epochs", {"epochs": 10**10}),
        ("target", {"target": -0.1}),
        ("target", {"target": float("nan")}),
        ("minimum", {"least_fall": float("inf")}),
        ("minimum", {"epochs": -1}),
        ("test_rise", {"epochs": "7"}),
    ],
)
def test_impossible_numbers_are_refused(rule: str, values: dict[str, Any]) -> None:
    with pytest.raises(EditError, match="bad_setting"):
        edits.set_stop_rule(new_project(), rule, **values)


def test_a_rule_changes_and_everything_else_stays() -> None:
    project = new_project()
    after = edits.set_stop_rule(project, "target", on=True, target=0.125)
    assert list(after.stop_rules.active) == ["target"]
    assert after.stop_rules.target.target == 0.125
    assert after != project
    assert after.progress is project.progress
    assert edits.set_stop_rule(after, "target", on=False, target=0.05) == project


@given(st.lists(st.floats(), max_size=5))
def test_a_memory_fits_its_rule(memory: list[float]) -> None:
    assume(len(memory) not in (0, 4) or not all(map(isfinite, memory)))
    with pytest.raises(EditError, match="watched_does_not_fit"):
        Watched(rules(minimum={}), 3, {"minimum": tuple(memory)})
    with pytest.raises(EditError, match="watched_does_not_fit"):
        Watched(rules(target={}), 3, {})
