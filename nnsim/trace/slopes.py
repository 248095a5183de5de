"""A slope measured by two forward passes, beside the one that the backward pass computes.

(E(w + ε) - E(w - ε)) / 2ε differs from ∂E/∂w by about E'''(w) ε² / 6, because E is no straight
line (truncation), and by about u·E / ε, because numbers have 53 binary digits (rounding; u is
2^-53). See Nocedal and Wright, Numerical Optimization, section 8.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.notation import Symbol

from .effects import parameter_index

FloatArray = npt.NDArray[np.float64]

EPSILONS = tuple(10.0 ** (-half / 2) for half in range(20, 1, -1))  # 1e-10 to 1e-1
_ROUNDING_UNITS = 4.0  # by so many units in the last place may E and w be off


class ErrorSource(Enum):
    """Why a measured slope differs from the exact one."""

    NONE = "none"
    TRUNCATION = "truncation"
    ROUNDING = "rounding"


@dataclass(frozen=True)
class Measurement:
    """The slope over the stretch from w - ε to w + ε.

    Attributes:
        epsilon: ε.
        value: w.
        above, below: E(w + ε) and E(w - ε).
        exact: ∂E/∂w of the backward pass.
    """

    epsilon: float
    value: float
    above: float
    below: float
    exact: float

    @property
    def slope(self) -> float:
        """(E(w + ε) - E(w - ε)) / 2ε."""
        return (self.above - self.below) / (2 * self.epsilon)

    @property
    def difference(self) -> float:
        """By how much the measured slope is off."""
        return self.slope - self.exact

    @property
    def source(self) -> ErrorSource:
        """What the difference comes from: rounding, where it is no larger than rounding can be."""
        if self.difference == 0:
            return ErrorSource.NONE
        of_loss = float(np.spacing(max(abs(self.above), abs(self.below))))
        of_weight = float(np.spacing(abs(self.value) + self.epsilon)) * abs(self.exact)
        noise = _ROUNDING_UNITS * (of_loss + of_weight) / (2 * self.epsilon)
        return ErrorSource.ROUNDING if abs(self.difference) <= noise else ErrorSource.TRUNCATION


def measuring_work(parameters: int, samples: int) -> int:
    """Multiplications that `measure_slopes` takes, about."""
    return parameters * samples * (2 * len(EPSILONS) + 3)


def measure_slopes(
    network: Network, x: FloatArray, target: FloatArray, symbol: Symbol
) -> tuple[Measurement, ...]:
    """The slope of E over W^(l)_jk or b^(l)_j, measured with every ε of EPSILONS.

    Args:
        network: left as it is.
        x: the samples that E is the mean over, shape (N, n_1).
        target: their targets, shape (N, n_L).
        symbol: the weight or bias; IndexError if the network has none of that name.
    """
    place = parameter_index(network.sizes, symbol)
    exact = float(network.gradients(network.forward(x), target).vector[place])
    copy = Network(network.sizes, network.activations, network.loss, parameters=network.parameters)
    value = float(network.parameters[place])

    def loss_at(changed: float) -> float:
        copy.parameters[place] = changed
        return copy.loss_value(copy.forward(x), target)

    return tuple(
        Measurement(epsilon, value, loss_at(value + epsilon), loss_at(value - epsilon), exact)
        for epsilon in EPSILONS
    )
