"""Nodes, names and numbers of the diagram."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPaintEngine, QPainter, QPen

from nnsim.notation import E, Symbol, a, b, format_compact, format_number, t, x, z
from nnsim.ui.reading import Reading
from nnsim.ui.selection import Layer, Selection
from nnsim.ui.symbol_text import ascent, draw_symbol, symbol_width, text_width
from nnsim.ui.theme import Theme, number_font

from .discs import disc_pen, paint_discs
from .layout import LINE, VALUE_MARGIN, Box, Column
from .light import Light
from .map_brushes import NodeMaps, disc
from .measures import GAP, fitting, number_width, rect, sum_width, value_font
from .picture import (
    CHIP_HEIGHT,
    CHIP_MARGIN,
    Chip,
    Picture,
    bias_box,
    loss_box,
    name_box,
    sum_box,
    target_box,
    total_box,
)
from .tags import paint_tags

HALO_RADIUS = 7.0
READABLE = 0.8  # of the size of a number: two are not made smaller to stand side by side


class DiagramPainter:
    """Paints everything but the edges, for one picture and one reading."""

    def __init__(
        self,
        painter: QPainter,
        picture: Picture,
        reading: Reading,
        theme: Theme,
        font: QFont,
        decimals: int,
        maps: NodeMaps,
        pointed: Symbol | None = None,
    ) -> None:
        """Prepare; `pointed` is the canonical name of the number that is pointed at."""
        self._painter = painter
        self._picture = picture
        self._reading = reading
        self._theme = theme
        self._font = font
        self._small = number_font(font, 0.92)
        self._value_font = value_font(font)
        self._decimals = decimals
        self._maps = maps
        self._depth = reading.project.network.depth
        self._pointed = pointed
        self._light = Light.of(reading.position)
        self._on_pixels = painter.paintEngine().type() == QPaintEngine.Type.Raster
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )

    def paint(self, selection: Selection) -> None:
        """Nodes first, then labels, so that nothing covers a number."""
        for layer in range(1, self._depth + 1):
            column = self._picture.layout.column(layer)
            if self._is_plain(layer, column, selection):
                numbers = self._reading.forward.a[layer][0].tolist()
                levels = [self._level(layer, numbers[j - 1]) for j in column.shown]
                paint_discs(self._painter, column, levels, self._theme)
            else:
                for j, y in zip(column.shown, column.ys, strict=True):
                    self._paint_node(layer, j, column, y, selection)
            if column.fold_y is not None:
                self._paint_fold(layer, column)
        for chip in self._picture.chips:
            self._paint_chip(chip, selection)
        self._paint_loss()
        self._paint_class()
        paint_tags(
            self._painter,
            self._picture,
            self._reading,
            self._light,
            self._theme,
            self._font,
            self._decimals,
        )

    # Nodes

    def _is_plain(self, layer: int, column: Column, selection: Selection) -> bool:
        """Whether a layer is nothing but discs: no numbers, names, maps, and nothing lit."""
        if column.with_values or layer == self._depth or self._reading.position is not None:
            return False
        marked = (selection, self._pointed)
        if Layer(layer) in marked or any(
            isinstance(each, Symbol) and each.kind == "a" and each.layer == layer for each in marked
        ):
            return False
        return not self._maps.shown_in(column.radius)

    def _paint_node(
        self, layer: int, j: int, column: Column, y: float, selection: Selection
    ) -> None:
        output = a(layer, j)
        value = self._reading.value(output)
        center = QPointF(column.x, y)
        selected = selection in (output, Layer(layer))
        selected |= (layer, j) in self._light.result_nodes
        roomy = column.radius >= HALO_RADIUS  # halos of closer nodes would cover one another
        if selected or (roomy and (layer, j) in self._light.operand_nodes):
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._theme.color("highlight"))
            self._painter.drawEllipse(center, column.radius + 5, column.radius + 5)
        pointed = self._pointed == output
        if selected or pointed:
            self._painter.setPen(QPen(self._theme.color("accent"), 3.0 if pointed else 2.0))
        else:
            self._painter.setPen(disc_pen(column, self._theme))
        fill = self._theme.blend(self._level(layer, value))
        plane = None if value is None else self._maps.brush(layer, j, center, column.radius)
        brush: QBrush | QColor | Qt.BrushStyle = plane or fill
        if plane is not None and not self._on_pixels:
            side = 2 * column.radius
            area = QRectF(center.x() - column.radius, center.y() - column.radius, side, side)
            self._painter.drawImage(area, disc(plane, area))
            brush = Qt.BrushStyle.NoBrush
        self._painter.setBrush(brush)
        self._painter.drawEllipse(center, column.radius, column.radius)
        room = column.radius
        if plane is not None and not column.full:  # in the middle it would hide most of a small map
            below = column.radius - 8
            center += QPointF(0, below)
            room = sqrt(column.radius**2 - below**2) + 3
        if column.with_values and (plane is not None or self._reading.is_tried(output)):
            self._paint_pill(layer, value, room, center)
        if column.with_values:
            self._paint_value(layer, j, value, room, center)
        if column.full:
            self._paint_name(layer, j, column, y)
        if column.full and layer > 1:
            self._paint_sum(layer, j, column, y)
        if layer == self._depth:
            self._paint_target(j, column, y)

    def _paint_pill(self, layer: int, value: float | None, radius: float, center: QPointF) -> None:
        """Behind the number of a node that shows a map, or one that is being tried."""
        metrics = QFontMetricsF(self._value_font)
        width = min(metrics.horizontalAdvance(self._value_text(layer, value)) + 8, 2 * radius - 3)
        height = metrics.height() - 1
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("panel", 0.82))
        pill = QRectF(center.x() - width / 2, center.y() - height / 2, width, height)
        self._painter.drawRoundedRect(pill, height / 2, height / 2)

    def _level(self, layer: int, value: float | None) -> float:
        """−1..1 for the fill: 0.5 is in the middle where outputs lie between 0 and 1."""
        if value is None:
            return 0.0
        if layer == 1:
            scaled = self._reading.project.scaling is not None
            return 0.8 * (value / 2 if scaled else value * 2 - 1)
        if self._reading.project.network.activation(layer) in ("sigmoid", "softmax", "step"):
            return 0.8 * (value * 2 - 1)
        return 0.8 * value

    def _paint_value(
        self, layer: int, j: int, value: float | None, radius: float, center: QPointF
    ) -> None:
        text = self._value_text(layer, value)
        self._painter.setFont(fitting(self._value_font, text, 2 * (radius - VALUE_MARGIN)))
        tried = self._reading.is_tried(a(layer, j))
        old = self._light.stale and layer > 1
        pale = self._theme.color("text", 0.6 if old else 1.0)
        self._painter.setPen(self._theme.color("accent") if tried else pale)
        area = QRectF(center.x() - 60, center.y() - radius, 120, 2 * radius)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        if tried:
            self._paint_before(a(layer, j), area.adjusted(0, 0, 0, -2.3 * LINE))

    def _paint_before(self, symbol: Symbol, area: QRectF) -> None:
        """What a number would be without the trial, above the one that it is with it."""
        self._painter.setFont(self._small)
        text = f"{format_number(self._reading.actual.value(symbol), self._decimals)} →"
        width, height = text_width(self._small, text) + 6, float(LINE - 3)
        box = QRectF(area.center().x() - width / 2, area.center().y() - height / 2, width, height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("panel", 0.82))
        self._painter.drawRoundedRect(box, height / 2, height / 2)
        self._painter.setPen(self._theme.color("muted"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _value_text(self, layer: int, value: float | None) -> str:
        return (format_compact if layer == 1 else format_number)(value, self._decimals)

    def _paint_name(self, layer: int, j: int, column: Column, y: float) -> None:
        symbol = x(j) if layer == 1 else a(layer, j)
        box = name_box(column, y)
        self._painter.setPen(self._theme.color("text"))
        left = box.x - symbol_width(symbol, self._font) / 2
        draw_symbol(self._painter, symbol, left, box.y + 5, self._font)

    def _paint_sum(self, layer: int, j: int, column: Column, y: float) -> None:
        width = sum_width(self._font, self._decimals, self._light.backward)
        self._backdrop(sum_box(column, y, width))
        of_sum, of_bias = (self._light.shown(each) for each in (z(layer, j), b(layer, j)))
        numbers = [(of_sum, total_box(column, y, width)), (of_bias, bias_box(column, y, width))]
        if self._reading.is_tried(of_sum):  # z → z needs the room of b, or beside the column
            box = sum_box(column, y, width)
            room = min(width, 0.7 * self._picture.layout.distance)
            area = rect(replace(box, width=room, height=LINE, y=box.y - (box.height - LINE) / 2))
            self._paint_pair(of_sum, self._reading.value(of_sum), area)
            numbers = numbers[1:] if column.stacked else []
        for symbol, box in numbers:
            if symbol == self._pointed:
                self._paint_spot(box)
            self._paint_pair(symbol, self._reading.value(symbol), rect(box))

    def _paint_pair(self, symbol: Symbol, value: float | None, area: QRectF) -> None:
        """A letter and its number, centred in the area."""
        letter = symbol.letter
        number = format_number(value, self._decimals, signed=symbol.kind == "b")
        name = QFont(self._small)
        name.setItalic(True)
        name_width = text_width(name, letter) + GAP
        room = area.width() - name_width - 4
        if self._reading.is_tried(symbol):
            before = format_number(self._reading.actual.value(symbol), self._decimals)
            widest = 2 * number_width(self._small, "−8." + "8" * self._decimals)
            if READABLE * (widest + text_width(self._small, " → ")) <= room:
                number = f"{before} → {number}"
        font = fitting(self._small, number, room)
        left = area.center().x() - (name_width + number_width(font, number)) / 2
        baseline = area.center().y() + ascent(font) / 2 - 2
        self._painter.setFont(name)
        self._painter.setPen(self._theme.color("muted"))
        self._painter.drawText(QPointF(left, baseline), letter)
        self._painter.setFont(font)
        old = self._light.stale and symbol.kind == "z"
        color = self._theme.color("muted" if old else "text")
        if symbol in self._light.results or self._reading.is_tried(symbol):
            color = self._theme.color("accent")
        elif symbol.kind == "b" and value is not None:
            color = self._theme.signed_text(value)
        self._painter.setPen(color)
        self._painter.drawText(QPointF(left + name_width, baseline), number)

    def _paint_fold(self, layer: int, column: Column) -> None:
        hidden = self._reading.project.network.size(layer) - len(column.shown)
        text = QCoreApplication.translate("diagram", "⋮ {count} more").format(count=hidden)
        self._painter.setFont(self._small)
        self._painter.setPen(self._theme.color("muted"))
        area = QRectF(column.x - 60, (column.fold_y or 0) - 10, 120, 20)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    # Outputs

    def _paint_target(self, j: int, column: Column, y: float) -> None:
        value = self._reading.value(t(j))
        left = column.x + column.radius + 12
        if column.with_values:
            box = target_box(column, y)
            if self._pointed == t(j):
                self._paint_spot(box)
            left = box.x - box.width / 2 + 4
            baseline = y + ascent(self._font) / 2 - 1
            self._painter.setPen(self._theme.color("text"))
            left += draw_symbol(self._painter, t(j), left, baseline, self._font)
            self._painter.setFont(number_font(self._font))
            text = " = " + format_compact(value, self._decimals)
            self._painter.drawText(QPointF(left, baseline), text)
        elif column.radius >= 5 and len(column.ys) > 1:
            self._paint_class_name(j, value, left, y)

    def _paint_class_name(self, j: int, value: float | None, left: float, y: float) -> None:
        """Small outputs are told apart by their class; that of t stands out."""
        font = number_font(self._font, 0.92, bold=value == 1)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("text" if value == 1 else "muted"))
        name = self._reading.project.dataset.class_names[j - 1]
        text = f"{name}  t = 1" if value == 1 else name
        baseline = y + ascent(font) / 2 - 1
        self._painter.drawText(QPointF(left, baseline), text)

    def _paint_loss(self) -> None:
        """E of this sample, below its targets."""
        column = self._picture.layout.column(self._depth)
        if not column.ys:
            return
        box = loss_box(column)
        if self._pointed == E:
            self._paint_spot(box)
        left = box.x - box.width / 2
        baseline = box.y + ascent(self._font) / 2 - 1
        tried = self._reading.is_tried(E)
        lit = E in self._light.results or tried
        self._painter.setPen(self._theme.color("accent" if lit else "muted"))
        left += draw_symbol(self._painter, E, left, baseline, self._font)
        room = self._picture.layout.width - left - 4
        text = format_number(self._reading.value(E), self._decimals)
        lines = [f" = {text}"]
        if tried:
            before = format_number(self._reading.actual.value(E), self._decimals)
            lines = [f" = {before}", f" → {text}"]
        for number, line in enumerate(lines):
            self._painter.setFont(fitting(number_font(self._font), line, room))
            self._painter.drawText(QPointF(left, baseline + number * LINE), line)

    def _paint_class(self) -> None:
        """The decision, above the targets."""
        column = self._picture.layout.column(self._depth)
        if not self._reading.decides_class or not column.ys:
            return
        name = self._reading.class_name
        if name.isdigit():
            name = QCoreApplication.translate("diagram", "class {name}").format(name=name)
        font = number_font(self._font)
        left = column.x + column.radius + 16
        room = self._picture.layout.width - left - 4
        text = QFontMetricsF(font).elidedText(f"→ {name}", Qt.TextElideMode.ElideRight, room)
        above = LINE + 6 if column.with_values else column.radius + LINE
        baseline = column.ys[0] - above + ascent(self._font) / 2 - 1
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("text"))
        self._painter.drawText(QPointF(left, baseline), text)

    # Weights

    def _paint_chip(self, chip: Chip, selection: Selection) -> None:
        symbol = self._light.shown(chip.symbol)
        value = self._reading.value(symbol)
        selected = selection == chip.symbol or symbol in self._light.results
        used = symbol in self._light.operands
        pointed = symbol == self._pointed
        area = rect(chip.box)
        line = self._theme.color("accent" if selected or pointed else "line")
        self._painter.setPen(QPen(line, 2.2 if pointed else 1.6 if selected else 1.0))
        lit = selected or used or pointed
        self._painter.setBrush(self._theme.color("highlight" if lit else "panel"))
        self._painter.drawRoundedRect(area, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        half = area.height() / 4 if chip.two_lines else 0.0
        name_width = symbol_width(symbol, self._font)
        if chip.named:
            left = area.center().x() - name_width / 2 if half else area.left() + CHIP_MARGIN
            baseline = chip.box.y - half + ascent(self._font) / 2 - 1.5
            self._painter.setPen(self._theme.color("muted"))
            draw_symbol(self._painter, symbol, left, baseline, self._font)
        text = format_number(value, self._decimals, signed=True)
        beside = chip.named and not chip.two_lines
        inner = area.adjusted(4, 2 * half, -4, -half / 4)
        if beside:
            inner = area.adjusted(4 + name_width + GAP, 0, -CHIP_MARGIN, 0)
        self._painter.setFont(fitting(number_font(self._font, bold=True), text, inner.width()))
        color = self._theme.color("muted") if value is None else self._theme.signed_text(value)
        self._painter.setPen(
            self._theme.color("accent") if self._reading.is_tried(symbol) else color
        )
        align = Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignHCenter
        self._painter.drawText(inner, align, text)
        if self._reading.is_tried(symbol):
            self._paint_before(symbol, area.translated(0, -CHIP_HEIGHT + 2))

    def _paint_spot(self, box: Box) -> None:
        """Below a number that is pointed at."""
        self._painter.setPen(QPen(self._theme.color("accent"), 1.2))
        self._painter.setBrush(self._theme.color("highlight"))
        self._painter.drawRoundedRect(rect(box), 4, 4)

    def _backdrop(self, box: Box) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("panel", 0.82))
        self._painter.drawRoundedRect(rect(box), 6, 6)
