"""Stepping through a pass in the window: nothing too early, nothing wrong, nothing lost."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTabWidget

from nnsim.engine import Network, Trainer
from nnsim.notation import E, W, a, b, db, delta, dW, z
from nnsim.project import edits
from nnsim.trace import Grain, Phase
from nnsim.ui.inspector.formula_view import FormulaView

Key = Qt.Key


def position(window):
    return window.view_state.position


def go_to(window, phase: Phase) -> None:
    """The first place at which something of this phase is computed."""
    steps = position(window).trace.steps
    done = next(number for number, step in enumerate(steps, start=1) if step.phase is phase)
    window.view_state.move_pass(lambda place: place.at(done))


def formulas(window) -> str:
    view = window.findChild(FormulaView, "formulaView")
    return "\n".join(each.plain for each in view.formulas)


def test_only_what_has_been_computed_is_shown(user, window):
    user.press("passNext")
    assert user.shows("passBar")
    project = window.document.project
    forward = project.build_network().forward(project.x[:1])
    assert user.value(a(2, 1)) == forward.a[2][0, 0]
    assert user.value(z(2, 2)) is None
    assert user.value(E) is None
    assert user.value(W(3, 1, 1)) == project.build_network().W[3][0, 0]
    user.press("passNext")
    assert user.value(z(2, 2)) == forward.z[2][0, 1]
    user.press("passBack")
    assert user.value(z(2, 2)) is None


def test_arrows_home_and_end_step(user, window):
    window.diagram.setFocus()
    for done in (2, 4, 6):
        user.key(Key.Key_Right)
        assert position(window).done == done
    user.key(Key.Key_Left)
    assert position(window).done == 4
    assert window.view_state.selection == a(2, 2)
    user.key(Key.Key_Up)  # the pass stays where it is
    assert window.view_state.selection == a(2, 1)
    assert position(window).done == 4
    user.key(Key.Key_End)
    assert position(window).at_end
    user.key(Key.Key_Home)
    assert position(window).done == 0


def test_the_formula_of_the_step_is_shown(user, window):
    user.press("passNext")
    assert formulas(window).startswith("z^(2)_1 = W^(2)_11 · a^(1)_1")
    go_to(window, Phase.LOSS)
    assert formulas(window).startswith("E = ")
    go_to(window, Phase.BACKWARD)
    assert formulas(window).startswith("δ^(3)_1 = ")
    go_to(window, Phase.UPDATE)
    assert formulas(window).startswith("W^(2)_11 ← W^(2)_11 − η · ∂E/∂W^(2)_11")


def test_every_number_of_the_whole_batch_is_the_engines(user, window):
    user.press("passNext")
    window.view_state.set_whole_batch(True)
    user.press("passLast")
    project = window.document.project
    network = project.build_network()
    forward = network.forward(project.x)
    gradients = network.gradients(forward, project.t)
    assert user.value(E) == network.loss_value(forward, project.t)
    assert user.value(dW(3, 1, 2)) == gradients.W[3][0, 1]
    assert user.value(db(2, 2)) == gradients.b[2][1]
    assert user.value(delta(2, 1)) == gradients.delta[2][0, 0]
    assert "N = 4" not in user.text("passPlace")
    for phase, mean in ((Phase.FORWARD, False), (Phase.LOSS, True), (Phase.BACKWARD, True)):
        go_to(window, phase)
        user.press("passNext")
        user.press("passBack")
        assert ("N = 4" in user.text("passPlace")) == mean


def test_the_update_is_the_trainers_and_one_undo_step(user, window):
    before = window.document.project
    user.press("passLast")
    new = user.value(W(2, 1, 2))
    user.press("passApply")
    after = window.document.project
    network = Network(
        before.network.sizes,
        before.network.activations,
        before.network.loss,
        parameters=before.parameters,
    )
    trainer = Trainer(network, before.x[:1], before.t[:1], before.settings)
    trainer.run_epoch()
    np.testing.assert_array_equal(after.parameters, trainer.state.parameters)
    assert after.build_network().W[2][0, 1] == new
    assert after.progress.epoch == 0
    assert position(window).done == 0
    assert window.document.undo_stack.count() == 1
    user.press("editUndo")
    assert window.document.project is before


def test_an_edit_in_the_middle_keeps_the_place_with_fresh_numbers(user, window):
    user.press("passNext")
    user.press("passNext")
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, None, 0.75), "b")
    project = window.document.project
    fresh = project.build_network().forward(project.x[:1])
    assert position(window).done == 4
    assert user.value(a(2, 1)) == fresh.a[2][0, 0]
    assert user.value(E) is None


def test_another_architecture_or_dataset_begins_again(user, window):
    user.press("passLast")
    window.controller.edit(lambda p: edits.add_node(p, 2), "node")
    assert position(window).done == 0
    assert user.value(z(2, 3)) is None
    user.press("passLast")
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "iris")
    assert position(window).done == 0


def test_training_ends_the_pass_and_stepping_begins_anew(user, window, qtbot):
    user.press("passNext")
    with qtbot.waitSignal(window.controller.training_ended):
        window.controller.run(epochs=20)
    assert position(window) is None
    assert not user.shows("passBar")
    user.press("passNext")
    project = window.document.project
    forward = project.build_network().forward(project.x[:1])
    assert user.value(a(2, 1)) == forward.a[2][0, 0]
    assert user.value(a(3, 1)) is None


def test_stepping_while_training_runs_ends_the_run_first(user, window, qtbot):
    with qtbot.waitSignal(window.session.progressed):
        window.controller.run()
    with qtbot.waitSignal(window.controller.training_ended):
        user.press("passNext")
    assert not window.session.running
    assert position(window).done == 2
    assert window.document.undo_stack.count() == 1


def test_a_new_weight_cannot_be_typed_over(user, window):
    user.press("passLast")
    reading = window.view_state.reading
    assert not reading.can_be_typed(W(2, 1, 1))
    window.view_state.select(W(2, 1, 1))
    window.diagram.edit_selection()
    assert not window.diagram.editor.isVisible()


def test_a_held_out_sample_is_stepped_through_alone(user, window):
    window.controller.edit(lambda p: edits.choose_dataset(p, "moons"), "moons")
    project = window.document.project
    held_out = int(project.split[1][0])
    window.view_state.select_sample(held_out)
    window.view_state.walk.set_whole_batch(True)
    user.press("passLast")
    assert position(window).trace.samples == 1
    forward = project.build_network().forward(project.x[held_out : held_out + 1])
    assert user.value(a(3, 1)) == forward.a[3][0, 0]


@pytest.mark.parametrize(("grain", "done"), [(Grain.NUMBER, 1), (Grain.LAYER, 4), (Grain.PHASE, 6)])
def test_steps_can_be_smaller_or_larger(user, window, grain, done):
    user.press("passNext")
    user.press("passFirst")
    user.choose("passGrain", grain)
    user.press("passNext")
    assert position(window).done == done


def test_a_click_in_the_list_goes_there(user, window):
    user.press("passNext")
    window.findChild(QTabWidget, "inspectorPages").setCurrentIndex(1)
    steps = user.find("stepList", QListView)
    row = steps.visualRect(steps.model().index(6, 0))
    user.click(steps.viewport(), row.center())
    assert position(window).done == 7
    assert position(window).current[-1].symbol == E


def test_ending_the_pass_shows_everything_again(user, window):
    user.press("passNext")
    user.press("passClose")
    assert position(window) is None
    assert user.value(E) is not None
    assert user.value(b(2, 1)) == 0.0


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_where_the_pass_stands_has_room(open_window, hands, size):
    window = open_window(size=size)
    user = hands(window)
    window.controller.edit(lambda p: edits.resize_hidden(p, (8, 8, 8), "tanh"), "layers")
    user.press("passNext")
    for key in (Key.Key_Right, Key.Key_End):
        user.key(key)
        for name in ("passPlace", "passGrain"):
            each = user.find(name)
            user.wait(lambda each=each: each.width() >= each.sizeHint().width())


def test_formulas_are_copied(user, window, qapp):
    user.press("passNext")
    view = window.findChild(FormulaView, "formulaView")
    user.wait(lambda: view.height() > 0)  # laid out; an image has its size
    view.copy_latex()
    assert r"\begin{aligned}" in qapp.clipboard().text()
    view.copy_text()
    assert qapp.clipboard().text().startswith("z^(2)_1 = ")
    view.copy_image()
    assert not qapp.clipboard().pixmap().isNull()
