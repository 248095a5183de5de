"""How the runs of a project look: in the loss plot, in their list, beside one another."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QDialog, QLabel, QStyleOptionViewItem

from nnsim import notation
from nnsim.project import edits
from nnsim.ui.panels.runs_columns import NAME, NETWORK

SELECTED = QIcon.Mode.Selected
Y = notation.y(1)


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
    assert second.color().alphaF() < 0.7
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


def painted(table, row, column):
    """The text of a cell as it is painted, and its width with the room beside it."""
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    index = table.model().index(row, column)
    option.rect = table.visualRect(index)
    table.itemDelegate().initStyleOption(option, index)
    return option.text, option.fontMetrics.horizontalAdvance(option.text) + 14


def test_names_take_the_room_that_is_left(two):
    table = panel(two).table
    two.window.controller.edit(lambda p: edits.rename_run(p, 1, "small η, as in the book"), "Name")
    two.window.resize(1920, 1080)
    for row in range(3):
        for column in (NAME, NETWORK):
            text, width = painted(table, row, column)
            assert width <= table.columnWidth(column), text
    two.window.resize(1000, 700)
    assert table.columnWidth(NAME) < 150


def test_numbers_of_any_size_are_written_in_full(two):
    window = two.window
    window.controller.edit(lambda p: edits.set_activation(p, 2, "relu"), "Layer")
    window.controller.edit(lambda p: edits.set_activation(p, 3, "identity"), "Layer")
    window.controller.edit(lambda p: edits.set_loss(p, "mean_squared_error"), "Loss")
    huge = window.document.project.parameters * -1e52
    window.controller.edit(lambda p: replace(p, parameters=huge, initial=huge), "Weights")
    samples = two.find("sampleTable")
    for column in range(samples.model().columnCount()):
        for row in range(3):
            text, width = painted(samples, row, column)
            assert width <= samples.columnWidth(column), text
    y = samples.model().columns.index(Y)
    assert "e+" in painted(samples, 0, y)[0]


def test_a_selected_run_keeps_its_colour(two):
    table = panel(two).table
    icon = table.model().index(1, NAME).data(Qt.ItemDataRole.DecorationRole)
    pictures = [icon.pixmap(14, mode).toImage() for mode in (QIcon.Mode.Normal, SELECTED)]
    assert pictures[0] == pictures[1]


def test_a_proposal_tells_layers_from_nodes(user, window):
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Data")
    user.wait(lambda: user.shows("useProposal"))
    assert "one hidden layer of 4 nodes (tanh)" in user.notice


def test_every_entry_of_again_goes_on_from_its_title(two):
    panel(two).select([1])
    menu = two.window.findChild(QAction, "runAgain").menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "with another learning rate η"
    assert texts[-1] == "unchanged"


def test_a_visit_says_of_what(two):
    two.window.controller.run(3)
    two.wait(lambda: two.window.document.project.progress.epoch == 3)
    two.window.time_travel.go_to(1)
    two.wait(lambda: "at epoch" in [each.text() for each in labels(two)])


def labels(user):
    return user.find("status").findChildren(QLabel)


def test_a_width_that_a_person_gave_a_column_stays(two):
    panel(two)
    table = two.find("runsTable")
    table.horizontalHeader().resizeSection(NAME, 260)
    two.window.controller.change_settings("Rate", learning_rate=0.125)
    two.window.resize(two.window.width() + 60, two.window.height())
    two.wait(lambda: table.horizontalHeader().sectionSize(NAME) == 260)
