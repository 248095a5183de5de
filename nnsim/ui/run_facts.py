"""What a run was trained with and what it has reached, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnsim.engine import OPTIMIZERS
from nnsim.notation import format_compact, format_exact, format_loss, format_percent
from nnsim.notation.numbers import ABSENT
from nnsim.project import Project

from .shown_run import ShownRun
from .texts import dataset_title, title

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Fact:
    """A line of the comparison.

    Attributes:
        label: what it is.
        text: the run's value in words.
        value: what decides whether two runs agree in it.
    """

    label: str
    text: str
    value: object


def accuracy_text(run: ShownRun, column: str) -> str:
    """The column "accuracy" or "test_accuracy" at the end; a dash where there are no classes."""
    return ABSENT if run.project.dataset.kind == "values" else format_percent(run.last(column))


def epochs_text(run: ShownRun) -> str:
    """How many epochs, in groups of three digits."""
    return f"{run.epoch:,}".replace(",", "\u2009")


def rate_text(project: Project) -> str:
    """η."""
    return format_exact(project.settings.learning_rate)


def time_text(seconds: float) -> str:
    """0.08 s, 12.3 s, 2:05 min; a dash for no time at all."""
    if seconds <= 0:
        return ABSENT
    if seconds < 60:
        return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d} min"


def network_text(project: Project) -> str:
    """2-4-1 tanh, sigmoid; an activation that all layers share is named once."""
    names = project.network.activations
    unlike = names if len(set(names)) > 1 else names[:1]
    if len(set(names[:-1])) == 1 and len(unlike) > 2:
        unlike = (names[0], names[-1])
    sizes = "-".join(map(str, project.network.sizes))
    return f"{sizes} {', '.join(map(title, unlike))}"


def batch_text(project: Project) -> str:
    """The size of a mini-batch, or "all"."""
    size = project.settings.batch_size
    return translate("runs", "all") if size is None else str(size)


def data_text(project: Project) -> str:
    """The dataset with what it was made from."""
    data, name = project.dataset, dataset_title(project.dataset.name)
    source = data.source
    if source is None:
        if data.origin is not None or not data.name:
            return name
        return translate("runs", "{name}, edited").format(name=name)
    if source.samples is None and source.seed is None:
        return name
    details = [str(source.samples)]
    if source.noise is not None:
        details.append(
            translate("runs", "noise {noise}").format(noise=format_compact(source.noise, 3))
        )
    if source.seed is not None:
        details.append(translate("runs", "seed {seed}").format(seed=source.seed))
    return f"{name}, {', '.join(details)}"


def settings_of(project: Project, optimizers: tuple[str, ...]) -> list[Fact]:
    """What a run was trained with, line by line.

    Args:
        optimizers: whose parameters get a line.
    """
    network, settings = project.network, project.settings
    numbers: Mapping[str, str] = {"momentum": "μ", "rho": "ρ", "beta1": "β₁", "beta2": "β₂"}
    used = {name for optimizer in optimizers for name in OPTIMIZERS[optimizer].uses}
    own = OPTIMIZERS[settings.optimizer].uses
    facts = [
        Fact(
            translate("runs", "Learning rate η"),
            format_exact(settings.learning_rate),
            settings.learning_rate,
        ),
        Fact(translate("runs", "Optimizer"), title(settings.optimizer), settings.optimizer),
    ]
    for name, sign in numbers.items():
        if name in used:
            value = getattr(settings, name) if name in own else None
            facts.append(Fact(sign, format_exact(value), value))
    return [
        *facts,
        Fact(translate("runs", "Batch size"), batch_text(project), settings.batch_size),
        Fact(translate("runs", "L2 penalty"), format_exact(settings.l2), settings.l2),
        Fact(translate("runs", "L1 penalty"), format_exact(settings.l1), settings.l1),
        Fact(
            translate("runs", "Network"),
            network_text(project),
            (network.sizes, network.activations),
        ),
        Fact(translate("runs", "Loss E"), title(network.loss), network.loss),
        Fact(translate("runs", "First weights"), _weights_text(project), project.initial.tobytes()),
        Fact(translate("runs", "Data"), data_text(project), project.dataset),
        Fact(translate("runs", "Standardised"), _scaling_text(project), project.scaling),
        Fact(
            translate("runs", "Held out"),
            _split_text(project),
            (project.test_share, project.split_seed),
        ),
    ]


def results_of(run: ShownRun, decimals: int) -> list[Fact]:
    """What a run has reached, line by line."""
    texts = (
        (translate("runs", "Epochs"), epochs_text(run)),
        ("E", format_loss(run.last("loss"), decimals)),
        (translate("runs", "Test E"), format_loss(run.last("test_loss"), decimals)),
        (translate("runs", "Accuracy"), accuracy_text(run, "accuracy")),
        (translate("runs", "Test accuracy"), accuracy_text(run, "test_accuracy")),
        (translate("runs", "Time"), time_text(run.seconds)),
    )
    return [Fact(label, text, text) for label, text in texts]


def _weights_text(project: Project) -> str:
    network = project.network
    name = translate("runs", "{initializer}, seed {seed}").format(
        initializer=title(network.initializer), seed=network.seed
    )
    drawn = np.array_equal(network.draw(), project.initial)
    return name if drawn else translate("runs", "{weights}, edited").format(weights=name)


def _split_text(project: Project) -> str:
    if not len(project.split[1]):
        return translate("runs", "none")
    percent = format_compact(100 * project.test_share, 1)
    return translate("runs", "{percent} %, seed {seed}").format(
        percent=percent, seed=project.split_seed
    )


def _scaling_text(project: Project) -> str:
    if project.scaling is not None and project.scaling.kind == "min_max":
        return QCoreApplication.translate("runs", "no, but min–max")
    return _yes(project.scaling is not None)


def _yes(on: bool) -> str:
    return translate("runs", "yes") if on else translate("runs", "no")
