import numpy as np
import pytest

from nnsim.project import edits, new_project
from nnsim.ui.plane import shown_range
from nnsim.ui.plots.contour import contour, margins
from nnsim.ui.plots.plane import GRID
from nnsim.ui.plots.predictions import confusion, evaluation_rows, plane_map
from nnsim.ui.scores import classes


def test_the_map_holds_what_the_network_answers():
    project = new_project()
    network = project.build_network()
    plane = plane_map(project, network)
    for row, column in ((0, 0), (7, 30), (GRID - 1, GRID - 1)):
        y = network.forward([[plane.x1[column], plane.x2[row]]]).y
        assert plane.y[row, column] == pytest.approx(y[0])
    assert plane.sample_y == pytest.approx(network.forward(project.x).y)


def test_the_range_is_that_of_the_data_and_a_margin():
    assert shown_range(np.array([0.0, 1.0, 0.5])) == pytest.approx((-0.15, 1.15))
    assert shown_range(np.array([3.0, 3.0])) == (2.0, 4.0)


def test_one_output_is_class_1_from_a_half_on():
    assert classes(np.array([[0.2], [0.5], [0.9]])).tolist() == [0, 1, 1]


def test_of_several_outputs_the_largest_wins():
    assert classes(np.array([[0.2, 0.7, 0.1], [0.9, 0.0, 0.1]])).tolist() == [1, 0]


def test_confusion_counts_true_classes_in_rows():
    counts = confusion(np.array([0, 0, 1, 2, 2]), np.array([0, 1, 1, 2, 0]), 3)
    assert counts.tolist() == [[1, 1, 0], [0, 1, 0], [1, 0, 1]]


def test_held_out_samples_are_evaluated_if_there_are_any():
    project = new_project()
    assert evaluation_rows(project).tolist() == [0, 1, 2, 3]
    moons = edits.choose_dataset(project, "moons")
    assert evaluation_rows(moons).tolist() == moons.split[1].tolist()


def test_the_zero_line_of_a_plane_is_straight():
    values = np.tile(np.arange(5.0) - 1.25, (4, 1))
    pieces = contour(values)
    assert pieces[..., 0] == pytest.approx(1.25)
    assert (pieces[..., 1].min(), pieces[..., 1].max()) == (0, 3)


def test_no_zero_line_without_a_change_of_sign():
    assert contour(np.ones((3, 3))).shape == (0, 2, 2)


def test_the_zero_line_survives_huge_and_absent_values():
    assert np.isfinite(contour(np.array([[1e308, -1e308], [np.nan, np.inf]]))).all()


def test_a_margin_is_positive_where_the_class_wins():
    y = np.array([[[0.2, 0.7, 0.1]]])
    assert [margin.item() for margin in margins(y)] == pytest.approx([-0.5, 0.5, -0.6])
    assert margins(np.array([[[0.8]]]))[0].item() == pytest.approx(0.3)


def test_wrong_samples_are_those_of_another_class():
    plane = plane_map(new_project(), new_project().build_network())
    y = (plane.sample_y[:, 0] >= 0.5).astype(int)
    assert plane.wrong.tolist() == (y != [0, 1, 1, 0]).tolist()
