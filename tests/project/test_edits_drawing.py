"""Samples drawn on the plane: places are those that the map shows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnsim.data import Dataset
from nnsim.project import EditError, Progress, Project, edits, new_project

PLACES = arrays(np.float64, st.tuples(st.integers(1, 8), st.just(2)), elements=st.floats(-3, 3))


def project_of(x: list[list[float]], t: list[list[float]], names: tuple[str, ...] = ()) -> Project:
    inputs = tuple(f"x{k + 1}" for k in range(len(x[0])))
    return edits.use_dataset(new_project(), Dataset(np.array(x), np.array(t), inputs, names))


def test_points_come_after_the_samples_and_the_data_become_ones_own() -> None:
    before = new_project()
    after = edits.add_points(before, [[0.25, 0.75], [2.0, -1.0]], 1)
    assert after.dataset.x.tolist() == [*before.dataset.x.tolist(), [0.25, 0.75], [2.0, -1.0]]
    assert after.dataset.t.tolist() == [[0.0], [1.0], [1.0], [0.0], [1.0], [1.0]]
    assert after.dataset.source is None
    assert after.dataset.name == "xor"
    assert after.parameters is before.parameters


def test_a_class_of_several_is_one_hot() -> None:
    before = project_of([[0, 0], [1, 1], [2, 0]], np.eye(3).tolist(), ("red", "green", "blue"))
    after = edits.add_points(before, [[5.0, 6.0]], 2)
    assert after.t.tolist()[-1] == [0.0, 0.0, 1.0]
    assert after.dataset.kind == "classes"
    assert after.dataset.class_names == ("red", "green", "blue")


def test_scaled_inputs_are_drawn_where_the_map_shows_them() -> None:
    # Mean (2, 20) and standard deviation (2, 10) of the samples.
    before = edits.set_scaling(project_of([[0, 10], [4, 30]], [[0], [1]]), "standard")
    after = edits.add_points(before, [[0.5, -1.5]], 0)
    assert after.dataset.x.tolist()[-1] == [3.0, 5.0]
    assert after.x.tolist()[-1] == [0.5, -1.5]
    assert after.scaling is before.scaling


def test_the_eraser_takes_what_lies_within_its_ellipse() -> None:
    before = project_of([[0, 0], [1, 0], [0, 1], [3, 3]], [[0], [1], [1], [0]])
    after = edits.erase_points(before, [[0.0, 0.0]], (1.0, 0.5))
    assert after.dataset.x.tolist() == [[0.0, 1.0], [3.0, 3.0]]
    assert after.dataset.t.tolist() == [[1.0], [0.0]]


def test_the_eraser_works_on_what_the_map_shows() -> None:
    before = edits.set_scaling(project_of([[0, 10], [4, 30]], [[0], [1]]), "standard")
    after = edits.erase_points(before, [[-1.0, -1.0]], (0.1, 0.1))
    assert after.dataset.x.tolist() == [[4.0, 30.0]]


def test_training_goes_on_with_the_other_samples() -> None:
    begun = replace(new_project(), progress=Progress(5))
    for after in (
        edits.add_points(begun, [[0.0, 0.5]], 0),
        edits.erase_points(begun, [[0.0, 0.0]], (0.1, 0.1)),
    ):
        assert after.progress.epoch == 5
        assert after.altered


def test_nothing_drawn_is_no_edit() -> None:
    project = new_project()
    assert edits.add_points(project, [], 0) is project
    assert edits.erase_points(project, [[9.0, 9.0]], (1.0, 1.0)) is project


IRIS = edits.choose_dataset(new_project(), "iris")
NUMBERS = project_of([[0, 0], [1, 1]], [[0.5], [3.0]])
WIDE = edits.set_scaling(project_of([[-1e308, 0], [1e307, 1]], [[0], [1]]), "min_max")


@pytest.mark.parametrize(
    ("project", "places", "class_number", "reason"),
    [
        (IRIS, [[0.0, 0.0]], 0, "not_two_inputs"),
        (NUMBERS, [[0.0, 0.0]], 0, "no_classes"),
        (new_project(), [[0.0, 0.0]], 2, "no_such_class"),
        (new_project(), [[0.0, 0.0]], -1, "no_such_class"),
        (new_project(), [[0.0, float("nan")]], 0, "not_finite"),
        (WIDE, [[9.0, 0.0]], 0, "not_finite"),
    ],
)
def test_what_cannot_be_drawn(
    project: Project, places: list[list[float]], class_number: int, reason: str
) -> None:
    with pytest.raises(EditError) as caught:
        edits.add_points(project, places, class_number)
    assert caught.value.reason == reason


def test_what_cannot_be_erased() -> None:
    with pytest.raises(EditError, match="no_samples"):
        edits.erase_points(new_project(), [[0.5, 0.5]], (2.0, 2.0))
    with pytest.raises(EditError, match="not_two_inputs"):
        edits.erase_points(IRIS, [[0.0, 0.0]], (1.0, 1.0))
    with pytest.raises(EditError, match="not_finite"):
        edits.erase_points(new_project(), [[float("inf"), 0.0]], (1.0, 1.0))
    assert len(edits.erase_points(NUMBERS, [[0.0, 0.0]], (0.5, 0.5)).x) == 1


@given(PLACES, st.integers(0, 1), st.sampled_from([None, "standard", "min_max"]))
def test_what_was_drawn_can_be_erased_again(
    places: np.ndarray, class_number: int, scaling: str | None
) -> None:
    before = edits.set_scaling(new_project(), scaling)  # type: ignore[arg-type]
    places = places + 10.0  # away from the four samples
    after = edits.add_points(before, places, class_number)
    assert np.allclose(after.x[4:], places, rtol=0, atol=1e-9)
    assert (after.t[4:] == class_number).all()
    again = edits.erase_points(after, places, (1e-6, 1e-6))
    assert np.array_equal(again.dataset.x, before.dataset.x)
    assert np.array_equal(again.dataset.t, before.dataset.t)
    assert again.parameters is before.parameters


@given(PLACES, st.floats(0.01, 2.0), st.floats(0.01, 2.0))
def test_exactly_what_is_near_is_erased(places: np.ndarray, across: float, upward: float) -> None:
    before = edits.choose_dataset(new_project(), "xor_clouds", 60, 0.2, 1)
    near = [
        any(((x1 - a) / across) ** 2 + ((x2 - b) / upward) ** 2 <= 1.0 for a, b in places.tolist())
        for x1, x2 in before.x.tolist()
    ]
    if all(near):
        with pytest.raises(EditError, match="no_samples"):
            edits.erase_points(before, places, (across, upward))
        return
    after = edits.erase_points(before, places, (across, upward))
    assert after.dataset.x.tolist() == before.dataset.x[~np.array(near)].tolist()
