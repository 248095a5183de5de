"""Runs in the file of a project."""

import io
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_files import npy, parts, refusal, zipped
from test_file_fuzz import json_values, opens_or_is_refused, places
from test_runs import train

from nnsim.project import MAX_RUN_ROWS, Project, edits, new_project, parse_project, write_project


def with_runs() -> Project:
    """Runs on own data, on data made again with scaling, and on others; one named and pinned."""
    project = train(edits.set_sample_value(new_project(), 1, 0, 0.3), 3)
    project = train(edits.draw_weights(project), 2)
    project = edits.set_settings(edits.choose_dataset(project, "moons", 20), optimizer="adam")
    project = train(edits.set_split(edits.set_standardised(project, True), 0.25, 0), 2)
    project = edits.choose_dataset(project, "xor")
    return edits.pin_run(edits.rename_run(project, 2, "낮은 η"), 2)


PROJECT = with_runs()
PARTS = parts(PROJECT)
DOCUMENT = json.loads(PARTS["project.json"])


def changed(run: int, **values: object) -> bytes:
    document = json.loads(PARTS["project.json"])
    document["runs"][run] |= values
    return zipped(PARTS | {"project.json": json.dumps(document).encode()})


def test_runs_come_back_to_the_last_bit() -> None:
    content = write_project(PROJECT)
    again = parse_project(content)
    assert len(again.runs) == 3
    assert again == PROJECT
    assert again.baseline == PROJECT.baseline
    assert again.baseline.name == "낮은 η"
    seconds = [run.result.progress.seconds for run in again.runs]
    assert seconds == [run.result.progress.seconds for run in PROJECT.runs] == [0.5, 0.5, 0.5]
    assert write_project(again) == content


def test_the_seconds_of_the_run_that_goes_on_come_back() -> None:
    project = train(new_project(), 1)
    assert parse_project(write_project(project)).progress.seconds == 0.5


def test_data_stand_in_the_file_once() -> None:
    assert [run["same_data_as"] for run in DOCUMENT["runs"]] == [None, 1, None]
    again = parse_project(write_project(PROJECT))
    assert again.runs[0].result.dataset is again.runs[1].result.dataset
    own = parse_project(write_project(edits.restore_result(PROJECT, 1)))
    assert own.dataset is own.runs[0].result.dataset


def test_what_was_restored_from_a_file_trains_on_exactly() -> None:
    again = edits.restore_result(parse_project(write_project(PROJECT)), 3)
    assert train(again, 3) == train(edits.restore_result(PROJECT, 3), 3)


def test_a_file_without_runs_opens() -> None:
    """As it was written before there were any."""
    files = parts(new_project())
    assert "runs.npy" not in files
    document = json.loads(files["project.json"])
    del document["runs"], document["altered"], document["progress"]["seconds"]
    content = zipped(files | {"project.json": json.dumps(document).encode()})
    assert parse_project(content) == new_project()


@pytest.mark.parametrize(
    ("run", "values"),
    [
        (0, {"number": 0}),
        (0, {"number": 2}),
        (0, {"pinned": True}),
        (0, {"same_data_as": 0}),
        (1, {"same_data_as": 2}),
        (1, {"same_data_as": -1}),
        (2, {"same_data_as": 0}),
        (1, {"name": "x" * 61}),
        (1, {"result": DOCUMENT}),
    ],
)
def test_runs_that_do_not_fit_are_refused(run: int, values: dict[str, object]) -> None:
    assert refusal(changed(run, **values))[0] in ("bad_document", "bad_array")


def test_arrays_of_runs_are_checked() -> None:
    numbers = np.load(io.BytesIO(PARTS["runs.npy"]))
    assert refusal(zipped(PARTS | {"runs.npy": npy(numbers[:-1])})) == ("bad_array", "runs.npy")
    numbers[0] = np.inf
    assert refusal(zipped(PARTS | {"runs.npy": npy(numbers)})) == ("not_finite", "runs.npy")
    rest = {name: part for name, part in PARTS.items() if name != "runs.npy"}
    assert refusal(zipped(rest)) == ("missing_part", "runs.npy")


def test_a_run_with_too_long_a_curve_is_refused() -> None:
    document = json.loads(PARTS["project.json"])
    numbers = np.load(io.BytesIO(PARTS["runs.npy"]))
    rows = MAX_RUN_ROWS + 1
    last = document["runs"][-1]["result"]["progress"]
    more = np.ones(5 * (rows - last["curve_rows"]))
    last["curve_rows"] = rows
    files = {
        "project.json": json.dumps(document).encode(),
        "runs.npy": npy(np.concatenate([numbers, more])),
    }
    assert refusal(zipped(PARTS | files)) == ("bad_document", "project.json")


RUN_PLACES = [place for place in places(DOCUMENT) if place[0] == "runs"]


@given(st.sampled_from(RUN_PLACES), json_values)
def test_any_value_anywhere_in_a_run(path: tuple[str | int, ...], value: object) -> None:
    document = json.loads(PARTS["project.json"])
    target = document
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    opens_or_is_refused(zipped(PARTS | {"project.json": json.dumps(document).encode()}))
