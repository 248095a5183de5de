"""What the output map says in words. The texts are the output map's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from nnsim.notation import format_compact, format_number
from nnsim.project import Project
from nnsim.ui.scores import classes

from .plane import PlaneMap

FloatArray = npt.NDArray[np.float64]

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def input_name(name: str) -> str:
    """ "x1" is written as in the rest of the window; other names stay."""
    return name.translate(_SUBSCRIPTS) if re.fullmatch(r"x\d+", name) else name


def class_name(name: str) -> str:
    """A class that is a mere number says that it is one."""
    if not name.isdecimal():
        return name
    return QCoreApplication.translate("OutputMap", "class {name}").format(name=name)


def _symbol(index: int, count: int) -> str:
    return "y" if count == 1 else "y" + str(index + 1).translate(_SUBSCRIPTS)


@dataclass(frozen=True)
class MapTexts:
    """Words for places and samples of a map.

    Attributes:
        project: names its inputs and classes.
        shown: the map.
        decimals: digits after the point.
    """

    project: Project
    shown: PlaneMap
    decimals: int

    @property
    def axis_names(self) -> tuple[str, str]:
        """The names of the two inputs."""
        names = self.project.dataset.input_names
        first, second = (input_name(names[axis]) for axis in self.shown.plane.axes)
        return first, second

    def place(self, x1: float, x2: float) -> str:
        """Rich text about any place: its inputs, its output and its class."""
        return "<br>".join([self._inputs((x1, x2)), self._output(self.shown.y_at(x1, x2))])

    def sample(self, point: int) -> str:
        """Rich text about the sample that is painted as this point."""
        shown = self.shown
        row = int(shown.rows[point])
        kind = QCoreApplication.translate("OutputMap", "test sample {number}")
        if not shown.tested[point]:
            kind = QCoreApplication.translate("OutputMap", "sample {number}")
        y = shown.sample_y[point]
        lines = [
            f"<b>{escape(kind.format(number=row + 1))}</b>",
            self._inputs(shown.places[point].tolist()),
            self._output(y),
            self._target(shown.targets[point]),
        ]
        return "<br>".join(lines)

    def _inputs(self, values: Sequence[float]) -> str:
        pairs = zip(self.axis_names, values, strict=True)
        return ", ".join(f"{escape(name)} = {self._number(value)}" for name, value in pairs)

    def _output(self, y: FloatArray) -> str:
        """The output, and the class that it decides for."""
        if not self.shown.has_classes:
            return self._all("y", y)
        decided = int(classes(y))
        value = y[decided if len(y) > 1 else 0]
        symbol = _symbol(decided, len(y))
        name = self._class_name(decided)
        return f"{symbol} = {self._number(value)} → {escape(name)}"

    def _target(self, t: FloatArray) -> str:
        if not self.shown.has_classes:
            return self._all("t", t)
        name = self._class_name(int(classes(t)))
        return f"t: {escape(name)}"

    def _all(self, symbol: str, values: Iterable[float]) -> str:
        return f"{symbol} = " + ", ".join(self._number(value) for value in values)

    def _number(self, value: float) -> str:
        return format_number(float(value), self.decimals)

    def _class_name(self, number: int) -> str:
        return class_name(self.project.dataset.class_names[number])


def value_colors(shown: PlaneMap) -> tuple[str, str]:
    """The values whose colours are full, where the targets are no classes."""
    middle, half = shown.middle_and_half
    return format_compact(middle - half, 3), format_compact(middle + half, 3)
