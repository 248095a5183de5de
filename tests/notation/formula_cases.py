"""Small networks with their numbers by symbol, for the tests of formulas."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnsim.engine import Network, Trainer, TrainSettings
from nnsim.notation import Facts, Symbol, Values

ETA = 0.25


@dataclass(frozen=True)
class Pass:
    """A network, what its formulas depend on, and every number of a pass."""

    network: Network
    facts: Facts
    samples: tuple[Values, ...]
    updated: Values

    @property
    def values(self) -> Values:
        """Of the first sample."""
        return self.samples[0]


def run(
    sizes: tuple[int, ...],
    activations: tuple[str, ...],
    loss: str,
    samples: int = 1,
    settings: TrainSettings | None = None,
    targets: np.ndarray | None = None,
) -> Pass:
    """A pass of random samples through a random network, with its update."""
    settings = settings or TrainSettings(learning_rate=ETA)
    rng = np.random.default_rng(7)
    network = Network(sizes, activations, loss, initializer="normal", seed=2)
    network.parameters += rng.normal(size=network.parameters.size) / 3
    x = rng.normal(size=(samples, sizes[0]))
    if targets is None:
        targets = np.eye(sizes[-1])[rng.integers(0, sizes[-1], samples)]
        if sizes[-1] == 1:
            targets = rng.integers(0, 2, (samples, 1)).astype(float)
    forward = network.forward(x)
    gradients = network.gradients(forward, targets)
    loss_value = network.loss_value(forward, targets)
    after = Network(sizes, activations, loss, parameters=network.parameters)
    Trainer(after, x, targets, settings).run_epoch()

    def of(net: Network, n: int) -> Callable[[Symbol], float | None]:
        def value(symbol: Symbol) -> float | None:
            layer, j, k = symbol.layer, symbol.j - 1, symbol.k - 1
            places: dict[str, Callable[[], float]] = {
                "x": lambda: x[n, j],
                "t": lambda: targets[n, j],
                "z": lambda: forward.z[layer][n, j],
                "a": lambda: forward.a[layer][n, j],
                "W": lambda: net.W[layer][j, k],
                "b": lambda: net.b[layer][j],
                "delta": lambda: gradients.delta[layer][n, j],
                "dW": lambda: gradients.W[layer][j, k],
                "db": lambda: gradients.b[layer][j],
                "E": lambda: loss_value,
                "eta": lambda: settings.learning_rate,
                "N": lambda: samples,
            }
            return float(places[symbol.kind]()) if symbol.kind in places else None

        return value

    facts = Facts(sizes, activations, loss, settings.optimizer, samples, settings.l1, settings.l2)
    return Pass(network, facts, tuple(of(network, n) for n in range(samples)), of(after, 0))
