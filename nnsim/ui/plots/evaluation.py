"""Asks a network about many samples in turns, so that none of them takes long. No Qt."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network

FloatArray = npt.NDArray[np.float64]

_BLOCK = 2048  # samples of a forward pass, so that memory stays bounded


def outputs(network: Network, x: FloatArray) -> FloatArray:
    """y of these samples, shape (N, n_L)."""
    return np.array(network.forward(x).y)


class Evaluation:
    """The outputs of many samples, a block at a time.

    Attributes:
        y: outputs, shape (count, n_L); complete when `advance` says so.
    """

    def __init__(self, network: Network, count: int, inputs: Callable[[slice], FloatArray]) -> None:
        """Prepare.

        Args:
            count: how many samples.
            inputs: makes the inputs of some of them, shape (k, n_1).
        """
        self.y = np.empty((count, network.sizes[-1]))
        self._network = network
        self._inputs = inputs
        self._done = 0

    @property
    def complete(self) -> bool:
        """Whether every sample has its outputs."""
        return self._done == len(self.y)

    def advance(self, work: int) -> int:
        """Compute on with about so many multiplications; how many are left."""
        each = len(self._network.parameters)
        block = min(max(work // each, 1), _BLOCK)
        while work > 0 and not self.complete:
            rows = slice(self._done, min(self._done + block, len(self.y)))
            self.y[rows] = outputs(self._network, self._inputs(rows))
            work -= (rows.stop - rows.start) * each
            self._done = rows.stop
        return max(work, 0)
