"""Any two inputs, any classification, and always the numbers of the reading."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton

from nnsim.data import Dataset
from nnsim.engine import TrainerState
from nnsim.notation import b, x
from nnsim.project import edits
from nnsim.training.session import State
from nnsim.ui.plots import OutputMap
from nnsim.ui.plots.confusion_view import ConfusionView
from nnsim.ui.plots.plane import GRID, MOST_POINTS
from nnsim.ui.plots.predictions import TURN
from nnsim.ui.scores import classes
from nnsim.ui.theme import DARK, LIGHT, palette

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def output_map(parts, qtbot):
    widget = OutputMap(parts)
    qtbot.addWidget(widget)
    widget.resize(320, 230)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def show(parts, output_map, qtbot):
    """Chooses a dataset, and a view of it."""

    def show(name, view=None):
        project = edits.choose_dataset(parts.document.project, name)
        parts.document.apply(project, "Dataset")
        if view is not None:
            qtbot.waitUntil(output_map.switch.isVisible)
            qtbot.mouseClick(output_map.switch.buttons[view], Qt.MouseButton.LeftButton)
            shown = "shown_map" if view == "map" else "shown_counts"
            qtbot.waitUntil(lambda: getattr(output_map, shown) is not None)
        settle(output_map, qtbot)
        return parts.document.project

    return show


def settle(output_map, qtbot):
    """Wait until what is shown is what the reading says."""
    qtbot.waitUntil(lambda: output_map.up_to_date)


def assert_fresh(parts, output_map):
    """The map is what a network built anew from the parameters shown says."""
    reading = parts.view_state.reading
    shown = output_map.shown_map
    network = reading.project.build_network(reading.parameters)
    across, up = shown.plane.axes
    point = reading.project.x[reading.sample].copy()
    for row, column in ((0, 0), (7, 40), (GRID - 1, 31)):
        point[across], point[up] = shown.x1[column], shown.x2[row]
        assert shown.y[row, column] == pytest.approx(network.forward([point]).y[0], rel=1e-12)
    assert shown.sample_y == pytest.approx(network.forward(reading.project.x[shown.rows]).y)


# The plane of two of many inputs


def test_the_map_of_many_inputs_lies_in_the_selected_sample(parts, output_map, show, qtbot):
    show("iris", "map")
    assert_fresh(parts, output_map)
    assert output_map.panel.others.text() == "other inputs as in sample 1"
    first = output_map.shown_map
    parts.view_state.select_sample(100)
    qtbot.waitUntil(lambda: output_map.shown_map is not first)
    assert_fresh(parts, output_map)
    assert output_map.panel.others.text() == "other inputs as in sample 101"


def test_it_opens_on_the_inputs_that_tell_the_classes_apart(output_map, show):
    project = show("iris", "map")
    names = [project.dataset.input_names[axis] for axis in output_map.shown_map.plane.axes]
    assert names == ["petal length (cm)", "petal width (cm)"]


def test_other_axes_can_be_chosen(parts, output_map, show, qtbot):
    project = show("iris", "map")
    box = output_map.findChild(QComboBox, "mapAxisAcross")
    assert [box.itemText(row) for row in range(box.count())] == list(project.dataset.input_names)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    qtbot.waitUntil(lambda: output_map.shown_map.plane.axes == (0, 3))
    assert_fresh(parts, output_map)
    assert output_map.plane.axis_names == ("sepal length (cm)", "petal width (cm)")
    assert output_map.shown_map.places == pytest.approx(project.x[:, [0, 3]])


def test_the_same_input_in_both_lists_makes_them_change_places(output_map, show, qtbot):
    show("iris", "map")
    box = output_map.findChild(QComboBox, "mapAxisAcross")
    box.setCurrentIndex(3)
    box.activated.emit(3)
    qtbot.waitUntil(lambda: output_map.shown_map.plane.axes == (3, 2))


def test_two_inputs_need_no_choice(output_map, show):
    show("moons")
    assert not output_map.panel.axes.isVisible()
    assert not output_map.panel.others.isVisible()


def test_an_input_that_is_tried_moves_the_plane(parts, output_map, show, qtbot):
    project = show("iris", "map")
    first = output_map.shown_map
    parts.view_state.try_value(x(1), 9.0)
    qtbot.waitUntil(lambda: output_map.shown_map is not first)
    assert output_map.shown_map.plane.base[0] == 9.0
    parts.view_state.drop_trial()
    qtbot.waitUntil(lambda: output_map.shown_map.plane.base[0] == project.x[0, 0])


def test_a_weight_that_is_tried_changes_the_map(parts, output_map, qtbot):
    first = output_map.shown_map
    parts.view_state.try_value(b(3, 1), 5.0)
    qtbot.waitUntil(lambda: output_map.shown_map is not first)
    assert_fresh(parts, output_map)
    assert output_map.shown_map.sample_y.min() > first.sample_y.max()


def test_what_training_has_reached_is_shown(parts, output_map, qtbot):
    """The reading decides: a run that goes on, or an epoch that is visited."""
    first = output_map.shown_map
    parameters = parts.document.project.parameters * 3.0
    parts.view_state.follow(TrainerState(7, parameters, "sgd", 0, np.zeros((0, len(parameters)))))
    qtbot.waitUntil(lambda: output_map.shown_map is not first)
    assert_fresh(parts, output_map)


def test_of_very_many_samples_some_are_painted_and_the_selected_one_always(
    parts, output_map, qtbot
):
    rng = np.random.default_rng(0)
    points = rng.normal(size=(3 * MOST_POINTS, 2))
    data = Dataset(points, (points[:, :1] > 0).astype(float), ("a", "b"))
    parts.document.apply(edits.use_dataset(parts.document.project, data), "Data")
    qtbot.waitUntil(lambda: len(output_map.shown_map.rows) >= MOST_POINTS)
    assert len(output_map.shown_map.rows) <= MOST_POINTS + 1
    parts.view_state.select_sample(1)
    qtbot.waitUntil(lambda: 1 in output_map.shown_map.rows)
    place = output_map.plane.place_of(1)
    assert output_map.plane.row_at(place) is not None
    assert_fresh(parts, output_map)


# The confusion matrix


@pytest.mark.parametrize("name", ["xor", "moons", "iris", "digits"])
def test_every_classification_has_a_matrix_of_fresh_counts(parts, output_map, show, name):
    project = show(name, "confusion")
    training, testing = project.split
    rows = testing if len(testing) else training
    y = project.build_network().forward(project.x[rows]).y
    counts = np.zeros_like(output_map.shown_counts)
    for actual, predicted in zip(classes(project.t[rows]), classes(y), strict=True):
        counts[actual, predicted] += 1
    assert output_map.shown_counts.tolist() == counts.tolist()
    assert output_map.shown_map is None
    assert output_map.switch.key == "confusion"


def test_what_a_person_chose_stays_for_other_data(output_map, show):
    show("moons", "confusion")
    show("iris", None)
    show("circle", None)
    assert output_map.shown_counts is not None
    show("xor", "map")
    assert output_map.shown_map is not None


def test_sums_stand_beside_the_counts(output_map, show):
    show("iris", "confusion")
    texts = [[int(text) for text in row] for row in output_map.confusion.texts]
    counts = output_map.shown_counts
    assert [row[-1] for row in texts[:-1]] == counts.sum(axis=1).tolist()
    assert texts[-1][:-1] == counts.sum(axis=0).tolist()
    assert texts[-1][-1] == counts.sum()


def test_percent_are_shares_of_the_true_class(output_map, show, qtbot):
    show("iris", "confusion")
    output_map.confusion.show_counts(np.array([[1, 2], [0, 0]]), ("a", "b"))
    qtbot.mouseClick(
        output_map.findChild(QToolButton, "confusionPercent"), Qt.MouseButton.LeftButton
    )
    assert output_map.confusion.texts == [["33", "67"], ["0", "0"]]


@pytest.mark.parametrize("percent", [False, True])
@pytest.mark.parametrize(
    ("names", "most"),
    [("0123456789", 42), ("0123456789", 178), (("versicolor", "virginica"), 9999)],
)
def test_no_number_is_cut_at_220_pixels(output_map, painted_texts, names, most, percent):
    view = output_map.confusion
    view.set_percent(percent)
    output_map.resize(220, 230)
    view.resize(220, 195)
    counts = np.full((len(names), len(names)), 1)
    np.fill_diagonal(counts, most)
    view.show_counts(counts, tuple(names))
    layout = view.layout_now
    assert layout.pixels >= 8
    texts = view.texts
    boxes = painted_texts(view)
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            if row < len(names) and column < len(names):
                cell = layout.cell(row, column).adjusted(-1, -1, 1, 1)
                inside = [each for each in boxes if cell.contains(each.box)]
                assert [each.text for each in inside] == [text]
    for each in boxes:
        assert view.rect().toRectF().contains(each.box)


def test_a_cell_says_itself_in_words(output_map, show):
    show("iris", "confusion")
    view = output_map.confusion
    middle = view.layout_now.cell(1, 2).center()
    move(view, middle)
    count = output_map.shown_counts[1, 2]
    assert view.card.text() == f"true class versicolor, predicted virginica: {count}"
    move(view, QPointF(1, 1))
    assert view.card.isHidden()


# The card under the pointer


def move(widget, place):
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        widget.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_the_card_tells_of_the_sample_under_the_pointer(parts, output_map):
    move(output_map.plane, output_map.plane.place_of(1))
    y = parts.document.project.build_network().forward([[0.0, 1.0]]).y[0, 0]
    lines = output_map.plane.card.text().split("<br>")
    assert lines[:2] == ["<b>sample 2</b>", "x₁ = 0.000, x₂ = 1.000"]
    assert lines[2] == f"y = {y:.3f} → class {int(y >= 0.5)}"
    assert lines[3] == "t: class 1"
    parts.view_state.set_decimals(5)
    assert "x₂ = 1.00000" in output_map.plane.card.text()


def test_the_card_tells_of_any_place(parts, output_map):
    plane = output_map.plane
    middle = QPointF((plane.place_of(0) + plane.place_of(3)) / 2)
    move(plane, middle)
    y = parts.document.project.build_network().forward([[0.5, 0.5]]).y[0, 0]
    place, output = plane.card.text().split("<br>")
    assert place.startswith("x₁ = 0.5")
    assert float(output.split()[2]) == pytest.approx(y, abs=0.02)
    QApplication.sendEvent(plane, QEvent(QEvent.Type.Leave))
    assert plane.card.isHidden()


def test_the_card_of_many_classes_names_the_winner(output_map, show):
    show("iris", "map")
    row = 77
    move(output_map.plane, output_map.plane.place_of(row))
    shown = output_map.shown_map
    point = output_map.plane.row_at(output_map.plane.place_of(row))  # perhaps one above it
    winner = int(shown.sample_y[point].argmax())
    name = ("setosa", "versicolor", "virginica")[winner]
    assert f"y{'₁₂₃'[winner]} = " in output_map.plane.card.text()
    assert f"→ {name}" in output_map.plane.card.text()


def test_the_colours_are_explained(output_map, show):
    show("iris", "map")
    assert output_map.key.texts[-3:] == ["setosa", "versicolor", "virginica"]
    show("moons", "map")
    assert output_map.key.texts[-2:] == ["class 0", "class 1"]


# Turns of bounded work


def test_a_map_is_of_one_set_of_parameters_however_many_frames_it_takes(
    parts, output_map, monkeypatch, qtbot
):
    wide = edits.resize_hidden(parts.document.project, (30, 30), "tanh")
    parts.document.apply(wide, "Layers")
    settle(output_map, qtbot)
    assert GRID * GRID * len(wide.parameters) > TURN
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    monkeypatch.setattr("nnsim.ui.plots.output_map.MILLISECONDS_BETWEEN", 0)
    before = output_map.shown_map
    begun = wide.parameters * 1.5
    state = TrainerState(1, begun, "sgd", 0, np.zeros((0, len(begun))))
    frames = 0
    while output_map.shown_map is before:
        parts.view_state.follow(state)
        parts.clock.frame.emit()
        state = replace(state, parameters=state.parameters * 0.9)
        frames += 1
        assert frames < 50
    assert frames > 1
    y = wide.build_network(begun).forward(wide.x).y
    assert output_map.shown_map.sample_y == pytest.approx(y)


def test_another_view_is_shown_at_once_while_training_runs(parts, output_map, monkeypatch, qtbot):
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    monkeypatch.setattr("nnsim.ui.plots.output_map.MILLISECONDS_BETWEEN", 1_000_000)
    qtbot.mouseClick(output_map.switch.buttons["confusion"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: output_map.shown_counts is not None)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_errors_are_the_loudest_cells_and_zeros_are_calm(qtbot, theme):
    view = ConfusionView(theme)
    qtbot.addWidget(view)
    view.resize(300, 260)
    view.show_counts(np.array([[95, 5], [0, 100]]), ("a", "b"))
    view.setPalette(palette(theme))
    view.setAutoFillBackground(True)
    picture = view.grab().toImage()

    def loudness(row, column):
        """How far a cell's colour is from that around it."""
        corner = view.layout_now.cell(row, column).topLeft().toPoint() + QPoint(5, 5)
        cell, panel = picture.pixelColor(corner), picture.pixelColor(1, 1)
        return sum(abs(a - b) for a, b in zip(cell.getRgb(), panel.getRgb(), strict=True))

    assert loudness(0, 1) > max(loudness(0, 0), loudness(1, 1)) > 3 * loudness(1, 0)


def test_the_lists_of_inputs_grow_with_the_room_and_drop_units_first(output_map, show):
    show("iris", "map")
    box = output_map.findChild(QComboBox, "mapAxisAcross")
    output_map.resize(760, 230)
    wide = box.width()
    assert wide > box.fontMetrics().horizontalAdvance("petal length (cm)") + 20
    output_map.resize(360, 230)
    assert box.width() < wide
    exact = box.fontMetrics().horizontalAdvance("petal length")
    assert box.shortened("petal length (cm)", exact + 2) == "petal length"
    assert box.shortened("petal length (cm)", exact - 8).endswith("gth")
