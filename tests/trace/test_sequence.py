"""Steps are made when they are looked at, and each is found by its symbol."""

import numpy as np
import pytest

from nnsim.engine import Network, TrainSettings
from nnsim.notation import E, W, a, b, delta, dW, x, z
from nnsim.trace import Grain, Phase, Position, Step, Trace, trace_pass


def trace(sizes=(2, 3, 2), activations=("softmax", "sigmoid"), decimals=None) -> Trace:
    network = Network(sizes, activations, "binary_cross_entropy", seed=1)
    sample = np.full((1, sizes[0]), 0.3), np.ones((1, sizes[-1]))
    return trace_pass(network, *sample, TrainSettings(), decimals=decimals)


@pytest.mark.parametrize("activations", [("softmax", "sigmoid"), ("tanh", "sigmoid")])
def test_each_step_is_where_its_symbol_says(activations):
    steps = trace(activations=activations).steps
    found = {Phase.UPDATE: {}, None: {}}
    for number, step in enumerate(steps):
        kind = step.phase if step.phase is Phase.UPDATE else None
        found[kind][step.symbol] = number
    for places in found.values():
        for symbol, number in places.items():
            assert steps.place_of(symbol) == number
            assert steps.phase_at(number) is steps[number].phase
    assert len(found[None]) + len(found[Phase.UPDATE]) == len(steps)


@pytest.mark.parametrize(
    "symbol", [x(1), a(1, 1), z(2, 4), a(4, 1), W(2, 1, 3), W(2, 4, 1), dW(3, 1, 4), b(3, 3)]
)
def test_what_is_not_computed_has_no_place(symbol):
    assert trace().steps.place_of(symbol) is None


def test_softmax_takes_all_sums_before_its_outputs():
    symbols = [step.symbol for step in trace().steps[:6]]
    assert symbols == [z(2, 1), z(2, 2), z(2, 3), a(2, 1), a(2, 2), a(2, 3)]


def test_it_is_a_sequence():
    steps = trace().steps
    whole = list(steps)
    assert steps[-1] == whole[-1]
    assert list(steps[3:7]) == whole[3:7]
    assert list(steps[3:9][1:3]) == whole[4:6]
    assert steps[2:5][-1] == whole[4]
    assert steps[1] is steps[1], "made once"
    with pytest.raises(IndexError):
        steps[len(whole)]


@pytest.mark.parametrize("grain", Grain)
def test_places_are_those_of_the_steps(grain):
    """Found without the steps, they are where their names change."""
    made = trace()
    steps = list(made.steps)
    places = Position(made, grain).places
    assert places[0] == (0, 0)
    assert places[-1] == (len(steps), 0)

    def name(step: Step) -> tuple:
        node = (step.phase, step.symbol.layer, step.symbol.j)
        return node[: {Grain.NODE: 3, Grain.LAYER: 2, Grain.PHASE: 1}[grain]]

    if grain is Grain.TERM:
        terms = sum(len(step.products) for step in steps)
        assert len(places) == 1 + len(steps) + terms
        for done, term in places:
            assert not term or term <= len(steps[done].products)
        assert sorted(set(places)) == list(places)
        assert list(places[3:9]) == [places[number] for number in range(3, 9)]
        assert places[-1] == places[len(places) - 1]
    elif grain is Grain.NUMBER:
        assert list(places) == [(done, 0) for done in range(len(steps) + 1)]
    else:
        ends = [
            n for n in range(1, len(steps) + 1)
            if n == len(steps) or name(steps[n]) != name(steps[n - 1])
        ]  # fmt: skip
        assert places == ((0, 0), *((end, 0) for end in ends))


def test_a_large_pass_makes_only_the_steps_that_are_looked_at(monkeypatch):
    made = []
    real = Step.__init__

    def counted(self, *args, **kwargs):
        made.append(args)
        real(self, *args, **kwargs)

    monkeypatch.setattr(Step, "__init__", counted)
    position = Position(trace((100, 60, 1), ("tanh", "sigmoid")))
    for _ in range(3):
        position = position.forward()
    assert position.result_of(a(2, 3)) is not None
    assert position.is_computed_later(E)
    assert position.is_computed_later(delta(2, 1))
    assert len(position.trace.steps) > 12_000
    assert len(made) <= 10


def test_the_largest_difference_is_that_of_the_steps():
    paper = trace(decimals=2)
    symbol, difference = paper.largest_difference()
    distances = [abs(step.value - paper.exact_value(step)) for step in paper.steps]
    assert difference == max(distances)
    assert paper.steps[distances.index(max(distances))].symbol == symbol
    assert trace().largest_difference() is None
