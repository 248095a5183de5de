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

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


def past(name, losses, pinned=False, accuracies=None):
    epochs = np.arange(1.0, len(losses) + 1)
    values = None if accuracies is None else np.array(accuracies)
    return PastCurve(name, epochs, np.array(losses), pinned, values)


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
    assert (plot.train.value, plot.test.value) == ("97 %", "94 %")
    assert plot.canvas.value_ticks()[0] == "0 %"
    assert plot.canvas.value_ticks()[-1] == "100 %"
    assert drawn(plot.canvas.run_curves.raw["train"])[0] == (1.0, 0.5)
    assert plot.canvas.getAxis("left").labelText == "correct answers"
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


def test_earlier_runs_are_named_at_their_ends_without_overlaps(apply, plot):
    apply(UNTESTED)
    runs = [past(f"run {n}", [0.7, 0.5, 0.4 + 0.001 * n]) for n in range(9)]
    plot.set_past(runs)
    boxes = plot.canvas.annotations.name_boxes()
    assert {name.text for name, _ in boxes} <= {run.name for run in runs}
    assert len(boxes) >= 5
    rects = [box for _, box in boxes]
    for n, one in enumerate(rects):
        assert not any(one.adjusted(0, 0.5, 0, -0.5).intersects(other) for other in rects[n + 1 :])
        assert plot.canvas.sceneRect().contains(one)


def test_the_pinned_run_stands_out_and_is_named_first(apply, plot):
    apply(UNTESTED)
    plot.set_past([past("base", [0.7, 0.5, 0.4], pinned=True), past("other", [0.7, 0.5, 0.4])])
    base, other = (curve.opts["pen"] for curve in plot.canvas.past_curves.curves)
    assert base.style() == Qt.PenStyle.CustomDashLine
    assert other.style() == Qt.PenStyle.SolidLine
    assert base.widthF() > other.widthF()
    assert plot.canvas.annotations.name_boxes()[0][0].text == "base"
    plot.hover(2)
    assert "base: E 0.5000" in plot.canvas.card.text()
    assert "other" not in plot.canvas.card.text()


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
    plot.mark_end(4, "target reached")
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
