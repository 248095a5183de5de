"""What can be done: each remedy is a value that turns a project into the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from nnsim.engine import TrainerState
from nnsim.project import Project, edits


class Remedy(Protocol):
    """An edit with its arguments."""

    def apply(self, project: Project) -> Project:
        """The project with the remedy; raises EditError."""
        ...


@dataclass(frozen=True)
class SetLearningRate:
    """Another η."""

    rate: float

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        return edits.set_settings(project, learning_rate=self.rate)


@dataclass(frozen=True, eq=False)
class GoBack:
    """Back to the state at the end of an epoch of the training, and another η from there."""

    state: TrainerState
    rate: float

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        settings = project.settings
        record = project.build_trainer(self.state, settings).record()
        before = edits.back_at(project, self.state, settings, record)
        return edits.set_settings(before, learning_rate=self.rate)


@dataclass(frozen=True)
class Standardise:
    """Every input to mean 0 and standard deviation 1; training starts over."""

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        return edits.set_standardised(project, True)


@dataclass(frozen=True)
class DrawWeights:
    """New initial weights; training starts over."""

    initializer: str
    seed: int

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        return edits.draw_weights(project, self.initializer, self.seed)


@dataclass(frozen=True)
class SetActivation:
    """Another activation for some layers; the weights stay."""

    layers: tuple[int, ...]
    name: str

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        for layer in self.layers:
            project = edits.set_activation(project, layer, self.name)
        return project


@dataclass(frozen=True)
class DropPenalty:
    """L1 and L2 set to 0."""

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        return edits.set_settings(project, l1=0.0, l2=0.0)


@dataclass(frozen=True)
class AddNode:
    """One more node in a hidden layer; the weights there are stay."""

    layer: int

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        return edits.add_node(project, self.layer)


@dataclass(frozen=True)
class AddLayer:
    """A hidden layer between input and output."""

    def apply(self, project: Project) -> Project:
        """See Remedy."""
        return edits.add_layer(project, 1)
