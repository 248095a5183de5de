"""The numbers behind the picture of an activation: its curve, ranges and ticks. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from nnsim.engine import ACTIVATIONS
from nnsim.notation import Symbol, a, z
from nnsim.trace import Position
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Selection

FloatArray = npt.NDArray[np.float64]

SMALLEST_HALF = 6.0  # beyond it a sigmoid is flat
_STEPS = (1.0, 2.0, 5.0)
_SAMPLES = 241
_THRESHOLD = 0.5
_LARGEST = 1e15
MOST_BARS = 12


@dataclass(frozen=True)
class Curve:
    """f over -half..half.

    Attributes:
        pieces: stretches without a jump, each as z and f(z), shape (n,).
        half: half the width of the range of z.
        low, high: the range of a.
    """

    pieces: tuple[tuple[FloatArray, FloatArray], ...]
    half: float
    low: float
    high: float

    @property
    def z_ticks(self) -> tuple[float, ...]:
        """Few numbers along z."""
        return tuple(self.half * part for part in (-1.0, -0.5, 0.0, 0.5, 1.0))

    @property
    def a_ticks(self) -> tuple[float, ...]:
        """Few numbers along a."""
        return (self.low, (self.low + self.high) / 2, self.high)


@dataclass(frozen=True)
class NodePoint:
    """A node on its curve; None for what the pass has not computed yet, or what is not finite.

    Attributes:
        node: its a^(l)_j.
        activation: the name of f.
        z, a: where it is.
        slope: f'(z), as the backward pass takes it; of softmax ∂a_j/∂z_j.
    """

    node: Symbol
    activation: str
    z: float | None
    a: float | None
    slope: float | None


def shown_node(selection: Selection, position: Position | None) -> Symbol | None:
    """The a^(l)_j of the node that is selected, or that the pass is at; None if there is none."""
    steps = position.current[-1:] if position is not None else ()
    at_step = tuple(step.symbol for step in steps if step.symbol.kind in ("z", "a", "delta"))
    for symbol in (selection, *at_step):
        if isinstance(symbol, Symbol) and symbol.layer > 1:
            return a(symbol.layer, symbol.j)
    return None


def node_point(reading: Reading, node: Symbol) -> NodePoint:
    """Where a node is on its curve."""
    activation = reading.project.network.activation(node.layer)
    sum_, output = (_finite(reading.value(s)) for s in (z(node.layer, node.j), node))
    slope = None
    if sum_ is not None and output is not None:
        slope = slope_at(activation, sum_, output)
    return NodePoint(node, activation, sum_, output, slope)


def slope_at(activation: str, z: float, a: float) -> float:
    """f'(z), worked out from z and a as in the backward pass."""
    entry = ACTIVATIONS[activation]
    if not entry.elementwise:
        return a * (1.0 - a)
    out = np.empty(1)
    entry.backward(np.array([z]), np.array([a]), np.ones(1), out)
    return float(out[0])


def half_range(z: float | None, least: float = SMALLEST_HALF) -> float:
    """6, 12, 30, 60, ... : the first that z is well inside of, and no less than `least`."""
    reach = min(abs(z or 0.0), _LARGEST)
    decade = 1.0
    while True:
        for step in _STEPS:
            half = SMALLEST_HALF * step * decade
            if half >= least and half >= reach:
                return half
        decade *= 10.0


@lru_cache(maxsize=64)
def curve(activation: str, half: float) -> Curve:
    """An elementwise activation over -half..half."""
    entry = ACTIVATIONS[activation]
    if activation == "step":
        below, above = np.array([-half, -1e-300]), np.array([0.0, half])
        return Curve(((below, entry(below)), (above, entry(above))), half, 0.0, 1.0)
    zs = np.linspace(-half, half, _SAMPLES)
    values = entry(zs)
    low, high = float(values.min()), float(values.max())
    unit = 1.0 if high - low <= 2.0 else half / SMALLEST_HALF
    return Curve(((zs, values),), half, round(low / unit) * unit, round(high / unit) * unit)


def threshold(reading: Reading, node: Symbol) -> tuple[float, str, str] | None:
    """0.5 and the classes below and above it, where the single output decides between two."""
    project = reading.project
    spec = project.network
    if node.layer != spec.depth or spec.sizes[-1] > 1 or project.dataset.kind == "values":
        return None
    below, above = project.dataset.class_names[:2]
    return _THRESHOLD, below, above


def bars(reading: Reading, node: Symbol) -> Sequence[tuple[Symbol, float | None]]:
    """The outputs of a softmax layer; of a large one those around the node."""
    size = reading.project.network.size(node.layer)
    first = max(0, min(node.j - 1 - MOST_BARS // 2, size - MOST_BARS))
    nodes = range(first + 1, min(first + MOST_BARS, size) + 1)
    return [(a(node.layer, j), _finite(reading.value(a(node.layer, j)))) for j in nodes]


def _finite(value: float | None) -> float | None:
    return value if value is not None and np.isfinite(value) else None
