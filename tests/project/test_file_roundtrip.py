"""What is saved comes back to the last bit."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnsim.data import DATASETS, Dataset, Scaling, load
from nnsim.engine import ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS, TrainSettings
from nnsim.engine import parameter_count as count_of
from nnsim.project import (
    COLUMNS,
    Curves,
    NetworkSpec,
    OptimizerState,
    Progress,
    Project,
    StopRules,
    Watched,
    edits,
    new_project,
    parse_project,
    read_project,
    write_project,
)

floats = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([-0.0, 5e-324, -5e-324, 2.2e-308, 1.7976931348623157e308, 0.1]),
)
positive = st.floats(min_value=0, exclude_min=True, allow_infinity=False)
part = st.floats(0, 1, exclude_max=True)
seeds = st.integers(0, 2**64)


def vectors(*shape: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, shape, elements=floats)


@st.composite
def networks(draw: st.DrawFn, n: int, m: int) -> NetworkSpec:
    hidden = draw(st.lists(st.integers(1, 4), max_size=3))
    names = draw(st.tuples(*[st.sampled_from(list(ACTIVATIONS))] * (len(hidden) + 1)))
    fitting = [name for name, loss in LOSSES.items() if loss.fits(names[-1])]
    loss, initializer = draw(st.sampled_from(fitting)), draw(st.sampled_from(list(INITIALIZERS)))
    return NetworkSpec((n, *hidden, m), names, loss, initializer, draw(seeds))


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    if draw(st.booleans()):
        name = draw(st.sampled_from(["xor", "moons"]))
        given = {"samples": 20, "noise": draw(st.floats(0, 0.5))} if name == "moons" else {}
        return load(name, **given)  # type: ignore[arg-type]
    samples, n, m = draw(st.tuples(*[st.integers(1, 4)] * 3))
    names = draw(st.lists(st.text(max_size=8), min_size=n, max_size=n))
    return Dataset(draw(vectors(samples, n)), draw(vectors(samples, m)), tuple(names), name="한글")


@st.composite
def memories(draw: st.DrawFn, count: int) -> OptimizerState:
    name = draw(st.sampled_from(list(OPTIMIZERS)))
    held = draw(vectors(OPTIMIZERS[name].vectors, count))
    return OptimizerState(name, draw(st.integers(0, 2**53 - 1)), held)


@st.composite
def curves(draw: st.DrawFn) -> Curves:
    rows = draw(vectors(draw(st.integers(0, 4)), len(COLUMNS)))
    rows[:, 3:][draw(arrays(bool, (len(rows), 2)))] = np.nan
    return Curves(rows)


settings = st.builds(
    TrainSettings,
    optimizer=st.sampled_from(list(OPTIMIZERS)),
    learning_rate=positive,
    batch_size=st.none() | st.integers(1, 10**9),
    seed=seeds,
    l1=st.sampled_from([0.0, -0.0, 1e-3]),
    l2=st.floats(0, allow_infinity=False),
    momentum=part,
    rho=part,
    epsilon=positive,
)


whole = st.integers(1, 10**9)


@st.composite
def stop_rules(draw: st.DrawFn) -> StopRules:
    ons = st.fixed_dictionaries({"on": st.booleans()})
    rules = StopRules().changed("target", target=draw(positive), **draw(ons))
    rules = rules.changed("minimum", least_fall=draw(positive), epochs=draw(whole), **draw(ons))
    rules = rules.changed("epochs", epochs=draw(whole), **draw(ons))
    return rules.changed("test_rise", epochs=draw(whole), **draw(ons))


@st.composite
def memories_of_rules(draw: st.DrawFn) -> Watched:
    rules = draw(stop_rules())
    memories = {
        name: tuple(draw(vectors(rule.remembers)).tolist()) if draw(st.booleans()) else ()
        for name, rule in rules.active.items()
    }
    return Watched(rules, draw(st.integers(0, 2**53 - 1)), memories)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    dataset = draw(datasets())
    n, m = dataset.x.shape[1], dataset.t.shape[1]
    network = draw(networks(n, m))
    count = count_of(network.sizes)
    scaling = None
    if draw(st.booleans()) and np.abs(dataset.x).max() < 1e100:
        scales = arrays(np.float64, n, elements=st.floats(1e-10, 1e300))
        means = arrays(np.float64, n, elements=st.floats(-1e100, 1e100))
        scaling = Scaling(draw(means), draw(scales))
    return Project(
        network,
        draw(vectors(count)),
        draw(vectors(count)),
        dataset,
        scaling,
        draw(st.floats(0, 0.9)),
        draw(seeds),
        draw(settings),
        Progress(
            draw(st.integers(0, 2**53 - 1)),
            draw(st.none() | memories(count)),
            draw(curves()),
            draw(st.none() | memories_of_rules()),
        ),
        draw(stop_rules()),
    )


@given(projects())
def test_any_project_comes_back_to_the_last_bit(project: Project) -> None:
    content = write_project(project)
    again = parse_project(content)
    assert again == project
    assert repr(again.settings) == repr(project.settings)
    assert repr(again.progress.watched) == repr(project.progress.watched)
    assert write_project(again) == content


@pytest.mark.parametrize("name", list(DATASETS))
def test_every_dataset_comes_back(name: str, tmp_path: Path) -> None:
    project = edits.use_proposal(edits.choose_dataset(new_project(), name))
    path = tmp_path / "학습.nnsim"
    path.write_bytes(write_project(project))
    assert read_project(path) == project


def test_the_same_project_gives_the_same_bytes() -> None:
    assert write_project(new_project()) == write_project(new_project())


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_built_in_data_is_kept_as_its_source() -> None:
    project = edits.choose_dataset(new_project(), "moons", 30, 0.2, 7)
    files = parts(write_project(project))
    assert sorted(files) == ["history.npy", "initial.npy", "parameters.npy", "project.json"]
    document = json.loads(files["project.json"])
    assert (document["format"], document["version"]) == ("nnsim", 1)
    assert document["network"]["sizes"] == [2, 2, 1]
    assert document["data"]["source"] == {"name": "moons", "samples": 30, "noise": 0.2, "seed": 7}
    assert document["settings"]["learning_rate"] == 1.0


def test_a_file_from_before_there_were_stop_rules_opens() -> None:
    files = parts(write_project(new_project()))
    document = json.loads(files["project.json"])
    del document["stop_rules"], document["progress"]["watched"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (files | {"project.json": json.dumps(document).encode()}).items():
            archive.writestr(name, content)
    assert parse_project(buffer.getvalue()) == new_project()


def test_edited_data_stands_in_the_file() -> None:
    project = edits.set_sample_value(new_project(), 1, 0, 0.3)
    project = edits.set_standardised(project, True)
    project = replace(project, progress=Progress(1, OptimizerState("adam", 1, np.ones((2, 9)))))
    files = parts(write_project(project))
    assert {"x.npy", "t.npy", "scaling.npy", "optimizer.npy"} < files.keys()
    x = np.load(io.BytesIO(files["x.npy"]), allow_pickle=False)
    assert x.tolist() == [[0, 0], [0.3, 1], [1, 0], [1, 1]]


def test_a_repacked_file_opens(tmp_path: Path) -> None:
    project = new_project()
    path = tmp_path / "repacked.nnsim"
    files = parts(write_project(project))
    with zipfile.ZipFile(path, "w") as archive:
        for name in reversed(files):
            archive.writestr(name, files[name])
    assert read_project(path) == project


def test_what_the_system_refuses_passes_through(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_project(tmp_path / "none.nnsim")
    with pytest.raises(IsADirectoryError):
        read_project(tmp_path)
