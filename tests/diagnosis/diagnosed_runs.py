"""Networks that are really trained, into trouble and out of it."""

from dataclasses import replace
from math import inf

import numpy as np

from nnsim.data import Dataset
from nnsim.diagnosis import Facts, Finding, Kind, Run, diagnose
from nnsim.engine import EpochRecord, TrainingDiverged
from nnsim.project import Curves, NetworkSpec, Project, edits, new_project
from nnsim.training import TrainRequest
from nnsim.training.recorder import Recorder


def train(project: Project, epochs: int) -> Facts:
    """What is known after so many epochs, or after the last that came out finite."""
    return trained_in_steps(project, [epochs])[0]


def trained_in_steps(project: Project, stops: list[int]) -> list[Facts]:
    """The same, at several epochs of one run."""
    trainer = TrainRequest.of(project, 1).build_trainer()
    recorder = Recorder(trainer, project.progress.snapshots)
    records: list[EpochRecord] = []
    run = Run.of(project)
    found: list[Facts] = []
    for epoch in range(1, max(stops) + 1):
        try:
            records += recorder.run_for(inf, 1)
        except TrainingDiverged as error:
            run = replace(run, overflow=error.epoch)
        if epoch in stops or run.overflow is not None:
            curves = Curves.of([*_earlier(project), *records])
            after = edits.trained(project, trainer.state, curves, snapshots=recorder.snapshots)
            found.append(Facts(after, run))
        if run.overflow is not None:
            break
    return found


def _earlier(project: Project) -> list[EpochRecord]:
    return [EpochRecord(int(row[0]), *map(float, row[1:])) for row in project.progress.curves.rows]


def kinds(facts: Facts) -> list[Kind]:
    return [finding.kind for finding in diagnose(facts)]


def first(facts: Facts, kind: Kind) -> Finding:
    """The first finding, which must be of this kind."""
    findings = diagnose(facts)
    assert findings, "nothing was found"
    assert findings[0].kind is kind
    return findings[0]


def xor(**settings: object) -> Project:
    """The default network and data, with some settings of the trainer changed."""
    return edits.set_settings(new_project(), **settings)


def with_activation(project: Project, *names: str) -> Project:
    """Other activations for layers 2, 3, ..."""
    for layer, name in enumerate(names, start=2):
        project = edits.set_activation(project, layer, name)
    return project


def linear(x: list[list[float]], t: list[list[float]], rate: float) -> Project:
    """y = W x + b from W = 0, b = 0, with mean squared error."""
    dataset = Dataset(np.array(x), np.array(t), tuple(f"x{n + 1}" for n in range(len(x[0]))))
    spec = NetworkSpec((len(x[0]), 1), ("identity",), "mean_squared_error", "zeros")
    start = spec.draw()
    return edits.set_settings(Project(spec, start, start, dataset), learning_rate=rate)
