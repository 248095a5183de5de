"""A slope measured by two forward passes, beside the one that the backward pass computes.

(E(w + ε) - E(w - ε)) / 2ε differs from ∂E/∂w by about E'''(w) ε² / 6, because E is no straight
line (truncation), and by about u·E / ε, because numbers have 53 binary digits (rounding; u is
2^-53). See Nocedal and Wright, Numerical Optimization, section 8.1. Where a relu or a step changes
sides between w - ε and w + ε, E has a kink or a jump, and the two need not agree at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from nnsim.engine import Forward, Network
from nnsim.notation import Symbol

from .effects import parameter_index

FloatArray = npt.NDArray[np.float64]

EPSILONS = tuple(10.0 ** (-half / 2) for half in range(20, 1, -1))  # 1e-10 to 1e-1
KINKED = frozenset({"relu", "leaky_relu", "step"})  # activations with a kink or a jump at z = 0
_NOISE_POINTS = (-4, -3, -2, -1, 1, 2, 3, 4)
_NOISE_STEP = 1e-9  # so short that E is straight over it, to the last digit
_DEVIATIONS = 6.0  # rounding is seldom more than so many standard deviations
_PASSES_TO_PREPARE = 3 + len(_NOISE_POINTS)


class ErrorSource(Enum):
    """Why a measured slope differs from the exact one."""

    NONE = "none"
    TRUNCATION = "truncation"
    ROUNDING = "rounding"
    KINK = "kink"
    NOT_FINITE = "not_finite"


@dataclass(frozen=True)
class Measurement:
    """The slope over the stretch from w - ε to w + ε.

    Attributes:
        epsilon: ε.
        value: w.
        above, below: E(w + ε) and E(w - ε).
        exact: ∂E/∂w of the backward pass.
        noise: standard deviation of the rounding in E.
        crosses_kink: whether the z of a relu or step changes sides on the way.
    """

    epsilon: float
    value: float
    above: float
    below: float
    exact: float
    noise: float = 0.0
    crosses_kink: bool = False

    @property
    def slope(self) -> float:
        """(E(w + ε) - E(w - ε)) / 2ε."""
        return (self.above - self.below) / (2 * self.epsilon)

    @property
    def difference(self) -> float:
        """By how much the measured slope is off."""
        return self.slope - self.exact

    @property
    def relative(self) -> float | None:
        """|difference| as a part of the larger slope; None where both are 0 or not finite."""
        largest = max(abs(self.slope), abs(self.exact))
        if largest == 0 or not math.isfinite(self.difference):
            return None
        return abs(self.difference) / largest

    @property
    def rounding(self) -> float:
        """The largest difference that rounding of E and of w ± ε explains."""
        of_loss = max(self.noise, float(np.spacing(max(abs(self.above), abs(self.below)))) / 2)
        of_weight = float(np.spacing(abs(self.value) + self.epsilon)) * abs(self.exact)
        return (_DEVIATIONS * math.sqrt(2) * of_loss + of_weight) / (2 * self.epsilon)

    @property
    def source(self) -> ErrorSource:
        """What the difference comes from: rounding, where it is no larger than rounding can be."""
        if not math.isfinite(self.difference):
            return ErrorSource.NOT_FINITE
        if self.difference == 0:
            return ErrorSource.NONE
        if abs(self.difference) <= self.rounding:
            return ErrorSource.ROUNDING
        return ErrorSource.KINK if self.crosses_kink else ErrorSource.TRUNCATION


def measuring_work(parameters: int, samples: int, epsilons: int = len(EPSILONS)) -> int:
    """Multiplications that measuring with so many ε takes, about."""
    return parameters * samples * (2 * epsilons + _PASSES_TO_PREPARE)


class SlopeMeter:
    """Measures the slope of E over one weight or bias. Nothing is worked out before it is needed.

    Attributes:
        symbol: the W^(l)_jk or b^(l)_j.
    """

    def __init__(self, network: Network, x: FloatArray, target: FloatArray, symbol: Symbol) -> None:
        """Takes hold of the network, which must stay as it is.

        Args:
            network: with the parameters to measure at.
            x: the samples that E is the mean over, shape (N, n_1).
            target: their targets, shape (N, n_L).
            symbol: the weight or bias; IndexError if the network has none of that name.
        """
        self.symbol = symbol
        self._network, self._x, self._target = network, x, target
        self._place = parameter_index(network.sizes, symbol)

    def measure(self, epsilon: float) -> Measurement:
        """The slope over the stretch from w - ε to w + ε."""
        value = self._value
        above, forward = self._loss_at(value + epsilon)
        sides = self._sides(forward)
        below, forward = self._loss_at(value - epsilon)
        crosses = sides != self._sides(forward)
        return Measurement(epsilon, value, above, below, self._exact, self._noise, crosses)

    @property
    def _value(self) -> float:
        return float(self._network.parameters[self._place])

    @cached_property
    def _copy(self) -> Network:
        """The network to change one parameter of."""
        net = self._network
        return Network(net.sizes, net.activations, net.loss, parameters=net.parameters)

    @cached_property
    def _exact(self) -> float:
        forward = self._network.forward(self._x)
        return float(self._network.gradients(forward, self._target).vector[self._place])

    @cached_property
    def _noise(self) -> float:
        """How far E is off the straight line through its neighbourhood: all of it is rounding."""
        middle, forward = self._loss_at(self._value)
        sides, step = self._sides(forward), _NOISE_STEP * (1.0 + abs(self._value))
        squares = []
        for count in _NOISE_POINTS:
            changed = self._value + count * step
            loss, forward = self._loss_at(changed)
            if self._sides(forward) == sides:
                line = middle + self._exact * (changed - self._value)
                squares.append((loss - line) ** 2)
        # The middle is rounded too: the squares are twice those of E alone.
        return math.sqrt(sum(squares) / len(squares) / 2) if squares else 0.0

    def _loss_at(self, changed: float) -> tuple[float, Forward]:
        self._copy.parameters[self._place] = changed
        forward = self._copy.forward(self._x)
        return self._copy.loss_value(forward, self._target), forward

    def _sides(self, forward: Forward) -> tuple[bytes, ...]:
        """On which side of its kink each node of each sample is."""
        return tuple(
            (forward.z[layer] >= 0 if name == "step" else forward.z[layer] > 0).tobytes()
            for layer, name in enumerate(self._network.activations, start=2)
            if name in KINKED
        )


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
    meter = SlopeMeter(network, x, target, symbol)
    return tuple(meter.measure(epsilon) for epsilon in EPSILONS)
