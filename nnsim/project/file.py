"""The file of a project: project.json and one .npy for each array, in a zip.

A built-in dataset is kept as its source and made again on reading. Every float comes back to the
last bit, and the same project gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnsim.data import BadArgument, DataError, Dataset, Scaling, ScalingKind, load
from nnsim.engine import OPTIMIZERS, parameter_count

from .archive import MAX_DOCUMENT, Archive, array_part, pack, read_content
from .arrays import FloatArray
from .curves import COLUMNS, Curves
from .errors import EditError, ProjectFileError
from .file_runs import cut, earlier_data, flat, flat_size
from .progress import OptimizerState, Progress
from .runs import Run
from .schema import (
    DOCUMENT,
    DataModel,
    FileModel,
    OptimizerModel,
    ProgressModel,
    RunModel,
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
RUNS = "runs.npy"  # every array of every run, one after the other
MEASURED_ALWAYS = COLUMNS.index("accuracy") + 1  # the columns before the test columns


def write_project(project: Project) -> bytes:
    """The content of the project's file."""
    arrays, model = _arrays(project), _document(project)
    if project.runs:
        of_runs = [_arrays(run.result) for run in project.runs]
        named = zip(of_runs, map(_run_shapes, model.runs), strict=True)
        arrays[RUNS] = flat(own[name] for own, shapes in named for name in shapes)
    parts = {DOCUMENT: write_document(model)}
    parts |= {name: array_part(array) for name, array in arrays.items()}
    return pack(parts)


def _arrays(project: Project) -> dict[str, FloatArray]:
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
    return arrays


def read_project(path: Path) -> Project:
    """Open a file; raises ProjectFileError, and OSError where the system cannot read it."""
    with path.open("rb") as file:
        return parse_project(read_content(file))


def parse_project(content: bytes) -> Project:
    """The project in the content of a file; raises ProjectFileError."""
    archive = Archive(content)
    if DOCUMENT not in archive:
        raise ProjectFileError("not_a_project", DOCUMENT)
    model = read_document(archive.read(DOCUMENT, MAX_DOCUMENT))
    shapes = _shapes(model)
    archive.expect({DOCUMENT, *shapes})
    arrays = {name: archive.read_array(name, shape) for name, shape in shapes.items()}
    runs = arrays.pop(RUNS, None)
    _check_finite(arrays)
    try:
        project = _project(model, arrays, _dataset(model.data, arrays))
        return project if runs is None else replace(project, runs=_runs(model, runs, project))
    except EditError as error:
        raise bad_document("", str(error)) from error


def _check_finite(arrays: Arrays, part: str = "") -> None:
    for name, array in arrays.items():
        known = array[:, :MEASURED_ALWAYS] if name == HISTORY else array
        if not np.isfinite(known).all() or np.isinf(array).any():
            raise ProjectFileError("not_finite", part or name)


def _document(project: Project) -> FileModel:
    dataset, memory = project.dataset, project.progress.optimizer_state
    table = TableModel(
        name=dataset.name,
        samples=len(dataset.x),
        input_names=dataset.input_names,
        class_names=dataset.class_names,
        target_names=dataset.target_names,
        origin=dataset.origin,
    )
    places = earlier_data(dataset, project.runs)
    return FileModel(
        network=project.network,
        data=DataModel(
            source=dataset.source,
            table=table if dataset.source is None else None,
            standardised=project.scaling is not None,
            scaling="standard" if project.scaling is None else project.scaling.kind,
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
            seconds=project.progress.seconds,
        ),
        stop_rules=project.stop_rules,
        altered=project.altered,
        runs=tuple(map(_run_model, project.runs, places)),
    )


def _remembered(memory: OptimizerState) -> OptimizerModel:
    return OptimizerModel(name=memory.optimizer, updates=memory.updates)


def _run_model(run: Run, same_data_as: int | None) -> RunModel:
    return RunModel(
        number=run.number,
        name=run.name,
        pinned=run.pinned,
        same_data_as=same_data_as,
        result=_document(run.result),
    )


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
    if model.runs:
        shapes[RUNS] = (flat_size(map(_run_shapes, model.runs)),)
    return shapes


def _run_shapes(model: RunModel) -> dict[str, tuple[int, ...]]:
    """The arrays of a run; data that stand in the file already are left out."""
    shapes = _shapes(model.result)
    if model.same_data_as is not None:
        shapes = {name: shapes[name] for name in shapes if name not in (INPUTS, TARGETS)}
    return shapes


def _runs(model: FileModel, vector: FloatArray, project: Project) -> tuple[Run, ...]:
    datasets, runs = [project.dataset], []
    for run, arrays in zip(model.runs, cut(vector, [*map(_run_shapes, model.runs)]), strict=True):
        _check_finite(arrays, RUNS)
        place = run.same_data_as
        if place is not None and not 0 <= place < len(datasets):
            raise bad_document("runs", "same_data_as")
        dataset = _dataset(run.result.data, arrays) if place is None else datasets[place]
        if dataset.source != run.result.data.source:
            raise bad_document("runs", "same_data_as")
        datasets.append(dataset)
        result = _project(run.result, arrays, dataset)
        runs.append(Run(run.number, result, run.name, run.pinned))
    return tuple(runs)


def _project(model: FileModel, arrays: Arrays, dataset: Dataset) -> Project:
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
        dataset=dataset,
        scaling=_scaling(arrays[SCALING], model.data.scaling) if model.data.standardised else None,
        test_share=model.data.test_share,
        split_seed=model.data.split_seed,
        settings=model.settings,
        progress=Progress(
            model.progress.epoch,
            state,
            Curves(arrays[HISTORY]),
            model.progress.watched,
            snapshots,
            model.progress.seconds,
        ),
        stop_rules=model.stop_rules,
        altered=model.altered,
    )


def _dataset(model: DataModel, arrays: Arrays) -> Dataset:
    source, table = model.source, model.table
    try:
        if source is not None:
            return load(source.name, source.samples, source.noise, source.seed)
        assert table is not None
        x, t = arrays[INPUTS], arrays[TARGETS]
        return Dataset(
            x,
            t,
            table.input_names,
            table.class_names,
            name=table.name,
            origin=table.origin,
            target_names=table.target_names,
        )
    except BadArgument as error:
        raise bad_document(f"data.source.{error.name}") from error
    except DataError as error:
        raise bad_document("data.table" if source is None else "data.source.name") from error


def _scaling(rows: FloatArray, kind: ScalingKind) -> Scaling:
    mean, scale = rows
    try:
        return Scaling(mean, scale, kind)
    except DataError as error:
        raise ProjectFileError("bad_array", SCALING, "scale > 0") from error
