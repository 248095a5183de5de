"""How the runs of a project look: in the loss plot, in their list, beside one another."""

import pytest
from PySide6.QtWidgets import QDialog

from nnsim.project import edits


@pytest.fixture
def two(user, qtbot):
    """Two runs that are over, with test samples, before a third one."""
    window = user.window
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Data")
    for rate in (0.5, 0.25):  # the same run twice would be kept once
        window.controller.change_settings("η", learning_rate=rate)
        with qtbot.waitSignal(window.controller.training_ended, timeout=20_000):
            window.controller.run(3)
        window.controller.reset()
    return user


def panel(user):
    user.window._docks[6].raise_()
    return user.find("runsPanel")


def test_the_curve_of_a_run_selected_in_the_list_stands_out_in_the_plot(two):
    plot = two.window._loss_plot.canvas
    assert plot.pointed == set()
    panel(two).select([1])
    first, second = (curve.opts["pen"] for _, curve in plot.past_curves.drawn)
    assert first.color().alphaF() == 1.0
    assert second.color().alphaF() < 0.6
    assert "Run 1" in [name.text for name, _ in plot.annotations.names]
    panel(two).select([None])
    assert plot.pointed == set()


def test_the_comparison_says_which_line_is_the_test_and_hides_it_with_a_click(two):
    panel(two).select([1, 2])
    two.press("runCompareButton")
    page = two.find("runComparison", QDialog)
    train, test = (two.find(f"runComparison_{column}") for column in ("loss", "test_loss"))
    assert (train.text(), test.text()) == ("train", "test")
    two.click(test)
    seen = {column for _, column, line in page.curves._lines if line.isVisible()}
    assert seen == {"loss"}
    page.close()
