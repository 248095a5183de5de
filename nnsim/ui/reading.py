"""What the screen shows now, as one frozen value: every number under its symbol."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.engine import Forward, Gradients, Network
from nnsim.notation import Symbol, a
from nnsim.project import Project
from nnsim.trace import Phase, Position, with_parameter

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Trial:
    """One weight, bias or input with another number, to see what would follow.

    Attributes:
        symbol: the W, b or x.
        value: the number that is tried.
        actual: the reading without it.
    """

    symbol: Symbol
    value: float
    actual: Reading


@dataclass(frozen=True)
class Reading:
    """One sample's way through the network with the parameters of the moment.

    While training runs, `parameters` and `epoch` are the newest that have arrived; otherwise they
    are the project's.

    Attributes:
        project: network, data and settings.
        parameters: shape (P,).
        epoch: the epoch that the parameters belong to.
        sample: row of the selected sample, from 0.
        position: the place in the pass that is stepped through; None if none is.
        trial: the number that is tried; what follows from it is no part of the project.
        now: while an earlier epoch is visited, the reading of the project as it is; `project` is
            then as it was at that epoch, with its parameters, settings and optimizer's memory.
        difference: numbers are shown beside those of now.
    """

    project: Project
    parameters: FloatArray
    epoch: int
    sample: int
    position: Position | None = None
    trial: Trial | None = None
    now: Reading | None = None
    difference: bool = False

    def trying(self, symbol: Symbol, value: float) -> Reading:
        """This reading with another number for one W, b or x; every number is known, before and
        after, whatever step a pass was at."""
        actual = replace(self.actual, position=None)
        parameters = actual.parameters
        if symbol.kind != "x":
            sizes = self.project.network.sizes
            parameters = with_parameter(sizes, parameters, symbol, value)
        return replace(actual, parameters=parameters, trial=Trial(symbol, value, actual))

    @property
    def actual(self) -> Reading:
        """This reading without the number that is tried."""
        return self if self.trial is None else self.trial.actual

    def is_tried(self, symbol: Symbol) -> bool:
        """Whether a number is another one because of the trial."""
        return self.trial is not None and self.value(symbol) != self.actual.value(symbol)

    @cached_property
    def network(self) -> Network:
        """The network with these parameters."""
        return self.project.build_network(self.parameters)

    @cached_property
    def forward(self) -> Forward:
        """The forward pass of the sample; arrays of shape (1, n_l)."""
        x = self.project.x[self.sample : self.sample + 1]
        if self.trial is not None and self.trial.symbol.kind == "x":
            x = x.copy()
            x[0, self.trial.symbol.j - 1] = self.trial.value
        return self.network.forward(x)

    @cached_property
    def target(self) -> FloatArray:
        """t of the sample, shape (1, n_L)."""
        return self.project.t[self.sample : self.sample + 1]

    @cached_property
    def loss(self) -> float:
        """E of this one sample (N = 1)."""
        return float(self.network.loss_value(self.forward, self.target))

    @cached_property
    def gradients(self) -> Gradients:
        """The backward pass of this one sample (N = 1)."""
        return self.network.gradients(self.forward, self.target)

    @property
    def decides_class(self) -> bool:
        """Whether the outputs stand for classes (one with a threshold at 0.5, or one each), and
        are known."""
        depth, last = self.project.network.depth, self.project.network.sizes[-1]
        return self.project.dataset.kind != "values" and self.value(a(depth, last)) is not None

    @property
    def class_name(self) -> str:
        """The class that the outputs decide for."""
        depth, outputs = self.project.network.depth, self.project.network.sizes[-1]
        y = [self.value(a(depth, j)) or 0.0 for j in range(1, outputs + 1)]
        number = int(y[0] >= 0.5) if len(y) == 1 else int(np.argmax(y))
        return self.project.dataset.class_names[number]

    def canonical(self, symbol: Symbol) -> Symbol:
        """One name for each number: a^(1)_i for x_i, and a^(L)_j for y_j."""
        match symbol.kind:
            case "x":
                return a(1, symbol.j)
            case "y":
                return a(self.project.network.depth, symbol.j)
        return symbol

    def value(self, symbol: Symbol) -> float | None:
        """The number that a symbol stands for.

        None if the network has no such place, or the pass has not computed it yet. In the update,
        a weight has its new value as soon as that is computed.
        """
        if self.position is not None:
            step = self.position.result_of(self.canonical(symbol))
            if step is not None:
                return step.value
        return self.before_update(symbol)

    def before_update(self, symbol: Symbol) -> float | None:
        """As `value`, but of a weight or bias the number that the pass computes with."""
        symbol = self.canonical(symbol)
        if self.position is not None:
            if self.position.is_computed_later(symbol):
                return None
            return self.position.trace.value(symbol)
        try:
            return self._value(symbol)
        except (IndexError, KeyError):
            return None

    @property
    def phase(self) -> Phase:
        """The phase of the pass; FORWARD when no pass is open."""
        return Phase.FORWARD if self.position is None else self.position.phase

    def can_be_typed(self, symbol: Symbol) -> bool:
        """Whether what is shown of a symbol is its own number: neither a new one of the update,
        nor a weight or bias of an epoch that is only visited."""
        if self.now is not None and symbol.kind in ("W", "b"):
            return False
        return self.position is None or self.position.result_of(symbol) is None

    def _value(self, symbol: Symbol) -> float:
        layer, j, k = symbol.layer, symbol.j - 1, symbol.k - 1
        match symbol.kind:
            case "t":
                return float(self.target[0, j])
            case "z":
                return float(self.forward.z[layer][0, j])
            case "a":
                return float(self.forward.a[layer][0, j])
            case "W":
                return float(self.network.W[layer][j, k])
            case "b":
                return float(self.network.b[layer][j])
            case "delta":
                return float(self.gradients.delta[layer][0, j])
            case "dW":
                return float(self.gradients.W[layer][j, k])
            case "db":
                return float(self.gradients.b[layer][j])
            case "E":
                return self.loss
            case "eta":
                return self.project.settings.learning_rate
        raise KeyError(symbol)
