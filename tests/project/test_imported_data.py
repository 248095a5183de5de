"""Imported data are part of the project: taken over in one step, kept in its file."""

import json
from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest

from nnsim.data import Dataset, Origin, min_max
from nnsim.project import EditError, Project, edits, new_project, parse_project, write_project

X = np.array([[1.0, 5.0], [3.0, 9.0], [2.0, 5.0]])


def imported(**parts: object) -> Project:
    values: dict[str, object] = {
        "input_names": ("width", "colour=red"),
        "class_names": ("no", "yes"),
        "name": "own.csv",
        "origin": Origin("own.csv", "", 5, 2, 1),
    }
    dataset = Dataset(X, np.array([[0.0], [1.0], [1.0]]), **(values | parts))  # type: ignore[arg-type]
    return edits.use_dataset(new_project(), dataset, min_max(X))


def test_the_network_sees_scaled_inputs() -> None:
    project = imported()
    assert project.x.tolist() == [[0, 0], [1, 1], [0.5, 0]]
    assert project.dataset.x.tolist() == X.tolist()
    assert project.network.sizes == (2, 2, 1)


def test_a_file_keeps_the_data_their_origin_and_the_kind_of_scaling() -> None:
    project = imported()
    again = parse_project(write_project(project))
    assert again == project
    assert again.dataset.origin == Origin("own.csv", "", 5, 2, 1)
    assert again.scaling is not None
    assert again.scaling.kind == "min_max"


def test_a_file_from_before_there_was_an_origin_opens() -> None:
    project = edits.set_standardised(imported(origin=None), True)
    with ZipFile(BytesIO(write_project(project))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(parts["project.json"])
    del document["data"]["scaling"], document["data"]["table"]["origin"]
    parts["project.json"] = json.dumps(document).encode()
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert parse_project(buffer.getvalue()) == project


def test_editing_a_value_keeps_the_origin() -> None:
    project = edits.set_sample_value(imported(), 0, 0, 0.5)
    assert project.dataset.x[0, 0] == 2.0  # 0.5 is what the network sees
    assert project.dataset.origin == imported().dataset.origin
    assert edits.add_node(project, 1).dataset.origin == project.dataset.origin


def test_a_split_keeps_the_kind_of_scaling() -> None:
    project = edits.set_split(imported(), 0.34, 0)
    assert project.scaling is not None
    assert project.scaling.kind == "min_max"
    training = project.dataset.x[project.split[0]]
    assert project.scaling.mean.tolist() == training.min(axis=0).tolist()


def test_set_scaling() -> None:
    project = edits.set_scaling(new_project(), "min_max")
    assert project.scaling is not None
    assert project.scaling.kind == "min_max"
    assert edits.set_scaling(project, None).scaling is None
    other = edits.set_standardised(project, True).scaling
    assert other is not None
    assert other.kind == "standard"
    assert other != project.scaling


@pytest.mark.parametrize(
    ("kind", "outputs", "activation", "loss"),
    [
        ("binary", 1, "sigmoid", "binary_cross_entropy"),
        ("binary", 2, "sigmoid", "binary_cross_entropy"),
        ("classes", 3, "softmax", "cross_entropy"),
        ("values", 1, "identity", "mean_squared_error"),
    ],
)
def test_a_new_table(kind: str, outputs: int, activation: str, loss: str) -> None:
    project = edits.new_table(new_project(), 5, 3, outputs, kind)  # type: ignore[arg-type]
    assert project.dataset.x.tolist() == [[0, 0, 0]] * 5
    assert project.dataset.t.sum() == (5 if kind == "classes" else 0)
    assert project.dataset.input_names == ("x1", "x2", "x3")
    assert project.network.sizes == (3, 2, outputs)
    assert (project.network.activations[-1], project.network.loss) == (activation, loss)


def test_a_table_of_nothing_is_refused() -> None:
    for size in ((0, 1, 1), (1, 0, 1), (1, 1, 0)):
        with pytest.raises(EditError):
            edits.new_table(new_project(), *size, "binary")
    with pytest.raises(EditError):
        edits.new_table(new_project(), 1, 1, 1, "classes")
