import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from nnsim.data import Dataset
from nnsim.engine import parameter_count
from nnsim.project import edits
from nnsim.training.session import State
from nnsim.ui.plots import OutputMap
from nnsim.ui.plots.class_colors import class_colors, plane_image
from nnsim.ui.plots.plane import GRID
from nnsim.ui.plots.predictions import TURN
from nnsim.ui.theme import LIGHT

# The offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def output_map(parts, qtbot):
    widget = OutputMap(parts)
    qtbot.addWidget(widget)
    widget.resize(320, 260)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def choose(parts, name, **arguments):
    project = edits.choose_dataset(parts.document.project, name, **arguments)
    parts.document.apply(project, "Dataset")


def test_two_inputs_show_the_plane(parts, output_map):
    project = parts.document.project
    plane = output_map.shown_map
    assert output_map.title == "Output y over x₁, x₂"
    assert output_map.shown_counts is None
    y = project.build_network().forward([[plane.x1[10], plane.x2[50]]]).y
    assert plane.y[50, 10] == pytest.approx(y[0])


def test_an_edit_shows_other_outputs(parts, output_map, qtbot):
    before = output_map.shown_map
    project = edits.set_parameter(parts.document.project, 3, 1, None, 4.0)
    parts.document.apply(project, "Bias")
    assert output_map.shown_map is before
    qtbot.waitUntil(lambda: output_map.shown_map is not before)
    y = project.build_network().forward(project.x).y
    assert output_map.shown_map.sample_y == pytest.approx(y)


def test_a_click_on_a_point_selects_its_sample(parts, output_map, qtbot):
    shown = output_map.shown_map
    place = output_map.plane.place_of(2).toPoint() + QPoint(3, -2)
    qtbot.mouseClick(output_map.plane, Qt.MouseButton.LeftButton, pos=place)
    assert parts.view_state.sample == 2
    assert output_map.shown_map is shown
    qtbot.mouseClick(
        output_map.plane, Qt.MouseButton.LeftButton, pos=output_map.plane.rect().center()
    )
    assert parts.view_state.sample == 2


def test_the_points_lie_where_their_inputs_say(output_map):
    places = [output_map.plane.place_of(row) for row in range(4)]
    assert places[0].x() == places[1].x() < places[2].x()
    assert places[0].y() == places[2].y() > places[1].y()
    assert output_map.plane.row_at(places[3] + QPointF(4, 4)) == 3


def test_test_samples_and_wrong_ones_are_explained(parts, output_map, qtbot):
    choose(parts, "moons")
    qtbot.waitUntil(lambda: output_map.shown_map.targets.shape[0] > 4)
    assert output_map.key.texts[:2] == ["train", "test"]
    assert ("wrong" in output_map.key.texts) == output_map.shown_map.wrong.any()


def test_more_inputs_show_the_held_out_samples_by_class(parts, output_map, qtbot):
    choose(parts, "iris")
    qtbot.waitUntil(lambda: output_map.shown_counts is not None)
    project = parts.document.project
    rows = project.split[1]
    assert output_map.title == f"Confusion matrix, {len(rows)} test samples"
    assert output_map.shown_map is None
    assert output_map.shown_counts.sum() == len(rows)
    actual = project.t[rows].argmax(axis=1)
    assert output_map.shown_counts.sum(axis=1).tolist() == np.bincount(actual).tolist()


def test_without_held_out_samples_the_training_samples_are_counted(parts, output_map, qtbot):
    choose(parts, "iris")
    parts.document.apply(edits.set_split(parts.document.project, 0.0, 0), "Split")
    qtbot.waitUntil(lambda: output_map.shown_counts is not None)
    assert output_map.title == "Confusion matrix, 150 training samples"
    names = parts.document.project.dataset.class_names
    text = output_map.confusion.cell_text(0, 2)
    count = output_map.shown_counts[0, 2]
    assert text == f"true class {names[0]}, predicted {names[2]}: {count}"


def test_values_of_one_input_are_neither_a_plane_nor_classes(parts, output_map, qtbot):
    values = Dataset(np.array([[0.0], [1.0]]), np.array([[0.1], [2.0]]), ("a",))
    parts.document.apply(edits.use_dataset(parts.document.project, values), "Data")
    qtbot.waitUntil(lambda: output_map.shown_map is None)
    assert output_map.shown_counts is None
    assert output_map.title == ""
    assert not output_map.switch.isVisible()


def test_values_over_many_inputs_have_a_plane_and_no_matrix(parts, output_map, qtbot):
    values = Dataset(np.eye(3), np.array([[0.1], [0.5], [2.0]]), ("a", "b", "c"))
    parts.document.apply(edits.use_dataset(parts.document.project, values), "Data")
    qtbot.waitUntil(lambda: len(output_map.shown_map.targets) == 3)
    assert output_map.shown_counts is None
    assert not output_map.switch.isVisible()
    assert output_map.key.texts == ["0.1", "2"]


def test_values_over_two_inputs_have_no_boundary(parts, output_map, qtbot):
    values = Dataset(np.eye(2), np.array([[1.0], [3.0]]), ("a", "b"))
    parts.document.apply(edits.use_dataset(parts.document.project, values), "Data")
    qtbot.waitUntil(lambda: len(output_map.shown_map.targets) == 2)
    assert output_map.shown_map.middle_and_half == (2.0, 1.0)
    assert len(output_map.shown_map.boundary) == 0
    assert not output_map.shown_map.wrong.any()


def test_standardised_inputs_say_so(parts, output_map, qtbot):
    before = output_map.shown_map
    parts.document.apply(edits.set_standardised(parts.document.project, True), "Standardise")
    qtbot.waitUntil(lambda: output_map.shown_map is not before)
    assert output_map.plane.axis_names == ("x₁, standardised", "x₂, standardised")
    assert output_map.shown_map.x1[0] == pytest.approx(-1.3)


def test_a_run_is_shown_at_a_frame_and_not_for_every_epoch(parts, output_map, monkeypatch):
    before = output_map.shown_map
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    monkeypatch.setattr("nnsim.ui.plots.output_map.MILLISECONDS_BETWEEN", 0)
    bias = edits.set_parameter(parts.document.project, 3, 1, None, 1.0)
    parts.document.apply(bias, "Bias")
    assert output_map.shown_map is before
    parts.clock.frame.emit()
    first = output_map.shown_map
    assert first is not before
    monkeypatch.setattr("nnsim.ui.plots.output_map.MILLISECONDS_BETWEEN", 1_000_000)
    parts.document.apply(edits.set_parameter(bias, 3, 1, None, 2.0), "Bias")
    parts.clock.frame.emit()
    assert output_map.shown_map is first


def test_much_work_waits_for_the_end_of_the_run(parts, output_map, monkeypatch, qtbot):
    before = output_map.shown_map
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    monkeypatch.setattr("nnsim.ui.plots.output_map.MILLISECONDS_BETWEEN", 0)
    wide = edits.resize_hidden(parts.document.project, (200, 200), "tanh")
    assert GRID * GRID * parameter_count(wide.network.sizes) > 2 * TURN
    parts.document.apply(wide, "Layers")
    parts.clock.frame.emit()
    assert output_map.shown_map is before
    monkeypatch.setattr(parts.session, "state", State.IDLE)
    parts.session.state_changed.emit(State.IDLE)
    qtbot.waitUntil(lambda: output_map.shown_map is not before)


def test_a_hidden_map_catches_up_when_it_is_shown(parts, output_map, qtbot):
    before = output_map.shown_map
    output_map.hide()
    parts.document.apply(edits.set_parameter(parts.document.project, 3, 1, None, 1.0), "Bias")
    parts.clock.frame.emit()
    assert output_map.shown_map is before
    output_map.show()
    assert output_map.shown_map is not before


def test_everything_is_painted(parts, output_map, qtbot):
    for name in ("xor", "moons", "iris", "digits"):
        choose(parts, name)
        qtbot.waitUntil(lambda: output_map.title != "")
        assert not output_map.grab().isNull()


def test_the_picture_goes_from_orange_to_blue(parts, output_map):
    image = plane_image(LIGHT, output_map.shown_map)
    y = output_map.shown_map.y[::-1, :, 0]
    row, column = np.unravel_index(y.argmax(), y.shape)
    color = image.pixelColor(int(column), int(row))
    assert (color.blue() > color.red()) == (y.max() >= 0.5)


def test_classes_0_and_1_have_the_pair_of_signs():
    colors = [color.name().upper() for color in class_colors(LIGHT, 12)]
    assert colors[:2] == [LIGHT.negative, LIGHT.positive]
    assert len(set(colors)) == 10
