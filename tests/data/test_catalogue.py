import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.data import (
    DATASETS,
    MAX_TEST_SHARE,
    BadArgument,
    DataError,
    Dataset,
    Source,
    UnknownDataset,
    load,
)
from nnsim.engine import ACTIVATIONS, OPTIMIZERS

GENERATED = [key for key, entry in DATASETS.items() if entry.family == "generated"]
TRUTH_TABLES = [key for key, entry in DATASETS.items() if entry.family == "truth_table"]


@pytest.mark.parametrize(
    ("key", "targets"),
    [("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("nand", [1, 1, 1, 0]), ("xor", [0, 1, 1, 0])],
)
def test_truth_tables_count_in_binary(key: str, targets: list[int]) -> None:
    dataset = load(key)
    assert dataset.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert dataset.t[:, 0].tolist() == targets
    assert dataset.input_names == ("x1", "x2")
    assert dataset.class_names == ("0", "1")
    assert dataset.source == Source(key)
    assert DATASETS[key].proposal.test_share == 0


def test_the_families() -> None:
    assert TRUTH_TABLES == ["and", "or", "nand", "xor"]
    assert GENERATED == ["clusters", "circle", "xor_clouds", "spiral", "moons"]
    real = [key for key, entry in DATASETS.items() if entry.family == "real"]
    assert real == ["iris", "wine", "breast_cancer", "digits"]


@pytest.mark.parametrize("key", DATASETS)
def test_every_dataset_is_sound_and_can_be_made_again(key: str) -> None:
    dataset = load(key)
    assert dataset.name == key
    assert dataset.kind in ("binary", "classes")
    source = dataset.source
    assert source is not None
    assert load(source.name, source.samples, source.noise, source.seed) == dataset
    assert DATASETS[key].title


@pytest.mark.parametrize("key", DATASETS)
def test_every_proposal_names_what_exists(key: str) -> None:
    proposal = DATASETS[key].proposal
    assert proposal.activation in ACTIVATIONS
    assert proposal.optimizer in OPTIMIZERS
    assert 0 <= proposal.test_share <= MAX_TEST_SHARE
    assert proposal.standardise == (DATASETS[key].family == "real")


@pytest.mark.parametrize(
    ("key", "shape", "outputs", "first_input", "classes"),
    [
        ("iris", (150, 4), 3, "sepal length (cm)", ("setosa", "versicolor", "virginica")),
        ("wine", (178, 13), 3, "alcohol", ("class_0", "class_1", "class_2")),
        ("breast_cancer", (569, 30), 1, "mean radius", ("malignant", "benign")),
        ("digits", (1797, 64), 10, "pixel_0_0", tuple("0123456789")),
    ],
)
def test_real_datasets(
    key: str, shape: tuple[int, int], outputs: int, first_input: str, classes: tuple[str, ...]
) -> None:
    dataset = load(key)
    assert dataset.x.shape == shape
    assert dataset.t.shape == (shape[0], outputs)
    assert dataset.input_names[0] == first_input
    assert dataset.class_names == classes


def test_breast_cancer_names_the_class_of_1() -> None:
    # scikit-learn: 212 malignant, 357 benign
    assert load("breast_cancer").t.sum() == 357


@pytest.mark.parametrize("key", GENERATED)
@given(samples=st.integers(10, 2000), noise=st.floats(0, 0.5), seed=st.integers(0, 2**32 - 1))
def test_generated_sets(key: str, samples: int, noise: float, seed: int) -> None:
    dataset = load(key, samples, noise, seed)
    assert dataset.x.shape == (samples, 2)
    assert dataset.kind == "binary"
    assert abs(dataset.t.sum() - samples / 2) <= 0.5
    assert dataset.source == Source(key, samples, noise, seed)
    assert load(key, samples, noise, seed) == dataset


@pytest.mark.parametrize("key", GENERATED)
def test_generated_sets_stay_near_the_origin_and_follow_seed_and_noise(key: str) -> None:
    quiet = load(key, samples=2000, noise=0.0)
    assert np.abs(quiet.x).max() <= 1.5
    assert np.abs(quiet.x.mean(axis=0)).max() < 0.15
    assert not np.array_equal(quiet.x, load(key, samples=2000, noise=0.1).x)
    assert not np.array_equal(quiet.x, load(key, samples=2000, noise=0.0, seed=1).x)


def radius(dataset: Dataset) -> np.ndarray:
    return np.hypot(dataset.x[:, 0], dataset.x[:, 1])


def test_without_noise_the_shapes_are_exact() -> None:
    circle = load("circle", samples=1000, noise=0.0)
    assert ((radius(circle) < 0.65) == (circle.t[:, 0] == 1)).all()
    clouds = load("xor_clouds", samples=1000, noise=0.0)
    differ = np.sign(clouds.x[:, 0]) != np.sign(clouds.x[:, 1])
    assert (differ == (clouds.t[:, 0] == 1)).all()
    spiral = load("spiral", samples=1000, noise=0.0)
    turned = np.arctan2(spiral.x[:, 1], spiral.x[:, 0]) - 2 * np.pi * radius(spiral) / 1.2
    assert np.allclose(np.cos(turned), np.where(spiral.t[:, 0] == 1, -1.0, 1.0))


def test_defaults_and_one_argument_alone() -> None:
    assert load("moons").source == Source("moons", 200, 0.1, 0)
    assert load("moons", seed=3).source == Source("moons", 200, 0.1, 3)


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("moons", "samples", 9),
        ("moons", "samples", 2001),
        ("moons", "samples", 20.5),
        ("moons", "noise", -0.1),
        ("moons", "noise", 0.6),
        ("moons", "noise", float("nan")),
        ("moons", "seed", -1),
        ("xor", "samples", 100),
        ("iris", "seed", 1),
    ],
)
def test_bad_arguments_are_refused(key: str, name: str, value: float) -> None:
    with pytest.raises(BadArgument) as caught:
        load(key, **{name: value})  # type: ignore[arg-type]
    assert caught.value.name == name
    rule = DATASETS[key].arguments.get(name)
    bounds = (rule.low, rule.high) if rule else (None, None)
    assert (caught.value.low, caught.value.high) == bounds


def test_unknown_datasets_are_refused() -> None:
    with pytest.raises(UnknownDataset) as caught:
        load("mnist")
    assert caught.value.name == "mnist"
    assert isinstance(caught.value, DataError)


def test_scikit_learn_waits_until_it_is_asked_for() -> None:
    code = (
        "import sys, nnsim.data; nnsim.data.load('spiral'); "
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'pandas', 'scipy.stats')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
