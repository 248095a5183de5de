"""Which numbers depend on one weight, bias or input."""

import numpy as np
import pytest

from nnsim.engine import ACTIVATIONS, Network
from nnsim.notation import E, Symbol, W, a, b, x, y, z
from nnsim.trace import dependents, with_parameter

SIZES = (2, 3, 2, 2)


def names(cause: Symbol, activations: tuple[str, ...] = ("tanh", "tanh", "sigmoid")) -> str:
    return " ".join(map(str, dependents(SIZES, activations, cause)))


def test_a_weight_changes_its_node_and_all_that_comes_after():
    assert names(W(2, 2, 1)) == (
        "z^(2)_2 a^(2)_2 z^(3)_1 a^(3)_1 z^(3)_2 a^(3)_2 z^(4)_1 a^(4)_1 z^(4)_2 a^(4)_2 y_1 y_2 E"
    )
    assert names(W(3, 1, 3)) == "z^(3)_1 a^(3)_1 z^(4)_1 a^(4)_1 z^(4)_2 a^(4)_2 y_1 y_2 E"


def test_a_weight_into_an_output_changes_that_output_alone():
    assert names(W(4, 2, 1)) == "z^(4)_2 a^(4)_2 y_2 E"


def test_a_bias_does_what_its_weights_do():
    assert names(b(3, 2)) == names(W(3, 2, 1))


def test_an_input_changes_everything():
    assert names(x(2)).split()[:6] == [
        *("z^(2)_1", "a^(2)_1", "z^(2)_2", "a^(2)_2", "z^(2)_3", "a^(2)_3")
    ]


def test_softmax_carries_one_z_to_every_output_of_the_layer():
    softmax_last = ("tanh", "tanh", "softmax")
    assert names(W(4, 2, 1), softmax_last) == "z^(4)_2 a^(4)_1 a^(4)_2 y_1 y_2 E"


@pytest.mark.parametrize("hidden", sorted(ACTIVATIONS))
@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
@pytest.mark.parametrize("cause", [W(2, 2, 1), b(2, 3), W(3, 1, 3), W(4, 2, 2), b(4, 1), x(1)])
def test_these_change_and_nothing_else(hidden: str, output: str, cause: Symbol):
    """Whatever the engine computes differently after a change is among the dependents."""
    activations = (hidden, "tanh", output)
    net = Network(SIZES, activations, "mean_squared_error", initializer="normal", seed=4)
    inputs = np.array([[0.4, -0.9]])
    before = _numbers(net, inputs)
    if cause.kind == "x":
        inputs[0, cause.j - 1] += 0.5
    else:
        array = net.W[cause.layer] if cause.kind == "W" else net.b[cause.layer]
        place = (cause.j - 1, cause.k - 1) if cause.kind == "W" else (cause.j - 1,)
        value = float(array[place]) + 0.5
        net.parameters[:] = with_parameter(SIZES, net.parameters, cause, value)
        assert array[place] == value
    after = _numbers(net, inputs)
    found = list(dependents(SIZES, activations, cause))
    assert len(found) == len(set(found))
    assert found[-1] == E
    changed = {symbol for symbol, number in after.items() if number != before[symbol]}
    assert changed <= set(found)
    if hidden not in ("relu", "leaky_relu", "step"):
        assert changed == set(found)


def test_a_changed_parameter_leaves_the_others_and_the_original():
    original = np.arange(9.0)
    changed = with_parameter((2, 2, 1), original, W(2, 2, 1), -1.0)
    assert changed.tolist() == [0, 1, 2, -1, 4, 5, 6, 7, 8]
    assert with_parameter((2, 2, 1), original, b(3, 1), -1.0).tolist() == [*range(8), -1]
    assert original.tolist() == list(range(9))


@pytest.mark.parametrize("symbol", [W(2, 3, 1), W(2, 1, 3), W(4, 1, 1), b(1, 1), b(2, 3)])
def test_unknown_parameters(symbol: Symbol):
    with pytest.raises(IndexError):
        with_parameter((2, 2, 1), np.zeros(9), symbol, 1.0)


def _numbers(net: Network, inputs: np.ndarray) -> dict[Symbol, float]:
    """Every z, a, y and E of one sample."""
    forward = net.forward(inputs)
    found: dict[Symbol, float] = {E: net.loss_value(forward, np.array([[0.0, 1.0]]))}
    for layer, size in enumerate(SIZES, start=1):
        for j in range(1, size + 1):
            if layer > 1:
                found[z(layer, j)] = forward.z[layer][0, j - 1]
                found[a(layer, j)] = forward.a[layer][0, j - 1]
            if layer == len(SIZES):
                found[y(j)] = forward.y[0, j - 1]
    return found
