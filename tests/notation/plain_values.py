"""The value of a line of plain text, worked out as a reader with a calculator would."""

import math
import re
from collections.abc import Callable

import numpy as np


def _sign(value: "float | Matrix") -> "float | Matrix":
    if isinstance(value, Matrix):
        return value.sign()
    return float((value > 0) - (value < 0))


def _case(text: re.Match[str]) -> str:
    """{1: z > 0; 0: z ≤ 0} as a conditional expression of Python."""
    (value, condition), (other, _) = (branch.split(": ") for branch in text[1].split("; "))
    return f"(({value}) if ({condition}) else ({other}))"


def value(line: str) -> float:
    """The number that the right side of a line stands for."""
    return float(_evaluated(line))


def matrix_value(line: str) -> np.ndarray:
    """The matrix that the right side of a line stands for."""
    result = _evaluated(line)
    assert isinstance(result, Matrix)
    return result.array


class Matrix:
    """A matrix that · multiplies as a matrix and ∘ cell by cell."""

    def __init__(self, rows: list[list[float]]) -> None:
        self.array = np.array(rows)
        assert self.array.ndim == 2, "rows of different lengths"

    def _with(self, other: object, operate: Callable[..., np.ndarray], fits: bool) -> "Matrix":
        assert fits or not isinstance(other, Matrix) or other.array.shape == self.array.shape
        array = other.array if isinstance(other, Matrix) else other
        return Matrix(operate(self.array, array).tolist())

    def __add__(self, other: "Matrix") -> "Matrix":
        return self._with(other, np.add, False)

    def __sub__(self, other: "Matrix") -> "Matrix":
        return self._with(other, np.subtract, False)

    def __mod__(self, other: "Matrix") -> "Matrix":
        return self._with(other, np.multiply, False)

    def __mul__(self, other: "Matrix | float") -> "Matrix":
        return self._with(other, np.matmul if isinstance(other, Matrix) else np.multiply, True)

    def __rmul__(self, other: float) -> "Matrix":
        return self._with(other, np.multiply, True)

    def __truediv__(self, other: float) -> "Matrix":
        return self._with(other, np.divide, True)

    def sign(self) -> "Matrix":
        return Matrix(np.sign(self.array).tolist())


def _evaluated(line: str) -> "float | Matrix":
    text = re.split(r"[=≈]", line)[-1].strip()
    text = re.sub(r"\{([^}]*)\}", _case, text)
    for shown, python in (
        ("−", "-"), ("·", "*"), ("∘", "%"), ("^", "**"), ("≥", ">="), ("≤", "<="),
    ):  # fmt: skip
        text = text.replace(shown, python)
    text = re.sub(r"\[([^\]]*)\]", _rows, text)
    names = {
        "e": math.e, "ln": math.log, "tanh": math.tanh, "max": max, "sgn": _sign,
        "Matrix": Matrix,
    }  # fmt: skip
    result: float | Matrix = eval(text, {"__builtins__": {}}, names)
    return result


def _rows(text: re.Match[str]) -> str:
    """[1, 2; 3, 4] as a matrix of Python."""
    return f"Matrix([[{text[1].replace(';', '],[')}]])"
