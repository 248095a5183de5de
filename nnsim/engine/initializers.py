"""Initial parameters of a network, layer by layer.

A layer's values depend on (seed, layer number, n_l, n_{l-1}) alone, so adding a layer elsewhere
or changing another's activation leaves them as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from nnsim.engine.arrays import Array
from nnsim.engine.errors import InvalidSetting
from nnsim.engine.parameters import check_sizes, parameter_count, views
from nnsim.engine.tables import lookup


@dataclass(frozen=True)
class Initializer:
    """One way to draw the first parameters.

    Attributes:
        name: the name used in files.
        draw: draw(rng, fan_in, fan_out, shape) gives random values of that shape.
        draws_biases: whether the biases are drawn too, after the weights; else they start at 0.
    """

    name: str
    draw: Callable[[np.random.Generator, int, int, tuple[int, ...]], Array]
    draws_biases: bool = False


def _xavier(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
    """Uniform in ±sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio 2010, eq. 16)."""
    bound = sqrt(6.0 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, shape)


def _he(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
    """Normal with standard deviation sqrt(2 / fan_in) (He et al. 2015, eq. 10)."""
    return rng.normal(0.0, sqrt(2.0 / fan_in), shape)


def _normal(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
    """Standard normal."""
    return rng.standard_normal(shape)


def _uniform(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
    """Uniform in -1 .. 1."""
    return rng.uniform(-1.0, 1.0, shape)


def _zeros(rng: np.random.Generator, fan_in: int, fan_out: int, shape: tuple[int, ...]) -> Array:
    """All 0: the nodes of a layer stay alike for ever, which is the lesson."""
    return np.zeros(shape)


_ENTRIES = (
    Initializer("xavier", _xavier),
    Initializer("he", _he),
    Initializer("normal", _normal, draws_biases=True),
    Initializer("uniform", _uniform, draws_biases=True),
    Initializer("zeros", _zeros),
)
INITIALIZERS: dict[str, Initializer] = {entry.name: entry for entry in _ENTRIES}


def initial_parameters(sizes: Sequence[int], initializer: str = "xavier", seed: int = 0) -> Array:
    """The flat vector (P,) that a new network starts from.

    Raises UnknownName for the initializer, InvalidSetting for sizes or a seed below 0.
    """
    sizes = check_sizes(sizes)
    entry = lookup(INITIALIZERS, "initializer", initializer)
    if not isinstance(seed, int) or seed < 0:
        raise InvalidSetting("seed", seed, "integer >= 0")
    vector = np.zeros(parameter_count(sizes))
    W, b = views(sizes, vector)
    for layer in W:
        rng = np.random.default_rng([seed, layer])
        n, below = W[layer].shape
        W[layer][...] = entry.draw(rng, below, n, (n, below))
        if entry.draws_biases:
            b[layer][...] = entry.draw(rng, below, n, (n,))
    return vector
