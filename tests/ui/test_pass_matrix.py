"""Whole layers and phases in matrices: what the formula shows is what was computed."""

import re

import numpy as np
import pytest

from nnsim.notation import a, delta, dW, format_number
from nnsim.project import edits
from nnsim.trace import Grain, Phase, Position
from nnsim.ui.inspector.formula_view import FormulaView

SIZES = (2, 3, 1)


@pytest.fixture
def stepping(window):
    window.controller.edit(lambda p: edits.resize_hidden(p, (3,), "tanh"), "three")
    window.view_state.set_decimals(6)
    window.view_state.move_pass(lambda place: place)
    return window


def shown(window) -> dict[tuple[str, int], list[list[str]]]:
    """The matrices of the results, cell by cell, under kind and layer."""
    found = {}
    for made in window.findChild(FormulaView, "formulaView").formulas:
        symbol = made.result.symbols[0]
        rows = re.search(r"\[(.*)\]", made.result.plain)[1].split("; ")
        found[symbol.kind, symbol.layer] = [row.split(", ") for row in rows]
    return found


def expected(window, kind: str, layer: int, form: str) -> list[list[str]]:
    """The numbers of the engine, as a matrix of texts."""
    project, sample = window.document.project, window.view_state.sample
    network, rows = project.build_network(), slice(sample, sample + 1)
    forward = network.forward(project.x[rows])
    gradients = network.gradients(forward, project.t[rows])
    new = project.build_network(window.view_state.position.trace.after.parameters)
    values = {
        "z": forward.z, "a": forward.a, "delta": gradients.delta, "dW": gradients.W,
        "db": gradients.b, "W": new.W, "b": new.b,
    }[kind][layer]  # fmt: skip
    matrix = np.atleast_2d(values)
    if kind not in ("W", "dW") and form == "column":
        matrix = matrix.T
    return [[format_number(float(value), 6) for value in row] for row in matrix]


def go_to_phase(window, phase: Phase, grain: Grain) -> None:
    window.view_state.move_pass(lambda place: place.with_grain(grain).at(0))
    while window.view_state.position.done == 0 or window.view_state.position.phase is not phase:
        window.view_state.move_pass(Position.forward)


@pytest.mark.parametrize("form", ["row", "column"])
@pytest.mark.parametrize(
    ("phase", "kinds"),
    [
        (Phase.FORWARD, {"z", "a"}),
        (Phase.BACKWARD, {"delta", "dW", "db"}),
        (Phase.UPDATE, {"W", "b"}),
    ],
)
def test_each_layer_is_shown_as_it_was_computed(user, stepping, phase, kinds, form):
    user.choose("formulaForm", form)
    go_to_phase(stepping, phase, Grain.LAYER)
    layers = set()
    for _ in range(2):
        matrices = shown(stepping)
        assert {kind for kind, _ in matrices} == kinds
        layers |= {layer for _, layer in matrices}
        for (kind, layer), cells in matrices.items():
            assert cells == expected(stepping, kind, layer, form), (kind, layer)
        stepping.view_state.move_pass(Position.forward)
    assert layers == {2, 3}


@pytest.mark.parametrize("form", ["row", "column"])
@pytest.mark.parametrize(
    ("phase", "kinds"),
    [
        (Phase.FORWARD, {"z", "a"}),
        (Phase.BACKWARD, {"delta", "dW", "db"}),
        (Phase.UPDATE, {"W", "b"}),
    ],
)
def test_a_whole_phase_is_shown_as_it_was_computed(user, stepping, phase, kinds, form):
    user.choose("formulaForm", form)
    go_to_phase(stepping, phase, Grain.PHASE)
    matrices = shown(stepping)
    assert {kind for kind, _ in matrices} == kinds
    for (kind, layer), cells in matrices.items():
        assert cells == expected(stepping, kind, layer, form), (kind, layer)


@pytest.mark.parametrize("grain", [Grain.LAYER, Grain.PHASE])
def test_the_loss_is_one_number_in_every_form(user, stepping, grain):
    user.choose("formulaForm", "row")
    go_to_phase(stepping, Phase.LOSS, grain)
    (made,) = stepping.findChild(FormulaView, "formulaView").formulas
    reading = stepping.view_state.reading
    assert made.result.plain.endswith(format_number(reading.value(made.result.symbols[0]), 6))
    assert made.left.plain == "E"


@pytest.mark.parametrize("form", [None, "row", "column"])
@pytest.mark.parametrize("hidden", ["softmax", "sigmoid"])
def test_a_layer_of_long_cells_is_not_scrolled_sideways(window, user, qtbot, hidden, form):
    window.resize(1280, 800)
    window.controller.edit(lambda p: edits.resize_hidden(p, (3,), "tanh"), "three")
    window.controller.edit(lambda p: edits.set_activation(p, 2, hidden), hidden)
    if form is not None:  # it begins number by number
        user.choose("formulaForm", form)
    window.view_state.select(a(2, 1))
    window.view_state.move_pass(
        lambda place: place.with_grain(Grain.NUMBER).at(place.trace.steps.place_of(delta(2, 1)) + 1)
    )
    view = window.findChild(FormulaView, "formulaView")
    qtbot.waitUntil(lambda: bool(view.places(delta(2, 1))), timeout=30_000)
    assert view.sizeHint().width() == 0, "the whole width is there"


def test_of_a_batch_nothing_is_written_before_it_is_computed(stepping):
    view = stepping.view_state
    view.matrix_form = "row"
    view.set_whole_batch(True)
    view.move_pass(lambda place: place.with_grain(Grain.NUMBER))
    steps = view.position.trace.steps
    done = next(n for n, step in enumerate(steps, 1) if step.symbol == dW(2, 1, 1))
    view.move_pass(lambda place: place.at(done))
    formula = next(
        each
        for each in stepping.findChild(FormulaView, "formulaView").formulas
        if each.result.symbols[0].kind == "dW"
    )
    first_sample = formula.numbers.plain.split("[")[1].split("]")[0]
    assert first_sample.split("; ")[1:] == ["—", "—"]
    assert "—" not in first_sample.split("; ")[0]
