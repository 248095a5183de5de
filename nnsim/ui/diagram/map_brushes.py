"""The maps of the nodes, as brushes that their circles are filled with."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QImage, QPainter, QTransform

from nnsim.ui.node_maps import SIDE, STEPS, LevelArray, has_maps, node_levels
from nnsim.ui.pace import Pace
from nnsim.ui.parts import Parts
from nnsim.ui.plane import STRONGEST
from nnsim.ui.reading import Reading

DISC_PIXELS = 4  # of a disc for one of the screen
LEAST_RADIUS = 6.0  # a smaller picture shows nothing


class NodeMaps(QObject):
    """Keeps the maps of the newest reading; during a run they take a tenth of the time at most.

    Attributes:
        wanted: whether they are to be shown.

    Signals:
        changed(): they are wanted now, or no longer.
        possible_changed(bool): the network has a plane of two inputs now, or no longer.
    """

    changed = Signal()
    possible_changed = Signal(bool)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.wanted = False
        self._pace = Pace(share=0.1)
        self._reading: Reading | None = None
        self._levels: Mapping[int, LevelArray] = {}
        self._brushes: dict[tuple[int, int], QBrush] = {}
        steps = range(-STEPS, STEPS + 1)
        self._colors = np.array(
            [parts.theme.blend(STRONGEST * step / STEPS).rgb() for step in steps], dtype=np.uint32
        )
        self._was_possible = self.possible
        parts.view_state.reading_changed.connect(self._on_reading_changed)

    @property
    def possible(self) -> bool:
        """Whether the network shown can have maps."""
        return has_maps(self._parts.view_state.reading.project)

    def set_wanted(self, wanted: bool) -> None:
        """Switch the maps on or off."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def shown_in(self, radius: float) -> bool:
        """Whether circles of this radius show maps."""
        return self.wanted and radius >= LEAST_RADIUS and self.possible

    def brush(self, layer: int, j: int, center: QPointF, radius: float) -> QBrush | None:
        """What to fill the circle of node j with; None where it shows no map."""
        if not self.shown_in(radius):
            return None
        self._catch_up()
        brush = self._brushes.get((layer, j))
        if brush is None:
            brush = self._brushes[layer, j] = QBrush(self._image(layer, j))
        # The middle of a pixel is a point of the grid, so that half a pixel lies outside.
        pixel = 2 * radius / (SIDE - 1)
        left, top = center.x() - radius - pixel / 2, center.y() - radius - pixel / 2
        brush.setTransform(QTransform(pixel, 0, 0, pixel, left, top))
        return brush

    def _catch_up(self) -> None:
        reading, shown = self._parts.view_state.reading, self._reading
        if shown is not None and shown.project.network == reading.project.network:
            same_data = reading.project.dataset is shown.project.dataset
            same_data &= reading.project.scaling is shown.project.scaling
            if same_data and reading.parameters is shown.parameters:
                return
            if self._parts.session.running and not self._pace.due:
                return
        with self._pace.working():
            self._levels = node_levels(reading.project, reading.network)
            self._brushes.clear()
        self._reading = reading

    def _image(self, layer: int, j: int) -> QImage:
        """The largest x2 on top."""
        pixels = self._colors[self._levels[layer][j - 1, ::-1]]
        data = pixels.data.cast("B")
        image = QImage(data, SIDE, SIDE, SIDE * pixels.itemsize, QImage.Format.Format_RGB32)
        return image.copy()  # the pixels belong to NumPy

    @Slot()
    def _on_reading_changed(self) -> None:
        if self.possible != self._was_possible:
            self._was_possible = not self._was_possible
            self.possible_changed.emit(self._was_possible)


def disc(brush: QBrush, area: QRectF) -> QImage:
    """A circle in this area filled with the brush, as an image with nothing around it.

    For painters of files: an SVG has a texture as it is, neither moved nor scaled.
    """
    size = (area.size() * DISC_PIXELS).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(DISC_PIXELS, DISC_PIXELS)
    painter.translate(-area.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawEllipse(area)
    painter.end()
    return image
