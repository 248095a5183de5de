"""The curves as numbers."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
import numpy.typing as npt

from nnsim.project import COLUMNS


class Recorded(Protocol):
    """A view that shows records of epochs."""

    @property
    def shown_rows(self) -> npt.NDArray[np.float64]:
        """The records, shape (n, 5) in the order of COLUMNS."""


def csv(view: Recorded) -> bytes:
    """A header, then a line for each epoch, numbers to the last bit; empty where not measured."""
    lines = [",".join(COLUMNS)]
    for epoch, *values in view.shown_rows.tolist():
        cells = ["" if math.isnan(value) else repr(value) for value in values]
        lines.append(",".join([str(int(epoch)), *cells]))
    return ("\n".join(lines) + "\n").encode()
