"""Examples that can be followed with paper and pencil."""

from math import log

import numpy as np
import pytest

from nnsim.engine import Network, Trainer, TrainSettings


def test_sigmoid_and_binary_cross_entropy_2_2_1():
    """Weights that are logarithms make every sigmoid a fraction: sigmoid(ln 3) = 3/4."""
    net = Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", "zeros")
    net.W[2][...] = [[log(3), 7.0], [-log(3), -5.0]]
    net.W[3][...] = [[log(4), log(4)]]
    x, t = [[1.0, 0.0]], [[1.0]]

    # z^(2) = (ln 3 · 1 + 7 · 0, -ln 3 · 1 - 5 · 0), a^(2) = (3/4, 1/4)
    # z^(3) = ln 4 · 3/4 + ln 4 · 1/4 = ln 4, y = 4/5, E = -ln(4/5)
    forward = net.forward(x)
    assert forward.a[1] == pytest.approx(np.array([[1.0, 0.0]]))
    assert forward.z[2] == pytest.approx(np.array([[log(3), -log(3)]]))
    assert forward.a[2] == pytest.approx(np.array([[3 / 4, 1 / 4]]))
    assert forward.z[3] == pytest.approx(np.array([[log(4)]]))
    assert forward.y == pytest.approx(np.array([[4 / 5]]))
    assert net.loss_value(forward, t) == pytest.approx(log(5 / 4))

    # δ^(3) = y - t = -1/5
    # δ^(2)_1 = W^(3)_11 δ^(3) · 3/4 · 1/4 and δ^(2)_2 = W^(3)_12 δ^(3) · 1/4 · 3/4
    grads = net.gradients(forward, t)
    below = log(4) * (-1 / 5) * (3 / 16)
    assert grads.delta[3] == pytest.approx(np.array([[-1 / 5]]))
    assert grads.delta[2] == pytest.approx(np.array([[below, below]]))
    assert grads.W[3] == pytest.approx(np.array([[-1 / 5 * 3 / 4, -1 / 5 * 1 / 4]]))
    assert grads.b[3] == pytest.approx(np.array([-1 / 5]))
    assert grads.W[2] == pytest.approx(np.array([[below, 0.0], [below, 0.0]]))
    assert grads.b[2] == pytest.approx(np.array([below, below]))

    # W ← W - 1/2 · ∂E/∂W, b likewise
    Trainer(net, x, t, TrainSettings(learning_rate=0.5)).run_epoch()
    assert net.W[3] == pytest.approx(np.array([[log(4) + 3 / 40, log(4) + 1 / 40]]))
    assert net.b[3] == pytest.approx(np.array([1 / 10]))
    assert net.W[2] == pytest.approx(
        np.array([[log(3) - below / 2, 7.0], [-log(3) - below / 2, -5.0]])
    )
    assert net.b[2] == pytest.approx(np.array([-below / 2, -below / 2]))


def test_softmax_and_cross_entropy_two_samples():
    """e^z = (1, 2, 5) for the first sample and (1, 1, 1) for the second."""
    net = Network((1, 3), ("softmax",), "cross_entropy", "zeros")
    net.W[2][...] = [[log(1)], [log(2)], [log(5)]]
    x, t = [[1.0], [0.0]], [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]

    # E = -(ln 2/8 + ln 1/3) / 2
    forward = net.forward(x)
    assert forward.y == pytest.approx(np.array([[1 / 8, 2 / 8, 5 / 8], [1 / 3, 1 / 3, 1 / 3]]))
    assert net.per_sample_loss(forward, t) == pytest.approx(np.array([log(4), log(3)]))
    assert net.loss_value(forward, t) == pytest.approx((log(4) + log(3)) / 2)

    # δ = y - t; the mean is taken over both, and only the first has an x to multiply it with
    grads = net.gradients(forward, t)
    first, second = [1 / 8, -3 / 4, 5 / 8], [-2 / 3, 1 / 3, 1 / 3]
    assert grads.delta[2] == pytest.approx(np.array([first, second]))
    assert grads.W[2] == pytest.approx(np.array([[1 / 16], [-3 / 8], [5 / 16]]))
    assert grads.b[2] == pytest.approx(np.array([1 / 16 - 1 / 3, -3 / 8 + 1 / 6, 5 / 16 + 1 / 6]))

    # W ← W - 1 · ∂E/∂W
    Trainer(net, x, t, TrainSettings(learning_rate=1.0)).run_epoch()
    assert net.W[2] == pytest.approx(np.array([[-1 / 16], [log(2) + 3 / 8], [log(5) - 5 / 16]]))


def test_mean_squared_error_halves_the_mean_of_the_squares():
    """y = 2x: errors 1 and 3 of two samples, E = (1 + 9) / (2 · 2)."""
    net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[2.0, 0.0])
    forward = net.forward([[1.0], [2.0]])

    assert net.loss_value(forward, [[1.0], [1.0]]) == pytest.approx(10 / 4)
    grads = net.gradients(forward, [[1.0], [1.0]])
    assert grads.vector == pytest.approx(np.array([(1 * 1 + 3 * 2) / 2, (1 + 3) / 2]))


def test_the_published_example_of_matt_mazur():
    """Mazur 2015, "A Step by Step Backpropagation Example"; it leaves the biases as they are."""
    net = Network((2, 2, 2), ("sigmoid", "sigmoid"), "mean_squared_error", "zeros")
    net.W[2][...], net.b[2][...] = [[0.15, 0.20], [0.25, 0.30]], 0.35
    net.W[3][...], net.b[3][...] = [[0.40, 0.45], [0.50, 0.55]], 0.60
    x, t = [[0.05, 0.10]], [[0.01, 0.99]]

    forward = net.forward(x)
    assert forward.y == pytest.approx(np.array([[0.75136507, 0.772928465]]), abs=1e-8)
    trainer = Trainer(net, x, t, TrainSettings(learning_rate=0.5))
    assert trainer.record().loss == pytest.approx(0.298371109, abs=1e-9)

    trainer.run_epoch()
    hidden = np.array([[0.149780716, 0.19956143], [0.24975114, 0.29950229]])
    output = np.array([[0.35891648, 0.408666186], [0.511301270, 0.561370121]])
    assert net.W[2] == pytest.approx(hidden, abs=1e-8)
    assert net.W[3] == pytest.approx(output, abs=1e-8)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_plain_gradient_descent_learns_xor(seed):
    net = Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", seed=seed)
    x, t = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    trainer = Trainer(net, x, t, TrainSettings(learning_rate=0.5))

    last = trainer.run_for(float("inf"), max_epochs=2000)[-1]

    assert last.loss < 0.05
    assert last.accuracy == 1.0
