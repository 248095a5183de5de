"""The file of a project: project.json and one .npy for each array, in a zip.

A built-in dataset is kept as its source and made again on reading. Every float comes back to the
last bit, and the same project gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from nnsim.data import BadArgument, DataError, Dataset, Scaling, load
from nnsim.engine import OPTIMIZERS, parameter_count

from .archive import MAX_DOCUMENT, MAX_FILE, Archive, array_part, pack
from .arrays import FloatArray
from .curves import COLUMNS, Curves
from .errors import EditError, ProjectFileError
from .progress import OptimizerState, Progress
from .schema import (
    DOCUMENT,
    DataModel,
    FileModel,
    OptimizerModel,
    ProgressModel,
    TableModel,
    bad_document,
    read_document,
    write_document,
)
from .snapshot_file import count_numbers, numbers, read_snapshots, stretches
from .snapshots import Snapshots
from .spec import Project

Arrays = Mapping[str, FloatArray]

INITIAL, PARAMETERS, HISTORY = "initial.npy", "parameters.npy", "history.npy"
OPTIMIZER, INPUTS, TARGETS, SCALING = "optimizer.npy", "x.npy", "t.npy", "scaling.npy"
SNAPSHOTS = "snapshots.npy"
MEASURED_ALWAYS = COLUMNS.index("accuracy") + 1  # the columns before the test columns


def write_project(project: Project) -> bytes:
    """The content of the project's file."""
    arrays = {
        INITIAL: project.initial,
        PARAMETERS: project.parameters,
        HISTORY: project.progress.curves.rows,
    }
    if (memory := project.progress.optimizer_state) is not None:
        arrays[OPTIMIZER] = memory.vectors
    if project.progress.snapshots.entries:
        arrays[SNAPSHOTS] = numbers(project.progress.snapshots)
    if project.dataset.source is None:
        arrays |= {INPUTS: project.dataset.x, TARGETS: project.dataset.t}
    if project.scaling is not None:
        arrays[SCALING] = np.stack((project.scaling.mean, project.scaling.scale))
    parts = {DOCUMENT: write_document(_document(project))}
    parts |= {name: array_part(array) for name, array in arrays.items()}
    return pack(parts, as_they_are={SNAPSHOTS})


def read_project(path: Path) -> Project:
    """Open a file; raises ProjectFileError, and OSError where the system cannot read it."""
    with path.open("rb") as file:
        return parse_project(file.read(MAX_FILE + 1))


def parse_project(content: bytes) -> Project:
    """The project in the content of a file; raises ProjectFileError."""
    archive = Archive(content)
    if DOCUMENT not in archive:
        raise ProjectFileError("not_a_project", DOCUMENT)
    model = read_document(archive.read(DOCUMENT, MAX_DOCUMENT))
    shapes = _shapes(model)
    archive.expect({DOCUMENT, *shapes})
    arrays = {name: archive.read_array(name, shape) for name, shape in shapes.items()}
    for name, array in arrays.items():
        known = array[:, :MEASURED_ALWAYS] if name == HISTORY else array
        if not np.isfinite(known).all() or np.isinf(array).any():
            raise ProjectFileError("not_finite", name)
    try:
        return _project(model, arrays)
    except EditError as error:
        raise bad_document("", str(error)) from error


def _document(project: Project) -> FileModel:
    dataset, memory = project.dataset, project.progress.optimizer_state
    table = TableModel(
        name=dataset.name,
        samples=len(dataset.x),
        input_names=dataset.input_names,
        class_names=dataset.class_names,
    )
    return FileModel(
        network=project.network,
        data=DataModel(
            source=dataset.source,
            table=table if dataset.source is None else None,
            standardised=project.scaling is not None,
            test_share=project.test_share,
            split_seed=project.split_seed,
        ),
        settings=project.settings,
        progress=ProgressModel(
            epoch=project.progress.epoch,
            curve_rows=len(project.progress.curves),
            optimizer=None if memory is None else _remembered(memory),
            watched=project.progress.watched,
            snapshots=stretches(project.progress.snapshots),
        ),
        stop_rules=project.stop_rules,
    )


def _remembered(memory: OptimizerState) -> OptimizerModel:
    return OptimizerModel(name=memory.optimizer, updates=memory.updates)


def _shapes(model: FileModel) -> dict[str, tuple[int, ...]]:
    """The arrays that belong to project.json, with their shapes."""
    sizes, progress = model.network.sizes, model.progress
    count = parameter_count(sizes)
    shapes: dict[str, tuple[int, ...]] = {
        INITIAL: (count,),
        PARAMETERS: (count,),
        HISTORY: (progress.curve_rows, len(COLUMNS)),
    }
    if progress.optimizer is not None:
        entry = OPTIMIZERS.get(progress.optimizer.name)
        if entry is None:
            raise bad_document("progress.optimizer.name", ", ".join(OPTIMIZERS))
        shapes[OPTIMIZER] = (entry.vectors, count)
    if progress.snapshots:
        shapes[SNAPSHOTS] = (count_numbers(progress.snapshots, count),)
    if (table := model.data.table) is not None:
        shapes |= {INPUTS: (table.samples, sizes[0]), TARGETS: (table.samples, sizes[-1])}
    if model.data.standardised:
        shapes[SCALING] = (2, sizes[0])
    return shapes


def _project(model: FileModel, arrays: Arrays) -> Project:
    state = None
    if (memory := model.progress.optimizer) is not None:
        state = OptimizerState(memory.name, memory.updates, arrays[OPTIMIZER])
    snapshots = Snapshots()
    if SNAPSHOTS in arrays:
        count = parameter_count(model.network.sizes)
        snapshots = read_snapshots(model.progress.snapshots, arrays[SNAPSHOTS], count)
    return Project(
        network=model.network,
        initial=arrays[INITIAL],
        parameters=arrays[PARAMETERS],
        dataset=_dataset(model.data, arrays),
        scaling=_scaling(arrays[SCALING]) if model.data.standardised else None,
        test_share=model.data.test_share,
        split_seed=model.data.split_seed,
        settings=model.settings,
        progress=Progress(
            model.progress.epoch,
            state,
            Curves(arrays[HISTORY]),
            model.progress.watched,
            snapshots,
        ),
        stop_rules=model.stop_rules,
    )


def _dataset(model: DataModel, arrays: Arrays) -> Dataset:
    source, table = model.source, model.table
    try:
        if source is not None:
            return load(source.name, source.samples, source.noise, source.seed)
        assert table is not None
        x, t = arrays[INPUTS], arrays[TARGETS]
        return Dataset(x, t, table.input_names, table.class_names, name=table.name)
    except BadArgument as error:
        raise bad_document(f"data.source.{error.name}") from error
    except DataError as error:
        raise bad_document("data.table" if source is None else "data.source.name") from error


def _scaling(rows: FloatArray) -> Scaling:
    try:
        return Scaling(*rows)
    except DataError as error:
        raise ProjectFileError("bad_array", SCALING, "scale > 0") from error
