"""Projects to export, and what the trainer says of them."""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnsim.data import Dataset, standardise
from nnsim.engine import ACTIVATIONS, LOSSES, EpochRecord, Trainer, TrainSettings
from nnsim.project import NetworkSpec, OptimizerState, Progress, Project

EPOCHS = 12
LINE = re.compile(r"epoch (\d+)  E (\S+)(?:  accuracy (\S+))?(?:  test E (\S+))?")


def dataset(outputs: int, values: bool = False, samples: int = 7) -> Dataset:
    """A few samples with two inputs; one-hot targets, or any between 0 and 1."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(samples, 2)).round(3)
    chosen = rng.integers(0, max(outputs, 2), samples)
    t = np.eye(outputs)[chosen] if outputs > 1 else chosen[:, None].astype(float)
    if values:
        t = rng.uniform(0, 1, (samples, outputs)).round(2)
    return Dataset(x, t, ("x1", "x2"), name="own")


def project(
    activations: Sequence[str],
    loss: str,
    settings: TrainSettings,
    outputs: int = 1,
    epochs: int = EPOCHS,
    values: bool = False,
    **parts: object,
) -> Project:
    """As after so many epochs from its first weights."""
    sizes = (2, *[3] * (len(activations) - 1), outputs)
    spec = NetworkSpec(sizes, tuple(activations), loss, "normal", 5)
    start = spec.draw()
    made = Project(spec, start, start, dataset(outputs, values), settings=settings, **parts)  # type: ignore[arg-type]
    return replace(made, progress=Progress(epochs))


def scaled(made: Project) -> Project:
    """With standardised inputs."""
    return replace(made, scaling=standardise(made.dataset.x))


def trainer(made: Project, start: bool = True) -> Trainer:
    """As the window trains it: from the first weights, or on from the present ones."""
    train, test = made.split
    net = made.build_network(made.initial if start else made.parameters)
    held_out = (made.x[test], made.t[test]) if len(test) else None
    state = None if start else made.trainer_state
    return Trainer(net, made.x[train], made.t[train], made.settings, held_out, state)


def records(made: Project, epochs: int = EPOCHS, start: bool = True) -> list[EpochRecord]:
    """Of the epoch that it begins with, and of as many after it."""
    runs = trainer(made, start)
    return [runs.record(), *(runs.run_epoch() for _ in range(epochs))]


def gone_on(made: Project, epochs: int, settings: TrainSettings) -> Project:
    """Trained for so many epochs, with other settings from then on."""
    runs = trainer(made)
    for _ in range(epochs):
        runs.run_epoch()
    state = runs.state
    memory = OptimizerState.of(state)
    progress = Progress(state.epoch, memory)
    return replace(
        made, parameters=state.parameters, progress=progress, settings=settings, altered=True
    )


def cases() -> list[tuple[tuple[str, str], str, TrainSettings, int]]:
    """(activations, loss, settings, outputs): each activation with each loss, each optimizer
    with each batch size and penalty."""
    optimizers = ("sgd", "momentum", "nesterov", "rmsprop", "adam")
    batches = (None, 3, 1)
    penalties = ((0.0, 0.0), (0.0, 0.02), (0.01, 0.0), (0.01, 0.02))
    names = list(ACTIVATIONS)
    found = []
    for place, hidden in enumerate(names):
        for turn, (loss, entry) in enumerate(LOSSES.items()):
            output = next(iter(entry.outputs)) if entry.outputs else names[(place + 3) % len(names)]
            l1, l2 = penalties[(place + turn) % 4]
            settings = TrainSettings(
                optimizers[(place + 2 * turn) % 5], 0.1, batches[(place + turn) % 3], 4, l1, l2
            )
            outputs = 1 if loss == "binary_cross_entropy" and place % 2 else 3
            found.append(((hidden, output), loss, settings, outputs))
    for place, optimizer in enumerate(optimizers):
        for turn, batch in enumerate(batches):
            l1, l2 = penalties[(place + turn) % 4]
            settings = TrainSettings(optimizer, 0.05, batch, 9, l1, l2)
            found.append((("tanh", "sigmoid"), "binary_cross_entropy", settings, 1))
    return found


def printed_by(files: Mapping[str, bytes], folder: Path) -> list[tuple[float, ...]]:
    """Run a script as a person would: epoch, E, accuracy and test E of every line it prints."""
    for ending, content in files.items():
        (folder / f"network{ending}").write_bytes(content)
    command = [sys.executable, "-W", "error", folder / "network.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stderr
    found = [LINE.match(line) for line in done.stdout.splitlines()]
    assert all(found), done.stdout
    return [tuple(float(g) if g else np.nan for g in each.groups()) for each in found if each]


def assert_same(printed: list[tuple[float, ...]], wanted: list[EpochRecord]) -> None:
    """Every number of a script is that of the trainer's record, to 1e-9 relative."""
    assert [row[0] for row in printed] == [record.epoch for record in wanted]
    for place, name in ((1, "loss"), (2, "accuracy"), (3, "test_loss")):
        theirs = np.array([row[place] for row in printed])
        ours = np.array([getattr(record, name) for record in wanted], dtype=float)
        known = ~np.isnan(theirs)
        np.testing.assert_allclose(theirs[known], ours[known], rtol=1e-9, atol=1e-15)
