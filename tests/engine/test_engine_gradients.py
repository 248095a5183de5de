"""Backward passes against central differences: every activation, loss, output and depth."""

import numpy as np
import pytest

from nnsim.engine import ACTIVATIONS, LOSSES, Network

SAMPLES = 5
DEPTHS = (1, 2, 3, 4)
KINKED = {"relu", "leaky_relu", "step"}
HEADS = [(loss.name, name) for loss in LOSSES.values() for name in ACTIVATIONS if loss.fits(name)]


def case(hidden: str, loss: str, output: str, depth: int) -> tuple[Network, np.ndarray, np.ndarray]:
    """A random network of `depth` layers of weights and samples away from every kink."""
    sizes = (*(3, 4, 3, 4)[:depth], 2)
    names = [hidden] * (depth - 1) + [output]
    for seed in range(1000):
        rng = np.random.default_rng(seed)
        net = Network(sizes, names, loss, initializer="normal", seed=seed)
        x = rng.normal(size=(SAMPLES, sizes[0]))
        t = rng.uniform(size=(SAMPLES, sizes[-1]))
        forward = net.forward(x)
        kinked = [forward.z[layer] for layer, name in enumerate(names, 2) if name in KINKED]
        if all(np.abs(z).min() > 0.01 for z in kinked):
            return net, x, t
    raise AssertionError("no seed keeps clear of the kinks")


def central_differences(net: Network, x: np.ndarray, t: np.ndarray) -> np.ndarray:
    found = np.empty_like(net.parameters)
    for i, value in enumerate(net.parameters.copy()):
        h = 1e-5
        net.parameters[i] = value + h
        above = net.loss_value(net.forward(x), t)
        net.parameters[i] = value - h
        below = net.loss_value(net.forward(x), t)
        net.parameters[i] = value
        found[i] = (above - below) / (2 * h)
    return found


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize(("loss", "output"), HEADS)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_gradients_are_central_differences(hidden, loss, output, depth):
    net, x, t = case(hidden, loss, output, depth)

    exact = net.gradients(net.forward(x), t).vector
    measured = central_differences(net, x, t)

    scale = max(np.abs(measured).max(), np.abs(exact).max())
    assert np.abs(exact - measured).max() <= 1e-6 * scale


@pytest.mark.parametrize(("loss", "output"), HEADS)
def test_delta_is_the_derivative_by_the_bias_of_each_sample(loss, output):
    net, x, t = case("tanh", loss, output, depth=3)
    whole = net.gradients(net.forward(x), t)

    for layer in (2, 3, 4):
        np.testing.assert_allclose(whole.delta[layer].mean(axis=0), whole.b[layer], atol=1e-15)
        for n in range(SAMPLES):
            alone = net.gradients(net.forward(x[n : n + 1]), t[n : n + 1])
            np.testing.assert_allclose(whole.delta[layer][n], alone.b[layer], rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("name", [name for name, f in ACTIVATIONS.items() if f.elementwise])
def test_derivatives_of_the_elementwise_activations(name):
    f, z, h = ACTIVATIONS[name], np.array([-3.0, -0.5, 0.25, 2.0]), 1e-6

    np.testing.assert_allclose(f.derivative(z), (f(z + h) - f(z - h)) / (2 * h), atol=1e-9)


def test_softmax_has_no_derivative_per_node():
    with pytest.raises(ValueError, match="Jacobian"):
        ACTIVATIONS["softmax"].derivative(np.zeros((2, 1)))


def test_slopes_of_neighbouring_layers_are_computed_together_and_stay_apart():
    """Layers of one activation in a row, then another, then one without slopes of its own."""
    names = ("tanh", "tanh", "softplus", "softmax", "tanh", "sigmoid")
    net = Network((2, 3, 4, 3, 3, 2, 1), names, "binary_cross_entropy", seed=1)
    x, t = np.array([[0.3, -0.7], [1.1, 0.4]]), np.array([[1.0], [0.0]])

    exact = net.gradients(net.forward(x), t).vector
    np.testing.assert_allclose(exact, central_differences(net, x, t), atol=1e-9)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=list(LOSSES))
def test_the_loss_is_the_mean_of_what_the_samples_add(loss):
    rng = np.random.default_rng(0)
    z, t = rng.normal(size=(3, 5)), rng.uniform(size=(3, 5))
    y = ACTIVATIONS["softmax" if loss.name == "cross_entropy" else "sigmoid"](z)
    assert loss.mean(z, y, t) == pytest.approx(loss.terms(z, y, t).sum() / 5, rel=1e-14)
