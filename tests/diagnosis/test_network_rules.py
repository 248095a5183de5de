"""Networks with nodes that cannot learn and with inputs of the wrong size, each really trained."""

import numpy as np
import pytest
from diagnosed_runs import first, kinds, linear, train, with_activation, xor

from nnsim.diagnosis import (
    DrawWeights,
    DropPenalty,
    Facts,
    Kind,
    SetActivation,
    Standardise,
    diagnose,
    health,
)
from nnsim.engine import views
from nnsim.notation import a, x, y
from nnsim.project import Project, edits, new_project

# Nodes


def test_a_step_lets_no_gradient_through() -> None:
    facts = train(with_activation(new_project(), "step"), 100)
    found = first(facts, Kind.STEP_ACTIVATION)
    assert found.numbers == {"layer": 2, "stuck": 6, "total": 9}
    assert np.array_equal(facts.project.parameters[:6], facts.project.initial[:6])
    assert found.remedies == (SetActivation((2,), "sigmoid"),)
    assert found.remedies[0].apply(facts.project).network.activations == ("sigmoid", "sigmoid")


def test_steps_in_several_layers_are_all_replaced() -> None:
    facts = train(with_activation(new_project(), "step", "step"), 3)
    found = first(facts, Kind.STEP_ACTIVATION)
    assert found.numbers["stuck"] == 9
    assert facts.project.parameters.tobytes() == facts.project.initial.tobytes()
    after = found.remedies[0].apply(facts.project)
    assert after.network.activations == ("sigmoid", "sigmoid")


def test_steps_that_solve_the_task_are_left_in_peace() -> None:
    """XOR by hand: OR and AND, then the one without the other."""
    project = with_activation(new_project(), "step", "step")
    parameters = [1, 1, -0.5, 1, 1, -1.5, 1, -1, -0.5]  # rows of [W | b]
    for index, value in enumerate(parameters):
        layer, rest = (2, index) if index < 6 else (3, index - 6)
        j, k = divmod(rest, 3)
        project = edits.set_parameter(project, layer, j + 1, None if k == 2 else k + 1, value)
    assert health(Facts(project)).learnt
    assert diagnose(Facts(project)) == ()


def test_equal_first_weights_make_twins() -> None:
    project = edits.draw_weights(new_project(), initializer="zeros")
    for epochs in (1, 200):
        facts = train(project, epochs)
        found = first(facts, Kind.SYMMETRIC_NODES)
        assert found.numbers["count"] == found.numbers["size"] == 2
        assert found.symbols == {"nodes": (a(2, 1), a(2, 2))}
    (remedy,) = found.remedies
    assert remedy == DrawWeights("xavier", 0)
    assert health(train(remedy.apply(facts.project), 500)).learnt


def test_twins_among_others() -> None:
    project = edits.add_node(new_project(), 2)
    for k, value in ((1, 0.3), (2, -0.2), (None, 0.1)):
        for j in (1, 3):
            project = edits.set_parameter(project, 2, j, k, value)
    assert Kind.SYMMETRIC_NODES not in kinds(Facts(project))  # their ways out still differ
    for k in (1, 3):
        project = edits.set_parameter(project, 3, 1, k, 0.7)
    found = first(train(project, 30), Kind.SYMMETRIC_NODES)
    assert found.symbols == {"nodes": (a(2, 1), a(2, 3))}
    assert found.remedies == (DrawWeights("xavier", 1),)


def test_a_long_step_kills_a_relu() -> None:
    facts = train(with_activation(xor(learning_rate=3.0), "relu"), 50)
    found = first(facts, Kind.DEAD_RELU)
    dead = found.symbols["nodes"]
    assert dead == (a(2, 1),)
    z = facts.forward.z[2][:, 0]
    assert found.numbers["highest"] == z.max() <= 0
    assert not facts.gradients.W[2][0].any()
    leaky, fresh = found.remedies
    assert leaky == SetActivation((2,), "leaky_relu")
    assert fresh == DrawWeights("he", 1)
    revived = Facts(leaky.apply(facts.project), facts.run)
    assert revived.gradients.W[2][0].any()
    assert Kind.DEAD_RELU not in kinds(revived)


def test_living_relus_are_no_finding() -> None:
    project = edits.draw_weights(with_activation(new_project(), "relu"), "he", 1)
    facts = Facts(project)
    assert (facts.forward.z[2] > 0).any(axis=0).all()
    assert Kind.DEAD_RELU not in kinds(facts)


def into_saturation(project: Project) -> Project:
    """A run with a much too large η, ended, and η made small again."""
    wild = train(edits.set_settings(project, learning_rate=300.0), 10).project
    return edits.set_settings(wild, learning_rate=0.5)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_saturated_nodes(activation: str) -> None:
    project = edits.set_loss(with_activation(new_project(), activation), "mean_squared_error")
    facts = train(into_saturation(project), 30)
    found = first(facts, Kind.SATURATED)
    layer = int(found.numbers["layer"])
    name = facts.project.network.activation(layer)
    assert found.names == {"activation": name}
    out = facts.forward.a[layer]
    slopes = out * (1 - out) if name == "sigmoid" else 1 - out**2
    assert found.numbers["share"] == 100 * np.mean(slopes < found.numbers["limit"]) >= 80
    assert found.numbers["slope"] == np.median(slopes)
    assert found.numbers["gradient"] == np.abs(facts.gradients.W[layer]).max() < 1e-3
    assert found.remedies == (DrawWeights("xavier", 1),)


def test_large_weights_saturate_all_but_the_sample_at_0() -> None:
    project = edits.set_loss(new_project(), "mean_squared_error")
    for j in (1, 2):
        for k in (1, 2):
            project = edits.set_parameter(project, 2, j, k, 40.0 + j)
    facts = train(project, 500)
    found = first(facts, Kind.SATURATED)
    assert (found.numbers["layer"], found.numbers["share"]) == (2, 75.0)


def deep_sigmoids(*hidden: int) -> Project:
    circle = edits.choose_dataset(new_project(), "circle")
    return edits.draw_weights(edits.resize_hidden(circle, hidden, "sigmoid"), "xavier", 0)


def test_the_gradient_vanishes_through_many_sigmoids() -> None:
    for hidden in ((2,) * 6, (8,) * 6):
        facts = train(deep_sigmoids(*hidden), 300)
        found = first(facts, Kind.VANISHING)
        assert Kind.ONE_CLASS in kinds(facts)
        delta = facts.gradients.delta
        assert found.numbers["last"] == np.sqrt(np.mean(delta[8] ** 2))
        assert found.numbers["first"] == np.sqrt(np.mean(delta[2] ** 2)) < 1e-4
        assert found.remedies == (SetActivation((2, 3, 4, 5, 6, 7), "tanh"),)
        bent = train(found.remedies[0].apply(facts.project), 1500)
        assert bent.loss < 0.5 < facts.loss
        assert kinds(bent) == []


def test_through_a_few_sigmoids_the_gradient_comes() -> None:
    for hidden in ((4, 4), (8, 8, 8)):
        assert Kind.VANISHING not in kinds(train(deep_sigmoids(*hidden), 300))


def test_saturated_nodes_of_a_network_that_has_learnt_are_no_finding() -> None:
    facts = train(xor(learning_rate=5.0), 3000)
    out = facts.forward.a[3]
    assert np.all(out * (1 - out) < 0.0125)
    assert kinds(facts) == []


# Outputs


def test_one_class_for_everything() -> None:
    facts = train(xor(l2=0.1), 150)
    found = first(facts, Kind.ONE_CLASS)
    outputs = facts.forward.y[:, 0]
    assert found.numbers == {
        "samples": 4, "total": 4, "others": 2, "low": outputs.min(), "high": outputs.max(),
    }  # fmt: skip
    assert found.symbols == {"output": (y(1),)}
    assert found.remedies == (DropPenalty(), DrawWeights("xavier", 1))
    free = train(found.remedies[0].apply(edits.reset(facts.project)), 500)
    assert Kind.ONE_CLASS not in kinds(free)
    assert health(free).learnt


# Inputs


@pytest.mark.parametrize("name", ["wine", "breast_cancer"])
def test_raw_measurements(name: str) -> None:
    proposed = edits.use_proposal(edits.choose_dataset(new_project(), name))
    raw = edits.set_standardised(proposed, False)
    facts = train(raw, 10)
    found = first(facts, Kind.LARGE_INPUTS)
    (widest,) = found.symbols["input"]
    column = facts.project.x[facts.project.split[0], widest.j - 1]
    assert (found.numbers["low"], found.numbers["high"]) == (column.min(), column.max())
    assert found.names["input_name"] == raw.dataset.input_names[widest.j - 1]
    assert Kind.UNEQUAL_INPUTS in kinds(facts)
    scaled = found.remedies[0].apply(facts.project)
    assert scaled.scaling is not None
    assert scaled.progress.epoch == 0
    assert health(train(scaled, 30)).learnt


def test_inputs_of_very_different_size() -> None:
    # Only x2 carries anything, and its weight is 100 times slower than η allows for x1.
    inputs = [[-3.0, 0.01], [3.0, 0.01], [-3.0, 0.06], [3.0, 0.06]]
    facts = train(linear(inputs, [[0.0], [0.0], [1.0], [1.0]], rate=0.1), 100)
    found = first(facts, Kind.UNEQUAL_INPUTS)
    assert found.symbols == {"wide": (x(1),), "narrow": (x(2),)}
    assert found.numbers == {
        "wide_low": -3.0, "wide_high": 3.0, "narrow_low": 0.01, "narrow_high": 0.06,
    }  # fmt: skip
    assert found.remedies == (Standardise(),)
    assert health(train(found.remedies[0].apply(facts.project), 100)).learnt


def test_small_and_similar_inputs_are_no_finding() -> None:
    facts = train(linear([[-3.0, 0.2], [3.0, 0.7]], [[0.0], [1.0]], rate=1e-3), 1)
    assert not {Kind.LARGE_INPUTS, Kind.UNEQUAL_INPUTS} & set(kinds(facts))


# What the facts are computed from


def test_large_data_is_looked_at_in_part() -> None:
    project = edits.choose_dataset(new_project(), "moons", samples=2000)
    facts = Facts(edits.set_split(project, 0.2, 0))
    assert len(facts.rows) == 1000 < facts.total == 1600
    assert set(facts.rows) < set(facts.project.split[0])
    assert facts.rows.tolist() == Facts(facts.project).rows.tolist()
    wide = Facts(edits.add_layer(edits.add_layer(project, 1, 1000), 1, 1000))
    assert len(wide.rows) == 32
    small = Facts(new_project())
    assert small.rows.tolist() == [0, 1, 2, 3]


def test_the_numbers_of_health_are_those_of_a_fresh_computation() -> None:
    facts = train(new_project(), 500)
    found = health(facts)
    network = facts.project.build_network()
    forward = network.forward(facts.project.x)
    assert found.loss == network.loss_value(forward, facts.project.t)
    gradient = network.gradients(forward, facts.project.t).vector
    assert found.gradient_norm == np.linalg.norm(gradient)
    assert (found.accuracy, found.samples, found.total) == (1.0, 4, 4)
    losses = facts.project.progress.curves.column("loss")
    assert (found.epochs, found.before, found.after) == (250, losses[249], losses[499])


@pytest.mark.parametrize(
    ("loss", "activation", "expected"),
    [
        ("binary_cross_entropy", "sigmoid", np.log(2)),
        ("mean_squared_error", "sigmoid", 0.125),
    ],
)
def test_the_loss_of_guessing(loss: str, activation: str, expected: float) -> None:
    project = edits.set_loss(with_activation(new_project(), "sigmoid", activation), loss)
    assert Facts(project).guess_loss == pytest.approx(expected)


def test_the_loss_of_guessing_one_of_three_classes() -> None:
    project = edits.set_split(edits.choose_dataset(new_project(), "iris"), 0.0, 0)
    assert Facts(project).guess_loss == pytest.approx(np.log(3))
    W, _ = views(project.network.sizes, project.parameters)
    assert W[3].shape == (3, 2)
