"""Samples drawn on the output map of the real window."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from nnsim.data import Dataset
from nnsim.project import edits

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


class Hand:
    """Draws with the mouse on the map; places are x1 and x2."""

    def __init__(self, user):
        self.user = user

    @property
    def plane(self):
        return self.user.find("outputPlane")

    @property
    def surface(self):
        return self.user.find("drawingSurface")

    @property
    def project(self):
        return self.user.window.document.project

    def pixel(self, place) -> QPoint:
        return QPointF(*self.plane.pixels_of(np.array([place]))[0].tolist()).toPoint()

    def take(self, tool, size=None, noise=None):
        self.user.press(tool)
        for name, value in (("brushSize", size), ("brushNoise", noise)):
            if value is not None:
                self.user.find(name).setValue(value)

    def begin(self, *places):
        """Press and move, and keep the button down."""
        first, *others = map(self.pixel, places)
        QTest.mousePress(self.surface, LEFT, pos=first)
        for point in others:
            QTest.mouseMove(self.surface, point)

    def release(self, place):
        QTest.mouseRelease(self.surface, LEFT, pos=self.pixel(place))

    def stroke(self, *places):
        self.begin(*places)
        self.release(places[-1])

    def settle(self):
        self.user.wait_until_idle()
        output = self.user.find("outputMap")
        self.user.wait(lambda: output.up_to_date and len(self.plane.shown.rows) == self.count)

    @property
    def count(self):
        return len(self.project.x)


@pytest.fixture
def hand(user):
    hand = Hand(user)
    user.wait(lambda: user.shows("drawSelect"))
    return hand


@pytest.fixture
def use(hand):
    """Takes a dataset of one's own."""

    def use(x, t, names=()):
        inputs = tuple(f"x{k + 1}" for k in range(len(x[0])))
        dataset = Dataset(np.array(x, dtype=float), np.array(t, dtype=float), inputs, names)
        hand.user.window.controller.edit(lambda p: edits.use_dataset(p, dataset), "Data")
        output = hand.user.find("outputMap")
        hand.user.wait(lambda: output.up_to_date)

    return use


def pixel_color(widget, point):
    return widget.grab().toImage().pixelColor(point * widget.devicePixelRatio()).name()


def test_a_stroke_puts_samples_of_the_class_and_is_one_step(hand, user):
    before = hand.project
    stack = user.window.document.undo_stack
    steps = stack.count()
    hand.take("drawClass1", size=4)
    hand.stroke((0.2, 0.5), (0.5, 0.5), (0.8, 0.5))
    hand.settle()
    drawn = hand.project.x[4:]
    assert len(drawn) >= 5
    assert (hand.project.t[4:] == 1).all()
    reach = hand.plane.lengths(4.5)[1]
    assert np.abs(drawn[:, 1] - 0.5).max() <= reach
    assert drawn[0, 0] == pytest.approx(0.2, abs=reach)
    assert stack.count() == steps + 1
    assert stack.undoText() == "Draw samples of class 1"
    assert hand.surface.strokes == []
    user.press("editUndo")
    assert hand.project == before
    user.press("editRedo")
    assert len(hand.project.x) == 4 + len(drawn)


def test_a_click_puts_one_sample_where_it_is(hand):
    hand.take("drawClass0", size=40, noise=0)
    hand.stroke((0.5, 0.25))
    hand.settle()
    assert hand.count == 5
    assert hand.project.x[4].tolist() == pytest.approx([0.5, 0.25], abs=0.02)
    assert hand.project.t[4].tolist() == [0.0]


def test_the_samples_are_seen_while_the_button_is_down(hand):
    before = hand.project
    hand.take("drawClass0", size=2)
    point = hand.pixel((0.5, 0.25)) + QPoint(-3, 0)  # where no other one lies
    orange = hand.user.window._parts.theme.negative.lower()
    hand.begin((0.5, 0.25), (0.8, 0.25))
    assert hand.project is before
    assert pixel_color(hand.plane, point) == orange
    hand.release((0.8, 0.25))
    # In sight also until the map is that of the new data.
    assert pixel_color(hand.plane, point) == orange
    hand.settle()
    assert pixel_color(hand.plane, point) == orange


def test_the_outline_follows_the_mouse(hand):
    hand.take("drawErase", size=20)
    outside = hand.surface.grab().toImage()
    QTest.mouseMove(hand.surface, hand.pixel((0.5, 0.5)))
    first = hand.surface.grab().toImage()
    QTest.mouseMove(hand.surface, hand.pixel((0.3, 0.5)))
    second = hand.surface.grab().toImage()
    assert outside != first != second


def test_the_eraser_takes_samples_away_and_is_one_step(hand, user):
    before = hand.project
    hand.take("drawErase", size=8)
    hand.begin((0.0, 0.0), (0.0, 1.0))
    corner = hand.pixel((0.0, 1.0)) + QPoint(0, -3)
    blue = user.window._parts.theme.positive.lower()
    assert pixel_color(hand.plane, corner) != blue  # gone at once
    hand.release((0.0, 1.0))
    hand.settle()
    assert hand.project.dataset.x.tolist() == [[1.0, 0.0], [1.0, 1.0]]
    assert user.window.document.undo_stack.undoText() == "Erase samples"
    user.press("editUndo")
    assert hand.project == before
    hand.settle()
    assert pixel_color(hand.plane, corner) == blue


def test_an_eraser_that_meets_nothing_is_no_step(hand, user):
    steps = user.window.document.undo_stack.count()
    hand.take("drawErase", size=4)
    hand.stroke((0.5, 0.5))
    assert user.window.document.undo_stack.count() == steps
    assert hand.surface.strokes == []


def test_the_last_sample_stays(hand, user):
    before = hand.project
    hand.take("drawErase", size=40)
    hand.stroke((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    assert user.notice == "At least one sample stays."
    assert hand.project is before
    assert hand.surface.strokes == []


def test_escape_drops_the_stroke_and_then_the_brush(hand, user):
    before = hand.project
    hand.take("drawClass1")
    hand.begin((0.2, 0.5), (0.8, 0.5))
    user.key(Key.Key_Escape)
    hand.release((0.8, 0.5))
    assert hand.project is before
    assert user.find("drawClass1").isChecked()
    user.key(Key.Key_Escape)
    assert user.find("drawSelect").isChecked()
    assert not user.shows("drawingSurface")


def test_the_tools_are_operated_by_keys(hand, user):
    user.find("drawSelect").setFocus()
    for tool in ("drawErase", "drawClass0", "drawClass1"):
        user.key(Key.Key_Tab)
        user.key(Key.Key_Space)
        assert user.find(tool).isChecked()
    user.key(Key.Key_Tab)
    size = user.find("brushSize").value()
    user.key(Key.Key_Right)
    assert user.find("brushSize").value() == size + 1
    user.key(Key.Key_Escape)
    assert user.find("drawSelect").isChecked()


def test_escape_brings_back_what_was_being_erased(hand, user):
    corner = hand.pixel((0.0, 1.0)) + QPoint(0, -3)
    blue = pixel_color(hand.plane, corner)
    hand.take("drawErase", size=8)
    hand.begin((0.0, 1.0))
    assert pixel_color(hand.plane, corner) != blue
    QTest.mouseMove(hand.surface, hand.pixel((0.5, 0.5)))
    user.key(Key.Key_Escape)
    assert pixel_color(hand.plane, corner) == blue


def test_a_stroke_while_training_keeps_the_run_as_its_own_step(hand, user):
    hand.take("drawClass0")
    user.press("trainRun")
    user.wait(lambda: user.window.view_state.reading.epoch >= 20)
    hand.begin((0.2, 0.5), (0.5, 0.5))
    assert user.window.session.running
    hand.release((0.5, 0.5))
    hand.settle()
    stack = user.window.document.undo_stack
    assert stack.undoText() == "Draw samples of class 0"
    epoch, drawn = hand.project.progress.epoch, hand.project
    assert epoch >= 20
    assert hand.count > 4
    user.press("editUndo")
    assert hand.count == 4
    assert hand.project.progress.epoch == epoch
    assert stack.undoText() == f"Train {epoch} epochs"
    user.press("editRedo")
    assert hand.project == drawn
    user.train_to_epoch(epoch + 5)  # goes on with them


def test_two_strokes_during_one_run_are_both_kept(hand, user):
    hand.take("drawClass1", size=2)
    user.press("trainRun")
    user.wait(lambda: user.window.view_state.reading.epoch >= 5)
    hand.stroke((0.3, 0.5))
    hand.stroke((0.7, 0.5))
    user.wait(lambda: hand.count == 6)
    hand.settle()
    assert hand.project.x[4:, 0].tolist() == pytest.approx([0.3, 0.7], abs=0.02)


def test_with_select_a_click_chooses_a_sample(hand, user):
    hand.take("drawClass1")
    hand.take("drawSelect")
    assert not user.shows("brushSize")
    user.click(hand.plane, hand.pixel((1.0, 0.0)))
    assert user.window.view_state.sample == 2
    assert hand.count == 4


def test_the_sliders_come_with_the_brush(hand, user):
    assert not user.shows("brushSize")
    hand.take("drawClass1")
    assert user.shows("brushSize")
    assert user.shows("brushNoise")
    hand.take("drawErase")
    assert not user.shows("brushNoise")  # an eraser does not miss


def test_nothing_is_put_outside_the_square(hand):
    before, area = hand.project, hand.plane.area
    hand.take("drawClass1", size=2)
    QTest.mouseClick(hand.surface, LEFT, pos=area.bottomLeft().toPoint() + QPoint(20, 15))
    assert hand.project is before


def test_classes_of_one_hot_targets(hand, user, use):
    use([[0, 0], [1, 1], [2, 0]], np.eye(3), ("setosa", "versicolor", "virginica"))
    user.wait(lambda: user.shows("drawClass2"))
    assert user.find("drawClass2").accessibleName() == "virginica"
    hand.take("drawClass2", size=2)
    hand.stroke((1.0, 0.5))
    hand.settle()
    assert hand.project.t.tolist()[-1] == [0.0, 0.0, 1.0]
    assert user.window.document.undo_stack.undoText() == "Draw samples of virginica"


def test_standardised_inputs_are_drawn_where_they_are_shown(hand, user):
    user.press("standardise")
    hand.user.wait(lambda: user.find("outputMap").up_to_date)
    scaling = hand.project.scaling
    hand.take("drawClass1", size=2)
    hand.stroke((0.5, -0.5))
    hand.settle()
    assert hand.project.scaling is scaling
    assert hand.project.x[-1].tolist() == pytest.approx([0.5, -0.5], abs=0.05)
    assert hand.project.dataset.x[-1].tolist() == pytest.approx([0.75, 0.25], abs=0.03)


def test_numbers_as_targets_say_why_nothing_can_be_drawn(hand, user, use):
    hand.take("drawClass1")
    use([[0, 0], [1, 1]], [[0.5], [3.0]])
    assert not user.shows("drawSelect")
    assert not user.shows("drawingSurface")
    assert user.text("drawNote") == "Drawing needs classes as targets."


def test_many_inputs_say_why_nothing_can_be_drawn(hand, user, use):
    use([[0, 0, 1], [1, 1, 0]], [[0], [1]])
    user.press("outputViewMap")
    user.wait(lambda: user.shows("drawNote"))
    assert not user.shows("drawSelect")
    assert user.text("drawNote") == "Drawing needs two inputs."


def test_another_file_drops_the_stroke(hand, user):
    hand.take("drawClass1")
    hand.begin((0.2, 0.5), (0.8, 0.5))
    user.window.document.new()
    fresh = hand.project
    hand.release((0.8, 0.5))
    assert hand.project is fresh
