from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnsim.engine import pack, views
from nnsim.project import (
    MAX_LAYERS,
    MAX_NODES,
    Curves,
    EditError,
    Progress,
    Project,
    edits,
    new_project,
)

Edit = Callable[[Project], Project]


@pytest.fixture
def project() -> Project:
    """2-2-1 with the numbers 1..9: W2 = [[1, 2], [4, 5]], b2 = [3, 6], W3 = [[7, 8]], b3 = [9]."""
    numbers = np.arange(1.0, 10.0)
    return replace(new_project(), initial=numbers, parameters=-numbers)


def layers(project: Project) -> tuple[dict[int, list], dict[int, list]]:
    """W and b of the initial parameters, as lists."""
    W, b = views(project.network.sizes, project.initial)
    return {n: W[n].tolist() for n in W}, {n: b[n].tolist() for n in b}


def drawn(project: Project) -> tuple[dict[int, list], dict[int, list]]:
    """W and b as the initializer would draw them for this architecture."""
    return layers(replace(project, initial=project.network.draw()))


def test_a_hidden_node_more_keeps_every_weight(project: Project) -> None:
    after = edits.add_node(project, 2)
    assert after.network.sizes == (2, 3, 1)
    W, b = layers(after)
    fresh, _ = drawn(after)
    assert W[2] == [[1, 2], [4, 5], fresh[2][2]]
    assert b[2] == [3, 6, 0]
    assert W[3] == [[7, 8, fresh[3][0][2]]]
    assert b[3] == [9]


def test_current_and_initial_parameters_are_carried_alike(project: Project) -> None:
    after = edits.remove_node(project, 2, 1)
    assert after.initial.tolist() == [4, 5, 6, 8, 9]
    assert after.parameters.tolist() == [-4, -5, -6, -8, -9]


def test_the_last_node_goes_by_default(project: Project) -> None:
    assert edits.remove_node(project, 2).initial.tolist() == [1, 2, 3, 7, 9]


def test_a_layer_in_between_draws_only_what_touches_it(project: Project) -> None:
    after = edits.add_layer(project, 2)
    assert after.network.sizes == (2, 2, 2, 1)
    assert after.network.activations == ("sigmoid", "sigmoid", "sigmoid")
    W, b = layers(after)
    fresh, _ = drawn(after)
    assert (W[2], b[2]) == ([[1, 2], [4, 5]], [3, 6])
    assert (W[3], b[3]) == (fresh[3], [0, 0])
    assert (W[4], b[4]) == (fresh[4], [9])


def test_a_new_layer_is_like_its_neighbour() -> None:
    project = edits.set_activation(edits.add_node(new_project(), 2), 2, "tanh")
    for after in (1, 2):
        longer = edits.add_layer(project, after)
        assert longer.network.sizes == (2, 3, 3, 1)
        assert longer.network.activations == ("tanh", "tanh", "sigmoid")
    assert edits.add_layer(project, 2, size=5).network.sizes == (2, 3, 5, 1)


def test_removing_a_layer_keeps_the_biases_behind_it(project: Project) -> None:
    after = edits.remove_layer(project, 2)
    assert after.network.sizes == (2, 1)
    W, b = layers(after)
    assert (W[2], b[2]) == (drawn(after)[0][2], [9])


def test_a_layer_added_and_removed_leaves_the_rest(project: Project) -> None:
    after = edits.remove_layer(edits.add_layer(project, 2), 3)
    W, b = layers(after)
    assert after.network == project.network
    assert (W[2], b[2], b[3]) == ([[1, 2], [4, 5]], [3, 6], [9])


def test_removing_an_input_removes_its_own_column(project: Project) -> None:
    scaled = edits.set_standardised(edits.set_sample_value(project, 0, 1, 5.0), True)
    after = edits.remove_node(scaled, 1, 1)
    assert after.network.sizes == (1, 2, 1)
    assert after.dataset.x.ravel().tolist() == [5, 1, 0, 1]
    assert after.dataset.input_names == ("x1",)
    assert after.scaling is not None
    assert after.scaling.mean.tolist() == [1.75]
    assert after.initial.tolist() == [2, 3, 5, 6, 7, 8, 9]


def test_a_new_input_is_a_column_of_zeros_that_is_not_scaled(project: Project) -> None:
    after = edits.add_node(edits.set_standardised(project, True), 1)
    assert after.x.tolist() == [[-1, -1, 0], [-1, 1, 0], [1, -1, 0], [1, 1, 0]]
    assert layers(after)[0][2][0][:2] == [1, 2]


def test_outputs_are_columns_of_targets(project: Project) -> None:
    after = edits.add_node(project, 3)
    assert after.dataset.t.tolist() == [[0, 0], [1, 0], [1, 0], [0, 0]]
    swapped = edits.remove_node(after, 3, 1)
    assert swapped.dataset.t.tolist() == [[0], [0], [0], [0]]
    assert edits.remove_node(after, 3, 2).initial.tolist() == project.initial.tolist()


def test_hidden_layers_at_once(project: Project) -> None:
    after = edits.resize_hidden(project, (3, 4), "relu")
    assert after.network.sizes == (2, 3, 4, 1)
    assert after.network.activations == ("relu", "relu", "sigmoid")
    assert layers(after)[0][2][:2] == [[1, 2], [4, 5]]
    back = edits.resize_hidden(after, (2,), "sigmoid")
    assert back.network == project.network
    assert layers(back)[0][2] == [[1, 2], [4, 5]]
    assert edits.resize_hidden(after, (), "relu").network.sizes == (2, 1)


@pytest.mark.parametrize(
    ("activation", "loss"),
    [("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")]
    + [(name, "mean_squared_error") for name in ("identity", "tanh", "relu", "step")],
)
def test_the_loss_follows_the_output(project: Project, activation: str, loss: str) -> None:
    after = edits.set_activation(project, 3, activation)
    assert (after.network.activations[-1], after.network.loss) == (activation, loss)
    assert after.parameters is project.parameters


def test_a_loss_that_fits_stays() -> None:
    project = edits.set_loss(new_project(), "mean_squared_error")
    assert project.network.activations[-1] == "sigmoid"
    assert edits.set_activation(project, 3, "tanh").network.loss == "mean_squared_error"
    assert edits.set_activation(project, 2, "tanh").network.loss == "mean_squared_error"


@pytest.mark.parametrize(
    ("loss", "output"), [("cross_entropy", "softmax"), ("binary_cross_entropy", "sigmoid")]
)
def test_the_output_follows_the_loss(loss: str, output: str) -> None:
    project = edits.set_activation(new_project(), 3, "identity")
    assert edits.set_loss(project, loss).network.activations == ("sigmoid", output)


def test_another_loss_starts_another_curve(project: Project) -> None:
    curves = Curves(np.array([[1.0, 0.5, 1.0, np.nan, np.nan]]))
    trained = replace(project, progress=Progress(1, None, curves))
    assert edits.set_activation(trained, 2, "tanh").progress.curves is curves
    other = edits.set_loss(trained, "mean_squared_error").progress
    assert (len(other.curves), other.epoch) == (0, 1)


def wide(layers: int, nodes: int) -> Project:
    return edits.resize_hidden(new_project(), [nodes] * (layers - 2), "relu")


@pytest.mark.parametrize(
    ("make", "reason", "limit"),
    [
        (lambda p: edits.add_layer(wide(MAX_LAYERS, 1), 1), "too_many_layers", MAX_LAYERS),
        (lambda p: edits.add_node(wide(3, MAX_NODES), 2), "too_many_nodes", MAX_NODES),
        (lambda p: wide(7, MAX_NODES), "too_many_parameters", 4_000_000),
        (lambda p: edits.add_layer(p, 1, size=0), "too_small", None),
        (lambda p: edits.add_layer(p, 0), "no_such_layer", None),
        (lambda p: edits.add_layer(p, 3), "no_such_layer", None),
        (lambda p: edits.remove_layer(p, 1), "only_hidden_layers_go", None),
        (lambda p: edits.remove_layer(p, 3), "only_hidden_layers_go", None),
        (lambda p: edits.add_node(p, 4), "no_such_layer", None),
        (lambda p: edits.remove_node(p, 0), "no_such_layer", None),
        (lambda p: edits.remove_node(p, 2, 0), "no_such_node", None),
        (lambda p: edits.remove_node(p, 2, 3), "no_such_node", None),
        (lambda p: edits.remove_node(p, 3), "last_node", None),
        (lambda p: edits.set_activation(p, 1, "tanh"), "input_has_no_activation", None),
        (lambda p: edits.set_activation(p, 2, "swish"), "unknown_activation", None),
        (lambda p: edits.set_activation(p, 3, "swish"), "unknown_activation", None),
        (lambda p: edits.set_loss(p, "hinge"), "unknown_name", None),
    ],
)
def test_what_cannot_be_is_refused(make: Edit, reason: str, limit: int | None) -> None:
    project = new_project()
    with pytest.raises(EditError) as caught:
        make(project)
    assert caught.value.reason == reason
    assert caught.value.limit == limit
    assert project == new_project()


def test_pack_agrees_with_the_numbers_of_this_file(project: Project) -> None:
    W = {2: np.array([[1.0, 2.0], [4.0, 5.0]]), 3: np.array([[7.0, 8.0]])}
    b = {2: np.array([3.0, 6.0]), 3: np.array([9.0])}
    assert pack((2, 2, 1), W, b).tolist() == project.initial.tolist()
