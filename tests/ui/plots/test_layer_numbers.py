"""How W, a and δ are distributed: numbers that can be checked by hand."""

from dataclasses import replace

import numpy as np
import pytest

from nnsim.project import edits, new_project
from nnsim.ui.plots import layer_numbers
from nnsim.ui.plots.layer_numbers import (
    MOST_SAMPLES,
    VANISHING,
    chosen_samples,
    held_share,
    histogram,
    insides,
)
from nnsim.ui.plots.layer_words import delta_words, held_words, percent, row_tip, sample_words
from nnsim.ui.plots.scales import power_of_ten, scientific


def inside(project):
    return insides(project, project.build_network())


def with_hidden(*hidden, activation="sigmoid", dataset="xor"):
    project = edits.choose_dataset(new_project(), dataset)
    return edits.resize_hidden(project, hidden, activation)


def test_values_are_counted_and_those_beyond_the_ends_at_the_ends():
    values = np.array([-5.0, 0.0, 0.4, 0.5, 0.99, 1.0, 7.0, np.nan, np.inf])
    counted = histogram(values, 0.0, 1.0, bins=2)
    assert counted.counts.tolist() == [3, 4]
    assert counted.middle == 0.5
    assert histogram(np.array([1.0, 3.0]), -5.0, 5.0).mean == 2.0
    assert histogram(np.array([1.0, 3.0]), -5.0, 5.0).deviation == 1.0


@pytest.mark.parametrize(
    ("activation", "a", "share"),
    [
        ("sigmoid", [0.01, 0.04, 0.05, 0.5, 0.95, 0.96, 0.99, 1.0], 5 / 8),
        ("tanh", [-0.95, -0.9, 0.0, 0.91], 2 / 4),
        ("relu", [0.0, 0.0, 0.1, 5.0], 2 / 4),
        ("leaky_relu", [-0.01, 0.0, 2.0, 3.0], 1 / 4),
        ("identity", [0.0, 9.0], None),
        ("softplus", [0.0, 9.0], None),
    ],
)
def test_the_share_of_outputs_where_there_is_hardly_a_slope(activation, a, share):
    assert held_share(activation, np.array([a])) == share


def test_the_rows_of_xor_agree_with_its_samples_one_by_one():
    project = with_hidden(2)
    shown, network = inside(project), project.build_network()
    assert (shown.samples, shown.training) == (4, 4)
    assert [layer.number for layer in shown.layers] == [2, 3]
    for layer in shown.layers:
        deltas, outputs = [], []
        for row in range(4):
            forward = network.forward(project.x[row : row + 1])
            outputs += forward.a[layer.number].ravel().tolist()
            deltas += (
                network.gradients(forward, project.t[row : row + 1])
                .delta[layer.number].ravel().tolist()
            )  # fmt: skip
        assert layer.delta_size == pytest.approx(np.sqrt(np.mean(np.square(deltas))))
        assert layer.a.mean == pytest.approx(np.mean(outputs))
        assert layer.a.counts.sum() == len(outputs)
        assert layer.delta.counts.sum() == len(deltas)
        assert layer.W.counts.sum() == network.W[layer.number].size
        assert layer.W.mean == pytest.approx(network.W[layer.number].mean())


def test_delta_lies_in_its_decade_on_the_axis_that_all_layers_share():
    # One layer, y = 0.5 everywhere: δ = y − t is −0.5 or 0.5, so log10 |δ| = −0.3.
    project = edits.remove_layer(with_hidden(2), 2)
    project = replace(project, parameters=np.zeros_like(project.parameters))
    (layer,) = inside(project).layers
    assert (layer.delta.low, layer.delta.high) == (-4, 0)
    assert layer.delta.counts.tolist() == [0] * 11 + [4]
    assert layer.delta_size == 0.5
    deep = inside(with_hidden(*(8,) * 8, dataset="moons"))
    assert len({(each.delta.low, each.delta.high) for each in deep.layers}) == 1
    assert all(each.delta.counts.sum() == 8 * 160 for each in deep.layers[:-1])


def test_a_delta_far_below_the_size_of_all_counts_at_the_end_of_the_axis():
    project = edits.remove_layer(with_hidden(2), 2)
    for k, value in ((1, -18.0), (2, 0.0), (None, 0.0)):  # x1 = 1: y = 1.5e−8
        project = edits.set_parameter(project, 2, 1, k, value)
    (layer,) = inside(project).layers
    # Of XOR: |δ| = 0.5, 0.5, 1 and, where t = 0, 1.5e−8.
    assert (layer.delta.low, layer.delta.high) == (-4, 0)
    assert layer.delta.below == 1
    assert layer.delta.counts.sum() == 4
    assert layer.delta.counts[0] == 1


def test_a_gradient_that_vanishes_is_told_in_numbers():
    deep = inside(with_hidden(*(8,) * 8, dataset="moons"))
    assert deep.fall < VANISHING
    sizes = [layer.delta_size for layer in deep.layers]
    assert sizes == sorted(sizes)
    peaks = [int(layer.delta.counts.argmax()) for layer in deep.layers]
    assert peaks[0] + 9 < peaks[-1]  # by more than three decades
    text = delta_words(deep)
    assert scientific(sizes[-1]) in text
    assert scientific(sizes[0]) in text
    assert "vanishes" in text
    assert "share the axis" in delta_words(inside(with_hidden(4, activation="tanh")))


def test_one_that_explodes_too():
    project = with_hidden(4, 4, activation="identity", dataset="moons")
    project = replace(project, parameters=project.parameters * 30)
    assert "explodes" in delta_words(inside(project))


def test_dead_nodes_are_counted_and_nothing_reaches_below_a_dead_layer():
    project = with_hidden(2, activation="relu")
    project = edits.set_parameter(project, 2, 1, None, -100.0)
    layer = inside(project).layers[0]
    assert (layer.dead, layer.nodes) == (1, 2)
    assert "1 of 2 nodes dead" in held_words(layer)
    assert layer.zero_delta >= 0.5
    both = inside(edits.set_parameter(project, 2, 2, None, -100.0))
    assert both.layers[0].dead == 2
    assert both.layers[0].delta_size == 0
    assert both.layers[0].delta.counts.sum() == 0
    assert "Every δ is 0 in layer 2" in delta_words(both)
    assert "100 % of a are 0" in held_words(both.layers[0])


def test_saturation_in_words():
    project = with_hidden(2)
    for j, value in ((1, 50.0), (2, 0.0)):
        for k in (1, 2):
            project = edits.set_parameter(project, 2, j, k, 0.0)
        project = edits.set_parameter(project, 2, j, None, value)
    words = held_words(inside(project).layers[0])
    assert words == "50 % of a below 0.05 or above 0.95"


def test_samples_are_few_and_always_the_same():
    digits = edits.choose_dataset(new_project(), "digits")
    rows = chosen_samples(digits)
    assert len(rows) == len(set(rows.tolist())) == MOST_SAMPLES
    assert set(rows.tolist()) <= set(digits.split[0].tolist())
    trained = replace(digits, parameters=digits.parameters + 1)
    assert np.array_equal(chosen_samples(trained), rows)
    assert len(chosen_samples(edits.resize_hidden(digits, (512,), "relu"))) < 64
    assert sample_words(inside(digits)) == "N = 512 of 1438 training samples"
    assert sample_words(inside(with_hidden(2))) == "N = 4 training samples"


def test_of_a_large_array_values_from_every_column_are_counted(monkeypatch):
    monkeypatch.setattr(layer_numbers, "MOST_VALUES", 100)
    columns = np.tile(np.arange(10.0), (60, 1))
    for array in (columns, columns.T):
        some = layer_numbers._some(array)
        assert len(some) <= 100
        assert set(some.tolist()) == set(range(10))
    assert layer_numbers._some(columns[:10]).size == 100


@pytest.mark.parametrize("activation", ["identity", "sigmoid", "relu", "tanh"])
def test_huge_weights_are_shown_without_a_warning(activation):
    project = with_hidden(2, 2, activation=activation)
    huge = replace(project, parameters=np.full_like(project.parameters, 1e300))
    shown = inside(huge)
    for layer in shown.layers:
        row_tip(layer, 3)
    delta_words(shown)


def test_numbers_in_words():
    assert [percent(share) for share in (0, 0.001, 0.126, 0.999, 1)] == [
        "0 %", "< 1 %", "13 %", "> 99 %", "100 %",
    ]  # fmt: skip
    assert [power_of_ten(k) for k in (-12, 0, 1)] == ["10⁻¹²", "1", "10¹"]
    assert [scientific(v) for v in (0.0, 0.123, 31.0, 3.14e-5, 2e7)] == [
        "0", "0.12", "31", "3.1·10⁻⁵", "2.0·10⁷",
    ]  # fmt: skip
