"""The output map, the confusion matrix and the inside of the layers, as pictures and as tables.

Each is made anew from the numbers of the moment, for the view itself may be hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from nnsim.ui.parts import Parts
from nnsim.ui.theme import Theme

from .confusion_view import ConfusionView
from .histograms import LARGEST_ROW
from .inside import InsideSheet
from .layer_numbers import Insides, insides
from .map_subject import CONFUSION, MAP, views
from .output_map import OutputMap

Rows = Iterator[list[str]]

_TITLE = 30  # pixels for the line above a picture
_MARGIN = 12
_PLANE = QSize(520, 400)
_CELLS, _CELL = QSize(300, 240), QSize(52, 34)  # of few classes; more for each one of many


class MapPicture:
    """The output over the plane of two inputs, with its key."""

    def __init__(self, parts: Parts, shown: OutputMap | None = None, size: QSize = _PLANE) -> None:
        """`shown` says which inputs; without one, those that tell most, and no title."""
        self._parts = parts
        self._shown = shown
        self._size = size

    @property
    def available(self) -> bool:
        """Whether there are two inputs."""
        return MAP in views(self._parts.view_state.reading.project)

    @property
    def picture_size(self) -> QSize:
        """In pixels of the screen."""
        return self._size + QSize(0, _TITLE if self._shown else 0)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the title, the plane and its key at the origin."""
        with self._map() as made:
            for control in (made.panel.axes, made.panel.tools, made.panel.no_tools):
                control.hide()  # not a part of the picture
            title = made.title if self._shown else ""
            _paint_titled(painter, self._parts.theme, title, made.panel, self._size)

    @property
    def title(self) -> str:
        """Which output over which inputs."""
        with self._map() as made:
            return made.title

    def csv_rows(self) -> Rows:
        """The two inputs as the network sees them, and every output, over the grid."""
        with self._map() as made:
            shown = made.shown_map
        assert shown is not None
        first, second = (axis + 1 for axis in shown.plane.axes)
        outputs = range(1, shown.y.shape[-1] + 1)
        scaled = self._parts.view_state.reading.project.scaling is not None
        mark = "_scaled" if scaled else ""
        yield [f"x{first}{mark}", f"x{second}{mark}", *(f"y{j}" for j in outputs)]
        for x2, line in zip(shown.x2.tolist(), shown.y.tolist(), strict=True):
            for x1, y in zip(shown.x1.tolist(), line, strict=True):
                yield [repr(x1), repr(x2), *map(repr, y)]

    @contextmanager
    def _map(self) -> Iterator[OutputMap]:
        made = OutputMap(self._parts)
        made.show_at_once(MAP, None if self._shown is None else self._shown.axes)
        yield made
        made.deleteLater()


class ConfusionPicture:
    """The confusion matrix, in counts or in percent as it is shown."""

    def __init__(self, parts: Parts, shown: OutputMap | None = None) -> None:
        """`shown` says whether in percent; without one, in counts and without a title."""
        self._parts = parts
        self._shown = shown

    @property
    def available(self) -> bool:
        """Whether the targets are classes."""
        return CONFUSION in views(self._parts.view_state.reading.project)

    @property
    def picture_size(self) -> QSize:
        """In pixels of the screen; a size for every number to be read."""
        return self._size + QSize(0, _TITLE if self._shown else 0)

    @property
    def _size(self) -> QSize:
        project = self._parts.view_state.reading.project
        count = len(project.dataset.class_names)
        room = QSize(_CELL.width() * (count + 2), _CELL.height() * (count + 2))
        return _CELLS.expandedTo(room)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the title and the matrix at the origin."""
        with self._matrix() as (title, made):
            made.set_percent(self._shown is not None and self._shown.confusion.percent)
            title = title if self._shown else ""
            _paint_titled(painter, self._parts.theme, title, made, self._size)

    @property
    def title(self) -> str:
        """Whose matrix it is."""
        with self._matrix() as (title, _):
            return title

    def csv_rows(self) -> Rows:
        """The counts under the names of the classes: rows are true, columns predicted."""
        with self._matrix() as (_, made):
            yield from made.csv_rows()

    @contextmanager
    def _matrix(self) -> Iterator[tuple[str, ConfusionView]]:
        made = OutputMap(self._parts)
        made.show_at_once(CONFUSION)
        yield made.title, made.confusion
        made.deleteLater()


class InsidePicture:
    """The histograms of W, a and δ of every layer."""

    available = True

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @property
    def picture_size(self) -> QSize:
        """In pixels of the screen; a row for each layer."""
        layers = self._parts.view_state.reading.project.network.depth - 1
        return QSize(620, InsideSheet.around(LARGEST_ROW * layers))

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the heads, the rows and the note below them, at the origin."""
        theme, size = self._parts.theme, self.picture_size
        painter.fillRect(QRect(QPoint(), size), theme.color("panel"))
        sheet = InsideSheet(theme, self._insides(), self._parts.view_state.decimals)
        sheet.paint(painter, size)

    def csv_rows(self) -> Rows:
        """The ends and the count of every bar; of δ, the ends are log10 |δ|."""
        yield ["layer", "quantity", "from", "to", "count"]
        for layer in self._insides().layers:
            for name, bars in (("W", layer.W), ("a", layer.a), ("log10|delta|", layer.delta)):
                count = len(bars.counts)
                width = (bars.high - bars.low) / count
                for index, some in enumerate(bars.counts.tolist()):
                    low = bars.low + index * width
                    yield [str(layer.number), name, repr(low), repr(low + width), str(some)]

    def _insides(self) -> Insides:
        reading = self._parts.view_state.reading
        return insides(reading.project, reading.network)


def exported_views(parts: Parts, shown: OutputMap) -> dict[str, object]:
    """By their names among the sources of the table of exporters."""
    return {
        "map": MapPicture(parts, shown),
        "confusion": ConfusionPicture(parts, shown),
        "inside": InsidePicture(parts),
    }


def _paint_titled(
    painter: QPainter, theme: Theme, title: str, widget: QWidget, size: QSize
) -> None:
    """A line of text if there is one, and a widget of this size below it."""
    top = _TITLE if title else 0
    whole = QRect(QPoint(), size + QSize(0, top))
    painter.fillRect(whole, theme.color("panel"))
    font = QFont(QApplication.font())
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    line = QRectF(_MARGIN, 0, size.width() - 2 * _MARGIN, _TITLE)
    elided = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
    paint_widget(painter, widget, QRect(QPoint(0, top), size))


def paint_widget(painter: QPainter, widget: QWidget, place: QRect) -> None:
    """A widget that nobody sees, with this size."""
    widget.setParent(None)
    widget.resize(place.size())
    widget.ensurePolished()
    painter.save()
    painter.translate(place.topLeft())
    widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.restore()
