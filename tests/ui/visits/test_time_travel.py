"""Going back in time, with the real window: every view shows the epoch, and nothing is lost."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox
from traveller import truth

from nnsim.notation import W, a, b, format_number, x
from nnsim.project import edits
from nnsim.trace import Grain
from nnsim.ui.diagram.describe import tooltip
from nnsim.ui.selection import Layer

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def test_there_is_nothing_to_go_back_to_before_training(user, window):
    assert not user.find("timeSlider").isEnabled()
    for name in ("timeFirst", "timeBack", "timeForward", "timeLast", "timeContinue"):
        assert not window.actions_by_name[name].isEnabled()
    window.time_travel.go_to(7)
    assert not window.view_state.visiting


def test_every_way_through_the_epochs(traveller):
    traveller.train(300)
    assert traveller.user.find("timeSlider").isEnabled()
    for name, epoch in (
        ("timeBackStep", 299), ("timeBack10Step", 289), ("timeForwardStep", 290),
        ("timeForward10Step", 300), ("timeBackStep", 299), ("timeForward10Step", 300),
        ("timeFirstStep", 0), ("timeForward10Step", 10), ("timeBack10Step", 0),
    ):  # fmt: skip
        traveller.press(name)
        traveller.assert_visits(epoch)
    assert not traveller.window.actions_by_name["timeBack"].isEnabled()
    traveller.press("timeLastStep")
    traveller.assert_now()
    traveller.visit(123)
    traveller.assert_visits(123)


def test_keys_that_follow_one_another_quickly_add_up(traveller):
    traveller.train(3000)
    traveller.window.diagram.setFocus()
    for _ in range(4):
        traveller.user.key(Key.Key_Left, ALT)
    traveller.user.key(Key.Key_Left, ALT | Qt.KeyboardModifier.ShiftModifier)
    traveller.user.key(Key.Key_Right, ALT)
    traveller.wait()
    traveller.assert_visits(2987)


def test_the_slider_by_mouse_and_keys(traveller):
    traveller.train(3000)  # kept: every 32nd epoch
    slider = traveller.user.find("timeSlider")
    slider.setFocus()
    traveller.user.key(Key.Key_Home)
    traveller.wait()
    traveller.assert_visits(0)
    traveller.user.key(Key.Key_Right)
    traveller.wait()
    traveller.assert_visits(1)
    end = QPoint(8 + (slider.width() - 16) // 2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(8, end.y()))
    QTest.mouseMove(slider, end)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=end)
    traveller.wait()
    assert abs(traveller.reading.epoch - 1500) < 60
    assert traveller.reading.epoch in traveller.window.time_travel.ticks
    traveller.assert_visits(traveller.reading.epoch)
    traveller.user.key(Key.Key_End)
    traveller.wait()
    traveller.assert_now()


def test_a_visit_while_it_trains_pauses_first(traveller):
    window, user = traveller.window, traveller.user
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 50)
    user.press("timeBackStep")
    traveller.wait()
    last = traveller.project.progress.epoch
    assert window.document.undo_stack.undoText() == f"Train {last} epochs"
    traveller.assert_visits(last - 1)


def test_the_sample_can_be_chosen_during_a_visit(traveller):
    traveller.train(200)
    traveller.visit(77)
    traveller.user.click_cell("sampleTable", 2, 0)
    assert traveller.window.view_state.sample == 2
    traveller.assert_visits(77)


@pytest.mark.parametrize(
    "end",
    ["editUndo", "trainReset", "networkAddNode", "networkNewWeights", "trainEpoch", "trainRun"],
)
def test_what_changes_the_project_ends_the_visit(traveller, end):
    traveller.train(200)
    before = traveller.project
    traveller.visit(77)
    traveller.user.press(end)
    if end == "trainRun":
        traveller.user.wait(lambda: traveller.reading.epoch > 200)
        traveller.user.press(end)
    traveller.user.wait_until_idle()
    traveller.assert_now()
    if end.startswith("trainE") or end == "trainRun":
        assert "went on from epoch 200, the newest" in traveller.user.notice
        assert traveller.project.progress.epoch > 200
        rows = traveller.project.progress.curves.rows
        assert np.array_equal(rows[:200], before.progress.curves.rows, equal_nan=True)


def test_redo_ends_the_visit(traveller):
    traveller.train(100)
    traveller.train(100)
    traveller.press("editUndo")
    traveller.visit(50)
    traveller.press("editRedo")
    traveller.assert_now()
    assert traveller.reading.epoch == 200


def test_a_setting_changes_during_a_visit(traveller):
    window, user = traveller.window, traveller.user
    traveller.train(200)
    before = traveller.project
    traveller.visit(50)
    user.enter("learningRate", "0.1")
    traveller.assert_visits(50, of=before)
    assert traveller.reading.now.project is traveller.project
    assert traveller.reading.project.settings.learning_rate == 1.0
    assert "η was 1" in user.text("visitText")
    assert "Run goes on from the newest" in user.find("visitText").toolTip()
    user.press("stopFold")
    window.controller.change_stop_rule("Test", "target", on=True, target=0.25)
    traveller.press("editUndo")
    traveller.press("editRedo")
    traveller.assert_visits(50, of=before)
    user.press("timeContinueButton")
    traveller.assert_now()
    project = traveller.project
    assert project.progress.epoch == 50
    assert project.settings.learning_rate == 1.0
    assert project.stop_rules.target.on
    (run,) = project.runs
    assert run.result.parameters.tobytes() == before.parameters.tobytes()
    traveller.train(150)
    assert traveller.project.parameters.tobytes() == before.parameters.tobytes()


def test_an_epoch_that_is_computed_comes_though_a_setting_changes(traveller):
    traveller.train(3000)
    before = traveller.project
    traveller.window.time_travel.go_to(2971)
    traveller.window.controller.change_settings("Test", learning_rate=0.1)
    traveller.wait()
    traveller.assert_visits(2971, of=before)


def test_an_epoch_that_is_still_computed_is_dropped_by_an_edit(traveller):
    traveller.train(3000)
    traveller.window.time_travel.go_to(2971)
    traveller.user.press("networkNewWeights")
    traveller.train(1)  # the worker has answered by then
    traveller.assert_now()


def test_weights_of_then_are_not_typed_and_inputs_end_the_visit(traveller):
    traveller.train(100)
    project = traveller.project
    traveller.visit(40)
    user, window = traveller.user, traveller.window
    assert not traveller.reading.can_be_typed(W(2, 1, 1))
    user.click(window.diagram.viewport(), user.place(W(2, 1, 1)))
    QTest.mouseDClick(
        window.diagram.viewport(), Qt.MouseButton.LeftButton, pos=user.place(W(2, 1, 1))
    )
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    assert traveller.project is project
    user.type_number(x(1), "0.25")
    assert traveller.project.x[0, 0] == 0.25
    assert traveller.project.parameters is project.parameters
    traveller.assert_now()


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
def test_continue_goes_on_exactly_and_is_one_step(traveller, optimizer):
    window, user = traveller.window, traveller.user
    user.choose("optimizer", optimizer)
    window.controller.change_settings("Batch", batch_size=3)
    traveller.train(300)
    whole = traveller.project
    count = window.document.undo_stack.count()
    traveller.visit(121)
    user.press("timeContinueButton")
    traveller.assert_visits(121, of=whole)
    traveller.assert_now()
    stack = window.document.undo_stack
    assert (stack.count(), stack.undoText()) == (count + 1, "Continue from epoch 121")
    curves = traveller.project.progress.curves
    assert curves.column("epoch").tolist() == list(range(1, 122))
    assert window.time_travel.last == 121
    traveller.train(179)
    again = traveller.project
    assert again.parameters.tobytes() == whole.parameters.tobytes()
    assert again.progress.curves == whole.progress.curves
    assert again.progress.optimizer_state == whole.progress.optimizer_state
    traveller.press("editUndo")
    traveller.press("editUndo")
    assert traveller.project is whole
    traveller.visit(250)
    traveller.assert_visits(250)


def test_continue_takes_the_settings_of_then(traveller):
    traveller.train(100)
    traveller.user.enter("learningRate", "0.25")
    traveller.train(100)
    traveller.visit(60)
    assert "η was 1" in traveller.user.text("visitText")
    traveller.user.press("timeContinueButton")
    assert traveller.project.settings.learning_rate == 1.0
    assert traveller.user.find("learningRate").text() == "1"
    traveller.press("editUndo")
    assert traveller.project.settings.learning_rate == 0.25


def test_a_run_whose_settings_changed_meanwhile(traveller):
    window, user = traveller.window, traveller.user
    window.controller.set_pace(200.0)
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 20)
    user.enter("learningRate", "0.5")
    changed = window.view_state.reading.epoch
    user.wait(lambda: window.view_state.reading.epoch > changed + 20)
    user.press("trainRun")
    user.wait_until_idle()
    window.controller.set_pace(None)
    rows = traveller.project.progress.curves.rows
    for epoch in (changed - 3, *range(changed, changed + 6), len(rows) - 1):
        traveller.visit(epoch)
        network = traveller.reading.network
        loss = network.loss_value(network.forward(traveller.project.x), traveller.project.t)
        assert loss == rows[epoch - 1][1]


def test_the_difference_to_now(traveller):
    user, view = traveller.user, traveller.window.view_state
    traveller.train(200)
    traveller.visit(50)
    user.select(a(2, 1))
    assert user.heading("quantityTable", 1) == "W"
    user.press("timeDifferenceButton")
    headings = [user.heading("quantityTable", column) for column in range(1, 4)]
    assert headings == ["epoch 50", "now", "Δ"]
    then, now = traveller.reading, traveller.reading.now
    assert now.project is traveller.project
    symbols = (W(2, 1, 1), W(2, 1, 2), b(2, 1))
    for row, symbol in enumerate(symbols):
        old, new = then.value(symbol), now.value(symbol)
        shown = [user.cell("quantityTable", row, column) for column in range(1, 4)]
        assert shown == [format_number(number, 3, True) for number in (old, new, new - old)]
    weight = tooltip(W(2, 1, 1), then, 3)
    assert f"{format_number(then.value(W(2, 1, 1)), 3)} → " in weight
    view.select(Layer(3))
    assert user.cell("quantityTable", 1, 0) == a(3, 1).plain
    assert user.cell("quantityTable", 1, 2) == format_number(now.value(a(3, 1)), 3)
    traveller.press("timeBackStep")
    assert user.heading("quantityTable", 1) == "epoch 49"
    user.press("timeDifferenceButton")
    assert user.heading("quantityTable", 1) == "z"
    assert "→" not in tooltip(W(2, 1, 1), view.reading, 3)
    traveller.press("timeLastStep")
    assert not traveller.window.actions_by_name["timeDifference"].isEnabled()


def test_the_pass_of_an_epoch_leads_to_the_next(traveller):
    """Over all samples at once, the update of the pass is that of the epoch, memory and all."""
    window, user = traveller.window, traveller.user
    user.choose("optimizer", "momentum")
    traveller.train(150)
    traveller.visit(77)
    user.press("passNext")
    window.view_state.set_whole_batch(True)
    window.view_state.move_pass(lambda place: place.with_grain(Grain.PHASE))
    user.press("passLast")
    position = window.view_state.position
    assert position.at_end
    state, _ = truth(traveller.project, 78)
    assert position.trace.after.parameters.tobytes() == state.parameters.tobytes()
    assert position.trace.after.optimizer_state.tobytes() == state.optimizer_state.tobytes()
    assert not user.shows("passApply")
    traveller.press("timeLastStep")
    user.press("passLast")
    assert user.shows("passApply")


def test_a_visit_survives_another_theme_and_a_file(traveller, tmp_path):
    traveller.train(500)
    traveller.visit(333)
    traveller.press("themeDark")
    traveller.user.wait(lambda: traveller.user.shows("visitBar"))
    traveller.assert_visits(333)
    assert traveller.user.text("timeEpoch") == "333"
    window = traveller.window
    window.document.save(tmp_path / "way.nnsim")
    ticks = window.time_travel.ticks
    window.document.open(tmp_path / "way.nnsim")
    traveller.assert_now()
    assert window.time_travel.ticks == ticks
    traveller.visit(333)
    traveller.assert_visits(333)


def test_the_epochs_of_a_restored_run(traveller):
    window, user = traveller.window, traveller.user
    traveller.train(200)
    user.press("trainReset")
    window.controller.edit(lambda project: edits.restore_result(project, 1), "Restore")
    traveller.visit(77)
    traveller.assert_visits(77)
    assert "others are computed anew" in user.find("timeSlider").toolTip()
    traveller.press("timeLastStep")
    user.enter("learningRate", "0.25")
    user.press("trainReset")
    window.controller.edit(lambda project: edits.restore_result(project, 2), "Restore")
    for name in ("timeSlider", "timeEpoch"):
        assert not user.find(name).isEnabled()
        assert "settings, weights, network or data were changed" in user.find(name).toolTip()


def test_the_epoch_field_takes_numbers_only(traveller):
    traveller.train(50)
    traveller.user.enter("timeEpoch", "soon")
    assert not traveller.window.view_state.visiting
    traveller.user.enter("timeEpoch", "-4")
    traveller.wait()
    traveller.assert_visits(0)
    traveller.user.enter("timeEpoch", "1e9")
    traveller.wait()
    traveller.assert_now()


def test_the_curve_stays_and_a_line_marks_the_epoch(traveller):
    traveller.train(100)
    plot = traveller.user.find("lossPlot")
    rows = plot.shown_rows
    traveller.visit(30)
    assert np.array_equal(plot.shown_rows, rows, equal_nan=True)
    assert plot.canvas.visited == 30
    traveller.press("timeLastStep")
    assert plot.canvas.visited is None


def test_a_failure_is_told(traveller, monkeypatch):
    traveller.train(10)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("nnsim.training.replay._trainer_at", broken)
    traveller.press("timeBackStep")
    boxes = traveller.window.findChildren(QMessageBox, "exceptionMessage")
    assert boxes
    boxes[0].close()
    traveller.assert_now()


def test_nothing_of_the_bar_overlaps_in_a_narrow_window(traveller):
    user, window = traveller.user, traveller.window
    window.resize(920, 700)
    traveller.train(12_345)
    field, of = user.find("timeEpoch"), user.find("timeOf")
    user.wait(lambda: field.geometry().right() < of.x())
    assert user.find("timeBar").rect().contains(of.geometry())
    window.resize(1280, 800)
    user.wait(lambda: any(label.text() == "epoch" for label in captions(user)))


def captions(user):
    return [each for each in user.find("timeBar").findChildren(QLabel) if each.isVisible()]
