"""The page that checks a gradient, in the window."""

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSlider, QTabWidget

from nnsim.notation import W, a, b, x
from nnsim.project import edits
from nnsim.trace import EPSILONS, ErrorSource, Measurement, SlopeMeter
from nnsim.ui.inspector import gradient_check, slope_measuring
from nnsim.ui.inspector.slope_plot import Decades, SlopePlot, decades
from nnsim.ui.inspector.slope_words import differing, epsilon_text, scientific
from nnsim.ui.selection import Layer


@pytest.fixture
def page(user):
    """The page in front."""
    user.find("inspectorPages", QTabWidget).setCurrentIndex(4)
    return user.find("gradientCheck")


def shown(user, row: str) -> str:
    """A number of the table, without its colours, as Python writes it."""
    text = re.sub("<[^>]*>", "", user.text(f"gradientCheck{row}"))
    return text.replace("−", "-")


def parameter(user) -> str:
    box = user.find("gradientCheckParameter", QComboBox)
    assert isinstance(box, QComboBox)
    return box.currentText()


def slide(user, epsilon: float) -> None:
    slider = user.find("epsilonSlider", QSlider)
    assert isinstance(slider, QSlider)
    slider.setValue(min(range(len(EPSILONS)), key=lambda i: abs(EPSILONS[i] / epsilon - 1)))


def plot(user) -> SlopePlot:
    found = user.find("gradientCheckPlot")
    assert isinstance(found, SlopePlot)
    assert not found.grab().isNull()
    return found


def meter(window, symbol, rows: list[int]) -> SlopeMeter:
    project = window.document.project
    return SlopeMeter(project.build_network(), project.x[rows], project.t[rows], symbol)


def test_measured_slope_and_gradient_stand_side_by_side(user, window, page):
    window.view_state.select_sample(1)
    window.view_state.select(W(2, 1, 2))
    slide(user, 1e-3)
    wanted = meter(window, W(2, 1, 2), [1]).measure(EPSILONS[14])
    project = window.document.project
    network = project.build_network()
    gradients = network.gradients(network.forward(project.x[1:2]), project.t[1:2])
    assert wanted.exact == gradients.W[2][0, 1]
    assert shown(user, "Above") == f"{wanted.above:.15f}"
    assert shown(user, "Below") == f"{wanted.below:.15f}"
    assert shown(user, "Measured") == f"{wanted.slope:.15f}"
    assert shown(user, "Exact") == f"{gradients.W[2][0, 1]:.15f}"
    assert float(shown(user, "Difference")) == pytest.approx(wanted.difference, rel=0.01)
    assert float(shown(user, "Relative")) == pytest.approx(wanted.relative, rel=0.01)
    assert "this sample alone" in user.text("gradientCheckSamples")


def test_the_slider_shows_truncation_and_rounding(user, window, page):
    window.view_state.select_sample(1)
    window.view_state.select(W(2, 1, 2))
    slide(user, 1e-1)
    assert "truncation" in user.text("gradientCheckWords")
    large = abs(float(shown(user, "Difference")))
    slide(user, 1e-9)
    assert "rounding" in user.text("gradientCheckWords")
    slide(user, 1e-5)
    assert abs(float(shown(user, "Difference"))) < large / 1000
    assert plot(user).regimes == ("rounding", "truncation")


def test_the_slider_is_moved_by_keys(user, window, page):
    window.view_state.select(W(3, 1, 2))
    slide(user, 1e-4)
    before = shown(user, "Above")
    user.activate()
    user.find("epsilonSlider").setFocus()
    user.key(Qt.Key.Key_Right)
    assert user.find("epsilonSlider").value() == 13
    assert shown(user, "Above") != before
    user.key(Qt.Key.Key_End)
    assert user.find("epsilonSlider").value() == 18
    assert window.view_state.position is None, "arrows move the slider, not the pass"


@pytest.mark.parametrize(
    ("selection", "name"),
    [
        (W(3, 1, 2), "W⁽³⁾₁₂"),
        (a(2, 2), "b⁽²⁾₂"),
        (a(1, 2), "W⁽²⁾₁₂"),
        (Layer(3), "W⁽³⁾₁₁"),
        (Layer(1), "W⁽²⁾₁₁"),
        (None, "W⁽³⁾₁₁"),
    ],
)
def test_what_is_selected_is_checked(user, window, page, selection, name: str):
    window.view_state.select(selection)
    assert parameter(user) == name


def test_another_parameter_of_the_node_can_be_chosen(user, window, page):
    window.view_state.select(W(2, 2, 1))
    box = user.find("gradientCheckParameter", QComboBox)
    assert [box.itemText(i) for i in range(box.count())] == ["W⁽²⁾₂₁", "W⁽²⁾₂₂", "b⁽²⁾₂"]
    box.setFocus()
    user.key(Qt.Key.Key_Down)
    assert window.view_state.selection == W(2, 2, 2)
    user.key(Qt.Key.Key_Down)
    assert window.view_state.selection == a(2, 2)
    assert parameter(user) == "b⁽²⁾₂"
    assert shown(user, "Exact") == f"{meter(window, b(2, 2), [0]).measure(0.1).exact:.15f}"


def test_the_whole_batch_is_measured_when_the_pass_takes_it(user, window, page):
    window.view_state.select(W(3, 1, 1))
    alone = shown(user, "Exact")
    user.press("passNext")
    window.view_state.set_whole_batch(True)
    window.view_state.select(W(3, 1, 1))
    wanted = meter(window, W(3, 1, 1), [0, 1, 2, 3]).measure(0.1)
    assert shown(user, "Exact") == f"{wanted.exact:.15f}" != alone
    assert "N = 4" in user.text("gradientCheckSamples")


def test_an_edit_is_measured_anew(user, window, page):
    window.view_state.select(W(3, 1, 1))
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, None, 0.75), "b")
    wanted = meter(window, W(3, 1, 1), [0]).measure(0.1)
    assert shown(user, "Exact") == f"{wanted.exact:.15f}"
    user.press("editUndo")
    assert shown(user, "Exact") == f"{meter(window, W(3, 1, 1), [0]).measure(0.1).exact:.15f}"


def test_a_tried_input_is_measured(user, window, page):
    window.view_state.select(W(2, 1, 1))
    assert shown(user, "Exact") == "0.000000000000000"
    window.view_state.try_value(x(1), 2.0)
    network = window.document.project.build_network()
    gradients = network.gradients(
        network.forward(np.array([[2.0, 0.0]])), window.document.project.t[:1]
    )
    assert shown(user, "Exact").startswith(f"{gradients.W[2][0, 0]:.10f}"[:11])
    window.view_state.drop_trial()
    assert shown(user, "Exact") == "0.000000000000000"


def test_kinks_and_steps_are_named(user, window, page):
    """With the first sample, (0, 0), and biases 0, every hidden z is exactly 0."""
    window.controller.edit(lambda p: edits.set_activation(p, 2, "relu"), "relu")
    window.view_state.select(a(2, 1))
    assert "kink" in user.text("gradientCheckWords")
    assert "no ε here avoids it" in user.text("gradientCheckWords")
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, None, 0.003), "b")
    slide(user, 1e-2)
    assert "A smaller ε may avoid it" in user.text("gradientCheckWords")
    slide(user, 1e-3)
    assert "kink" not in user.text("gradientCheckWords")
    window.controller.edit(lambda p: edits.set_activation(p, 2, "step"), "step")
    assert "derivative of the step counts as 0" in user.text("gradientCheckWords")
    window.view_state.select(W(3, 1, 1))
    assert "step" not in user.text("gradientCheckWords")


def test_a_penalty_is_no_part_of_it(user, window, page):
    window.view_state.select(W(3, 1, 1))
    before = shown(user, "Exact")
    assert "penalty" not in user.text("gradientCheckWords")
    window.controller.edit(lambda p: edits.set_settings(p, l2=0.5), "l2")
    assert "penalty is no part of E" in user.text("gradientCheckWords")
    assert shown(user, "Exact") == before
    window.view_state.select(a(3, 1))
    assert "penalty" not in user.text("gradientCheckWords")


def test_while_training_runs_nothing_is_measured(user, window, page, qtbot):
    window.view_state.select(W(3, 1, 1))
    with qtbot.waitSignal(window.session.progressed):
        window.controller.run()
    assert shown(user, "Exact") == "—"
    assert "training pauses" in user.text("gradientCheckSamples")
    with qtbot.waitSignal(window.controller.training_ended):
        user.press("trainRun")
    user.wait_until_idle()
    wanted = meter(window, W(3, 1, 1), [0]).measure(0.1)
    assert shown(user, "Exact") == f"{wanted.exact:.15f}".replace("-0.000000000000000", "0")


def test_large_work_is_done_beside_the_window(user, window, page, monkeypatch):
    monkeypatch.setattr(slope_measuring, "AT_ONCE", 0)
    window.view_state.select_sample(1)
    window.view_state.select(W(2, 2, 2))
    assert user.text("gradientCheckWords") == "Measuring …"
    assert shown(user, "Exact") == "—"
    user.wait(lambda: shown(user, "Exact") != "—")
    user.wait(lambda: plot(user).regimes == ("rounding", "truncation"))
    window.view_state.select(W(2, 1, 2))
    assert shown(user, "Exact") == "—", "numbers of another weight are gone at once"
    user.wait(lambda: shown(user, "Exact") != "—")
    wanted = meter(window, W(2, 1, 2), [1]).measure(0.1)
    assert shown(user, "Exact") == f"{wanted.exact:.15f}"


def test_very_large_work_is_only_that_of_the_chosen_epsilon(user, window, page, monkeypatch):
    monkeypatch.setattr(slope_measuring, "AT_ONCE", 0)
    monkeypatch.setattr(slope_measuring, "ALL", 0)
    window.view_state.select_sample(1)
    window.view_state.select(W(2, 2, 2))
    user.wait(lambda: shown(user, "Exact") != "—")
    assert len(plot(user).regimes) == 1
    slide(user, 1e-9)
    assert shown(user, "Exact") == "—"
    user.wait(lambda: shown(user, "Exact") != "—")
    assert plot(user).regimes == ("rounding", "truncation")


def test_samples_that_would_take_too_long_are_left_out_in_so_many_words(
    user, window, page, monkeypatch
):
    monkeypatch.setattr(gradient_check, "MOST_WORK", 0)
    window.view_state.set_whole_batch(True)
    window.view_state.select(W(3, 1, 1))
    assert "would take too long" in user.text("gradientCheckSamples")
    wanted = meter(window, W(3, 1, 1), [0]).measure(0.1)
    assert shown(user, "Exact") == f"{wanted.exact:.15f}"


# Numbers and the plot's range


def of_difference(epsilon: float, difference: float) -> Measurement:
    return Measurement(epsilon, 0.0, 2 * epsilon * difference, 0.0, 0.0)


def test_the_plot_covers_whole_decades():
    assert decades({}) == Decades(-16, -10)
    assert decades({0.1: of_difference(0.1, 3e-5)}) == Decades(-7, -4)
    made = {e: of_difference(e, d) for e, d in ((1e-1, 2e-3), (1e-4, 5e-12), (1e-5, 0.0))}
    assert decades(made) == Decades(-12, -2)
    assert decades(made).ticks == (-10, -6, -2)
    assert made[1e-5].source is ErrorSource.NONE


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.214e-9, "3.21e−9"), (-0.5, "−5.00e−1"), (0.0, "0"), (None, "—"), (1.0, "1.00")],
)
def test_differences_are_written_with_a_power_of_ten(value: float | None, text: str):
    assert scientific(value) == text


def test_epsilons_of_the_slider():
    assert [epsilon_text(place) for place in (0, 1, 12, 18)] == [
        *("1e−10", "3.16e−10", "1e−4", "1e−1")
    ]


def test_the_digits_that_differ_are_coloured():
    first, second = differing(0.125, 0.126, "#123456")
    assert first == '0.12<span style="color:#123456">5000000000000</span>'
    assert second == '0.12<span style="color:#123456">6000000000000</span>'
