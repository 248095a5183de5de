"""The works that are measured: a network, its samples, its batches, and what speed is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nnsim.data import Dataset, load
from nnsim.engine import Network, Trainer, TrainSettings
from nnsim.project import Project, edits, new_project

FloatArray = NDArray[np.float64]

LEARNING_RATE = 0.1
SEED = 0


@dataclass(frozen=True)
class Work:
    """One row of the table. Sigmoid in the hidden layers; one sigmoid or several softmax outputs.

    Attributes:
        sizes: nodes of every layer.
        samples: how many; 4 is XOR.
        batch_size: None for full batch.
        goals: wanted ratio of epochs per second, by peer.
        matrix_share: wanted share of the time inside matrix products; None: any.
    """

    sizes: tuple[int, ...]
    samples: int
    batch_size: int | None
    goals: dict[str, float]
    matrix_share: float | None = None

    @property
    def title(self) -> str:
        """What the table calls it."""
        batch = "full batch" if self.batch_size is None else f"batch {self.batch_size}"
        return f"{'-'.join(map(str, self.sizes))}, {self.samples} samples, {batch}"

    @property
    def binary(self) -> bool:
        """Whether there is one output for two classes."""
        return self.sizes[-1] == 1

    @cached_property
    def dataset(self) -> Dataset:
        """Built-in samples where there are such, else random ones."""
        if self.samples == 4:
            return load("xor")
        if self.binary:
            return load("moons", samples=self.samples)
        if self.sizes[0] == 64:
            digits = load("digits")
            return Dataset(digits.x / 16.0, digits.t, digits.input_names, digits.class_names)
        rng = np.random.default_rng(SEED)
        x = rng.uniform(size=(self.samples, self.sizes[0]))
        t = np.eye(self.sizes[-1])[rng.integers(self.sizes[-1], size=self.samples)]
        return Dataset(x, t, tuple(f"x{i}" for i in range(1, self.sizes[0] + 1)))

    @property
    def labels(self) -> NDArray[np.int64]:
        """The class of each sample, (N,), as scikit-learn and PyTorch want it."""
        t = self.dataset.t
        return t[:, 0].astype(np.int64) if self.binary else t.argmax(axis=1)

    @property
    def settings(self) -> TrainSettings:
        """Plain stochastic gradient descent."""
        return TrainSettings("sgd", LEARNING_RATE, self.batch_size, SEED)

    def trainer(self) -> Trainer:
        """nnsim's trainer, at epoch 0."""
        hidden = ("sigmoid",) * (len(self.sizes) - 2)
        output, loss = ("sigmoid", "binary_cross_entropy")
        if not self.binary:
            output, loss = ("softmax", "cross_entropy")
        net = Network(self.sizes, (*hidden, output), loss)
        return Trainer(net, self.dataset.x, self.dataset.t, self.settings)

    def project(self) -> Project:
        """The same work as a project, to be opened in the window."""
        project = edits.use_dataset(new_project(), self.dataset)
        project = edits.resize_hidden(project, self.sizes[1:-1], "sigmoid")
        return edits.set_split(edits.set_settings(project, **vars(self.settings)), 0.0, SEED)


def _both(ratio: float) -> dict[str, float]:
    return {"scikit-learn": ratio, "PyTorch": ratio}


WORKS = (
    Work((2, 2, 1), 4, None, _both(30)),
    Work((2, 4, 2, 1), 250, 10, _both(20)),
    Work((2, 8, 8, 8, 8, 8, 8, 1), 250, 10, _both(15)),
    Work((64, 32, 10), 1797, 32, _both(15)),
    Work((784, 128, 64, 10), 10_000, 128, {"scikit-learn": 3, "PyTorch": 1.5}, matrix_share=0.6),
)
XOR = WORKS[0]
