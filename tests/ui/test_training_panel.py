"""The settings of training in one panel: groups, explanations, what ends a run, stop rules."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from nnsim.engine import INITIALIZERS, LOSSES, OPTIMIZERS
from nnsim.project import StopRules, edits
from nnsim.shell.settings import THEME

Key = Qt.Key
FOLDS = {
    "penaltiesFold": ("l2", "l1"),
    "firstWeightsFold": ("initializer", "weightSeed", "newWeights"),
    "testSamplesFold": ("testShare", "splitSeed"),
    "stopFold": ("stopEpochs", "stopTarget", "stopMinimum", "stopTestRise"),
}
ALWAYS = ("learningRate", "learningRateSlider", "loss", "optimizer", "batchSize")


@pytest.fixture
def unfolded(user, window):
    """Every group open."""
    for fold in FOLDS:
        user.press(fold)
    return window


def note(user) -> str:
    return user.text("settingsNote")


# Groups


def test_few_settings_are_in_sight_and_the_others_one_click_away(user, window):
    assert all(map(user.shows, ALWAYS))
    for fold, names in FOLDS.items():
        assert not any(map(user.shows, names))
        user.press(fold)
        assert all(map(user.shows, names))
        user.press(fold)
        assert not any(map(user.shows, names))


def test_a_folded_group_says_what_is_set_in_it(user, window):
    def summary(fold):
        return user.text(f"{fold}Summary")

    assert [summary(fold) for fold in FOLDS] == ["none", "Xavier, seed 0", "none", "never"]
    window.controller.change_settings("Penalty", l2=0.001)
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Iris")
    window.controller.edit(lambda p: edits.draw_weights(p, "he", 7), "Weights")
    window.controller.change_stop_rule("Rule", "target", on=True, target=0.25)
    assert [summary(fold) for fold in FOLDS] == [
        "L2 0.001", "He, seed 7", "30 · 20 %", "E below 0.25",
    ]  # fmt: skip
    assert user.find("stopFold").accessibleName() == "Stop when: E below 0.25"
    window.controller.change_stop_rule("Rule", "epochs", on=True)
    assert summary("stopFold") == "2 rules"


def test_folds_are_opened_by_key_and_remembered_in_another_theme(user, window, settings):
    user.find("stopFold").setFocus()
    user.key(Key.Key_Space)
    assert user.shows("stopTarget")
    settings.set(THEME, "dark")
    window.rebuild()
    assert user.shows("stopTarget")
    assert not user.shows("l2")


def test_the_order_of_the_samples_has_a_seed_where_it_matters(user, window):
    assert not user.shows("orderSeed")
    user.enter("batchSize", "2")
    user.enter("orderSeed", "5")
    assert window.document.project.settings.seed == 5
    user.press("editUndo")
    assert window.document.project.settings.seed == 0


def test_test_samples_are_chosen_by_share_and_seed(user, unfolded):
    project = unfolded.document.project
    assert not user.find("splitSeed").isEnabled()
    assert user.find("splitSeed").toolTip().endswith("No samples are held out now.")
    user.choose("datasetChooser", "iris")
    held_out = set(unfolded.document.project.split[1])
    user.enter("splitSeed", "3")
    project = unfolded.document.project
    assert project.split_seed == 3
    assert len(project.split[1]) == 30
    assert set(project.split[1]) != held_out
    user.enter("testShare", "50")
    assert unfolded.document.project.split_seed == 3
    user.press("editUndo")
    user.press("editUndo")
    assert set(unfolded.document.project.split[1]) == held_out


# Explanations


@pytest.fixture
def controls(unfolded):
    """What a person operates in the panel, with every row that any optimizer shows."""
    unfolded.controller.edit(lambda p: edits.choose_dataset(p, "moons"), "Moons")
    unfolded.controller.change_settings("Adam", optimizer="adam", batch_size=10)
    for name in StopRules().by_name:
        unfolded.controller.change_stop_rule("Rule", name, on=True)
    kinds = (QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit)
    return [
        widget
        for kind in kinds
        for widget in unfolded.findChild(QWidget, "trainingPanel").findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]


def test_every_control_explains_itself(user, controls):
    assert len(controls) > 15
    for control in controls:
        name = control.objectName()
        assert control.toolTip(), name
        assert control.accessibleDescription(), name
        assert "<" not in control.accessibleDescription()
        control.setFocus()
        assert note(user) == control.toolTip(), name


def test_the_note_explains_what_is_hovered_before_what_is_focused(user, window):
    idle = note(user)
    assert idle.startswith("<i>E</i> is the mean over the 4 training samples.")
    user.find("loss").setFocus()
    assert note(user) == user.find("loss").toolTip() != idle
    QTest.mouseMove(window.windowHandle(), user.find("optimizer").mapTo(window, QPoint(5, 5)))
    user.wait(lambda: note(user) == user.find("optimizer").toolTip())
    QTest.mouseMove(window.windowHandle(), window.diagram.mapTo(window, QPoint(5, 5)))
    user.wait(lambda: note(user) == user.find("loss").toolTip())
    window.diagram.setFocus()
    assert note(user) == idle


def test_the_note_tells_the_rule_that_is_chosen(user, window):
    def told():
        return note(user).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")

    assert told().endswith("Once an epoch: <i>W</i> ← <i>W</i> − η · ∂<i>E</i>/∂<i>W</i>")
    user.enter("batchSize", "2")
    window.diagram.setFocus()
    assert "Once for every 2 samples: <i>W</i>" in told()
    window.controller.change_settings("L2", l2=0.1)
    assert told().endswith("− η · (∂<i>E</i>/∂<i>W</i> + λ<sub>2</sub> · <i>W</i>)")
    window.controller.change_settings("Adam", optimizer="adam")
    assert told().endswith("a step of Adam, whose formula is told at “Optimizer”.")
    assert "λ<sub>2</sub>" in user.find("optimizer").toolTip()
    assert "β" in user.find("learningRate").toolTip()


def test_an_assignment_is_not_broken(user, window):
    update = note(user).partition("epoch: ")[2]
    assert " " not in update
    assert "E</i>/\N{WORD JOINER}∂" in update


def test_the_note_leaves_the_rest_of_the_panel_to_the_settings(user, window):
    """Every heading is in sight in full."""
    area = window.findChild(QWidget, "trainingPanel").findChild(QScrollArea)
    for fold in FOLDS:
        header = user.find(fold)
        bottom = header.mapTo(area.viewport(), QPoint(0, header.height())).y()
        assert bottom <= area.viewport().height()


def test_the_note_grows_with_what_it_tells_and_gives_the_room_back(user, window):
    label = user.find("settingsNote")
    QTest.mouseMove(window.windowHandle(), window.diagram.mapTo(window, QPoint(5, 5)))
    user.wait(lambda: not user.find("trainingPanel").underMouse())
    before = label.height()
    user.find("loss").setFocus()
    user.wait(lambda: label.height() > before)
    window.diagram.setFocus()
    user.wait(lambda: label.height() == before)


def test_a_group_that_is_opened_comes_into_sight(user, window):
    area = window.findChild(QWidget, "trainingPanel").findChild(QScrollArea)
    user.press("stopFold")

    def edges(name):
        widget = user.find(name)
        top = widget.mapTo(area.viewport(), QPoint()).y()
        return top, top + widget.height()

    user.wait(lambda: edges("stopFold")[0] >= 0)
    user.wait(lambda: edges("stopTarget")[1] <= area.viewport().height())
    user.wait(lambda: edges("stopFold")[0] >= 0)


def test_formulas_are_those_of_what_is_chosen(user, window):
    def told(name):
        return user.find(name).accessibleDescription()

    assert told("loss").endswith("E = −1/N · Σn (tn1 · ln(yn1) + (1 − tn1) · ln(1 − yn1))")
    assert told("optimizer").endswith("W ← W − η · ∂E/∂W")
    user.choose("optimizer", "momentum")
    assert told("optimizer").endswith("g = ∂E/∂W, v ← μ · v − η · g, W ← W + v")
    assert told("momentum").endswith("v ← μ · v − η · g")
    user.choose("optimizer", "adam")
    assert told("beta2").endswith("v ← β2 · v + (1 − β2) · g2")
    assert told("epsilon").endswith("+ ε)")
    user.choose("loss", "mean_squared_error")
    assert told("loss").endswith("E = 1/(2 · N) · Σn (yn1 − tn1)2")
    user.enter("batchSize", "3")
    assert "4 / 3, 2 steps an epoch" in told("batchSize")


@pytest.mark.parametrize("table", [LOSSES, OPTIMIZERS, INITIALIZERS])
def test_whatever_is_chosen_has_a_formula_of_its_own(table, user, unfolded):
    name = {id(LOSSES): "loss", id(OPTIMIZERS): "optimizer"}.get(id(table), "initializer")
    told = set()
    for key in table:
        user.choose(name, key)
        told.add(user.find(name).toolTip())
    assert len(told) == len(table)


@pytest.mark.parametrize("running", [False, True])
def test_nothing_is_cut_in_a_narrow_panel(running, user, window, controls):
    """In the panel alone, so that its dock does not give it more."""
    panel = window.findChild(QWidget, "trainingPanel")
    if running:
        window.controller.set_pace(1.0)
        window.controller.run()
    panel.setParent(None)
    try:
        panel.setMinimumWidth(0)
        panel.show()
        for width in (260, 270, 296):
            panel.resize(width, 1600)
            QApplication.sendPostedEvents()
            assert_nothing_is_cut(panel, controls)
    finally:
        window.findChild(QDockWidget, "trainingDock").setWidget(panel)
        window.controller.pause()
        user.wait_until_idle()


def assert_nothing_is_cut(panel, controls):
    area = panel.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    for widget in panel.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        if isinstance(widget, QLabel | QToolButton | QCheckBox):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
            right = widget.mapTo(panel, QPoint(widget.width(), 0)).x()
            assert right <= panel.width(), widget.text()
        if isinstance(widget, QComboBox):
            assert widget.width() >= widget.sizeHint().width(), widget.objectName()
        if isinstance(widget, QLineEdit):
            text = widget.fontMetrics().horizontalAdvance(widget.text())
            assert text + 14 <= widget.width(), widget.objectName()
    label = panel.findChild(QLabel, "settingsNote")
    for control in controls:
        QApplication.sendEvent(control, QEvent(QEvent.Type.Enter))
        assert label.text() == control.toolTip()
        assert label.heightForWidth(label.width()) <= label.height(), control.objectName()


# What a run takes over, and what ends it


def test_what_ends_the_run_is_marked_while_it_goes_on(user, unfolded):
    panel = unfolded.findChild(QWidget, "trainingPanel")

    def marked():
        texts = [each.text() for each in panel.findChildren(QLabel)]
        texts += [each.text() for each in panel.findChildren(QToolButton)]
        return {text for text in texts if text.endswith("■")}

    assert marked() == set()
    unfolded.controller.set_pace(1.0)
    user.press("trainRun")
    assert marked() == {
        "Loss E ■", "First weights ■", "Drawn by ■", "Test samples ■", "Test share ■", "Seed ■",
    }  # fmt: skip
    assert note(user).startswith("■ ends the run first.")
    for name, end in (
        ("loss", "Ends the run first."),
        ("l2", "Counts from the next batch."),
        ("batchSize", "Counts from the next epoch."),
    ):
        user.find(name).setFocus()
        assert note(user).endswith(end)
        assert user.find(name).toolTip() == note(user)
    user.press("trainRun")
    user.wait_until_idle()
    assert marked() == set()


@pytest.mark.parametrize(
    ("name", "typed"), [("weightSeed", "5"), ("testShare", "25"), ("loss", "mean_squared_error")]
)
def test_what_is_marked_ends_the_run_and_is_a_step_of_its_own(user, unfolded, name, typed):
    unfolded.controller.set_pace(200.0)
    user.press("trainRun")
    user.wait(lambda: unfolded.view_state.reading.epoch > 2)
    if name == "loss":
        user.choose(name, typed)
    else:
        user.enter(name, typed)
    user.wait_until_idle()
    stack = unfolded.document.undo_stack
    assert stack.text(0).startswith("Train ")
    assert stack.count() == 2


@pytest.mark.parametrize(
    ("name", "typed", "field"),
    [("l2", "0.01", "l2"), ("orderSeed", "4", "seed"), ("epsilon", "1e-6", "epsilon")],
)
def test_the_rest_is_taken_over_and_the_run_goes_on(user, unfolded, name, typed, field):
    unfolded.controller.change_settings("Adam", optimizer="adam", batch_size=2)
    user.press("trainRun")
    user.wait(lambda: unfolded.view_state.reading.epoch > 2)
    user.enter(name, typed)
    epoch = unfolded.view_state.reading.epoch
    user.wait(lambda: unfolded.view_state.reading.epoch > epoch)
    assert unfolded.session.running
    user.press("trainRun")
    user.wait_until_idle()
    assert getattr(unfolded.document.project.settings, field) == float(typed)
