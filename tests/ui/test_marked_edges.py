"""Which edges stand out: those of the step of a pass, or of what is selected."""

import pytest

from nnsim.notation import W, a, delta, dW, format_number, z
from nnsim.project import edits
from nnsim.trace import Grain, Phase
from nnsim.ui.diagram.marked_edges import marked_edges


@pytest.fixture
def window(window):
    window.controller.edit(lambda p: edits.resize_hidden(p, (3, 3), "tanh"), "layers")
    return window


def marked(window):
    view = window.view_state
    return set(marked_edges(view.selection, view.reading, view.pointed))


def go_to(window, symbol, phase, grain=Grain.NUMBER):
    def place(position):
        steps = position.with_grain(grain).trace.steps
        done = (n for n, s in enumerate(steps, 1) if (s.symbol, s.phase) == (symbol, phase))
        return position.with_grain(grain).at(next(done))

    window.view_state.move_pass(place)


def test_without_a_pass_those_into_the_selected_node(window):
    assert marked(window) == set()
    window.view_state.select(a(3, 2))
    assert marked(window) == {W(3, 2, k) for k in (1, 2, 3)}
    window.view_state.point(dW(2, 1, 1))
    assert marked(window) == {W(3, 2, k) for k in (1, 2, 3)} | {W(2, 1, 1)}
    window.view_state.select(W(3, 2, 1))
    window.view_state.point(None)
    assert marked(window) == {W(3, 2, 1)}


def test_a_hidden_delta_comes_back_along_the_weights_that_it_is_computed_from(
    window, painted_texts
):
    go_to(window, delta(2, 2), Phase.BACKWARD)
    back = {W(3, i, 2) for i in (1, 2, 3)}
    assert marked(window) == back
    painted = {each.text for each in painted_texts(window.diagram.viewport())}
    reading = window.view_state.reading
    for weight in back:  # the weight itself stands there, not its gradient
        assert format_number(reading.value(weight), 3, signed=True) in painted


def test_a_gradient_and_a_new_weight_are_of_one_edge_and_a_sum_of_all_into_its_node(window):
    go_to(window, dW(2, 2, 1), Phase.BACKWARD)
    assert marked(window) == {W(2, 2, 1)}
    go_to(window, W(2, 2, 1), Phase.UPDATE)
    assert marked(window) == {W(2, 2, 1)}
    go_to(window, z(3, 1), Phase.FORWARD)
    assert marked(window) == {W(3, 1, k) for k in (1, 2, 3)}
    window.view_state.move_pass(lambda place: place.with_grain(Grain.TERM).back())
    assert len(marked(window)) <= 1


def test_a_whole_layer_marks_none(window):
    go_to(window, a(3, 3), Phase.FORWARD, Grain.LAYER)
    assert marked(window) == set()
