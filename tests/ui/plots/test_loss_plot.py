import numpy as np
import pytest
from plot_records import TESTED, UNTESTED
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from nnsim.data import Dataset
from nnsim.engine import EpochRecord
from nnsim.project import curve_rows, edits
from nnsim.training.session import State

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_an_untrained_project_shows_what_to_do(plot):
    assert plot.hint_text == "Press Run: the loss appears here."
    assert plot.canvas.hint.isVisible()
    assert plot.hover_text == ""


def test_it_shows_the_curves_of_the_project(apply, plot):
    apply(TESTED)
    assert plot.shown_rows[:, 0].tolist() == [1, 2, 4]
    assert plot.shown_rows[:, 1].tolist() == [0.8, 0.6, 0.30761]
    assert plot.hint_text == ""
    assert (plot.train.value, plot.test.value) == ("0.3076", "0.3512")


def test_undo_brings_the_empty_plot_back(parts, plot, apply):
    apply(TESTED)
    parts.document.undo_stack.undo()
    assert len(plot.shown_rows) == 0
    assert plot.canvas.hint.isVisible()


def test_without_test_samples_there_is_no_test_curve(apply, plot):
    apply(UNTESTED)
    assert plot.train.isVisible()
    assert not plot.test.isVisible()
    assert not plot.canvas.is_drawn("test")


def test_the_legend_switches_curves_off(apply, plot, qtbot):
    apply(TESTED)
    qtbot.mouseClick(plot.test, Qt.MouseButton.LeftButton)
    assert plot.canvas.is_drawn("train")
    assert not plot.canvas.is_drawn("test")
    qtbot.mouseClick(plot.test, Qt.MouseButton.LeftButton)
    assert plot.canvas.is_drawn("test")


def test_a_run_is_pulled_at_each_frame(parts, plot, monkeypatch):
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    parts.session.history.extend(curve_rows(UNTESTED[:1]))
    assert len(plot.shown_rows) == 0
    parts.clock.frame.emit()
    assert plot.shown_rows[:, 0].tolist() == [1]
    parts.session.history.extend(curve_rows(UNTESTED[1:]))
    parts.clock.frame.emit()
    assert plot.shown_rows[:, 0].tolist() == [1, 2, 4]


def test_changing_settings_during_a_run_keeps_its_curve(parts, plot, monkeypatch):
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    parts.session.history.extend(curve_rows(UNTESTED))
    parts.clock.frame.emit()
    project = edits.set_settings(parts.document.project, learning_rate=0.1)
    parts.document.apply(project, "Learning rate")
    assert len(plot.shown_rows) == 3


def test_the_card_tells_the_exact_nearest_record(apply, plot):
    apply(TESTED)
    plot.hover(3.2)
    assert plot.hover_text == "epoch 4 · E 0.3076 · test 0.3512 · accuracy 97.0 %, test 94.0 %"
    assert plot.canvas.card.isVisible()
    plot.hover(None)
    assert plot.hover_text == ""
    assert not plot.canvas.card.isVisible()


def test_the_card_without_test_samples(apply, plot):
    apply(UNTESTED)
    plot.hover(0)
    assert plot.hover_text == "epoch 1 · E 0.8000 · accuracy 50.0 %"


def test_values_are_neither_right_nor_wrong(parts, plot, apply):
    values = Dataset(np.array([[0.0, 1.0]]), np.array([[0.3]]), ("a", "b"))
    parts.document.apply(edits.use_dataset(parts.document.project, values), "Data")
    apply(UNTESTED)
    plot.hover(2)
    assert plot.hover_text == "epoch 2 · E 0.6000"


def test_more_decimals_and_small_losses(parts, plot, apply):
    apply([UNTESTED[0]._replace(loss=0.000123456)])
    assert plot.train.value == "0.000123"
    parts.view_state.set_decimals(6)
    assert plot.train.value == "0.0001235"


def test_a_value_that_becomes_longer_moves_nothing_beside_it(apply, plot):
    apply([*TESTED, TESTED[-1]._replace(epoch=5, loss=0.1025)])
    before = plot.test.geometry()
    apply([*TESTED, TESTED[-1]._replace(epoch=5, loss=0.00737)])
    assert plot.train.value == "0.00737"
    QApplication.processEvents()
    assert plot.test.geometry() == before


def test_the_card_stands_beside_the_pointer(apply, plot, qtbot):
    apply(TESTED)
    canvas = plot.canvas
    place = canvas.mapFromScene(canvas.getViewBox().mapViewToScene(QPointF(2.1, 0.5)))
    qtbot.mouseMove(canvas.viewport(), place)
    canvas.hovered.emit(canvas.epoch_at(QPointF(place)))
    assert plot.hover_text.startswith("epoch 2 ")
    assert canvas.epoch_at(QPointF(0, 0)) is None


def test_the_range_moves_in_steps(apply, plot):
    apply(UNTESTED)
    before = plot.canvas.viewRange()
    apply([*UNTESTED, UNTESTED[-1]._replace(epoch=5, loss=0.25)])
    assert plot.canvas.viewRange() == before
    apply([*UNTESTED, UNTESTED[-1]._replace(epoch=11)])
    assert plot.canvas.viewRange() != before


def test_a_log_axis(apply, plot):
    apply([*UNTESTED, EpochRecord(5, 0.0, 1.0, None, None)])
    plot.log_axis.setChecked(True)
    low, high = plot.canvas.viewRange()[1]
    assert 10**low == pytest.approx(0.2, rel=0.05)
    assert 10**high == pytest.approx(1.0, rel=0.05)
    assert plot.canvas.value_ticks() == ["0.2", "0.3", "0.5", "0.7", "1"]
    plot.log_axis.setChecked(False)
    assert plot.canvas.viewRange()[1][0] == 0.0


def test_the_wheel_does_nothing_and_a_double_click_fits(apply, plot, qtbot):
    apply(UNTESTED)
    canvas = plot.canvas
    whole = canvas.viewRange()
    middle = QPointF(canvas.rect().center())
    wheel = QWheelEvent(
        middle,
        canvas.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    canvas.wheelEvent(wheel)
    assert canvas.viewRange() == whole
    canvas.setRange(xRange=(2, 3), padding=0)
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert canvas.viewRange() == whole
    canvas.setRange(xRange=(2, 3), padding=0)
    qtbot.keyClick(canvas, Qt.Key.Key_A)
    assert canvas.viewRange() == whole


def drag(canvas, qtbot, start, end):
    view = canvas.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        move = QPointF(start) + part * QPointF(end - start)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            move,
            view.mapToGlobal(move),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_a_drag_zooms_and_new_epochs_keep_the_zoom(apply, plot, qtbot):
    apply(UNTESTED)
    canvas = plot.canvas
    whole = canvas.viewRange()
    middle = canvas.rect().center()
    drag(canvas, qtbot, middle, middle + QPoint(120, 50))
    zoomed = canvas.viewRange()
    assert whole[0][0] < zoomed[0][0] < zoomed[0][1] < whole[0][1]
    apply([*UNTESTED, UNTESTED[-1]._replace(epoch=11)])
    assert canvas.viewRange() == zoomed
    canvas.fit()
    drag(canvas, qtbot, middle, middle + QPoint(120, 2))
    assert canvas.viewRange()[0][0] == 0.0


def test_a_real_run_is_drawn_to_its_end(parts, plot, qtbot):
    parts.session.progressed.connect(parts.session.acknowledge)
    with qtbot.waitSignal(parts.controller.training_ended, timeout=5000):
        parts.controller.run(epochs=30)
    assert plot.shown_rows[-1, 0] == 30
    expected = parts.document.project.progress.curves.rows
    assert np.array_equal(plot.shown_rows, expected, equal_nan=True)
