"""Why it does not learn, as the window tells it, and what its buttons do."""

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton

from nnsim.data import DATASETS
from nnsim.project import edits
from nnsim.shell.settings import LANGUAGE
from nnsim.training import TrainRequest


def change(window, *changes):
    for each in changes:
        window.controller.edit(each, "Test")


def setting(**values):
    return lambda project: edits.set_settings(project, **values)


def train(user, window, epochs):
    window.controller.run(epochs)
    user.wait_until_idle()


def blow_up(user, window, rate=50.0, epochs=30):
    change(window, setting(learning_rate=rate))
    train(user, window, epochs)


def trained_apart(project, epochs):
    """The parameters that a trainer of its own comes to."""
    trainer = TrainRequest.of(project, 1).build_trainer()
    for _ in range(epochs):
        trainer.run_epoch()
    return trainer.state.parameters


def test_a_blow_up_is_told_and_taken_back_to_the_last_good_epoch(user, window):
    blow_up(user, window)
    blown_up = window.document.project
    for part in ("blew up in epoch 1", "from 0.7816 (epoch 0) to 4.979", "<i>b</i><sup>(3)</sup>"):
        assert part in user.notice
    assert user.text("lowerLearningRate") == "Back to epoch 0, η = 1"
    user.press("lowerLearningRate")
    project = window.document.project
    assert project.parameters.tobytes() == project.initial.tobytes()
    assert (project.progress.epoch, len(project.progress.curves)) == (0, 0)
    assert project.settings.learning_rate == 1.0
    assert user.notice == ""
    user.press("editUndo")
    assert window.document.project == blown_up
    user.press("editRedo")
    train(user, window, 464)
    assert user.notice == ""
    assert window.document.project.progress.curves.column("loss")[-1] < 0.05


def test_the_last_good_epoch_may_lie_in_the_middle_of_a_run(user, window):
    change(window, setting(learning_rate=20.0))
    before = window.document.project
    train(user, window, 60)
    user.press("lowerLearningRate")
    project = window.document.project
    epoch = project.progress.epoch
    assert 0 < epoch < 60
    assert len(project.progress.curves) == epoch
    assert project.parameters.tobytes() == trained_apart(before, epoch).tobytes()
    assert project.settings.learning_rate < 20.0


def test_going_back_keeps_the_way_there_and_the_run_that_blew_up(user, window):
    train(user, window, 100)
    change(window, setting(learning_rate=1000.0))
    train(user, window, 5)
    blown_up, steps = window.document.project, window.document.undo_stack.index()
    assert "from 0.189 (epoch 101)" in user.notice
    user.press("lowerLearningRate")
    project = window.document.project
    assert window.document.undo_stack.index() == steps + 1
    epoch = project.progress.epoch
    assert epoch == 101
    assert [run.result.parameters.tobytes() for run in project.runs] == [
        blown_up.parameters.tobytes()
    ]
    user.enter("timeEpoch", "50")
    user.wait(lambda: window.view_state.reading.epoch == 50)
    parameters = window.view_state.reading.parameters
    assert parameters.tobytes() == trained_apart(edits.reset(blown_up_before(window)), 50).tobytes()
    user.press("editUndo")
    assert window.document.project == blown_up


def blown_up_before(window):
    """The project with its first learning rate."""
    return edits.set_settings(window.document.project, learning_rate=1.0)


def test_epoch_by_epoch_the_same_is_said_of_every_one(user, window):
    change(window, setting(learning_rate=1000.0))
    told = set()
    for _ in range(6):
        train(user, window, 1)
        told.add((user.notice, user.text("lowerLearningRate")))
    ((words, button),) = told
    assert "blew up in epoch 1" in words
    assert button == "Back to epoch 0, η = 1"


def raw(name):
    def make(project):
        project = edits.use_proposal(edits.choose_dataset(project, name))
        return edits.set_standardised(project, False)

    return make


def activation(layer, name):
    return lambda project: edits.set_activation(project, layer, name)


def weights(initializer, seed):
    return lambda project: edits.draw_weights(project, initializer, seed)


def deep_sigmoids(project):
    project = edits.choose_dataset(project, "circle")
    return edits.draw_weights(edits.resize_hidden(project, (2,) * 6, "sigmoid"), "xavier", 0)


# Changes that lead into trouble, epochs, what is said, the button, and what it brings about.
TROUBLE = {
    "twins": (
        [weights("zeros", 0)], 20,
        "are twins</b>: <i>a</i><sup>(2)</sup><sub>1</sub>, <i>a</i><sup>(2)</sup><sub>2</sub>",
        "drawWeights", lambda project: project.network.initializer == "xavier",
    ),
    "step": (
        [activation(2, "step")], 20, "6 of 9 weights and biases stay",
        "changeActivation", lambda project: project.network.activation(2) == "sigmoid",
    ),
    "dead": (
        [activation(2, "relu"), setting(learning_rate=3.0)], 50,
        "Dead nodes in layer 2: 1 of 2</b>. For all 4 training samples",
        "changeActivation", lambda project: project.network.activation(2) == "leaky_relu",
    ),
    "vanishing": (
        [deep_sigmoids], 150, "<b>The gradient vanishes on its way back</b>: <i>δ</i> is about 0.5",
        "changeActivation",
        lambda project: project.network.activations == ("tanh",) * 6 + ("sigmoid",),
    ),
    "raw inputs": (
        [raw("wine")], 5, "(proline) runs from 290 to 1680",
        "standardiseInputs", lambda project: project.scaling is not None,
    ),
    "small rate": (
        [setting(learning_rate=1e-4)], 50, "from 0.7816 to 0.7813",
        "changeLearningRate", lambda project: project.settings.learning_rate == 0.2,
    ),
    "oscillation": (
        [setting(learning_rate=15.0)], 120, "the loss rose 20 times",
        "changeLearningRate", lambda project: project.settings.learning_rate == 1.0,
    ),
    "one class": (
        [setting(l2=0.1)], 150, "all 4 training samples are taken for class 0, 2 of them wrongly",
        "dropPenalty", lambda project: project.settings.l2 == 0,
    ),
    "local minimum": (
        [weights("xavier", 4)], 2000, "A plateau or a local minimum",
        "addHiddenNode", lambda project: project.network.sizes == (2, 3, 1),
    ),
    "no hidden layer": (
        [lambda project: edits.remove_layer(project, 2)], 500, "This network is linear",
        "addHiddenLayer", lambda project: project.network.sizes == (2, 2, 1),
    ),
    "linear": (
        [activation(2, "identity")], 500, "This network is linear",
        "changeActivation", lambda project: project.network.activation(2) == "tanh",
    ),
}  # fmt: skip


@pytest.mark.parametrize("trouble", TROUBLE)
def test_a_remedy_is_one_undo_step(trouble, user, window):
    changes, epochs, words, button, helped = TROUBLE[trouble]
    change(window, *changes)
    train(user, window, epochs)
    assert words in user.notice
    before, steps = window.document.project, window.document.undo_stack.index()
    assert not helped(before)
    text = user.text(button)
    user.press(button)
    assert helped(window.document.project)
    assert user.notice == ""
    assert window.document.undo_stack.index() == steps + 1
    assert window.document.undo_stack.undoText() == text
    user.press("editUndo")
    assert window.document.project == before


def test_a_saturated_layer_with_what_is_left_of_the_gradient(user, window):
    change(window, lambda project: edits.set_loss(project, "mean_squared_error"))
    change(window, setting(learning_rate=300.0))
    train(user, window, 10)
    change(window, setting(learning_rate=0.5))
    train(user, window, 30)
    assert "is saturated" in user.notice
    assert "<i>a</i>(1 − <i>a</i>) is below 0.0125 for 100 %" in user.notice
    user.press("drawWeights")
    assert window.document.project.network.seed == 1


def test_a_run_that_learns_is_not_talked_about(user, window):
    for epochs in (1, 10, 60, 100, 300):
        train(user, window, epochs)
        assert user.notice == ""


# On demand


def test_a_network_that_has_learnt_is_told_so_in_numbers(user, window):
    train(user, window, 500)
    user.press("trainDiagnose")
    network = window.document.project.build_network()
    forward = network.forward(window.document.project.x)
    loss = network.loss_value(forward, window.document.project.t)
    gradient = network.gradients(forward, window.document.project.t).vector
    assert "Nothing is wrong" in user.notice
    assert f"For all 4 training samples, <i>E</i> is {loss:.3g}" in user.notice
    assert f"the length {np.linalg.norm(gradient):.3g}" in user.notice
    assert "100 % of them are classified correctly" in user.notice
    assert "In the last 250 epochs the loss went from" in user.notice


def test_a_network_on_its_way_is_told_to_go_on(user, window):
    user.press("trainDiagnose")
    assert "No reason was found" in user.notice
    assert "In the last" not in user.notice
    train(user, window, 60)
    user.press("trainDiagnose")
    assert "50 % of them are classified correctly" in user.notice
    assert "More epochs may be all that it takes" in user.notice


def test_every_reason_is_told_in_turn(user, window):
    change(window, raw("breast_cancer"))
    user.press("trainDiagnose")
    told = []
    for place in (1, 2, 3, 1):
        text = f"Next reason ({place} of 3)"
        user.wait(lambda t=text: user.shows("nextFinding") and user.text("nextFinding") == t)
        told.append(user.notice.partition("</b>")[0])
        user.press("nextFinding")
    assert told[0] == told[3] == "<b>The inputs are not scaled"
    assert "is saturated" in told[2]


def test_asking_does_not_end_a_run(user, window, qtbot):
    change(window, weights("zeros", 0))
    window.controller.run()
    with qtbot.waitSignal(window.session.progressed):
        pass
    user.press("trainDiagnose")
    assert window.session.running
    assert "are twins" in user.notice
    user.wait(lambda: user.shows("drawWeights"))
    user.press("drawWeights")  # ends the run, keeps it as a step, and then helps
    user.wait_until_idle()
    user.wait(lambda: window.document.project.network.initializer == "xavier")
    assert window.document.project.progress.epoch == 0
    user.press("editUndo")
    assert window.document.project.progress.epoch > 0


# While a run goes on


@pytest.fixture
def quick_looks(monkeypatch):
    """As often as frames come."""
    monkeypatch.setattr("nnsim.ui.findings.run_watch.LOOK_MILLISECONDS", 0)


def test_a_blow_up_is_told_while_the_run_goes_on(user, window, quick_looks, monkeypatch):
    told = []
    tell = window.notice.tell
    monkeypatch.setattr(window.notice, "tell", lambda *words: (told.append(words[0]), tell(*words)))
    change(window, setting(learning_rate=1000.0))
    window.controller.run()
    user.wait(lambda: "blew up in epoch 1<" in user.notice)
    epoch = window.session.latest.epoch
    user.wait(lambda: window.session.latest.epoch > epoch + 5000)  # many looks later
    assert window.session.running
    assert len(told) == 1
    assert user.shows("lowerLearningRate")
    user.press("noticeClose")
    epoch = window.session.latest.epoch
    user.wait(lambda: window.session.latest.epoch > epoch + 5000)
    assert user.notice == ""  # what was put away does not come back
    user.enter("learningRate", "999")
    user.wait(lambda: "blew up in epoch 1<" in user.notice)
    assert len(told) == 2
    user.press("lowerLearningRate")  # ends the run first
    user.wait(lambda: len(window.document.project.runs) == 1)
    assert window.document.project.progress.epoch == 0
    assert window.document.project.settings.learning_rate == 1.0


def test_a_run_that_learns_is_left_alone_while_it_goes_on(user, window, quick_looks):
    user.press("trainRun")
    user.wait(lambda: window.session.latest is not None and window.session.latest.epoch > 5000)
    assert window.session.running
    assert user.notice == ""


# As long as it is true


def test_a_finding_goes_when_the_project_is_changed(user, window):
    blow_up(user, window)
    assert user.shows("lowerLearningRate")
    user.enter("learningRate", "0.5")
    assert user.notice == ""


def test_a_finding_goes_with_its_document(user, window):
    blow_up(user, window)
    window.document.undo_stack.setClean()
    user.press("fileNew")
    assert user.notice == ""
    user.press("trainDiagnose")
    assert "No reason was found" in user.notice


def test_the_end_of_a_run_says_nothing_about_another_document(user, window, tmp_path, qtbot):
    change(window, weights("zeros", 0))
    window.document.save(tmp_path / "twins.nnsim")
    window.controller.run()
    with qtbot.waitSignal(window.session.progressed):
        pass
    with qtbot.waitSignal(window.controller.training_ended):
        window.document.open(tmp_path / "twins.nnsim")
    assert user.notice == ""
    user.press("trainDiagnose")
    assert "are twins" in user.notice


def test_a_finding_stays_in_another_theme_and_the_run_is_still_known(user, window, settings):
    blow_up(user, window)
    told = user.notice
    user.press("themeDark")
    user.wait(lambda: user.notice == told)
    user.press("noticeClose")
    user.press("trainDiagnose")
    assert user.notice == told
    user.wait(lambda: user.shows("lowerLearningRate"))
    user.press("lowerLearningRate")
    assert window.document.project.progress.epoch == 0
    assert settings.get(LANGUAGE) == "en"


def test_a_saved_run_is_diagnosed_from_its_curves(user, window, open_window, hands, tmp_path):
    blow_up(user, window)
    path = tmp_path / "blown up.nnsim"
    window.document.save(path)
    other = open_window(path)
    again = hands(other)
    again.press("trainDiagnose")
    assert "blew up in epoch 1" in again.notice
    again.wait(lambda: again.shows("lowerLearningRate"))
    again.press("lowerLearningRate")
    assert other.document.project.settings.learning_rate == 1.0


def test_buttons_have_names_and_can_be_reached_by_tab(user, window):
    change(window, raw("wine"))
    user.press("trainDiagnose")
    user.wait(lambda: user.shows("nextFinding"))
    for name in ("standardiseInputs", "nextFinding"):
        button = user.find(name, QPushButton)
        assert button.text()
        assert button.focusPolicy() & button.focusPolicy().TabFocus


def test_proposed_settings_of_small_sets_are_not_talked_about(user, window):
    for name in ("clusters", "iris"):
        change(window, lambda p, n=name: edits.use_proposal(edits.choose_dataset(p, n)))
        user.press("noticeClose")
        train(user, window, DATASETS[name].proposal.epochs)
        assert user.notice == ""
