"""What a network makes of samples: outputs, classes and losses. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nnsim.engine import Network

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]


def classes(values: FloatArray) -> IntArray:
    """The class of each row of outputs or targets, from 0.

    values (..., m): with one column 1 where it is at least 0.5, else the column of the largest.
    """
    if values.shape[-1] == 1:
        return (values[..., 0] >= 0.5).astype(np.intp)
    return values.argmax(axis=-1)


@dataclass(frozen=True, eq=False)
class Scores:
    """Of some samples.

    Attributes:
        y: outputs, shape (n, n_L).
        loss: E of each sample alone, shape (n,); their mean over the training samples is E.
        decided: the class that y decides for, from 0, shape (n,).
        wrong: whether it is another one than that of t, shape (n,).
    """

    y: FloatArray
    loss: FloatArray
    decided: IntArray
    wrong: npt.NDArray[np.bool_]


def score(network: Network, x: FloatArray, t: FloatArray) -> Scores:
    """One forward pass of the samples x (n, n_1) with targets t (n, n_L)."""
    forward = network.forward(x)
    decided = classes(forward.y)
    return Scores(forward.y, network.per_sample_loss(forward, t), decided, decided != classes(t))


def joined(parts: list[Scores]) -> Scores:
    """The scores of blocks of samples as one."""
    return Scores(
        np.concatenate([part.y for part in parts]),
        np.concatenate([part.loss for part in parts]),
        np.concatenate([part.decided for part in parts]),
        np.concatenate([part.wrong for part in parts]),
    )
