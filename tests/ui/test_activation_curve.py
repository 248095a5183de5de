"""The activation curve: its numbers, and the page in the window."""

import numpy as np
import pytest
from PySide6.QtWidgets import QTabWidget

from nnsim.engine import ACTIVATIONS
from nnsim.notation import W, a, z
from nnsim.project import edits
from nnsim.trace import Grain
from nnsim.ui.inspector.curve_numbers import curve, half_range, slope_at
from nnsim.ui.inspector.curve_picture import Bars, CurvePicture, Graph
from nnsim.ui.selection import Layer

ELEMENTWISE = [name for name, entry in ACTIVATIONS.items() if entry.elementwise]


# Numbers


def test_the_range_is_symmetric_and_grows_in_steps():
    assert [half_range(z) for z in (None, 0.0, -5.9, 6.0, 6.1, -12.5, 31, 61, 4000)] == [
        *(6, 6, 6, 6, 12, 30, 60, 120, 6000)
    ]
    assert half_range(0.1, least=30.0) == 30.0
    assert half_range(1e300) < 1e16


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("half", [6.0, 120.0])
def test_the_curve_is_the_engines_function(name: str, half: float):
    shown = curve(name, half)
    for zs, values in shown.pieces:
        np.testing.assert_array_equal(values, ACTIVATIONS[name](zs))
    assert shown.pieces[0][0][0] == -half
    assert shown.pieces[-1][0][-1] == half
    margin = 0.02 * (shown.high - shown.low)
    everything = np.concatenate([values for _, values in shown.pieces])
    assert shown.low - margin <= everything.min()
    assert everything.max() <= shown.high + margin


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("at", [-2.0, 0.0, 0.7])
def test_the_slope_is_the_engines_derivative(name: str, at: float):
    entry = ACTIVATIONS[name]
    assert slope_at(name, at, float(entry(at))) == entry.derivative(at)


def test_ranges_and_ticks_of_well_known_functions():
    assert curve("sigmoid", 12.0).a_ticks == (0.0, 0.5, 1.0)
    assert curve("tanh", 6.0).a_ticks == (-1.0, 0.0, 1.0)
    assert curve("relu", 6.0).a_ticks == (0.0, 3.0, 6.0)
    assert curve("relu", 6.0).z_ticks == (-6.0, -3.0, 0.0, 3.0, 6.0)


def test_the_step_jumps_at_zero():
    below, above = curve("step", 6.0).pieces
    assert (below[1].tolist(), above[1].tolist()) == ([0.0, 0.0], [1.0, 1.0])
    assert above[0][0] == 0.0


# In the window


@pytest.fixture
def shown(user, window):
    """What the picture shows of a node; None when there is no picture."""
    user.find("inspectorPages", QTabWidget).setCurrentIndex(2)

    def shown(symbol) -> Graph | Bars | None:
        window.view_state.select(symbol)
        if not user.shows("activationCurvePicture"):
            return None
        picture = user.find("activationCurvePicture")
        assert isinstance(picture, CurvePicture)
        assert not picture.grab().isNull()
        return picture.shown

    return shown


def test_a_node_stands_on_its_curve_with_its_slope(user, window, shown):
    point = shown(a(2, 1)).point
    assert (point.z, point.a) == (user.value(z(2, 1)), user.value(a(2, 1)))
    assert point.slope == point.a * (1 - point.a)
    window.view_state.select_sample(1)
    point = shown(a(2, 1)).point
    text = user.text("activationCurveNumbers")
    assert f"= {point.z:.3f}".replace("-", "−") in text
    assert f"= {point.slope:.3f}" in text
    window.view_state.set_decimals(6)
    assert f"= {point.slope:.6f}" in user.text("activationCurveNumbers")


def test_a_weight_shows_the_node_that_it_leads_into(shown):
    assert shown(W(3, 1, 2)).point.node == a(3, 1)


@pytest.mark.parametrize("selection", [None, Layer(2), a(1, 1)])
def test_without_a_node_there_is_a_hint(user, shown, selection):
    assert shown(selection) is None
    assert "Select a node" in user.text("activationCurveWords")


def test_the_output_decides_at_its_threshold(user, window, shown):
    assert shown(a(3, 1)).limit == (0.5, "→ class 0", "→ class 1")
    assert user.value(a(3, 1)) > 0.5
    assert user.text("activationCurveWords") == "a ≥ 0.5 → class 1"
    window.controller.edit(lambda p: edits.set_parameter(p, 3, 1, None, -9.0), "b")
    assert user.text("activationCurveWords") == "a < 0.5 → class 0"
    assert shown(a(2, 1)).limit is None


def test_the_range_grows_and_does_not_shrink_until_another_node(window, shown):
    def type_bias(value: float) -> None:
        window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, None, value), "b")

    assert shown(a(2, 1)).curve.half == 6.0
    type_bias(20.0)
    assert shown(a(2, 1)).curve.half == 30.0
    type_bias(0.0)
    assert shown(a(2, 1)).curve.half == 30.0
    assert shown(a(2, 2)).curve.half == 6.0
    assert shown(a(2, 1)).curve.half == 6.0


def test_the_step_fires_or_not_and_cannot_be_trained(user, window, shown):
    window.controller.edit(lambda p: edits.set_activation(p, 2, "step"), "step")
    graph = shown(a(2, 1))
    assert graph.sides == ("does not fire", "fires")
    assert graph.point.slope == 0.0
    assert "the neuron fires" in user.text("activationCurveWords")
    assert "cannot be trained" in user.text("activationCurveWords")
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, None, -0.5), "b")
    assert "the neuron does not fire" in user.text("activationCurveWords")


def test_softmax_shows_the_whole_layer(user, window, shown):
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "iris")
    depth = window.document.project.network.depth
    bars = shown(a(depth, 2))
    assert [symbol for symbol, _ in bars.outputs] == [a(depth, j) for j in (1, 2, 3)]
    assert sum(value for _, value in bars.outputs) == pytest.approx(1.0)
    assert "add up to 1" in user.text("activationCurveWords")


def test_a_large_softmax_layer_shows_those_around_the_node(window, shown):
    window.controller.edit(lambda p: edits.set_activation(p, 2, "softmax"), "softmax")
    for _ in range(30):
        window.controller.edit(lambda p: edits.add_node(p, 2), "node")
    shown_nodes = {j: [symbol.j for symbol, _ in shown(a(2, j)).outputs] for j in (1, 16, 32)}
    assert shown_nodes[1] == list(range(1, 13))
    assert shown_nodes[16] == list(range(10, 22))
    assert shown_nodes[32] == list(range(21, 33))


def test_nothing_is_shown_that_the_pass_has_not_computed(user, window, shown):
    window.view_state.move_pass(lambda place: place.with_grain(Grain.TERM).at(1))
    point = shown(window.view_state.selection).point
    assert point.node == a(2, 1)
    assert point.z == user.value(z(2, 1))
    assert (point.a, point.slope) == (None, None)
    point = shown(a(3, 1)).point
    assert (point.z, point.a, point.slope) == (None, None, None)
    assert user.text("activationCurveWords") == ""
    user.press("passLast")
    assert shown(a(3, 1)).point.a == user.value(a(3, 1))
