"""The public face of a network: addresses, shapes, classes, names, extremes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.engine import (
    ACTIVATIONS,
    INITIALIZERS,
    LOSSES,
    IncompatibleLoss,
    InvalidSetting,
    Network,
    ParameterAddress,
    ShapeError,
    UnknownName,
    address,
    index_of,
    initial_parameters,
    pack,
    parameter_count,
    views,
)

XOR = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
shapes = st.lists(st.integers(1, 5), min_size=2, max_size=5)


def xor_network(**options):
    return Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", **options)


def test_a_weight_is_addressed_destination_first():
    net = xor_network(initializer="zeros")
    net.W[2][0, 1] = 3.0  # W^(2)_12, from x_2 to node 1

    assert net.forward([[0.0, 1.0]]).z[2].tolist() == [[3.0, 0.0]]
    assert address(net.sizes, int(np.argmax(net.parameters))) == ParameterAddress("W", 2, 1, 2)


def test_parameters_and_their_views_share_memory():
    net = xor_network()
    net.parameters[...] = 0.0
    net.W[3][0, 0], net.b[2][1] = 1.0, 2.0

    assert sorted(net.parameters)[-2:] == [1.0, 2.0]
    assert net.parameters.flags.c_contiguous
    with pytest.raises(TypeError):
        net.W[2] = np.zeros((2, 2))


def test_given_parameters_are_copied():
    given_parameters = np.arange(9.0)
    net = xor_network(parameters=given_parameters)
    net.parameters[0] = 7.0

    assert given_parameters[0] == 0.0
    with pytest.raises(ShapeError):
        xor_network(parameters=np.zeros(8))


@given(sizes=shapes)
def test_addresses_and_views_agree(sizes):
    count = parameter_count(sizes)
    vector = np.arange(float(count))
    W, b = views(sizes, vector)

    for index in range(count):
        kind, layer, j, k = where = address(sizes, index)
        value = b[layer][j - 1] if kind == "b" else W[layer][j - 1, k - 1]
        assert value == index == index_of(sizes, where)
    np.testing.assert_array_equal(pack(sizes, W, b), vector)
    with pytest.raises(IndexError):
        address(sizes, count)


@pytest.mark.parametrize(
    "where", [("W", 1, 1, 1), ("W", 4, 1, 1), ("W", 2, 3, 1), ("W", 2, 1, 3), ("b", 2, 0, None)]
)
def test_addresses_outside_the_network(where):
    with pytest.raises(IndexError):
        index_of((2, 2, 1), ParameterAddress(*where))


@pytest.mark.parametrize("entry", [{1: np.zeros((2, 2))}, {2: np.zeros((3, 2))}, {2: np.zeros(4)}])
def test_pack_checks_shapes(entry):
    _, b = views((2, 2), np.zeros(6))
    with pytest.raises((ShapeError, KeyError)):
        pack((2, 2), entry, b)


def test_shapes_are_checked_and_never_broadcast():
    net = xor_network()
    forward = net.forward(XOR)
    with pytest.raises(ShapeError) as caught:
        net.loss_value(forward, [0, 1, 1, 0])
    assert (caught.value.what, caught.value.expected, caught.value.actual) == ("t", (4, 1), (4,))
    for method in (net.gradients, net.per_sample_loss, net.accuracy):
        with pytest.raises(ShapeError):
            method(forward, [[0], [1]])
    for x in (np.zeros((4, 3)), np.zeros(2), 0.0):
        with pytest.raises(ShapeError):
            net.forward(x)


def test_inputs_are_neither_changed_nor_kept():
    net, x = xor_network(), np.array(XOR)
    forward = net.forward(x)
    before = forward.a[1].copy()
    x[...] = 9.0

    np.testing.assert_array_equal(forward.a[1], before)


@pytest.mark.parametrize(
    ("loss", "output"),
    [(loss, name) for loss in LOSSES for name in ACTIVATIONS if not LOSSES[loss].fits(name)],
)
def test_losses_that_do_not_fit_the_output(loss, output):
    with pytest.raises(IncompatibleLoss) as caught:
        Network((2, 1), (output,), loss)
    assert (caught.value.loss, caught.value.activation) == (loss, output)


def test_names_and_sizes_are_checked():
    for kind, build in (
        ("activation", lambda: Network((2, 1), ("sine",), "mean_squared_error")),
        ("loss", lambda: Network((2, 1), ("tanh",), "hinge")),
        ("initializer", lambda: initial_parameters((2, 1), "ones")),
    ):
        with pytest.raises(UnknownName) as caught:
            build()
        assert caught.value.kind == kind
    for sizes in ((2,), (), (2, 0), (2, 1.5)):
        with pytest.raises(InvalidSetting):
            Network(sizes, ("tanh",), "mean_squared_error")
    with pytest.raises(ShapeError):
        Network((2, 2, 1), ("tanh",), "mean_squared_error")
    with pytest.raises(InvalidSetting):
        initial_parameters((2, 1), seed=-1)


@pytest.mark.parametrize("name", INITIALIZERS)
def test_initial_values_of_a_layer_do_not_depend_on_the_others(name):
    W, b = views((2, 3, 4), initial_parameters((2, 3, 4), name, seed=7))
    longer_W, longer_b = views((2, 3, 5, 1), initial_parameters((2, 3, 5, 1), name, seed=7))

    np.testing.assert_array_equal(W[2], longer_W[2])
    np.testing.assert_array_equal(b[2], longer_b[2])
    np.testing.assert_array_equal(b[3] != 0.0, INITIALIZERS[name].draws_biases)
    assert name == "zeros" or len(np.unique(W[2])) == 6


@pytest.mark.parametrize(
    ("name", "spread"), [("xavier", (2 / 500) ** 0.5), ("he", (2 / 300) ** 0.5)]
)
def test_initial_spread(name, spread):
    W, _ = views((300, 200), initial_parameters((300, 200), name))
    assert W[2].std() == pytest.approx(spread, rel=0.01)
    assert abs(W[2].mean()) < 0.01 * spread


def test_classes_and_accuracy_of_thresholded_outputs():
    net = Network((2, 2), ("identity",), "mean_squared_error", parameters=[1, 0, 0, 0, 1, 0])
    forward = net.forward([[0.5, 0.4], [0.6, 0.7], [0.1, 0.2]])

    assert net.classes(forward).tolist() == [[True, False], [True, True], [False, False]]
    assert net.accuracy(forward, [[1, 0], [1, 0], [0, 0]]) == 2 / 3


def test_classes_and_accuracy_of_a_softmax():
    net = Network((3, 3), ("softmax",), "cross_entropy", parameters=np.eye(3, 4).ravel())
    forward = net.forward([[1, 0, 0], [0, 0, 2], [0, 3, 0], [9, 0, 0]])

    assert net.classes(forward).tolist() == [0, 2, 1, 0]
    assert net.accuracy(forward, [[1, 0, 0], [0, 0, 1], [0, 0, 1], [1, 0, 0]]) == 3 / 4


@pytest.mark.parametrize("hidden", ACTIVATIONS)
@pytest.mark.parametrize(
    ("loss", "output"),
    [(loss.name, name) for loss in LOSSES.values() for name in ACTIVATIONS if loss.fits(name)],
)
def test_nothing_overflows_at_ten_thousand(hidden, loss, output):
    net = Network((1, 2, 2), (hidden, output), loss, initializer="zeros")
    net.W[2][...] = [[10_000.0], [-10_000.0]]
    net.W[3][...] = [[10_000.0, 0.0], [0.0, -10_000.0]]
    net.b[3][...] = [10_000.0, -10_000.0]
    with np.errstate(all="raise", under="ignore"):
        forward = net.forward([[1.0], [-1.0]])
        for t in ([[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]):
            grads = net.gradients(forward, t)
            assert np.isfinite(net.per_sample_loss(forward, t)).all()
            assert np.isfinite(net.loss_value(forward, t))
            assert np.isfinite(grads.vector).all()
    assert all(np.isfinite(a).all() for a in forward.a.values())


@pytest.mark.parametrize(
    ("loss", "output", "x", "t", "expected"),
    [
        ("binary_cross_entropy", "sigmoid", [[10_000.0]], [[1.0]], 0.0),
        ("binary_cross_entropy", "sigmoid", [[10_000.0]], [[0.0]], 10_000.0),
        ("binary_cross_entropy", "sigmoid", [[-10_000.0]], [[1.0]], 10_000.0),
        ("binary_cross_entropy", "sigmoid", [[-40.0]], [[0.0]], np.exp(-40.0)),
        ("binary_cross_entropy", "sigmoid", [[40.0]], [[1.0]], np.exp(-40.0)),
        ("cross_entropy", "softmax", [[10_000.0, -10_000.0]], [[0.0, 1.0]], 20_000.0),
        ("cross_entropy", "softmax", [[10_000.0, -10_000.0]], [[1.0, 0.0]], 0.0),
    ],
)
def test_losses_at_the_ends_of_the_scale(loss, output, x, t, expected):
    n = len(x[0])
    net = Network((n, n), (output,), loss, parameters=np.eye(n, n + 1).ravel())
    assert net.loss_value(net.forward(x), t) == pytest.approx(expected, rel=1e-12, abs=0.0)
