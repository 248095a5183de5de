"""The small picture in every node: what it computes over the plane of two inputs."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from nnsim.notation import a, format_number
from nnsim.project import edits, new_project
from nnsim.shell.settings import NODE_MAPS
from nnsim.ui import node_maps
from nnsim.ui.node_maps import SIDE, STEPS, has_maps, node_levels
from nnsim.ui.plane import STRONGEST, shown_range
from nnsim.ui.plots.class_colors import plane_image
from nnsim.ui.plots.predictions import GRID, plane_map
from nnsim.ui.theme import LIGHT


def with_hidden(*hidden, activation="sigmoid", dataset="xor"):
    project = edits.choose_dataset(new_project(), dataset)
    return edits.resize_hidden(project, hidden, activation)


def levels_of(project):
    return node_levels(project, project.build_network())


# The numbers


def test_a_point_of_a_map_is_a_forward_pass():
    project = with_hidden(3, 2)
    levels = levels_of(project)
    assert [levels[layer].shape for layer in range(1, 5)] == [(n, SIDE, SIDE) for n in (2, 3, 2, 1)]
    x1, x2 = (np.linspace(*shown_range(column), SIDE) for column in project.x.T)
    forward = project.build_network().forward([[x1[3], x2[20]]])
    for layer in (2, 3, 4):
        shown = (levels[layer][:, 20, 3].astype(float) - STEPS) / STEPS
        assert shown == pytest.approx(2 * forward.a[layer][0] - 1, abs=0.5 / STEPS)


def test_an_input_goes_from_one_end_of_the_colours_to_the_other():
    first, second = levels_of(with_hidden(2))[1]
    assert first[7, [0, 12, 24]].tolist() == [0, STEPS, 2 * STEPS]
    assert second[[0, 12, 24], 7].tolist() == [0, STEPS, 2 * STEPS]


def test_a_node_without_bounds_has_a_range_of_its_own():
    project = with_hidden(2, activation="relu")
    for j, k, value in ((1, 1, 8.0), (1, 2, 0.0), (2, 1, -1.0), (2, 2, -1.0)):
        project = edits.set_parameter(project, 2, j, k, value)
    project = edits.set_parameter(project, 2, 2, None, -9.0)  # never above 0: dead
    steep, dead = levels_of(project)[2]
    # 8 · x1 with x1 from −0.15 to 1.15: nothing below 0, half of the largest at 0.575.
    assert steep[0, 0] == STEPS
    assert steep[0, -1] == 2 * STEPS
    x1 = np.linspace(-0.15, 1.15, SIDE)
    assert steep[5] == pytest.approx(STEPS * (1 + np.maximum(x1, 0) / 1.15), abs=0.51)
    assert (dead == STEPS).all()


def test_the_output_node_has_the_colours_of_the_output_map():
    project = with_hidden(2)
    image = plane_image(LIGHT, plane_map(project, project.build_network()))
    assert (GRID - 1) % (SIDE - 1) != 0  # the corners are what the two grids share
    level = int(levels_of(project)[3][0, 0, 0]) - STEPS
    shown, wanted = LIGHT.blend(STRONGEST * level / STEPS), image.pixelColor(0, GRID - 1)
    for channel in (QColor.red, QColor.green, QColor.blue):
        assert abs(channel(shown) - channel(wanted)) <= 1


def test_only_networks_with_two_inputs_and_not_too_many_weights_have_maps():
    assert has_maps(with_hidden(8, 8, dataset="moons"))
    assert not has_maps(with_hidden(4, dataset="iris"))
    assert not has_maps(with_hidden(1024, 1024))


def test_what_is_not_finite_has_no_colour():
    project = with_hidden(1, activation="identity")
    huge = replace(project, parameters=np.full_like(project.parameters, 1e308))
    assert (levels_of(huge)[2] <= 2 * STEPS).all()


# In the window


def color_in(window, symbol, dx, dy):
    """The colour within a node, away from its number by parts of the radius."""
    layout = window.diagram.picture.layout
    point, radius = layout.position(symbol.layer, symbol.j), layout.column(symbol.layer).radius
    place = QPoint(round(point.x + dx * radius), round(point.y + dy * radius))
    return window.diagram.viewport().grab().toImage().pixelColor(place)


def test_a_node_shows_which_side_of_its_line_is_which(window):
    for k, value in ((1, 0.0), (2, 20.0), (None, -10.0)):  # a = 1 where x2 > 0.5, the upper half
        window.controller.edit(
            lambda p, k=k, value=value: edits.set_parameter(p, 2, 1, k, value), "W"
        )
    above, below = color_in(window, a(2, 1), 0, -0.7), color_in(window, a(2, 1), 0, 0.7)
    assert above.blue() > above.red()
    assert below.red() > below.blue()


def test_they_are_switched_off_and_stay_off(user, window, settings, open_window):
    action = window.actions_by_name["viewNodeMaps"]
    assert action.isChecked()
    left = color_in(window, a(1, 1), -0.8, 0)
    assert left != color_in(window, a(1, 1), 0.8, 0)
    user.press("viewNodeMaps")
    assert not action.isChecked()
    assert color_in(window, a(1, 1), -0.8, 0) == color_in(window, a(1, 1), 0.8, 0)
    assert settings.get(NODE_MAPS) is False
    user.press("themeDark")
    assert not window.actions_by_name["viewNodeMaps"].isChecked()
    assert not window.diagram.maps.wanted


def test_without_two_inputs_there_is_nothing_to_switch(user, window):
    action = window.actions_by_name["viewNodeMaps"]
    user.choose("datasetChooser", "iris")
    assert not action.isEnabled()
    assert color_in(window, a(1, 1), -0.8, 0) == color_in(window, a(1, 1), 0.8, 0)
    user.press("editUndo")
    assert action.isEnabled()


def test_another_sample_or_selection_computes_no_maps(user, window, monkeypatch):
    window.grab()
    computed = []
    monkeypatch.setattr(
        node_maps, "grid_points", lambda *axes: computed.append(axes) or np.zeros((SIDE**2, 2))
    )
    window.view_state.select_sample(2)
    window.view_state.select(a(2, 1))
    window.grab()
    assert not computed
    window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, 1, 3.0), "W")
    window.grab()
    assert len(computed) == 1


def test_a_node_that_the_pass_has_not_reached_shows_no_map(user, window):
    user.press("passNext")
    assert color_in(window, a(3, 1), 0, -0.7).name() == LIGHT.panel.lower()
    assert color_in(window, a(1, 1), -0.8, 0) != color_in(window, a(1, 1), 0.8, 0)


def test_when_a_run_is_over_the_maps_are_those_of_its_last_epoch(user, window, monkeypatch):
    user.train_to_epoch(3)
    window.grab()
    project = window.document.project
    levels = node_levels(project, project.build_network())
    for layer, shown in window.diagram.maps._levels.items():
        assert np.array_equal(shown, levels[layer])


def test_the_number_of_a_small_node_stands_below_its_map(open_window, painted_texts):
    window = open_window(size=(1920, 1080))
    window.controller.edit(lambda _: with_hidden(8, 8, activation="tanh", dataset="moons"), "Net")
    texts = painted_texts(window.diagram.viewport())
    layout = window.diagram.picture.layout
    assert layout.column(2).with_values
    assert not layout.column(2).full
    for j in range(1, 9):
        number = format_number(window.view_state.reading.value(a(2, j)), 3)
        node, radius = layout.position(2, j), layout.column(2).radius
        below = [
            each
            for each in texts
            if each.text == number and abs(each.box.center().y() - node.y - radius) < 8
        ]
        assert below
    for one, other in combinations(texts, 2):
        shared = one.box.intersected(other.box)
        index = min(one.box.height(), other.box.height()) < 10
        assert index or shared.width() <= 1 or shared.height() <= 1, (one, other)
