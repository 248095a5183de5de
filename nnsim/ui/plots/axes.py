"""The axes of the loss plot: round ticks, hairline grid, no gestures of their own."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from nnsim.notation import format_compact
from nnsim.ui.theme import Theme

from .scales import linear_ticks, log_ticks

MINUS = "\N{MINUS SIGN}"
_THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"
_TICK_PIXELS = {"bottom": 80, "left": 26}


class Axis(pg.AxisItem):
    """An axis with few, round ticks.

    Attributes:
        decades: whether positions are log10 of the values shown.
        percent: whether the values are shares, shown in percent.
        whole: whether only integers get a tick.
    """

    def __init__(self, side: str, theme: Theme, font: QFont, whole: bool = False) -> None:
        super().__init__(
            side,
            pen=pg.mkPen(theme.line),
            textPen=pg.mkPen(theme.muted),
            tickPen=pg.mkPen(theme.line),
            maxTickLength=0,
        )
        self.decades = False
        self.percent = False
        self.whole = whole
        self._pixels = _TICK_PIXELS[side]
        self.setTickFont(font)
        self.setStyle(tickTextOffset=6, tickAlpha=255)
        self.enableAutoSIPrefix(False)

    def boundingRect(self) -> QRectF:
        """With room for the labels at both ends, which would be left out otherwise."""
        return super().boundingRect().adjusted(-30, -15, 30, 15)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[Any, Any]]:
        """One level of ticks, as positions along the axis."""
        most = max(2, int(size / self._pixels) + 1)
        if self.decades:
            # Values beyond floating point can be neither shown nor raised to.
            low, high = 10.0 ** max(minVal, -300.0), 10.0 ** min(maxVal, 300.0)
            return [(1.0, [math.log10(value) for value in log_ticks(low, high, most)])]
        return [(1.0, linear_ticks(minVal, maxVal, most, self.whole))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """The numbers of those ticks."""
        if self.decades:
            return [_tick_text(10.0**value) for value in values]
        if self.percent:
            return [f"{format_compact(100 * value, 2)} %" for value in values]
        return [_tick_text(value) for value in values]

    def wheelEvent(self, event: Any) -> None:
        """Scrolling past the plot leaves it alone."""
        event.ignore()

    def mouseDragEvent(self, event: Any) -> None:
        """Only the plot itself is dragged in."""
        event.ignore()


def _tick_text(value: float) -> str:
    """0.05, 20, 10 000; 2e−7 and 1.5e+7 where zeros would have to be counted."""
    if 0 < value < 1e-4:
        mantissa, exponent = f"{value:.0e}".split("e")
        return f"{mantissa}e{MINUS}{-int(exponent)}"
    if 1e4 <= value < 1e6:
        return f"{value:,.0f}".replace(",", _THIN_SPACE)
    return format_compact(value, 6)
