"""The value of a line of plain text, worked out as a reader with a calculator would."""

import math
import re


def _sign(value: float) -> float:
    return float((value > 0) - (value < 0))


def _case(text: re.Match[str]) -> str:
    """{1: z > 0; 0: z ≤ 0} as a conditional expression of Python."""
    (value, condition), (other, _) = (branch.split(": ") for branch in text[1].split("; "))
    return f"(({value}) if ({condition}) else ({other}))"


def value(line: str) -> float:
    """The number that the right side of a line stands for."""
    text = re.split(r"[=≈]", line)[-1].strip()
    text = re.sub(r"\{([^}]*)\}", _case, text)
    for shown, python in (
        ("−", "-"), ("·", "*"), ("^", "**"), ("≥", ">="), ("≤", "<="),
    ):  # fmt: skip
        text = text.replace(shown, python)
    names = {
        "e": math.e, "ln": math.log, "tanh": math.tanh, "max": max, "sgn": _sign,
    }  # fmt: skip
    return float(eval(text, {"__builtins__": {}}, names))
