"""The columns of the list of runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnsim.notation import format_loss
from nnsim.project import Project
from nnsim.ui.marking import QT_TRANSLATE_NOOP
from nnsim.ui.run_facts import (
    accuracy_text,
    batch_text,
    data_text,
    epochs_text,
    network_text,
    rate_text,
    time_text,
)
from nnsim.ui.shown_run import ShownRun
from nnsim.ui.texts import title

NAME, OPTIMIZER, NETWORK, LOSS, TEST_LOSS, DATA = 0, 2, 4, 7, 8, 12
TEST_ACCURACY = 10


@dataclass(frozen=True)
class Column:
    """A column.

    Attributes:
        heading, tip: in English.
        text: of a run, at so many decimals.
        key: what it is sorted by; None goes to the end.
        widest: a text that it has room for.
        left: whether it holds words.
    """

    heading: str
    tip: str
    text: Callable[[ShownRun, int], str]
    key: Callable[[ShownRun], object]
    widest: str
    left: bool = False


def _last(column: str) -> Callable[[ShownRun], object]:
    return lambda run: run.last(column)


COLUMNS = (
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Run"),
        "",
        lambda run, _: run.title,
        lambda run: run.number,
        "Current",
        left=True,
    ),
    Column(
        "η",
        QT_TRANSLATE_NOOP("RunsModel", "Learning rate"),
        lambda run, _: rate_text(run.project),
        lambda run: run.project.settings.learning_rate,
        "0.005",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Optimizer"),
        "",
        lambda run, _: title(run.project.settings.optimizer),
        lambda run: title(run.project.settings.optimizer),
        "gradient …",
        left=True,
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Batch"),
        QT_TRANSLATE_NOOP("RunsModel", "Samples in a mini-batch"),
        lambda run, _: batch_text(run.project),
        lambda run: run.project.settings.batch_size or len(run.project.split[0]),
        "0000",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Network"),
        QT_TRANSLATE_NOOP("RunsModel", "Nodes of each layer, and the activations"),
        lambda run, _: network_text(run.project),
        lambda run: len(run.project.parameters),
        "2-2-1 sig…",
        left=True,
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Seed"),
        QT_TRANSLATE_NOOP("RunsModel", "Seed of the first weights"),
        lambda run, _: str(run.project.network.seed),
        lambda run: run.project.network.seed,
        "000",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Epochs"),
        "",
        lambda run, _: epochs_text(run),
        lambda run: run.epoch,
        "00 000",
    ),
    Column(
        "E",
        QT_TRANSLATE_NOOP("RunsModel", "Loss over the training samples, at the end"),
        lambda run, decimals: format_loss(run.last("loss"), decimals),
        _last("loss"),
        "0.00000",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Test E"),
        QT_TRANSLATE_NOOP("RunsModel", "Loss over the samples held out, at the end"),
        lambda run, decimals: format_loss(run.last("test_loss"), decimals),
        _last("test_loss"),
        "0.00000",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Accuracy"),
        QT_TRANSLATE_NOOP("RunsModel", "Training samples that are classified correctly"),
        lambda run, _: accuracy_text(run, "accuracy"),
        _last("accuracy"),
        "100.0 %",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Test"),
        QT_TRANSLATE_NOOP("RunsModel", "Samples held out that are classified correctly"),
        lambda run, _: accuracy_text(run, "test_accuracy"),
        _last("test_accuracy"),
        "100.0 %",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Time"),
        QT_TRANSLATE_NOOP("RunsModel", "How long training has computed"),
        lambda run, _: time_text(run.seconds),
        lambda run: run.seconds,
        "0.00 s",
    ),
    Column(
        QT_TRANSLATE_NOOP("RunsModel", "Data"),
        "",
        lambda run, _: data_text(run.project),
        lambda run: data_text(run.project),
        "Breast cancer",
        left=True,
    ),
)


def needs_column(column: int, runs: list[ShownRun], current: Project) -> bool:
    """Whether a column says anything: tests where there are any, data where they differ."""
    if column in (TEST_LOSS, TEST_ACCURACY):
        return any(run.last("test_loss") is not None for run in runs)
    if column == DATA:
        return any(run.project.dataset != current.dataset for run in runs)
    return True
