"""Project files to be taken apart, spoilt and put together again."""

import io
import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from nnsim.engine import TrainerState
from nnsim.project import (
    Curves,
    OptimizerState,
    Progress,
    Project,
    ProjectFileError,
    Snapshot,
    Snapshots,
    edits,
    new_project,
    parse_project,
    write_project,
)

Parts = dict[str, bytes]


def everything() -> Project:
    """A project with every part that a file can have: own data, scaling, memory, way, curves."""
    project = edits.set_standardised(edits.set_sample_value(new_project(), 1, 0, 0.3), True)
    curves = Curves(np.array([[1.0, 0.5, 0.75, np.nan, np.nan]]))
    memory = OptimizerState("adam", 4, np.ones((2, 9)))
    start = TrainerState(0, project.initial, "adam", 0, np.zeros((2, 9)))
    changed = TrainerState(1, project.initial + 0.1, "adam", 4, np.ones((2, 9)))
    snapshots = Snapshots((Snapshot(start, project.settings, 0),))
    settings = replace(project.settings, optimizer="adam")
    snapshots = snapshots.added(changed, settings, follows=False)
    return replace(project, progress=Progress(1, memory, curves, snapshots=snapshots))


def parts(project: Project | None = None) -> Parts:
    """The parts of a project's file, by default of `everything`."""
    content = write_project(everything() if project is None else project)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(files: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts put together."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return buffer.getvalue()


def npy(array: object, **options: bool) -> bytes:
    """An array as numpy writes it."""
    buffer = io.BytesIO()
    np.save(buffer, array, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def with_document(place: str, value: object) -> bytes:
    """The file with one value of project.json replaced, or added."""
    document = json.loads(parts()["project.json"])
    *path, last = [int(key) if key.isdigit() else key for key in place.split(".")]
    target = document
    for key in path:
        target = target[key]
    target[last] = value
    return zipped(parts() | {"project.json": json.dumps(document).encode()})


def refusal(content: bytes) -> tuple[str, str]:
    """Reason and place of the refusal of this file."""
    with pytest.raises(ProjectFileError) as caught:
        parse_project(content)
    assert len(str(caught.value)) < 400
    return caught.value.reason, caught.value.place
