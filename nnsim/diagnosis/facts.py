"""What the rules look at: a project as it stands, and the run that has brought it there.

Everything is computed from a part of the training samples that is chosen once and for all, so that
it takes about as long for a large network and a large dataset as for small ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.engine import (
    LOSSES,
    Forward,
    Gradients,
    Network,
    TrainerState,
    TrainSettings,
)
from nnsim.project import Project, edits

FloatArray = npt.NDArray[np.float64]

MAX_SAMPLES = 1000  # enough to tell a share of 1 % from none
MIN_SAMPLES = 32  # of the largest networks: still some of each class
MAX_WORK = 12_000_000  # multiplications of one forward pass: some 5 ms

LEARNT_ACCURACY = 0.9  # whoever gets nine of ten right does not ask why it does not learn
LEARNT_LOSS = 0.5  # of the loss of guessing: half of what there is to explain is explained
PATIENCE = 100  # updates; XOR's way out of the plateau at its start is no shorter
FALLING = 0.05  # a loss that fell by a twentieth in the second half of a run is on its way


@dataclass(frozen=True, eq=False)
class Run:
    """The last run of a project, as far as it was watched.

    Attributes:
        project: that was trained; an edit of its network or data ends the run's meaning.
        start: the state that it began with.
        overflow: the epoch that could not be finished, because some number was not finite.
    """

    project: Project
    start: TrainerState
    overflow: int | None = None

    @classmethod
    def of(cls, project: Project) -> Run:
        """A run that begins now."""
        return cls(project, project.trainer_state)

    @classmethod
    def from_epoch_0(cls, project: Project) -> Run:
        """All that a project has been trained, as one run: when nobody has watched it."""
        return cls(project, edits.reset(project).trainer_state)

    def belongs_to(self, project: Project) -> bool:
        """Whether the project is what came of the run, perhaps with other settings."""
        mine = self.project
        return (
            mine.network == project.network
            and mine.dataset is project.dataset
            and mine.scaling is project.scaling
            and project.progress.epoch >= self.start.epoch
        )


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known about a project; each fact is computed when a rule first asks.

    Attributes:
        project: network, parameters, data and settings as they are.
        run: the run that led there; None if there was none.
    """

    project: Project
    run: Run | None = None

    @cached_property
    def rows(self) -> npt.NDArray[np.intp]:
        """The training samples that everything is computed from, evenly spread, (n,)."""
        training = self.project.split[0]
        affordable = MAX_WORK // len(self.project.parameters)
        count = min(len(training), MAX_SAMPLES, max(affordable, MIN_SAMPLES))
        return training[np.linspace(0, len(training) - 1, count).round().astype(np.intp)]

    @property
    def total(self) -> int:
        """How many training samples there are."""
        return len(self.project.split[0])

    @cached_property
    def x(self) -> FloatArray:
        """Inputs of those samples as the network sees them, (n, n_1)."""
        return self.project.x[self.rows]

    @cached_property
    def t(self) -> FloatArray:
        """Their targets, (n, n_L)."""
        return self.project.t[self.rows]

    @cached_property
    def network(self) -> Network:
        """With the parameters of the project."""
        return self.project.build_network()

    @cached_property
    def forward(self) -> Forward:
        """The forward pass of those samples."""
        return self.network.forward(self.x)

    @cached_property
    def gradients(self) -> Gradients:
        """Their backward pass."""
        return self.network.gradients(self.forward, self.t)

    @cached_property
    def gradient_norm(self) -> float:
        """√ Σ (∂E/∂w)² over all weights and biases."""
        return float(np.linalg.norm(self.gradients.vector))

    @cached_property
    def loss(self) -> float:
        """E over those samples."""
        return float(self.network.loss_value(self.forward, self.t))

    @cached_property
    def accuracy(self) -> float | None:
        """The part of them that is classified correctly; None where targets are no classes."""
        if self.project.dataset.kind == "values":
            return None
        return float(self.network.accuracy(self.forward, self.t))

    @cached_property
    def guess_loss(self) -> float:
        """E of an output that ignores x: the mean of the targets for every sample."""
        y = np.repeat(self.t.mean(axis=0)[:, np.newaxis], len(self.t), axis=1)
        inside = np.clip(y, 1e-12, 1.0)
        loss = self.project.network.loss
        if loss == "binary_cross_entropy":
            inside = np.clip(y, 1e-12, 1.0 - 1e-12)
            z = np.log(inside) - np.log1p(-inside)
        else:
            z = np.log(inside)
        return float(LOSSES[loss].terms(z, y, self.t.T).sum()) / len(self.t)

    @cached_property
    def curve(self) -> tuple[FloatArray, FloatArray]:
        """(epochs, losses) of the run, its start first; both (m,), empty without a run."""
        if self.run is None or not self.run.belongs_to(self.project):
            return np.empty(0), np.empty(0)
        return self._curve_since(self.run.start)

    @cached_property
    def way(self) -> tuple[FloatArray, FloatArray]:
        """(epochs, losses) of all training that has led here, in however many runs; both (m,).

        It begins where something else than a setting was changed. Without snapshots nobody knows
        where that was, and it is the curve of the last run.
        """
        entries = self.project.progress.snapshots.entries
        if not entries:
            return self.curve
        states = [*(entry.state for entry in entries), self.project.trainer_state]
        for place in reversed(range(len(entries))):
            later = states[place + 1]
            if entries[place].until < later.epoch and not self._is_on_curve(later):
                return self._curve_since(later)
        return self._curve_since(states[0])

    def _curve_since(self, start: TrainerState) -> tuple[FloatArray, FloatArray]:
        curves = self.project.progress.curves
        epochs, losses = curves.column("epoch"), curves.column("loss")
        after = epochs > start.epoch
        before = self.loss_of(start.parameters)
        return np.r_[start.epoch, epochs[after]], np.r_[before, losses[after]]

    def _is_on_curve(self, state: TrainerState) -> bool:
        """Whether training has led to these parameters: typed ones have another loss."""
        curves, training = self.project.progress.curves, self.project.split[0]
        losses = curves.column("loss")[curves.column("epoch") == state.epoch]
        network = self.project.build_network(state.parameters)
        forward = network.forward(self.project.x[training])
        loss = network.loss_value(forward, self.project.t[training])
        return not len(losses) or bool(np.isclose(losses[0], loss))

    @property
    def overflow(self) -> int | None:
        """The epoch after this one, if the last run could not finish it."""
        following = self.project.progress.epoch + 1
        return following if self.run is not None and self.run.overflow == following else None

    def settings_after(self, epoch: int) -> TrainSettings:
        """With which training went on from an epoch."""
        project = self.project
        return project.progress.snapshots.settings_after(epoch) or project.settings

    def loss_of(self, parameters: FloatArray) -> float:
        """E over those samples with other parameters (P,)."""
        network = self.project.build_network(parameters)
        return float(network.loss_value(network.forward(self.x), self.t))

    @cached_property
    def epochs_trained(self) -> int:
        """Epochs of the run."""
        epochs = self.curve[0]
        return int(epochs[-1] - epochs[0]) if len(epochs) else 0

    @cached_property
    def second_half(self) -> tuple[int, float, float]:
        """(epochs, loss before, loss after) of the second half of the run."""
        epochs, losses = self.curve
        if len(epochs) < 2:
            return 0, self.loss, self.loss
        middle = int(np.searchsorted(epochs, (epochs[0] + epochs[-1]) / 2, side="right")) - 1
        return int(epochs[-1] - epochs[middle]), float(losses[middle]), float(losses[-1])

    @cached_property
    def updates(self) -> int:
        """Updates of the weights in the run."""
        size = self.project.settings.batch_size or self.total
        return self.epochs_trained * -(-self.total // size)

    @cached_property
    def has_learnt(self) -> bool:
        """Whether nothing needs to be explained."""
        right = self.accuracy is None or self.accuracy >= LEARNT_ACCURACY
        return right and self.loss < LEARNT_LOSS * self.guess_loss

    @cached_property
    def is_falling(self) -> bool:
        """Whether the loss is on its way down."""
        _, before, after = self.second_half
        return after < before * (1 - FALLING)
