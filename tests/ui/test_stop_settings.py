"""When a run stops by itself: rules in the panel, and words in the notice."""

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QToolTip,
    QWidget,
)

from nnsim.project import StopRules


@pytest.fixture
def unfolded(user, window):
    """The rules open, and the test samples that one of them needs."""
    for fold in ("testSamplesFold", "stopFold"):
        user.press(fold)
    return window


def rules_of(window) -> StopRules:
    return window.document.project.stop_rules


def test_a_rule_is_switched_on_and_its_number_typed(user, unfolded):
    assert not user.find("stopTargetTarget").isEnabled()
    user.press("stopTarget")
    assert rules_of(unfolded).target.on
    user.enter("stopTargetTarget", "1/4")
    assert rules_of(unfolded).target.target == 0.25
    user.press("stopMinimum")
    user.enter("stopMinimumLeastFall", "1e-3")
    user.enter("stopMinimumEpochs", "50")
    minimum = rules_of(unfolded).minimum
    assert (minimum.on, minimum.least_fall, minimum.epochs) == (True, 1e-3, 50)
    for _ in range(5):
        user.press("editUndo")
    assert rules_of(unfolded) == StopRules()
    assert not user.find("stopTarget").isChecked()


@pytest.mark.parametrize("typed", ["many", "0", "1.5", "-3"])
def test_an_impossible_number_of_a_rule_leaves_the_old_one_and_says_so(user, unfolded, typed):
    user.press("stopEpochs")
    user.enter("stopEpochsEpochs", typed)
    if typed == "many":
        assert "Not a number" in QToolTip.text()
        QToolTip.hideText()
    else:
        assert user.notice.startswith("That value is not possible")
    assert rules_of(unfolded).epochs.epochs == 1000
    assert user.text("stopEpochsEpochs") == "1000"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"learning_rate": -1.0}, "It takes numbers greater than 0."),
        ({"l2": -1.0}, "It takes numbers from 0 on."),
        ({"momentum": 1.0}, "It takes numbers from 0 to just below 1."),
        ({"batch_size": 0}, "It takes whole numbers from 1 on."),
    ],
)
def test_an_impossible_setting_is_refused_with_the_range_of_those_that_are_not(
    user, window, values, told
):
    before = window.document.project
    window.controller.change_settings("Test", **values)
    assert window.document.project is before
    assert user.notice.endswith(told)


def test_a_run_ends_by_a_rule_and_the_notice_says_why(user, unfolded):
    user.press("stopEpochs")
    user.enter("stopEpochsEpochs", "25")
    user.press("trainRun")
    user.wait_until_idle()
    assert unfolded.document.project.progress.epoch == 25
    assert user.notice == "<b>Epoch 25 reached</b>: the run ends after 25 epochs."
    user.press("trainRun")
    user.wait_until_idle()
    assert unfolded.document.project.progress.epoch == 50


def test_a_minimum_is_told_with_its_numbers(user, unfolded):
    user.press("stopMinimum")
    user.enter("stopMinimumLeastFall", "0.5")
    user.enter("stopMinimumEpochs", "20")
    user.press("trainRun")
    user.wait_until_idle()
    curves = unfolded.document.project.progress.curves
    assert curves.column("epoch")[-1] == 21
    lowest = curves.column("loss").argmin()
    assert user.notice == (
        "<b>Minimum reached</b>: <i>E</i> has not fallen by more than 0.5 for 20 epochs; lowest "
        f"{curves.column('loss')[lowest]:.4g} in epoch {lowest + 1}, "
        f"now {curves.column('loss')[-1]:.4g}."
    )


def test_the_notice_offers_to_go_on_without_the_rule(user, unfolded):
    user.press("stopTarget")
    user.enter("stopTargetTarget", "10")
    user.press("trainEpoch")
    user.wait_until_idle()
    assert user.notice.startswith("<b>Target reached</b>: <i>E</i> = ")
    user.press("trainOn")
    assert not rules_of(unfolded).target.on
    assert unfolded.session.running
    user.wait(lambda: unfolded.view_state.reading.epoch > 3)
    user.press("trainRun")
    user.wait_until_idle()
    assert not user.notice


def test_a_rising_test_loss_is_told_with_its_numbers(user, unfolded):
    user.choose("datasetChooser", "moons")
    user.enter("learningRate", "30")
    user.press("stopTestRise")
    user.enter("stopTestRiseEpochs", "1")
    user.press("trainRun")
    user.wait_until_idle()
    rows = unfolded.document.project.progress.curves.column("test_loss")
    assert rows[-1] > rows[-2] == rows.min()
    assert user.notice == (
        "<b>Test loss rises</b>: <i>E</i> of the test samples has been above its lowest for "
        f"1 epochs; lowest {rows[-2]:.4g} in epoch {len(rows) - 1}, now {rows[-1]:.4g}."
    )


def test_every_rule_has_words(user, unfolded):
    """A rule or a number without a title would show its key."""
    panel = unfolded.findChild(QWidget, "trainingPanel")
    texts = [each.text() for each in panel.findChildren(QLabel)]
    texts += [each.text() for each in panel.findChildren(QCheckBox)]
    for name, rule in StopRules().by_name.items():
        assert {name, *rule.numbers} - {"epochs"} & set(texts) == set()
        unfolded.controller.change_stop_rule("Rule", name, on=True)
        assert user.find("stopFold").accessibleName().removeprefix("Stop when: ") != name
        unfolded.controller.change_stop_rule("Rule", name, on=False)
