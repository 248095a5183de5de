"""What the main thread and the worker say to each other: frozen values, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from nnsim.data.dataset import FloatArray
from nnsim.engine import (
    Network,
    ParameterAddress,
    Trainer,
    TrainerState,
    TrainSettings,
)
from nnsim.project import (
    NetworkSpec,
    Progress,
    Project,
    Snapshots,
    StopReason,
    StopRules,
    Watched,
)


@dataclass(frozen=True, slots=True)
class TrainRequest:
    """Everything a run needs, so that nothing is shared while it goes on.

    Attributes:
        generation: number of the run; reports of any other run are dropped.
        network, settings, state: as in the project.
        x, t: training samples, shapes (N, n_1) and (N, n_L).
        test: the held-out samples, or None.
        epochs: how many to train; None: until stopped.
        epochs_per_second: the pace; None: full speed.
        stop_rules, progress: what ends the run, and what has been before it.
        snapshots: the way so far.
    """

    generation: int
    network: NetworkSpec
    settings: TrainSettings
    state: TrainerState
    x: FloatArray
    t: FloatArray
    test: tuple[FloatArray, FloatArray] | None
    epochs: int | None = None
    epochs_per_second: float | None = None
    stop_rules: StopRules = field(default_factory=StopRules)
    progress: Progress = field(default_factory=Progress)
    snapshots: Snapshots = field(default_factory=Snapshots)

    @classmethod
    def of(
        cls,
        project: Project,
        generation: int,
        epochs: int | None = None,
        epochs_per_second: float | None = None,
    ) -> TrainRequest:
        """The request to train this project on from where it is."""
        training, testing = project.split
        test = (project.x[testing], project.t[testing]) if len(testing) else None
        return cls(
            generation,
            project.network,
            project.settings,
            project.trainer_state,
            project.x[training],
            project.t[training],
            test,
            epochs,
            epochs_per_second,
            project.stop_rules,
            project.progress,
            project.progress.snapshots,
        )

    def build_trainer(self) -> Trainer:
        """A trainer of the run's own."""
        spec = self.network
        network = Network(
            spec.sizes,
            spec.activations,
            spec.loss,
            spec.initializer,
            spec.seed,
            parameters=self.state.parameters,
        )
        return Trainer(network, self.x, self.t, self.settings, self.test, self.state)


@dataclass(frozen=True, slots=True)
class EpochBatch:
    """Every epoch since the last batch, once and in order, and the state after the last of them.

    Attributes:
        rows: the epochs as in Curves, shape (n, 5).
        snapshots: those of the whole way until there.
        seconds: how long this run has computed, without waiting for its pace.
    """

    generation: int
    rows: FloatArray
    state: TrainerState
    snapshots: Snapshots = field(default_factory=Snapshots)
    seconds: float = 0.0


class Outcome(Enum):
    """Why a run ended."""

    STOPPED = "stopped"
    FINISHED = "finished"
    DIVERGED = "diverged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Divergence:
    """What the numbers were when a loss or a parameter stopped being finite.

    Attributes:
        epoch: the epoch that could not be finished.
        last_loss: E at the end of the epoch before it; None if that was not finite either.
        learning_rate: η then.
        largest_update: the largest change of a parameter within that epoch; may be infinite.
        parameter: which one that was, if it is known.
    """

    epoch: int
    last_loss: float | None
    learning_rate: float
    largest_update: float
    parameter: ParameterAddress | None


@dataclass(frozen=True, slots=True)
class TrainEnded:
    """The end of a run.

    Attributes:
        state: at the end of the last finished epoch; always finite.
        divergence: set when the outcome is DIVERGED.
        details: the traceback when the outcome is FAILED.
        reason: the stop rule that was reached, when the outcome is FINISHED by one.
        watched: what the stop rules remember.
    """

    generation: int
    outcome: Outcome
    state: TrainerState
    divergence: Divergence | None = field(default=None)
    details: str = ""
    reason: StopReason | None = None
    watched: Watched | None = None
