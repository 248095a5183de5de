"""Numbers as people read and type them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal, localcontext

MINUS = "\N{MINUS SIGN}"
ABSENT = "—"
_SCIENTIFIC_FROM = 1e6
_MOST_DIGITS = 6  # behind the point of a number that is shortened
_LOSS_DIGITS = 3  # significant digits of a small loss
_MOST_LOSS_DECIMALS = 8
_SMALL = 0.01  # less is shortened with an exponent
_PRODUCT_DIGITS = 40  # two floats have 17 each
_NUMBER = r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?"
_TYPED = re.compile(rf"({_NUMBER})(?:\s*/\s*({_NUMBER}))?")
_TWO_READINGS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+")


class NumberError(ValueError):
    """A text that cannot be taken for a number.

    Attributes:
        text: what was typed.
        reason: "no_number", or "two_readings" where a comma is that of thousands or of decimals.
    """

    def __init__(self, text: str, reason: str = "no_number") -> None:
        super().__init__(text)
        self.text = text
        self.reason = reason


def format_number(value: float | None, decimals: int, signed: bool = False) -> str:
    """`value` with a fixed number of decimals, rounded as paper does, and a true minus sign.

    None is "—", an absent value. Zero has no sign, so -0.0004 at 3 decimals is "0.000"; `signed`
    puts a plus before values that show as more than zero. From a million on the notation is
    scientific with the same number of decimals: "1.234e+7".
    """
    if value is None:
        return ABSENT
    return _typeset(_fixed(value, decimals), signed)


def format_compact(value: float | None, decimals: int) -> str:
    """As `format_number`, without trailing zeros: "0", "1", "0.5", "0.333"."""
    if value is None:
        return ABSENT
    mantissa, e, exponent = _fixed(value, decimals).partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return _typeset(mantissa + e + exponent)


def format_percent(share: float | None) -> str:
    """A measured share of 0 to 1 as "87.5 %" or "75.0 %", so that it keeps its width."""
    if share is None or math.isnan(share):
        return ABSENT
    return f"{format_number(100 * share, 1)} %"


def format_to_fit(value: float, text: str, fits: Callable[[str], bool]) -> str:
    """`text`, which says `value`, if it fits; else the value with as many digits as do.

    "7.7512e+303" becomes "7.8e+303", "0.5331" "0.53", and "0.0000000123" "1.23e−8". Where nothing
    fits it is the shortest of these.
    """
    if not math.isfinite(value) or fits(text):
        return text
    digits = range(_MOST_DIGITS, -1, -1)
    forms = [format_number(value, decimals) for decimals in digits]
    if 0 < abs(value) < _SMALL:
        forms = [_typeset(_short_exponent(f"{value:.{decimals}e}")) for decimals in digits]
    return next((form for form in forms if fits(form)), min(forms, key=len))


def format_loss(loss: float | None, decimals: int) -> str:
    """E as a figure of training: with a digit more than other numbers, for it changes little.

    A small one has still more, instead of showing as zero: 0.000317 at 3 decimals, 3.17e−12.
    """
    decimals += 1
    if loss is None or not 0 < loss < 1:
        return format_number(loss, decimals)
    needed = _LOSS_DIGITS - 1 - math.floor(math.log10(loss))
    if needed > max(decimals, _MOST_LOSS_DECIMALS):
        return _typeset(_short_exponent(f"{loss:.{_LOSS_DIGITS - 1}e}"))
    return format_number(loss, max(decimals, needed))


def format_product(one: float, other: float) -> str:
    """The product of two numbers with few decimals, with all the decimals that it has."""
    if not (math.isfinite(one) and math.isfinite(other)):
        return format_compact(one * other, 1)
    with localcontext() as context:
        context.prec = _PRODUCT_DIGITS
        product = Decimal(repr(one)) * Decimal(repr(other))
    text = f"{product:f}"
    return _typeset(text.rstrip("0").rstrip(".") if "." in text else text)


def format_exact(value: float | None) -> str:
    """The shortest text from which `parse_number` brings back this very value."""
    if value is None:
        return ABSENT
    return _typeset(_short_exponent(repr(float(value))).removesuffix(".0"))


def parse_number(text: str) -> float:
    """The number that a person typed: "-2", "−2", "0,5", "1e-3", "1/3", spaces around it.

    Raises `NumberError` for everything else, also for NaN, infinities and what overflows, and for
    1,000, which can be 1000 and 1.000.
    """
    typed = text.strip().replace(MINUS, "-")
    if _TWO_READINGS.fullmatch(typed):
        raise NumberError(text, "two_readings")
    match = _TYPED.fullmatch(typed)
    if match is None:
        raise NumberError(text)
    over, under = (float(part.replace(",", ".")) for part in (match[1], match[2] or "1"))
    if under == 0 or not math.isfinite(over / under):
        raise NumberError(text)
    return over / under


def is_number(text: str) -> bool:
    """Whether `parse_number` takes it."""
    try:
        parse_number(text)
    except NumberError:
        return False
    return True


def _fixed(value: float, decimals: int) -> str:
    """ASCII text with `decimals` decimals, scientific where it would show a million or more."""
    text = f"{value:.{decimals}f}"
    if math.isfinite(value) and abs(float(text)) >= _SCIENTIFIC_FROM:
        return _short_exponent(f"{value:.{decimals}e}")
    return text


def _short_exponent(text: str) -> str:
    """1.5e-07 → 1.5e-7."""
    return re.sub(r"e([+-])0+(?=[0-9])", r"e\1", text)


def _typeset(text: str, signed: bool = False) -> str:
    """The text of a float with nan, inf, minus and the sign of zero as people write them."""
    if text == "nan":
        return "NaN"
    digits = text.removeprefix("-").replace("inf", "∞").replace("-", MINUS)
    if not digits.partition("e")[0].strip("0."):
        return digits
    if text.startswith("-"):
        return MINUS + digits
    return f"+{digits}" if signed else digits
