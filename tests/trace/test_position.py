"""Stepping through a pass, in steps of every size, forward and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.engine import Network, TrainSettings
from nnsim.notation import E, W, a, delta, x, z
from nnsim.trace import Grain, Phase, Position, trace_pass

NETWORK = Network((2, 2, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy", seed=1)
TRACE = trace_pass(NETWORK, np.array([[0.3, -0.7]]), np.array([[1.0]]), TrainSettings())


def names(position: Position) -> list[str]:
    return [str(step.symbol) for step in position.current]


def test_by_node_takes_sum_and_output_together():
    position = Position(TRACE).forward()
    assert names(position) == ["z^(2)_1", "a^(2)_1"]
    assert names(position.forward()) == ["z^(2)_2", "a^(2)_2"]
    assert names(position.forward().back()) == ["z^(2)_1", "a^(2)_1"]


@pytest.mark.parametrize(
    ("grain", "groups"),
    [
        # three sums of two products; each hidden δ has one
        (Grain.TERM, 28 + 3 * 2 + 2),
        (Grain.NUMBER, 28),
        (Grain.NODE, 10),
        (Grain.LAYER, 7),
        (Grain.PHASE, 4),
    ],
)
def test_the_size_of_a_step_can_be_chosen(grain: Grain, groups: int):
    assert len(Position(TRACE, grain).places) == groups + 1


def test_what_is_not_computed_yet_is_not_known():
    position = Position(TRACE, Grain.NUMBER).at(2)  # z and a of the first node
    assert position.result_of(z(2, 1)) == TRACE.steps[0]
    assert position.result_of(a(2, 2)) is None
    assert position.is_computed_later(a(2, 2))
    assert position.is_computed_later(E)
    assert not position.is_computed_later(x(1))
    assert not position.is_computed_later(W(2, 1, 1))


def test_a_weight_gets_its_new_value_in_the_update():
    start = Position(TRACE)
    assert start.result_of(W(3, 1, 1)) is None
    end = start.at(len(TRACE.steps))
    assert end.at_end
    new = end.result_of(W(3, 1, 1))
    assert new is not None
    assert new.phase is Phase.UPDATE
    assert new.value != NETWORK.W[3][0, 0]


def test_phases_follow_one_another():
    position, phases = Position(TRACE, Grain.PHASE), []
    while not position.at_end:
        position = position.forward()
        phases.append(position.phase)
    assert phases == list(Phase)
    assert position.forward() == position


def test_term_by_term_a_sum_grows_product_by_product():
    one = Position(TRACE, Grain.TERM).forward()
    assert one.in_progress == TRACE.steps[0]
    assert one.in_progress.products == ((W(2, 1, 1), a(1, 1)), (W(2, 1, 2), a(1, 2)))
    assert (one.done, one.terms, one.current) == (0, 1, ())
    assert one.result_of(z(2, 1)) is None
    assert one.is_computed_later(z(2, 1))
    three = one.forward().forward()
    assert names(three) == ["z^(2)_1"]
    assert three.in_progress is None
    assert names(three.forward()) == ["a^(2)_1"]
    assert three.back() == one.forward()


@pytest.mark.parametrize("activation", ["sigmoid", "softmax"])
def test_products_of_a_hidden_slope_come_from_the_layer_above(activation: str):
    network = Network((2, 2, 2), (activation, "sigmoid"), "binary_cross_entropy", seed=1)
    trace = trace_pass(network, np.ones((1, 2)), np.array([[1.0, 0.0]]), TrainSettings())
    products = {step.symbol: step.products for step in trace.steps[:-12]}
    assert products[delta(2, 1)] == (
        (W(3, 1, 1), delta(3, 1)),
        (W(3, 2, 1), delta(3, 2)),
    )
    assert products[delta(3, 1)] == products[E] == products[a(2, 1)] == ()


@given(st.sampled_from(Grain), st.data())
def test_back_undoes_forward(grain: Grain, data: st.DataObject):
    places = Position(TRACE, grain).places
    assert sorted(set(places)) == list(places)
    number = data.draw(st.integers(0, len(places) - 1))
    position = Position(TRACE, grain).at(*places[number])
    assert position.number == number
    if not position.at_end:
        assert position.forward().back() == position
    assert position.result_of(delta(3, 1)) is None or position.done > 7


@given(st.sampled_from(Grain), st.integers(0, 28))
def test_from_anywhere_it_goes_on_to_the_next_place(grain: Grain, done: int):
    position = Position(TRACE, grain).at(done)
    assert position.forward().at_end or position.forward().done >= done
    assert position.back().done < max(done, 1)
    assert position.forward().number in (position.number, position.number + 1)
