from dataclasses import replace

import numpy as np
import pytest

from nnsim.engine import EpochRecord
from nnsim.project import (
    COLUMNS,
    MAX_ROWS,
    Curves,
    EditError,
    NetworkSpec,
    OptimizerState,
    Progress,
    Project,
    curve_row,
    edits,
    new_project,
)


def with_first(project: Project, value: float) -> Project:
    vector = project.parameters.copy()
    vector[0] = value
    return replace(project, parameters=vector)


def test_equal_by_value_and_not_hashable() -> None:
    assert new_project() == new_project()
    assert new_project() is not new_project()
    assert new_project() != "project"
    for value in (new_project(), Curves(), Progress()):
        with pytest.raises(TypeError):
            hash(value)


def test_arrays_are_compared_bit_for_bit() -> None:
    project = new_project()
    assert with_first(project, 0.0) == with_first(project, 0.0)
    assert with_first(project, 0.0) != with_first(project, -0.0)
    assert with_first(project, 0.1) != with_first(project, np.nextafter(0.1, 1))
    x = project.dataset.x.copy()
    x[0, 0] = -0.0
    assert replace(project, dataset=replace(project.dataset, x=x)) != project


def test_every_part_counts() -> None:
    project = new_project()
    state = OptimizerState("sgd", 1, np.zeros((0, 9)))
    others = [
        edits.set_activation(project, 2, "tanh"),
        edits.set_settings(project, learning_rate=0.1),
        edits.choose_dataset(project, "or"),
        edits.set_standardised(project, True),
        edits.set_split(project, 0.5, 0),
        edits.set_split(project, 0.0, 1),
        replace(project, initial=project.initial + 1),
        replace(project, progress=Progress(1)),
        replace(project, progress=Progress(0, state)),
        replace(project, progress=Progress(0, replace(state, updates=2))),
        replace(project, progress=Progress(0, None, Curves(np.zeros((1, 5))))),
    ]
    for number, one in enumerate(others):
        assert one != project
        assert [one == other for other in others].index(True) == number


def test_curves_with_gaps_are_equal() -> None:
    rows = np.array([[1.0, 0.5, 1.0, np.nan, np.nan]])
    assert Curves(rows) == Curves(rows.copy())
    assert Curves(rows) != Curves(np.zeros((1, 5)))


def test_arrays_are_copies_that_nobody_can_write_to() -> None:
    mine = np.arange(9.0)
    project = replace(new_project(), parameters=mine)
    mine[0] = 7.0
    assert project.parameters[0] == 0.0
    with pytest.raises(ValueError, match="read-only"):
        project.parameters[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        project.x[0, 0] = 1.0
    assert replace(project, test_share=0.5).parameters is project.parameters


def test_parameters_must_fit_and_be_finite() -> None:
    project = new_project()
    with pytest.raises(EditError, match="parameters_do_not_fit"):
        replace(project, initial=np.zeros(8))
    with pytest.raises(EditError, match="not_finite"):
        with_first(project, np.nan)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"sizes": (2,)}, "too_small"),
        ({"sizes": (2, 0, 1)}, "too_small"),
        ({"activations": ("sigmoid",)}, "activations_do_not_fit_layers"),
        ({"initializer": "magic"}, "unknown_name"),
        ({"loss": "cross_entropy"}, "loss_does_not_fit_output"),
        ({"seed": -1}, "negative_seed"),
    ],
)
def test_a_network_is_refused(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(EditError) as caught:
        replace(NetworkSpec(), **changes)  # type: ignore[arg-type]
    assert caught.value.reason == reason


def test_curves_are_rows_of_records() -> None:
    assert EpochRecord._fields == COLUMNS  # a record is a row as it stands
    records = [EpochRecord(1, 0.5, 1.0, None, None), EpochRecord(2, 0.25, 1.0, np.inf, 0.5)]
    curves = Curves.of(records)
    assert curves.rows[0, :3].tolist() == [1, 0.5, 1]
    assert np.isnan(curves.rows[0, 3:]).all()
    assert curve_row(records[1])[4] == 0.5
    assert np.isnan(curves.column("test_loss")).all()
    assert curves.column("loss").tolist() == [0.5, 0.25]
    assert len(Curves.of([])) == 0
    with pytest.raises(EditError, match="curves_do_not_fit"):
        Curves(np.zeros((2, 4)))
    with pytest.raises(EditError, match="too_many_rows"):
        Curves(np.zeros((MAX_ROWS + 1, 5)))
