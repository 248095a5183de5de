from dataclasses import replace

import numpy as np
import pytest

from nnsim.data import Dataset, load
from nnsim.engine import views
from nnsim.project import Curves, EditError, Progress, edits, new_project


def own(x: list[list[float]], t: list[list[float]]) -> Dataset:
    return Dataset(np.array(x), np.array(t), tuple(f"x{n + 1}" for n in range(len(x[0]))))


def test_iris_adapts_both_ends_and_the_loss() -> None:
    before = new_project()
    after = edits.choose_dataset(before, "iris")
    assert after.network.sizes == (4, 2, 3)
    assert after.network.activations == ("sigmoid", "softmax")
    assert after.network.loss == "cross_entropy"
    assert after.test_share == 0.2
    assert after.scaling is None
    assert after.settings == before.settings
    assert views(after.network.sizes, after.initial)[1][2].tolist() == [0, 0]


def test_the_same_shape_keeps_the_initial_weights() -> None:
    project = edits.set_parameter(new_project(), 2, 1, 1, 7.0)
    trained = replace(project, parameters=project.initial + 1, progress=Progress(5))
    after = edits.choose_dataset(trained, "and")
    assert after.initial.tolist() == project.initial.tolist()
    assert after.parameters.tolist() == after.initial.tolist()
    assert after.progress == Progress()


def test_numbers_as_targets_choose_identity_and_squares() -> None:
    after = edits.use_dataset(new_project(), own([[1.0], [2.0]], [[0.5], [3.0]]))
    assert after.network.sizes == (1, 2, 1)
    assert after.network.activations == ("sigmoid", "identity")
    assert after.network.loss == "mean_squared_error"
    assert after.test_share == 0


@pytest.mark.parametrize(
    ("name", "samples", "noise", "seed"),
    [
        ("nothing", None, None, None),
        ("xor", 5, None, None),
        ("moons", 10**9, None, None),
        ("moons", 10**400, None, None),
        ("moons", 100, 9.0, None),
        ("moons", 100, 0.1, -1),
        ("moons", 100, float("nan"), 0),
    ],
)
def test_impossible_datasets_are_refused(
    name: str, samples: int | None, noise: float | None, seed: int | None
) -> None:
    with pytest.raises(EditError) as caught:
        edits.choose_dataset(new_project(), name, samples, noise, seed)
    assert caught.value.reason == "no_such_dataset"


def test_too_wide_and_empty_datasets_are_refused() -> None:
    wide = Dataset(np.zeros((1, 1025)), np.zeros((1, 1)), tuple(map(str, range(1025))))
    with pytest.raises(EditError, match="too_many_nodes"):
        edits.use_dataset(new_project(), wide)
    empty = Dataset(np.zeros((0, 2)), np.zeros((0, 1)), ("x1", "x2"))
    with pytest.raises(EditError, match="no_samples"):
        edits.use_dataset(new_project(), empty)


def test_remake_keeps_scaling_and_split() -> None:
    project = edits.set_standardised(edits.choose_dataset(new_project(), "moons"), True)
    project = edits.set_split(project, 0.5, 3)
    after = edits.remake_dataset(project, samples=40, noise=0.0, seed=9)
    assert len(after.dataset.x) == 40
    assert (after.test_share, after.split_seed) == (0.5, 3)
    assert np.allclose(after.x[after.split[0]].std(axis=0), 1)
    with pytest.raises(EditError, match="edited_by_hand"):
        edits.remake_dataset(edits.set_sample_value(project, 0, 0, 1.0))


def test_typing_a_sample_is_one_number() -> None:
    project = edits.set_sample_value(new_project(), 3, 0, 0.25)
    assert project.dataset.x[3].tolist() == [0.25, 1]
    assert project.dataset.source is None
    target = edits.set_sample_value(project, 3, 0, 1.0, target=True)
    assert target.dataset.t.ravel().tolist() == [0, 1, 1, 1]


def test_typed_inputs_are_in_the_numbers_of_the_network() -> None:
    project = edits.set_standardised(new_project(), True)
    assert project.x[0].tolist() == [-1, -1]
    after = edits.set_sample_value(project, 0, 1, 3.0)
    assert after.dataset.x[0].tolist() == [0, 2]
    assert after.x[0].tolist() == [-1, 3]


@pytest.mark.parametrize(
    ("row", "column", "value", "target", "reason"),
    [
        (4, 0, 0.0, False, "no_such_sample"),
        (-1, 0, 0.0, False, "no_such_sample"),
        (0, 2, 0.0, False, "no_such_sample"),
        (0, 1, 0.0, True, "no_such_sample"),
        (0, 0, np.inf, False, "not_finite"),
        (0, 0, np.nan, True, "not_finite"),
    ],
)
@pytest.mark.parametrize("scaled", [False, True])
def test_impossible_samples_are_refused(
    row: int, column: int, value: float, target: bool, reason: str, scaled: bool
) -> None:
    project = edits.set_standardised(new_project(), scaled)
    with pytest.raises(EditError) as caught:
        edits.set_sample_value(project, row, column, value, target)
    assert caught.value.reason == reason


def test_a_typed_number_that_overflows_the_scale_is_refused() -> None:
    project = edits.use_dataset(new_project(), own([[-1e150], [1e150]], [[0.0], [1.0]]))
    project = edits.set_standardised(project, True)
    with pytest.raises(EditError, match="not_finite"):
        edits.set_sample_value(project, 0, 0, 1e300)


def test_standardise_by_hand_over_the_training_samples() -> None:
    data = own([[1.0], [3.0], [5.0], [100.0]], [[0.0], [1.0], [0.0], [1.0]])
    project = edits.set_split(edits.use_dataset(new_project(), data), 0.25, 0)
    training, testing = project.split
    assert (len(training), len(testing)) == (3, 1)
    trained = replace(project, progress=Progress(9), parameters=project.initial + 1)
    after = edits.set_standardised(trained, True)
    values = data.x[training, 0]
    mean = values.sum() / 3
    scale = (((values - mean) ** 2).sum() / 3) ** 0.5
    assert after.scaling is not None
    assert after.scaling.mean == pytest.approx([mean])
    assert after.scaling.scale == pytest.approx([scale])
    assert after.x.ravel() == pytest.approx((data.x.ravel() - mean) / scale)
    assert after.progress == Progress()
    assert after.parameters.tolist() == after.initial.tolist()
    assert after.dataset is project.dataset
    assert edits.set_standardised(after, False).scaling is None


def test_values_too_large_to_standardise_are_refused() -> None:
    project = edits.use_dataset(new_project(), own([[-1e300], [1e300]], [[0.0], [1.0]]))
    with pytest.raises(EditError, match="values_too_large"):
        edits.set_standardised(project, True)


def test_split_alone_keeps_training_and_with_scaling_starts_over() -> None:
    curves = Curves(np.array([[3.0, 0.5, 1.0, np.nan, np.nan]]))
    project = edits.choose_dataset(new_project(), "clusters")
    project = replace(project, progress=Progress(3, None, curves))
    plain = edits.set_split(project, 0.4, 7)
    assert (plain.test_share, plain.split_seed, plain.progress) == (0.4, 7, project.progress)
    assert len(plain.split[1]) == 80
    scaled = replace(edits.set_standardised(project, True), progress=Progress(3, None, curves))
    after = edits.set_split(scaled, 0.4, 7)
    assert after.progress == Progress()
    assert after.scaling != scaled.scaling


@pytest.mark.parametrize(("share", "seed"), [(-0.1, 0), (0.95, 0), (float("nan"), 0), (0.2, -1)])
def test_impossible_splits_are_refused(share: float, seed: int) -> None:
    with pytest.raises(EditError, match="bad_split"):
        edits.set_split(new_project(), share, seed)


def test_the_project_refuses_data_that_does_not_fit() -> None:
    project = new_project()
    for dataset, reason in ((load("iris"), "inputs"), (own([[0.0, 1.0]], [[0.0, 1.0]]), "targets")):
        with pytest.raises(EditError, match=f"{reason}_do_not_fit"):
            replace(project, dataset=dataset)
    scaling = edits.set_standardised(edits.choose_dataset(project, "iris"), True).scaling
    with pytest.raises(EditError, match="scaling_does_not_fit"):
        replace(project, scaling=scaling)
