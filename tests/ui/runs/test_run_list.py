"""The list of runs: what it shows, and what can be done with a run."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit

from nnsim.notation import format_number
from nnsim.project import edits
from nnsim.project.runs import without_runs
from nnsim.ui.shown_run import run_color

Key = Qt.Key
NAME, RATE, OPTIMIZER, BATCH, NETWORK, SEED, EPOCHS, LOSS = range(8)
TEST_LOSS, CORRECT, TEST_CORRECT, TIME, DATA = range(8, 13)


def test_it_lies_behind_the_loss(user, window):
    assert not user.find("lossCanvas").visibleRegion().isEmpty()
    assert user.find("runsTable").visibleRegion().isEmpty()
    loss, dock = (window.findChild(QDockWidget, name) for name in ("lossDock", "runsDock"))
    assert dock in window.tabifiedDockWidgets(loss)


def test_every_run_stands_with_its_settings_and_its_end(three):
    runs = three
    assert runs.column(NAME) == ["Current", "Run 2", "Run 1"]
    assert runs.column(RATE) == ["0.25", "0.25", "1"]
    assert runs.column(OPTIMIZER) == ["gradient descent"] * 3
    assert runs.column(BATCH) == ["all"] * 3
    assert runs.column(NETWORK) == ["2-2-1 sigmoid"] * 3
    assert runs.column(SEED) == ["1", "0", "0"]
    assert runs.column(EPOCHS) == ["3", "5", "4"]
    ends = [run.curves for run in (runs.project.runs[1], runs.project.runs[0])]
    losses = [runs.project.progress.curves, *ends]
    assert runs.column(LOSS) == [format_number(c.column("loss")[-1], 4) for c in losses]
    assert runs.column(CORRECT) == [f"{100 * c.column('accuracy')[-1]:.1f} %" for c in losses]
    assert all(text.endswith(" s") for text in runs.column(TIME))


def test_the_run_that_goes_on_is_followed(runs):
    runs.window.controller.run()
    runs.user.wait(lambda: int(runs.column(EPOCHS)[0].replace("\u2009", "")) > 20)
    runs.window.controller.pause()
    runs.user.wait_until_idle()
    shown = int(runs.column(EPOCHS)[0].replace("\u2009", ""))
    assert shown == runs.project.progress.epoch
    assert 0 < runs.project.progress.seconds < 20


def test_columns_that_say_nothing_are_away(three):
    table = three.table
    assert table.isColumnHidden(TEST_LOSS)
    assert table.isColumnHidden(DATA)
    three.window.controller.edit(lambda p: edits.choose_dataset(p, "moons"), "Data")
    three.window.controller.edit(lambda p: edits.set_split(p, 0.5, 0), "Split")
    three.train(2)
    assert not table.isColumnHidden(TEST_LOSS)
    assert not table.isColumnHidden(DATA)
    assert three.column(DATA)[:2] == ["Moons, 200, noise 0.1, seed 0", "XOR"]


def test_losses_of_other_data_are_said_to_be_not_comparable(three):
    index = three.table.model().index(1, LOSS)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is None
    three.window.controller.edit(lambda p: edits.choose_dataset(p, "moons"), "Data")
    index = three.table.model().index(1, LOSS)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert "different data" in index.data(Qt.ItemDataRole.ToolTipRole)
    three.choose(0, 1)
    assert three.user.text("runsNote") == "The losses are those of different data."


@pytest.mark.parametrize(
    ("rows", "possible"),
    [
        ((0,), {"again"}),
        ((1,), {"restore", "initial", "again", "pin", "delete"}),
        ((0, 2), {"compare"}),
        ((1, 2), {"compare", "delete"}),
        ((0, 1, 2), set()),
    ],
)
def test_what_can_be_done_depends_on_the_selection(three, rows, possible):
    three.choose(*rows)
    assert three.enabled() == possible


def test_a_result_is_restored_and_undone(three):
    before, wanted = three.project, three.project.runs[0].result
    three.choose(2)
    three.press("runRestore")
    restored = three.project
    progress = replace(restored.progress, snapshots=wanted.progress.snapshots)
    assert replace(restored, progress=progress, runs=()) == wanted
    assert three.column(NAME) == ["Current", "Run 3", "Run 2", "Run 1"]
    assert three.undo() == "Restore Run 1"
    assert three.project is before
    assert three.column(NAME) == ["Current", "Run 2", "Run 1"]


def test_first_weights_are_taken(three):
    three.choose(2)
    three.press("runInitial")
    wanted = three.project.runs[0].result.initial
    assert three.project.parameters.tobytes() == wanted.tobytes()
    assert three.project.settings.learning_rate == 0.25
    assert three.undo() == "First weights of Run 1"


def test_first_weights_that_do_not_fit_are_refused_in_words(three):
    three.window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Data")
    three.choose(2)
    three.press("runInitial")
    assert "other numbers of inputs" in three.user.notice


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("runAgainRate", "learningRate"),
        ("runAgainOptimizer", "optimizer"),
        ("runAgainBatch", "batchSize"),
        ("runAgainPenalty", "l2"),
    ],
)
def test_again_leads_to_the_one_thing(three, name, field):
    three.choose(2)
    three.take(name)
    run = three.project.runs[0].result
    assert three.project.parameters.tobytes() == run.initial.tobytes()
    assert three.project.settings == run.settings
    assert three.project.progress.epoch == 0
    assert QApplication.focusWidget() is three.user.find(field)
    assert three.user.text("runsNote").startswith("Epoch 0 with the first weights of Run 1. Choose")


def test_again_with_another_learning_rate(three):
    """Type it over what is selected, train, and the two differ in it alone."""
    three.choose(2)
    three.take("runAgainRate")
    three.user.activate()
    three.user.keys("0.5")
    three.user.key(Key.Key_Return)
    three.train(4)
    assert three.user.text("runsNote") == ""
    three.choose(0, 3)
    three.press("runCompare")
    assert three.user.find("runComparison").differing == ["Learning rate η"]


def test_again_the_same_gives_the_same_curve(three):
    three.choose(2)
    three.take("runAgainSame")
    three.train(4)
    again, run = three.project, three.project.runs[0].result
    assert again.progress.curves == run.progress.curves
    assert again.parameters.tobytes() == run.parameters.tobytes()


def test_the_run_that_goes_on_begins_again(three):
    before = three.project
    three.choose(0)
    three.take("runAgainRate")
    assert three.project.parameters is before.initial
    assert three.project.runs[-1].result == without_runs(before)
    assert three.user.text("runsNote").startswith("Epoch 0 with the same first weights.")
    assert three.undo() == "Run again"


def test_an_edit_ends_a_run_first(three):
    three.window.controller.run()
    with three.user._qtbot.waitSignal(three.window.session.progressed):
        pass
    three.choose(2)
    three.press("runRestore")
    three.user.wait_until_idle()
    assert three.project.progress.epoch == 4
    assert three.project.runs[-1].result.progress.epoch > 3


def test_a_run_is_named_in_place(three):
    three.choose(1)
    three.user.activate()
    three.table.setFocus()
    three.user.key(Key.Key_F2)
    three.user.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    QApplication.focusWidget().selectAll()
    three.user.keys("small steps")
    three.user.end_cell()
    assert three.column(NAME)[1] == "small steps"
    assert three.project.runs[1].name == "small steps"
    assert three.undo() == "Rename a run"
    assert three.column(NAME)[1] == "Run 2"
    # What is not changed is no name.
    three.press("runRename")
    three.user.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    three.user.end_cell()
    assert three.project.runs[1].name == ""


def test_a_long_name_is_cut_on_the_screen_only(three):
    three.window.controller.edit(lambda p: edits.rename_run(p, 2, "x" * 60), "Name")
    assert three.column(NAME)[1] == "x" * 60
    assert three.table.textElideMode() is Qt.TextElideMode.ElideRight
    assert three.table.rowHeight(1) == three.table.rowHeight(0)


def test_one_run_is_pinned(three):
    for row, number in ((1, 2), (2, 1)):
        three.choose(row)
        three.press("runPin")
        assert three.project.baseline.number == number
    assert three.window.findChild(QAction, "runPin").isChecked()
    three.press("runPin")
    assert three.project.baseline is None
    assert three.undo() == "Unpin the baseline"
    assert three.project.baseline.number == 1


def test_a_run_that_goes_on_is_not_ended_by_a_pin(three):
    three.window.controller.run()
    with three.user._qtbot.waitSignal(three.window.session.progressed):
        pass
    three.choose(2)
    three.press("runPin")
    assert three.window.session.running
    assert three.project.baseline.number == 1
    three.window.controller.pause()
    three.user.wait_until_idle()
    assert three.project.baseline.number == 1


def test_runs_are_deleted_by_a_key(three):
    three.choose(1, 2)
    three.user.activate()
    three.table.setFocus()
    three.user.key(Key.Key_Delete)
    assert three.column(NAME) == ["Current"]
    assert three.undo() == "Delete 2 runs"
    assert three.column(NAME) == ["Current", "Run 2", "Run 1"]


def test_the_current_run_stays_first_in_any_order(three):
    header = three.table.horizontalHeader()

    def click(column):
        x = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        place = QPoint(x, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    three.choose(2)
    orders = []
    for _ in range(3):
        click(EPOCHS)
        orders.append(three.column(EPOCHS))
    assert orders == [["3", "4", "5"], ["3", "5", "4"], ["3", "5", "4"]]
    click(EPOCHS)
    # The selection stays with its run.
    rows = three.table.selectionModel().selectedRows()
    assert [index.data() for index in rows] == ["Run 1"]
    assert rows[0].row() == 1


def test_the_selection_survives_another_run(three):
    three.choose(1)
    three.window.controller.reset()
    rows = three.table.selectionModel().selectedRows()
    assert [(index.row(), index.data()) for index in rows] == [(2, "Run 2")]


def test_figures_are_of_equal_width(three):
    font = three.table.model().index(0, LOSS).data(Qt.ItemDataRole.FontRole)
    assert font.featureValue(font.Tag("tnum")) == 1


def test_what_was_edited_on_the_way_is_said(three):
    three.window.controller.change_settings("η", learning_rate=0.5)
    three.choose(0)
    assert three.user.text("runsNote").startswith("Edited on the way")


def test_runs_have_colours_of_their_own(window):
    theme = window._parts.theme
    colors = {run_color(theme, number).name() for number in (None, 1, 2, 3, 4, 5, 6, 7)}
    assert len(colors) == 8


def test_a_file_brings_the_runs_back(three, tmp_path):
    path = tmp_path / "runs.nnsim"
    three.window.document.save(path)
    shown = [three.column(column) for column in range(13)]
    three.window.document.new()
    assert three.column(NAME) == ["Current"]
    three.window.document.open(path)
    assert [three.column(column) for column in range(13)] == shown


def test_every_control_can_be_named_and_reached(three):
    three.choose(1)
    for name in ("runRestore", "runInitial", "runAgain", "runPin", "runRename", "runDelete"):
        button = three.user.find(f"{name}Button")
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
