"""The project: everything that a file keeps and undo brings back, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.data import MAX_TEST_SHARE, Dataset, Scaling, load, split
from nnsim.engine import (
    ACTIVATIONS,
    INITIALIZERS,
    LOSSES,
    OPTIMIZERS,
    Network,
    Trainer,
    TrainerState,
    TrainSettings,
    initial_parameters,
    parameter_count,
)

from .arrays import FloatArray, read_only, same_bits
from .errors import EditError
from .progress import OptimizerState, Progress
from .runs import Run, check_runs
from .stopping import StopRules

MAX_LAYERS = 20
MAX_NODES = 1024
MAX_PARAMETERS = 4_000_000

# From this seed, plain gradient descent at this learning rate learns XOR: E < 0.05 in 464 epochs.
XOR_SEED = 0
XOR_LEARNING_RATE = 1.0


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """The architecture.

    Attributes:
        sizes: nodes of layers 1..L, the input layer first.
        activations: names for layers 2..L.
        loss, initializer: names in the engine's tables.
        seed: of the initial weights.
    """

    sizes: tuple[int, ...] = (2, 2, 1)
    activations: tuple[str, ...] = ("sigmoid", "sigmoid")
    loss: str = "binary_cross_entropy"
    initializer: str = "xavier"
    seed: int = XOR_SEED

    def __post_init__(self) -> None:
        """Check the bounds; raises EditError."""
        if len(self.sizes) < 2 or min(self.sizes) < 1:
            raise EditError("too_small")
        if len(self.sizes) > MAX_LAYERS:
            raise EditError("too_many_layers", MAX_LAYERS)
        if max(self.sizes) > MAX_NODES:
            raise EditError("too_many_nodes", MAX_NODES)
        if parameter_count(self.sizes) > MAX_PARAMETERS:
            raise EditError("too_many_parameters", MAX_PARAMETERS)
        if len(self.activations) != len(self.sizes) - 1:
            raise EditError("activations_do_not_fit_layers")
        if not set(self.activations) <= set(ACTIVATIONS):
            raise EditError("unknown_activation")
        if self.loss not in LOSSES or self.initializer not in INITIALIZERS:
            raise EditError("unknown_name")
        if not loss_fits(self.loss, self.activations[-1]):
            raise EditError("loss_does_not_fit_output")
        if self.seed < 0:
            raise EditError("negative_seed")

    @property
    def depth(self) -> int:
        """L, the number of the output layer."""
        return len(self.sizes)

    def size(self, layer: int) -> int:
        """Number of nodes of layer 1..L."""
        return self.sizes[layer - 1]

    def activation(self, layer: int) -> str:
        """Name of the activation of layer 2..L."""
        return self.activations[layer - 2]

    def draw(self) -> FloatArray:
        """Initial parameters (P,), drawn with the initializer and the seed."""
        return initial_parameters(self.sizes, self.initializer, self.seed)


def loss_fits(loss: str, output_activation: str) -> bool:
    """Whether this loss can be computed from the outputs of this activation."""
    return LOSSES[loss].fits(output_activation)


@dataclass(frozen=True, eq=False)
class Project:
    """A network, its parameters, its data, its settings, and how far it was trained.

    Equal by value, arrays to the last bit; not hashable.

    Attributes:
        network: the architecture.
        initial: parameters at epoch 0, shape (P,), read-only; Reset goes back to them.
        parameters: parameters now, shape (P,), read-only.
        dataset: samples as they are in the source.
        scaling: how inputs are scaled before the network sees them; None: not at all.
        test_share, split_seed: which samples are held out for testing.
        settings: of the trainer.
        stop_rules: when a run ends by itself.
        progress: epochs, optimizer memory and curves so far.
        altered: whether something was edited since epoch 0, so that settings and initial
            parameters alone do not lead to these.
        runs: the runs that are over, the oldest first.
    """

    network: NetworkSpec
    initial: FloatArray
    parameters: FloatArray
    dataset: Dataset
    scaling: Scaling | None = None
    test_share: float = 0.0
    split_seed: int = 0
    settings: TrainSettings = field(default_factory=TrainSettings)
    progress: Progress = field(default_factory=Progress)
    stop_rules: StopRules = field(default_factory=StopRules)
    altered: bool = False
    runs: tuple[Run, ...] = ()

    def __post_init__(self) -> None:
        """Check that the parts fit one another; raises EditError."""
        count = parameter_count(self.network.sizes)
        for name in ("initial", "parameters"):
            vector = read_only(getattr(self, name))
            object.__setattr__(self, name, vector)
            if vector.shape != (count,):
                raise EditError("parameters_do_not_fit")
            if not np.isfinite(vector).all():
                raise EditError("not_finite")
        self.progress.check(count)
        check_runs(self.runs)
        self._check_data()

    def _check_data(self) -> None:
        (samples, inputs), outputs = self.dataset.x.shape, self.dataset.t.shape[1]
        if samples < 1:
            raise EditError("no_samples")
        if inputs != self.network.sizes[0]:
            raise EditError("inputs_do_not_fit")
        if outputs != self.network.sizes[-1]:
            raise EditError("targets_do_not_fit")
        if self.scaling is not None:
            if self.scaling.mean.shape != (inputs,):
                raise EditError("scaling_does_not_fit")
            if not np.isfinite(self.x).all():
                raise EditError("not_finite")
        if not 0.0 <= self.test_share <= MAX_TEST_SHARE or self.split_seed < 0:
            raise EditError("bad_split")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Project):
            return NotImplemented
        return self is other or (
            self._values() == other._values()
            and all(map(same_bits, self._arrays(), other._arrays()))
        )

    def goes_on_as(self, other: Project) -> bool:
        """Whether its numbers and its way are those of the other: settings may differ, and runs."""
        same = ("parameters", "progress", "dataset", "scaling")
        return all(getattr(self, name) is getattr(other, name) for name in same) and (
            (self.network, self.test_share, self.split_seed)
            == (other.network, other.test_share, other.split_seed)
        )

    def _values(self) -> tuple[object, ...]:
        split = (self.test_share, self.split_seed)
        run = (self.network, self.settings, self.stop_rules, self.progress, self.altered)
        return (*run, self.dataset, self.scaling, split, self.runs)

    def _arrays(self) -> list[FloatArray]:
        arrays = [self.initial, self.parameters, self.dataset.x, self.dataset.t]
        return arrays if self.scaling is None else [*arrays, self.scaling.mean, self.scaling.scale]

    @cached_property
    def x(self) -> FloatArray:
        """Inputs as the network sees them, shape (N, n_1)."""
        if self.scaling is None:
            return self.dataset.x
        with np.errstate(over="ignore"):
            return read_only(self.scaling.apply(self.dataset.x))

    @property
    def t(self) -> FloatArray:
        """Targets, shape (N, n_L)."""
        return self.dataset.t

    @cached_property
    def split(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Row numbers of the training and of the test samples."""
        return split(len(self.dataset.x), self.test_share, self.split_seed)

    def build_network(self, parameters: FloatArray | None = None) -> Network:
        """The engine's network with these parameters, by default the current ones."""
        vector = self.parameters if parameters is None else parameters
        spec = self.network
        return Network(
            spec.sizes, spec.activations, spec.loss, spec.initializer, spec.seed, parameters=vector
        )

    def build_trainer(self, state: TrainerState, settings: TrainSettings) -> Trainer:
        """A trainer of these data that goes on from a state with these settings."""
        training, testing = self.split
        x, t = self.x, self.t
        test = (x[testing], t[testing]) if len(testing) else None
        network = self.build_network(state.parameters)
        return Trainer(network, x[training], t[training], settings, test, state)

    @property
    def baseline(self) -> Run | None:
        """The run that is pinned, for others to be compared with."""
        return next((run for run in self.runs if run.pinned), None)

    @property
    def trainer_state(self) -> TrainerState:
        """From where a trainer goes on."""
        epoch, memory = self.progress.epoch, self.progress.optimizer_state
        if memory is None:
            name = self.settings.optimizer
            none_yet = np.zeros((OPTIMIZERS[name].vectors, len(self.parameters)))
            memory = OptimizerState(name, 0, none_yet)
        return TrainerState(
            epoch, self.parameters, memory.optimizer, memory.updates, memory.vectors
        )


def new_project() -> Project:
    """The notes' own network: 2-2-1, sigmoid, binary cross-entropy, on XOR."""
    network = NetworkSpec()
    start = network.draw()
    settings = TrainSettings(learning_rate=XOR_LEARNING_RATE)
    return Project(network, start, start, load("xor"), settings=settings)
