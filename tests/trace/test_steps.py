"""The trace of a pass: order, operands, and the engine's own floats."""

import numpy as np
import pytest

from nnsim.engine import ACTIVATIONS, Forward, Gradients, Network, Trainer, TrainSettings
from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, eta, t, z
from nnsim.trace import Phase, trace_pass

SETTINGS = TrainSettings(learning_rate=0.5)
X = np.array([[0.3, -0.7]])
T = np.array([[1.0]])


def steps_of(network: Network, phase: Phase):
    return [step for step in trace_pass(network, X, T, SETTINGS).steps if step.phase is phase]


def test_a_pass_goes_forward_then_to_the_loss_then_backward_then_updates():
    network = Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", seed=1)
    symbols = [str(step.symbol) for step in trace_pass(network, X, T, SETTINGS).steps]
    assert symbols[:8] == [
        *("z^(2)_1", "a^(2)_1", "z^(2)_2", "a^(2)_2", "z^(3)_1", "a^(3)_1", "E"),
        "δ^(3)_1",
    ]
    assert symbols[8:11] == ["∂E/∂W^(3)_11", "∂E/∂W^(3)_12", "∂E/∂b^(3)_1"]
    assert symbols[-9:] == [
        *("W^(2)_11", "W^(2)_12", "b^(2)_1", "W^(2)_21", "W^(2)_22", "b^(2)_2"),
        *("W^(3)_11", "W^(3)_12", "b^(3)_1"),
    ]


def test_operands_stand_in_the_order_of_the_formula():
    network = Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", seed=1)
    operands = {
        step.symbol: step.operands for step in trace_pass(network, X, T, SETTINGS).steps[:-9]
    }
    assert operands[z(2, 1)] == (W(2, 1, 1), a(1, 1), W(2, 1, 2), a(1, 2), b(2, 1))
    assert operands[a(2, 1)] == (z(2, 1),)
    assert operands[E] == (a(3, 1), t(1))
    assert operands[delta(3, 1)] == (a(3, 1), t(1))
    assert operands[delta(2, 2)] == (W(3, 1, 2), delta(3, 1), z(2, 2))
    assert operands[dW(2, 1, 2)] == (delta(2, 1), a(1, 2))
    assert operands[db(2, 1)] == (delta(2, 1),)
    assert steps_of(network, Phase.UPDATE)[0].operands == (W(2, 1, 1), eta, dW(2, 1, 1))


def test_a_batch_has_means_and_shows_one_sample():
    network = Network((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=2)
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    target = np.array([[0.0], [1.0], [1.0], [0.0]])
    trace = trace_pass(network, x, target, SETTINGS, shown=2)
    values = {step.symbol: step.value for step in trace.steps if step.phase is not Phase.UPDATE}
    forward = network.forward(x)
    gradients = network.gradients(forward, target)
    assert trace.samples == 4
    assert values[z(2, 1)] == forward.z[2][2, 0]
    assert values[delta(3, 1)] == gradients.delta[3][2, 0]
    assert values[E] == network.loss_value(forward, target)
    assert values[dW(2, 1, 2)] == gradients.W[2][0, 1]


def test_the_update_goes_on_from_what_the_optimizer_remembers():
    settings = TrainSettings(optimizer="adam", learning_rate=0.1)
    network = Network((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=2)
    trainer = Trainer(network, X, T, settings)
    for _ in range(3):
        trainer.run_epoch()
    trace = trace_pass(network, X, T, settings, trainer.state)
    trainer.run_epoch()
    assert trace.after is not None
    np.testing.assert_array_equal(trace.after.parameters, trainer.state.parameters)
    np.testing.assert_array_equal(trace.after.optimizer_state, trainer.state.optimizer_state)


def test_an_update_that_overflows_has_no_steps():
    network = Network((2, 1), ("identity",), "mean_squared_error", seed=2)
    settings = TrainSettings(learning_rate=1e308)
    trace = trace_pass(network, X * 1e9, T, settings)
    assert trace.after is None
    assert trace.steps[-1].phase is Phase.BACKWARD


def test_softmax_needs_the_sums_of_the_whole_layer():
    network = Network((2, 3), ("softmax",), "cross_entropy", seed=1)
    steps = trace_pass(network, X, np.array([[0.0, 1.0, 0.0]]), SETTINGS).steps
    outputs = [step for step in steps if step.symbol == a(2, 2)]
    assert outputs[0].operands == (z(2, 1), z(2, 2), z(2, 3))


@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
def test_values_are_the_engines_own_floats(activation: str, optimizer: str):
    network = Network((2, 3, 2, 1), (activation, "tanh", "sigmoid"), "mean_squared_error", seed=3)
    before = network.parameters.copy()
    settings = TrainSettings(optimizer=optimizer, learning_rate=0.1, l2=0.01)
    steps = trace_pass(network, X, T, settings).steps
    forward = network.forward(X)
    gradients = network.gradients(forward, T)
    np.testing.assert_array_equal(network.parameters, before)
    trained = Network(
        network.sizes, network.activations, network.loss, parameters=network.parameters
    )
    Trainer(trained, X, T, settings).run_epoch()
    for step in steps:
        if step.phase is Phase.UPDATE:
            assert step.value == _parameter(trained, step.symbol)
        else:
            assert step.value == _computed(network, forward, gradients, step.symbol)


def _parameter(network: Network, symbol: Symbol) -> float:
    layer, j, k = symbol.layer, symbol.j - 1, symbol.k - 1
    return network.W[layer][j, k] if symbol.kind == "W" else network.b[layer][j]


def _computed(network: Network, forward: Forward, gradients: Gradients, symbol: Symbol) -> float:
    layer, j, k = symbol.layer, symbol.j - 1, symbol.k - 1
    match symbol.kind:
        case "z":
            return forward.z[layer][0, j]
        case "a":
            return forward.a[layer][0, j]
        case "delta":
            return gradients.delta[layer][0, j]
        case "dW":
            return gradients.W[layer][j, k]
        case "db":
            return gradients.b[layer][j]
    assert symbol == E
    return network.loss_value(forward, T)
