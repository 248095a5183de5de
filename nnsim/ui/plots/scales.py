"""Ranges that grow in steps, ticks at round numbers, and thinning for the screen. No Qt."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from nnsim.notation import format_compact

FloatArray = npt.NDArray[np.float64]

STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
LOG_STEPS = (1.0, 2.0, 5.0, 10.0)
_SLACK = 1e-9  # relative; 0.1 + 0.2 still counts as 0.3


def step_up(value: float, steps: tuple[float, ...] = STEPS) -> float:
    """The smallest step · 10^k that is not below a positive value."""
    decade = 10.0 ** math.floor(math.log10(value))
    return next(decade * s for s in (*steps, 100.0) if decade * s >= value * (1 - _SLACK))


def step_down(value: float, steps: tuple[float, ...] = LOG_STEPS) -> float:
    """The largest step · 10^k that is not above a positive value."""
    decade = 10.0 ** math.floor(math.log10(value))
    return max(decade * s for s in (0.1, *steps) if decade * s <= value * (1 + _SLACK))


def linear_range(values: FloatArray, smallest_top: float = 1e-6) -> tuple[float, float]:
    """From 0 to a step above the largest finite value; (0, 1) without any."""
    finite = values[np.isfinite(values)]
    top = float(finite.max()) if len(finite) else 1.0
    return 0.0, step_up(max(top, smallest_top))


def log_range(values: FloatArray) -> tuple[float, float]:
    """Steps 1, 2, 5 around the positive values; (0.1, 1) without any."""
    positive = values[np.isfinite(values) & (values > 0)]
    if not len(positive):
        return 0.1, 1.0
    low, high = step_down(float(positive.min())), step_up(float(positive.max()), LOG_STEPS)
    if high / low < 1 + _SLACK:
        low = step_down(low * 0.99)
    return low, high


def linear_ticks(low: float, high: float, most: int, whole: bool = False) -> list[float]:
    """At most `most` multiples of 1, 2 or 5 · 10^k in low..high; `whole` allows only integers."""
    if high <= low:
        return []
    spacing = step_up((high - low) / max(most - 1, 1), LOG_STEPS)
    if whole:
        spacing = max(spacing, 1.0)
    first, last = math.ceil(low / spacing - 1e-6), math.floor(high / spacing + 1e-6)
    # A product of floats, 3 · 0.1, is not the nearest to 0.3; rounding makes it so.
    digits = max(0, 1 - math.floor(math.log10(spacing)))
    return [round(n * spacing, digits) for n in range(first, last + 1)]


_LOG_CHOICES: tuple[tuple[tuple[int, ...], int], ...] = (
    ((1, 2, 3, 4, 5, 6, 7, 8, 9), 1),
    ((1, 2, 3, 5, 7), 1),
    ((1, 2, 5), 1),
    ((1, 3), 1),
    ((1,), 1),
    ((1,), 2),
    ((1,), 5),
    ((1,), 10),
    ((1,), 50),
)


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers in low..high (both > 0) for a log axis: 1, 2, 5 ..., decades when many.

    The densest choice is taken whose closest neighbours stay as far apart as `most` evenly
    spaced ticks would be.
    """
    room = math.log10(high / low) / max(most - 1, 1)
    ticks: list[float] = []
    for digits, every in _LOG_CHOICES:
        ticks = _log_ticks(low, high, digits, every)
        gaps = np.diff(np.log10(ticks))
        if not len(gaps) or gaps.min() >= room * (1 - _SLACK):
            break
    return ticks


def _log_ticks(low: float, high: float, digits: tuple[int, ...], every: int) -> list[float]:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    exponents = [k for k in range(first, last + 1) if k % every == 0]
    ticks = (float(f"{d}e{k}") for k in exponents for d in digits)
    return [tick for tick in ticks if low * (1 - _SLACK) <= tick <= high * (1 + _SLACK)]


_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power_of_ten(exponent: int) -> str:
    """10⁻⁵, or 1."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS) if exponent else "1"


def scientific(value: float) -> str:
    """A size in two digits: 0.12, 31, 3.1·10⁻⁵."""
    if value == 0 or not 0 < value < math.inf:
        return format_compact(value, 2)
    if 0.01 <= value < 1000:
        return f"{value:.2g}"
    mantissa, exponent = f"{value:.1e}".split("e")
    return f"{mantissa}·{power_of_ten(int(exponent))}"


def thin(x: FloatArray, y: FloatArray, columns: int) -> tuple[FloatArray, FloatArray]:
    """The smallest and the largest y of each of `columns` equal stretches of x: no peak is lost.

    x (n,) ascending; y (n,), NaN where absent. Short curves come back as they are. The first and
    the last point always stay.
    """
    if len(x) <= 4 * columns:
        return x, y
    stretch = np.floor((x - x[0]) * (columns / (x[-1] - x[0])))
    starts = np.flatnonzero(np.diff(stretch, prepend=-1.0))
    result_x, result_y = np.repeat(x[starts], 2), np.empty(2 * len(starts))
    result_y[0::2] = np.fmin.reduceat(y, starts)
    result_y[1::2] = np.fmax.reduceat(y, starts)
    return np.r_[x[0], result_x, x[-1]], np.r_[y[0], result_y, y[-1]]


def nearest(epochs: FloatArray, epoch: float) -> int:
    """Index of the entry of ascending `epochs` (n ≥ 1) that is nearest to `epoch`."""
    right = int(np.searchsorted(epochs, epoch))
    if right == 0 or right == len(epochs):
        return min(right, len(epochs) - 1)
    return right if epochs[right] - epoch < epoch - epochs[right - 1] else right - 1
