"""The project: everything that a file keeps and undo brings back, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from nnsim.data import Dataset, Scaling, load, split
from nnsim.engine import (
    ACTIVATIONS,
    INITIALIZERS,
    LOSSES,
    Network,
    TrainerState,
    TrainSettings,
    initial_parameters,
    parameter_count,
)

from .curves import Curves
from .errors import EditError

FloatArray = npt.NDArray[np.float64]

MAX_LAYERS = 20
MAX_NODES = 1024
MAX_PARAMETERS = 4_000_000

# With this seed, plain gradient descent with the settings below learns XOR.
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
        if not 2 <= len(self.sizes) <= MAX_LAYERS:
            raise EditError("too_many_layers", MAX_LAYERS)
        if not all(1 <= size <= MAX_NODES for size in self.sizes):
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
    outputs = LOSSES[loss].outputs
    return outputs is None or output_activation in outputs


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """How far training has come.

    Attributes:
        epoch: epochs trained since the initial parameters.
        optimizer_state: what the optimizer remembers (momentum and its like); None: nothing yet.
        curves: losses and accuracies so far.
    """

    epoch: int = 0
    optimizer_state: Any = None
    curves: Curves = field(default_factory=Curves)


@dataclass(frozen=True, eq=False)
class Project:
    """A network, its parameters, its data, its settings, and how far it was trained.

    Attributes:
        network: the architecture.
        initial: parameters at epoch 0, shape (P,), read-only; Reset goes back to them.
        parameters: parameters now, shape (P,), read-only.
        dataset: samples as they are in the source.
        scaling: how inputs are scaled before the network sees them; None: not at all.
        test_share, split_seed: which samples are held out for testing.
        settings: of the trainer.
        progress: epochs, optimizer memory and curves so far.
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

    def __post_init__(self) -> None:
        """Check that the parts fit one another; raises EditError."""
        count = parameter_count(self.network.sizes)
        for vector in (self.initial, self.parameters):
            if vector.shape != (count,):
                raise EditError("parameters_do_not_fit")
            if not np.isfinite(vector).all():
                raise EditError("not_finite")
            vector.flags.writeable = False
        if self.dataset.x.shape[1] != self.network.sizes[0]:
            raise EditError("inputs_do_not_fit")
        if self.dataset.t.shape[1] != self.network.sizes[-1]:
            raise EditError("targets_do_not_fit")
        if self.scaling is not None and self.scaling.mean.shape != self.dataset.x.shape[1:]:
            raise EditError("scaling_does_not_fit")
        if not 0.0 <= self.test_share <= 0.9 or self.split_seed < 0:
            raise EditError("bad_split")

    @cached_property
    def x(self) -> FloatArray:
        """Inputs as the network sees them, shape (N, n_1)."""
        return self.dataset.x if self.scaling is None else self.scaling.apply(self.dataset.x)

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

    @property
    def trainer_state(self) -> TrainerState:
        """From where a trainer goes on."""
        return TrainerState(self.progress.epoch, self.parameters, self.progress.optimizer_state)


def new_project() -> Project:
    """The notes' own network: 2-2-1, sigmoid, binary cross-entropy, on XOR."""
    network = NetworkSpec()
    start = network.draw()
    settings = TrainSettings(learning_rate=XOR_LEARNING_RATE)
    return Project(network, start, start.copy(), load("xor"), settings=settings)

