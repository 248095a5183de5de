"""The story of a first user, played through the visible controls only."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from nnsim.data import DATASETS, load
from nnsim.engine import Network
from nnsim.notation import W, a, b, format_number, t, x
from nnsim.training.session import State
from nnsim.ui.selection import Layer

Key = Qt.Key


def number(value: float) -> str:
    return format_number(value, 3)


def test_xor_from_the_first_look_to_the_saved_file(
    user, window, assert_fresh, painted_texts, tmp_path, monkeypatch
):
    look_at_the_network_of_the_notes(window, painted_texts)
    build(user, window, assert_fresh)
    type_numbers(user, window)
    inspect(user, window)
    go_through_the_samples(user, window, painted_texts)
    undo_everything(user, window)
    train(user, window, assert_fresh)
    save_and_open_again(user, window, tmp_path, monkeypatch)


def look_at_the_network_of_the_notes(window, painted_texts):
    project = window.document.project
    assert project.network.sizes == (2, 2, 1)
    assert project.network.activations == ("sigmoid", "sigmoid")
    assert project.network.loss == "binary_cross_entropy"
    assert project.dataset == load("xor")
    network = Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", seed=0)
    forward = network.forward(np.array([[0.0, 0.0]]))
    texts = [each.text for each in painted_texts(window.diagram.viewport())]
    for layer in (2, 3):
        for weight in network.W[layer].ravel():
            assert format_number(weight, 3, signed=True) in texts
        for value in (*network.b[layer], *forward.z[layer][0], *forward.a[layer][0]):
            assert number(value) in texts
    assert texts.count("W") == 6
    assert "= 0" in texts  # t
    assert f"= {number(network.loss_value(forward, np.array([[0.0]])))}" in texts  # E


def build(user, window, assert_fresh):
    """Add and remove nodes and layers, choose an activation."""

    def sizes():
        assert_fresh(window)
        return window.document.project.network.sizes

    kept = window.document.project.build_network().W[2]
    user.press("layer2AddNode")
    assert sizes() == (2, 3, 1)
    assert np.array_equal(window.document.project.build_network().W[2][:2], kept)
    user.press("layer2RemoveNode")
    assert sizes() == (2, 2, 1)
    user.press("insertLayerAfter1")
    assert sizes() == (2, 2, 2, 1)
    user.press("insertLayerAfter3")
    assert sizes() == (2, 2, 2, 2, 1)
    user.press("layer3Remove")
    user.press("layer2Remove")
    assert sizes() == (2, 2, 1)
    user.choose("layer2Activation", "tanh")
    assert window.document.project.network.activations == ("tanh", "sigmoid")
    assert_fresh(window)
    user.choose("layer2Activation", "sigmoid")


def type_numbers(user, window):
    """A weight, a bias, x and t in place; Enter, Tab, Esc, and clicking away."""
    value = user.value
    user.type_number(W(2, 1, 1), "0.75")
    assert value(W(2, 1, 1)) == 0.75
    user.type_number(b(2, 1), "-1/4", Key.Key_Tab)
    assert value(b(2, 1)) == -0.25
    assert window.diagram.editor.symbol == b(2, 2)  # Tab went on to the next bias
    user.keys("8")
    user.key(Key.Key_Escape)
    assert value(b(2, 2)) == 0.0
    user.type_number(x(1), "1")
    assert value(x(1)) == 1.0
    user.open_editor(t(1))
    user.keys("1")
    user.leave()
    assert value(t(1)) == 1.0
    assert window.document.project.x[0].tolist() == [1.0, 0.0]
    assert window.document.project.t[0].tolist() == [1.0]


def inspect(user, window):
    """A node, an edge and a layer, each with its numbers under their names."""
    value = user.value
    user.select(a(2, 1))
    assert user.text("inspectorTitle") == "Layer 2, node 1"
    names = [user.cell("quantityTable", row, 0) for row in range(5)]
    assert names == ["W^(2)_11", "W^(2)_12", "b^(2)_1", "z^(2)_1", "a^(2)_1"]
    assert user.cell("quantityTable", 0, 1) == "+0.750"
    z = value(W(2, 1, 1)) * 1.0 + value(W(2, 1, 2)) * 0.0 - 0.25
    assert user.cell("quantityTable", 3, 3) == number(z)
    assert user.cell("quantityTable", 4, 3) == number(1 / (1 + np.exp(-z)))
    user.select(W(3, 1, 2))
    assert "<i>W</i><sup>(3)</sup><sub>12</sub>" in user.text("inspectorTitle")
    assert user.cell("quantityTable", 0, 1) == format_number(value(W(3, 1, 2)), 3, signed=True)
    user.click(user.find("layer2Header"), user.find("layer2Header").rect().topLeft())
    assert window.view_state.selection == Layer(2)
    assert [user.cell("quantityTable", row, 0) for row in range(2)] == ["a^(2)_1", "a^(2)_2"]
    assert user.cell("quantityTable", 0, 1) == number(z)
    user.leave()
    assert window.view_state.selection is None
    assert user.text("inspectorTitle") == "Sample 1"


def go_through_the_samples(user, window, painted_texts):
    project = window.document.project
    for row in (3, 1, 2):
        user.click_cell("sampleTable", row, 1)
        assert user.text("inspectorTitle") == f"Sample {row + 1}"
        forward = project.build_network().forward(project.x[row : row + 1])
        texts = [each.text for each in painted_texts(window.diagram.viewport())]
        assert number(forward.y[0, 0]) in texts
        assert number(forward.z[2][0, 1]) in texts
        assert user.cell("sampleTable", row, 3) == number(forward.y[0, 0])


def undo_everything(user, window):
    for _ in range(30):
        if not window.actions_by_name["editUndo"].isEnabled():
            break
        user.press("editUndo")
    assert window.document.project.network.sizes == (2, 2, 1)
    assert window.document.project.dataset == load("xor")


def train(user, window, assert_fresh):
    """Run, change the learning rate, pause, one epoch, undo, redo, reset."""
    session, document = window.session, window.document
    initial = document.project.parameters.tobytes()
    losses: list[float] = []
    session.epoch_finished.connect(lambda epoch, loss: losses.append(loss))
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 20)
    user.enter("learningRate", "2")
    assert session.state is State.RUNNING
    assert document.project.settings.learning_rate == 2.0
    user.wait(lambda: losses[-1] < 0.05)
    user.press("trainRun")
    user.wait_until_idle()
    assert_fresh(window)
    trained = document.project
    assert (
        len(losses) == trained.progress.epoch == len(set(trained.progress.curves.column("epoch")))
    )
    assert trained.progress.curves.column("loss")[-1] == losses[-1] < 0.05
    assert user.text("accuracyValue") == "4 / 4"
    assert [user.cell("sampleTable", row, 4) for row in range(4)] == ["0", "1", "1", "0"]
    user.press("trainEpoch")
    user.wait_until_idle()
    assert document.project.progress.epoch == trained.progress.epoch + 1
    user.press("editUndo")
    assert document.project == trained
    user.press("editUndo")
    assert document.project.parameters.tobytes() == initial
    user.press("editRedo")
    assert document.project == trained
    user.press("trainReset")
    assert document.project.parameters.tobytes() == initial
    assert user.text("epochValue") == "0"
    user.press("editUndo")
    assert document.project == trained


def save_and_open_again(user, window, tmp_path, monkeypatch):
    before = window.document.project
    name = str(tmp_path / "xor.nnsim")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    user.press("fileSave")
    assert window.windowTitle() == "xor.nnsim — nnsim"
    user.press("fileNew")
    assert window.windowTitle() == "untitled — nnsim"
    assert window.document.project.progress.epoch == 0
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (name, ""))
    user.press("fileOpen")
    after = window.document.project
    assert after == before
    assert after.parameters.tobytes() == before.parameters.tobytes()
    assert after.progress.curves.rows.tobytes() == before.progress.curves.rows.tobytes()


def test_breast_cancer_from_the_choice_to_a_good_network(user, window, assert_fresh):
    user.choose("datasetChooser", "breast_cancer")
    project = window.document.project
    assert project.network.sizes == (30, 2, 1)  # the hidden layer stayed
    assert project.network.loss == "binary_cross_entropy"
    assert "inputs 30, outputs 1" in user.notice
    assert project.scaling is None
    assert not user.find("standardise").isChecked()
    assert_fresh(window)

    user.press("useProposal")
    project = window.document.project
    assert project.network.sizes == (30, *DATASETS["breast_cancer"].proposal.hidden, 1)
    assert user.find("standardise").isChecked()
    raw = project.dataset.x[project.split[0]]
    assert f"(raw − {number(raw[:, 0].mean())}) / {number(raw[:, 0].std())}" in user.text(
        "scalingLabel"
    )
    assert_fresh(window)

    epochs = DATASETS["breast_cancer"].proposal.epochs
    user.train_to_epoch(epochs)
    assert_fresh(window)
    held_out = window.document.project.progress.curves.column("test_accuracy")
    assert held_out[epochs - 1] >= 0.95
    assert held_out[-1] == held_out_accuracy(window.document.project)


def held_out_accuracy(project) -> float:
    testing = project.split[1]
    y = project.build_network().forward(project.x[testing]).y
    decided = (y >= 0.5) if y.shape[1] == 1 else y == y.max(axis=1, keepdims=True)
    return float((decided == project.t[testing]).all(axis=1).mean())


@pytest.mark.parametrize(("name", "accuracy"), [("iris", 0.9), ("digits", 0.93)])
def test_classes_are_learned_with_the_proposed_settings(user, window, name, accuracy):
    user.choose("datasetChooser", name)
    project = window.document.project
    assert project.network.activations[-1] == "softmax"
    assert project.network.loss == "cross_entropy"
    assert "The output is now softmax, the loss cross-entropy" in user.notice
    user.press("useProposal")
    epochs = DATASETS[name].proposal.epochs
    user.train_to_epoch(epochs)
    project = window.document.project
    assert project.progress.curves.column("test_accuracy")[epochs - 1] >= accuracy
    assert held_out_accuracy(project) >= accuracy
