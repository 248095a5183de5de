"""A line of plain text worked out in 40 decimal digits, and rounded as a person rounds."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

DIGITS = 40
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


def worked_out(text: str) -> Decimal:
    """What stands after the last = or ≈, worked out."""
    text = re.split(r"[=≈←]", text)[-1].strip()
    text = re.sub(r"\{([^}]*)\}", _case, text)
    for shown, python in (
        ("−", "-"), ("·", "*"), ("^", "**"), ("≥", ">="), ("≤", "<="), ("√", "root"),
    ):  # fmt: skip
        text = text.replace(shown, python)
    text = _NUMBER.sub(lambda number: f"D('{number[0]}')", text)
    with localcontext() as context:
        context.prec = DIGITS
        names = {
            "D": Decimal, "e": Decimal(1).exp(), "ln": lambda x: x.ln(), "tanh": _tanh,
            "max": max, "sgn": _sign, "root": lambda x: x.sqrt(), "__builtins__": {},
        }  # fmt: skip
        result: Decimal = eval(text, names)
    return result


def rounded_up(value: Decimal, decimals: int) -> Decimal:
    """Halves away from zero."""
    with localcontext() as context:
        context.prec = 2 * DIGITS
        return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def with_digits(value: Decimal, digits: int) -> Decimal:
    """So many digits, wherever the point is."""
    return rounded_up(value, digits - 1 - value.adjusted()) if value else value


def _case(text: re.Match[str]) -> str:
    (value, condition), (other, _) = (branch.split(": ") for branch in text[1].split("; "))
    return f"(({value}) if ({condition}) else ({other}))"


def _tanh(x: Decimal) -> Decimal:
    up, down = x.exp(), (-x).exp()
    return (up - down) / (up + down)


def _sign(x: Decimal) -> Decimal:
    return Decimal((x > 0) - (x < 0))
