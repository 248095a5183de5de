"""Accuracy, smoothing, earlier runs, ends of runs and visited epochs."""

import numpy as np
import pytest
from plot_records import TESTED, UNTESTED
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

from nnsim.data import Dataset
from nnsim.engine import TrainerState
from nnsim.project import edits
from nnsim.training import Outcome, TrainEnded
from nnsim.ui.plots.past import PastCurve
from nnsim.ui.shown_run import run_color
from nnsim.ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


def past(name, losses, pinned=False, accuracies=None, number=1):
    epochs = np.arange(1.0, len(losses) + 1)
    values = None if accuracies is None else np.array(accuracies)
    return PastCurve(number, name, epochs, np.array(losses), pinned, values)


def drawn(curve):
    """The points of a curve of pyqtgraph."""
    x, y = curve.getData()
    return list(zip(x.tolist(), y.tolist(), strict=True))


def marks(plot):
    return [(mark.text, mark.strong) for mark in plot.canvas.annotations.marks]


# Accuracy


def test_accuracy_is_the_other_view(apply, plot, qtbot):
    apply(TESTED)
    qtbot.mouseClick(plot.header.quantity.buttons["accuracy"], LEFT)
    assert (plot.train.value, plot.test.value) == ("97.0 %", "94.0 %")
    assert plot.canvas.value_ticks()[0] == "0 %"
    assert plot.canvas.value_ticks()[-1] == "100 %"
    assert drawn(plot.canvas.run_curves.raw["train"])[0] == (1.0, 0.5)
    assert plot.canvas.getAxis("left").labelText == "accuracy"
    assert not plot.log_axis.isEnabled()
    qtbot.mouseClick(plot.header.quantity.buttons["loss"], LEFT)
    assert plot.train.value == "0.3076"
    assert plot.log_axis.isEnabled()


def test_a_log_axis_of_losses_comes_back_after_accuracy(apply, plot, qtbot):
    apply(TESTED)
    plot.log_axis.setChecked(True)
    ticks = plot.canvas.value_ticks()
    qtbot.mouseClick(plot.header.quantity.buttons["accuracy"], LEFT)
    qtbot.mouseClick(plot.header.quantity.buttons["loss"], LEFT)
    assert plot.canvas.value_ticks() == ticks
    assert "0.5" in ticks


def test_values_have_no_accuracy(parts, apply, plot, qtbot):
    apply(TESTED)
    qtbot.mouseClick(plot.header.quantity.buttons["accuracy"], LEFT)
    values = Dataset(np.array([[0.0, 1.0]]), np.array([[0.3]]), ("a", "b"))
    parts.document.apply(edits.use_dataset(parts.document.project, values), "Data")
    button = plot.header.quantity.buttons["accuracy"]
    assert not button.isEnabled()
    assert "no classes" in button.toolTip()
    assert plot.header.quantity.key == "loss"
    assert plot.canvas.value_ticks()[-1] == "1"


def test_the_axis_names_the_loss(parts, plot):
    label = plot.canvas.getAxis("left").labelText
    assert label == "<i>E</i>, binary cross-entropy"
    parts.document.apply(edits.set_loss(parts.document.project, "mean_squared_error"), "Loss")
    assert plot.canvas.getAxis("left").labelText == "<i>E</i>, mean squared error"


# Smoothing


def smooth_by(plot, beta):
    name = "lossSmoothingOff" if beta is None else f"lossSmoothing{beta}"
    plot.header.smoothing.findChild(QAction, name).trigger()


def test_curves_are_not_smoothed_at_first(apply, plot):
    apply(TESTED)
    assert plot.header.smoothing.beta is None
    assert not plot.canvas.is_smoothed("train")


def test_a_smoothed_curve_lies_before_the_curve_as_it_is(apply, plot):
    apply(TESTED)
    smooth_by(plot, 0.6)
    raw, means = (plot.canvas.run_curves.raw["train"], plot.canvas.run_curves.smoothed["train"])
    assert plot.canvas.is_drawn("train")
    assert plot.canvas.is_smoothed("train")
    assert [y for _, y in drawn(raw)] == [0.8, 0.6, 0.30761]
    assert raw.opts["pen"].color().alphaF() < 0.6 < means.opts["pen"].color().alphaF()
    first, second, _ = drawn(means)
    assert first == (1.0, 0.8)
    assert second == (2.0, pytest.approx((0.6 + 0.6 * 0.8) / 1.6))
    assert plot.train.value == "0.3076"  # numbers are never smoothed
    smooth_by(plot, None)
    assert not plot.canvas.is_smoothed("train")
    assert raw.opts["pen"].color().alphaF() == 1.0


def test_the_tool_tip_says_which_smoothing(plot):
    assert "exponential moving average" in plot.header.smoothing.toolTip()


# Earlier runs


def names(plot):
    """The names that are written, by run, with their boxes."""
    return {name.text: box for name, box in plot.canvas.annotations.names}


def point_at(plot, qtbot, epoch, loss):
    """Move the pointer there."""
    place = plot.canvas.mapFromScene(plot.canvas.scene_place(epoch, loss))
    qtbot.mouseMove(plot.canvas.viewport(), place)


def test_an_earlier_run_has_its_own_colour_and_its_name_at_its_end(apply, plot):
    apply(UNTESTED)
    plot.set_past([past("low", [0.5, 0.2, 0.1], number=4), past("high", [0.9, 0.9, 0.9], number=5)])
    for (run, curve), number in zip(plot.canvas.past_curves.drawn, (4, 5), strict=True):
        color = run_color(LIGHT, number)
        assert curve.opts["pen"].color().rgb() == color.rgb()
        end = plot.canvas.scene_place(3.0, run.losses[-1])
        box = names(plot)[run.name]
        assert box.adjusted(-12, -16, 12, 16).contains(end)
    assert {each.color.rgb() for each, _ in plot.canvas.annotations.names} == {
        run_color(LIGHT, number).rgb() for number in (4, 5)
    }


def test_names_without_room_are_left_out_until_their_curve_is_pointed_at(apply, plot, qtbot):
    apply(UNTESTED)
    runs = [past(f"run {n}", [0.7, 0.5, 0.4 + 0.001 * n], number=n) for n in range(1, 10)]
    plot.set_past(runs)
    boxes = list(names(plot).values())
    assert 0 < len(boxes) < 9
    for n, one in enumerate(boxes):
        assert not any(one.intersects(other) for other in boxes[n + 1 :])
        assert plot.canvas.sceneRect().contains(one)
    hidden = next(run for run in runs if run.name not in names(plot))
    point_at(plot, qtbot, 2.5, (hidden.losses[1] + hidden.losses[2]) / 2)
    (pointed,) = plot.canvas.pointed
    assert f"run {pointed}" in names(plot)
    plot.canvas.choose_runs(frozenset({hidden.number}))
    assert hidden.name in names(plot)


def test_the_pinned_run_is_a_thick_solid_line_with_an_entry_in_the_legend(apply, plot, qtbot):
    apply(UNTESTED)
    runs = [past("base", [0.7, 0.5, 0.4], pinned=True, number=2), past("other", [0.7, 0.5, 0.4])]
    plot.set_past(runs)
    base, other = (curve.opts["pen"] for curve in plot.canvas.past_curves.curves)
    assert base.style() == other.style() == Qt.PenStyle.SolidLine
    assert base.widthF() > other.widthF()
    assert base.color() == run_color(LIGHT, 2)
    assert plot.canvas.annotations.names[0][0].text == "base"
    plot.hover(2)
    assert "base: E 0.5000" in plot.canvas.card.text()
    assert "other" not in plot.canvas.card.text()
    qtbot.mouseClick(plot.header.pinned, LEFT)
    assert [run.name for run in plot.canvas.past] == ["other"]
    plot.set_past(runs[1:])
    assert not plot.header.pinned.isVisible()


def test_the_card_hides_neither_what_it_tells_of_nor_flags(parts, apply, plot):
    apply(TESTED)
    plot.mark_end(4, lambda: "target reached")
    for epoch in (1, 4):
        plot.hover(epoch)
        card = plot.canvas.card.geometry()
        for loss in (0.8, 0.30761):
            line = plot.canvas.mapFromScene(plot.canvas.scene_place(epoch, loss))
            assert not card.adjusted(-4, -4, 4, 4).contains(line)
        for _, box in plot.canvas.annotations.mark_boxes():
            assert not card.intersects(box.toRect())


def test_the_legend_switches_earlier_runs(apply, plot, qtbot):
    apply(UNTESTED)
    assert not plot.header.past.isVisible()
    plot.set_past([past("a", [0.5, 0.4])])
    assert plot.header.past.isVisible()
    qtbot.mouseClick(plot.header.past, LEFT)
    assert plot.canvas.past == ()
    qtbot.mouseClick(plot.header.past, LEFT)
    assert [run.name for run in plot.canvas.past] == ["a"]
    plot.set_past([])
    assert not plot.header.past.isVisible()


def test_longer_earlier_runs_are_seen_to_their_end(apply, plot):
    apply(UNTESTED)
    plot.set_past([past("long", np.linspace(0.5, 0.1, 80))])
    assert plot.canvas.viewRange()[0][1] > 80
    plot.set_past([])
    assert plot.canvas.viewRange()[0][1] < 11


def test_earlier_accuracies_are_drawn_beside_accuracies(apply, plot, qtbot):
    apply(UNTESTED)
    plot.set_past([past("a", [0.5, 0.4], accuracies=[0.25, 0.75]), past("unknown", [0.5, 0.4])])
    qtbot.mouseClick(plot.header.quantity.buttons["accuracy"], LEFT)
    first, second = plot.canvas.past_curves.curves
    assert drawn(first) == [(1.0, 0.25), (2.0, 0.75)]
    assert drawn(second) == []


# Ends of runs


def end(parts, outcome):
    project = parts.document.project
    parameters, epoch = project.parameters, project.progress.epoch
    state = TrainerState(epoch, parameters, "sgd", 0, np.zeros((0, len(parameters))))
    parts.controller.training_ended.emit(TrainEnded(1, outcome, state))


def test_a_run_that_blew_up_is_marked_where_it_ended(parts, apply, plot):
    apply(TESTED)
    end(parts, Outcome.STOPPED)
    assert marks(plot) == []
    end(parts, Outcome.DIVERGED)
    assert marks(plot) == [("blew up after this epoch", False)]
    x = plot.canvas.annotations.marks[0].x
    assert x == pytest.approx(plot.canvas.scene_place(4.0, 0.0).x())


def test_undo_takes_the_mark_and_redo_brings_it_back(parts, apply, plot):
    apply(TESTED)
    plot.mark_end(4, lambda: "target reached")
    parts.document.undo_stack.undo()
    assert marks(plot) == []
    parts.document.undo_stack.redo()
    assert marks(plot) == [("target reached", False)]
    parts.document.new()
    assert marks(plot) == []


def test_a_run_that_blew_up_at_once_says_so_in_the_empty_plot(parts, plot):
    end(parts, Outcome.DIVERGED)
    assert "blew up" in plot.hint_text
    assert plot.canvas.hint.isVisible()


# Visiting epochs


def test_a_visited_epoch_is_marked_and_its_numbers_stand_in_the_legend(apply, plot):
    apply(TESTED)
    plot.show_epoch(2)
    assert marks(plot) == [("epoch 2", True)]
    assert (plot.train.value, plot.test.value) == ("0.6000", "0.7000")
    plot.show_epoch(3)  # computed once more, but without a record
    assert (plot.train.value, plot.test.value) == ("—", "—")
    plot.show_epoch(None)
    assert marks(plot) == []
    assert plot.train.value == "0.3076"


def place(canvas, epoch, height):
    return canvas.mapFromScene(canvas.scene_place(epoch, height))


def test_a_click_chooses_the_nearest_epoch(apply, plot, qtbot):
    apply(TESTED)
    for at, epoch in ((1.9, 2), (3.4, 4), (9.0, 4), (0.2, 0)):
        with qtbot.waitSignal(plot.epoch_chosen, timeout=5000) as chosen:
            qtbot.mouseClick(plot.canvas.viewport(), LEFT, pos=place(plot.canvas, at, 0.4))
        assert chosen.args == [epoch]


def test_a_click_in_an_empty_plot_chooses_nothing(plot, qtbot):
    with qtbot.assertNotEmitted(plot.epoch_chosen):
        plot.canvas.clicked.emit(3.0)
        qtbot.keyClick(plot.canvas, Qt.Key.Key_Left)


def test_a_double_click_in_a_zoomed_plot_shows_everything_and_chooses_nothing(apply, plot, qtbot):
    apply(TESTED)
    canvas = plot.canvas
    whole = canvas.viewRange()
    canvas.setRange(xRange=(1, 3), padding=0)
    canvas.getViewBox().sigRangeChangedManually.emit([True, True])
    middle = canvas.viewport().rect().center()
    with qtbot.assertNotEmitted(plot.epoch_chosen, wait=QApplication.doubleClickInterval() + 50):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=middle)
        qtbot.mouseDClick(canvas.viewport(), LEFT, pos=middle)
    assert canvas.viewRange() == whole


@pytest.mark.parametrize(
    ("key", "visited", "epoch"),
    [
        (Qt.Key.Key_Left, None, 2),
        (Qt.Key.Key_Left, 2, 1),
        (Qt.Key.Key_Right, 1, 2),
        (Qt.Key.Key_Right, 4, 4),
        (Qt.Key.Key_Home, None, 0),
        (Qt.Key.Key_End, 1, 4),
        (Qt.Key.Key_PageUp, 4, 0),
    ],
)
def test_keys_go_from_record_to_record(apply, plot, qtbot, key, visited, epoch):
    apply(TESTED)
    plot.show_epoch(visited)
    with qtbot.waitSignal(plot.epoch_chosen, timeout=5000) as chosen:
        qtbot.keyClick(plot.canvas, key)
    assert chosen.args == [epoch]


def test_arrows_are_the_plots_and_no_shortcuts_while_it_has_the_focus(plot):
    for key, own in ((Qt.Key.Key_Left, True), (Qt.Key.Key_E, False)):
        override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        override.ignore()
        QApplication.sendEvent(plot.canvas, override)
        assert override.isAccepted() == own


def test_the_line_of_a_visited_epoch_moves_with_the_range(apply, plot):
    apply(TESTED)
    plot.show_epoch(2)
    before = plot.canvas.annotations.marks[0].x
    plot.set_past([past("long", np.linspace(0.5, 0.1, 80))])
    after = plot.canvas.annotations.marks[0].x
    assert after < before
    assert plot.canvas.epoch_at(QPointF(plot.canvas.mapFromScene(QPointF(after, 60)))) == (
        pytest.approx(2, abs=0.3)
    )


def test_where_the_corners_are_taken_the_card_stands_between_them(apply, plot):
    flat = [UNTESTED[0]._replace(epoch=epoch, loss=1.0) for epoch in range(1, 88)]
    apply([*flat, flat[-1]._replace(epoch=88, loss=1e9)])
    plot.resize(560, 230)
    plot.mark_end(88, lambda: "blew up after this epoch")
    plot.hover(80)
    card = plot.canvas.card.geometry()
    ((_, flag),) = plot.canvas.annotations.mark_boxes()
    assert not card.intersects(flag.toRect())
    assert card.bottom() < plot.canvas.mapFromScene(plot.canvas.scene_place(1, 1.0)).y()
