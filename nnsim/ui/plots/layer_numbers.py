"""What is inside the layers: how W, a and δ are distributed, and what is wrong with them. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network
from nnsim.project import Project

from .scales import LOG_STEPS, step_up

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

MOST_SAMPLES = 512
MOST_WORK = 6_000_000  # multiplications of the two passes, about; larger networks use less samples
FEWEST_SAMPLES = 16
MOST_VALUES = 30_000  # of one array that are counted
BINS = 30
FIRST_DECADE, LAST_DECADE = -30, 10  # within which |δ| is told apart
PER_DECADE = 3
FEWEST_DECADES = 4
DECADES_BELOW = 3  # of the axis, left of the size of δ in any layer; smaller ones count at its end
VANISHING, EXPLODING = 0.01, 100.0  # δ in layer 2 as a multiple of that in the output layer

SIGMOID_TAIL, TANH_TAIL = 0.05, 0.1  # how near to its bounds an output counts as saturated


@dataclass(frozen=True, eq=False)
class Histogram:
    """How many values lie where.

    Attributes:
        counts: in equal bins from `low` to `high`, shape (bins,).
        low, high: the ends of the axis; of |δ| as log10.
        middle: the value without colour.
        mean, deviation: of the values.
        below: how many of the first bin are smaller than `low`.
    """

    counts: IntArray
    low: float
    high: float
    middle: float = 0.0
    mean: float = 0.0
    deviation: float = 0.0
    below: int = 0


@dataclass(frozen=True, eq=False)
class LayerNumbers:
    """One layer from 2 on.

    Attributes:
        number, activation: of the layer.
        W, a: of its weights, and of its outputs for all samples.
        delta: of log10 |δ| where δ is not 0; every layer has the same axis.
        delta_size: the root of the mean δ².
        zero_delta: the share of δ that is 0.
        held: the share of outputs where the activation is (nearly) flat: sigmoid and tanh near
            their bounds, relu and leaky relu left of 0. None for activations without such a part.
        dead, nodes: how many relu nodes are 0 for every sample, of how many.
    """

    number: int
    activation: str
    W: Histogram
    a: Histogram
    delta: Histogram
    delta_size: float
    zero_delta: float
    held: float | None
    dead: int
    nodes: int


@dataclass(frozen=True, eq=False)
class Insides:
    """All layers from 2 on, over some of the training samples.

    Attributes:
        layers: from layer 2 to L.
        samples, training: how many samples were used, of how many.
    """

    layers: tuple[LayerNumbers, ...]
    samples: int
    training: int

    @property
    def fall(self) -> float:
        """The size of δ in layer 2 as a multiple of that in the output layer."""
        first, last = self.layers[0].delta_size, self.layers[-1].delta_size
        return first / last if last else 1.0


def chosen_samples(project: Project) -> IntArray:
    """Rows of training samples, evenly spaced: the same ones at every epoch."""
    training = project.split[0]
    affordable = max(FEWEST_SAMPLES, MOST_WORK // (3 * len(project.parameters)))
    count = min(len(training), MOST_SAMPLES, affordable)
    return training[np.linspace(0, len(training) - 1, count).astype(np.intp)]


@np.errstate(all="ignore")  # numbers that overflow count as what they are
def insides(project: Project, network: Network) -> Insides:
    """One forward and one backward pass; every δ is that of its sample alone."""
    rows = chosen_samples(project)
    forward = network.forward(project.x[rows])
    gradients = network.gradients(forward, project.t[rows])
    deltas = {number: _some(delta) for number, delta in gradients.delta.items()}
    counts = {number: _decade_counts(delta) for number, delta in deltas.items()}
    sizes = {number: float(np.sqrt(np.mean(delta * delta))) for number, delta in deltas.items()}
    low, high = _decades(list(counts.values()), list(sizes.values()))
    layers = []
    for number, delta in deltas.items():
        a, activation = forward.a[number], project.network.activation(number)
        held = held_share(activation, a)
        layers.append(
            LayerNumbers(
                number,
                activation,
                histogram(_some(network.W[number]), *_around_zero(network.W[number])),
                histogram(_some(a), *_output_range(activation, a)),
                _between(counts[number], low, high),
                sizes[number],
                float(np.mean(delta == 0)),
                held,
                int((a == 0).all(axis=0).sum()) if activation == "relu" else 0,
                a.shape[1],
            )
        )
    return Insides(tuple(layers), len(rows), len(project.split[0]))


def held_share(activation: str, a: FloatArray) -> float | None:
    """The share of outputs at which the activation has hardly any slope."""
    match activation:
        case "sigmoid":
            return float(np.mean((a < SIGMOID_TAIL) | (a > 1 - SIGMOID_TAIL)))
        case "tanh":
            return float(np.mean(np.abs(a) > 1 - TANH_TAIL))
        case "relu":
            return float(np.mean(a == 0))
        case "leaky_relu":
            return float(np.mean(a < 0))
    return None


def histogram(values: FloatArray, low: float, high: float, bins: int = BINS) -> Histogram:
    """Count values (n,); those outside count at the ends, those that are not finite do not."""
    values = values[np.isfinite(values)]
    places = np.clip((values - low) * (bins / (high - low)), 0, bins - 1).astype(np.intp)
    return Histogram(
        np.bincount(places, minlength=bins),
        low,
        high,
        0.5 if (low, high) == (0.0, 1.0) else 0.0,
        float(values.mean()) if len(values) else 0.0,
        float(values.std()) if len(values) else 0.0,
    )


def _some(array: FloatArray) -> FloatArray:
    """At most MOST_VALUES values of an array, evenly spaced and from all of its columns."""
    values = array.ravel(order="K")
    step = -(-values.size // MOST_VALUES)
    while any(math.gcd(step, length) > 1 for length in array.shape) and step > 1:
        step += 1
    return values[::step]


def _around_zero(values: FloatArray) -> tuple[float, float]:
    largest = float(np.max(np.abs(values), where=np.isfinite(values), initial=0.0))
    top = step_up(min(largest, 1e300), LOG_STEPS) if largest else 1.0
    return -top, top


def _output_range(activation: str, a: FloatArray) -> tuple[float, float]:
    match activation:
        case "sigmoid" | "softmax" | "step":
            return 0.0, 1.0
        case "tanh":
            return -1.0, 1.0
        case "relu" | "softplus":
            return 0.0, _around_zero(a)[1]
    return _around_zero(a)


# δ is counted in equal parts of a decade once, and the axis is then chosen from these counts.


def _decade_counts(delta: FloatArray) -> IntArray:
    size = np.abs(delta[np.isfinite(delta) & (delta != 0)])
    bins = (LAST_DECADE - FIRST_DECADE) * PER_DECADE
    return histogram(np.log10(size), FIRST_DECADE, LAST_DECADE, bins).counts


def _decades(counts: list[IntArray], sizes: list[float]) -> tuple[int, int]:
    """Whole decades up to the largest |δ|, down to some below the size of δ in every layer."""
    filled = np.flatnonzero(np.sum(counts, axis=0))
    high = FIRST_DECADE + int(filled[-1]) // PER_DECADE + 1 if len(filled) else 0
    logs = [math.log10(size) for size in sizes if 0 < size < math.inf]
    low = min((math.floor(log) - DECADES_BELOW for log in logs), default=high)
    low = min(max(low, FIRST_DECADE), high - FEWEST_DECADES)
    return low - (high - low) % 2, high  # so that there is a whole decade in the middle


def _between(counts: IntArray, low: int, high: int) -> Histogram:
    first, last = ((decade - FIRST_DECADE) * PER_DECADE for decade in (low, high))
    room = max(-first, 0)  # where the axis begins before the decades that are told apart
    shown = np.pad(counts, (room, 0))[first + room : last + room].copy()
    below = int(counts[: max(first, 0)].sum())
    shown[0] += below
    return Histogram(shown, low, high, below=below)
