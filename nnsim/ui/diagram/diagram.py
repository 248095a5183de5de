"""The network as a picture that can be edited where it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from nnsim.notation import Symbol, W, a, b, x
from nnsim.ui.focus_ring import comes_by_keyboard, paint_ring
from nnsim.ui.parts import Parts
from nnsim.ui.reading import FloatArray
from nnsim.ui.selection import Layer, Selection

from .describe import describe, tooltip
from .diagram_edits import DiagramEdits
from .edges import EdgePainter
from .editor import NumberEditor
from .headers import HeaderRow
from .layout import TOP
from .lettering import paint_layer_names, paint_note
from .light import Light
from .map_brushes import NodeMaps
from .marked_edges import marked_edges, paint_bands
from .measures import chip_width, sum_width, value_width
from .painting import DiagramPainter
from .picture import Picture, compose

MAX_ZOOM = 8.0


class NetworkDiagram(QAbstractScrollArea):
    """Shows the numbers of the moment on nodes and edges; click selects, double click types.

    Attributes:
        picture: what stands where, for the size that there is.
        editor: the number that is being typed.
        zoom: 1 fits the window.
        maps: what each node computes, as small pictures.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("networkDiagram")
        self.setAccessibleName(self.tr("Network diagram"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 220)
        self.viewport().setMouseTracking(True)
        self._parts = parts
        self._view = parts.view_state
        self.zoom = 1.0
        self._by_keyboard = False
        self.maps = NodeMaps(parts, self)
        self.maps.changed.connect(self.viewport().update)
        self._edges_pixmap: QPixmap | None = None
        self._pixmap_offset = QPoint()
        self._painted_parameters: FloatArray | None = None
        self._edits = DiagramEdits(parts, self)
        self.editor = NumberEditor(self.viewport())
        self.editor.committed.connect(self._on_committed)
        self.editor.moved.connect(self._on_moved)
        self._shown_network = self._view.reading.project.network
        self.picture: Picture = self._compose()
        self._edges = EdgePainter(self.picture.layout, parts.theme)
        self._headers = HeaderRow(self.viewport())
        self._headers.layer_clicked.connect(self._on_layer_clicked)
        self._edits.listen_to(self._headers)
        self._view.reading_changed.connect(self._on_reading_changed)
        self._view.selection_changed.connect(self._on_selection_changed)
        self._view.decimals_changed.connect(self._rearrange)
        self._view.pass_changed.connect(self._on_selection_changed)
        self._view.pointed_changed.connect(self.viewport().update)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._place_headers)

    # Size and zoom

    def sizeHint(self) -> QSize:
        return QSize(760, 430)

    @Slot()
    def zoom_in(self) -> None:
        """Give the diagram more room than the window has."""
        self._set_zoom(self.zoom * 1.25)

    @Slot()
    def zoom_out(self) -> None:
        """Give the diagram less room."""
        self._set_zoom(self.zoom / 1.25)

    @Slot()
    def zoom_fit(self) -> None:
        """Fit the diagram into the window."""
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, 1.0), MAX_ZOOM)
        if zoom != self.zoom:
            self.zoom = zoom
            self._rearrange()

    def _compose(self) -> Picture:
        decimals = self._view.decimals
        font = self.font()
        light = Light.of(self._view.position)
        self._composed_for = self._view.selection, light.backward
        return compose(
            self._view.reading.project.network,
            self.viewport().width() * self.zoom,
            self.viewport().height() * self.zoom,
            self._view.selection,
            lambda symbol, named: chip_width(light.shown(symbol), named, font, decimals),
            sum_width(font, decimals, light.backward),
            value_width(font, decimals),
        )

    @Slot()
    def _rearrange(self) -> None:
        """Lay everything out anew: another size, another architecture, other digits."""
        self._shown_network = self._view.reading.project.network
        self.picture = self._compose()
        self._edges = EdgePainter(self.picture.layout, self._parts.theme)
        area, room = self.picture.layout, self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(0, round(area.width) - room.width()))
        self.verticalScrollBar().setRange(0, max(0, round(area.height) - room.height()))
        self.horizontalScrollBar().setPageStep(room.width())
        self.verticalScrollBar().setPageStep(room.height())
        self._headers.build(self._shown_network, area)
        self._headers.place(self._offset)
        self._repaint()

    def _repaint(self) -> None:
        self._edges_pixmap = None
        self.viewport().update()

    @property
    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @Slot()
    def _place_headers(self) -> None:
        self._headers.place(self._offset)
        self.viewport().update()

    # Typing

    def edit_selection(self) -> None:
        """Type the number that is selected: a weight, a node's bias, or an input."""
        match self._view.selection:
            case Symbol(kind="W") as symbol:
                self._begin(symbol)
            case Symbol(kind="a", layer=1, j=j):
                self._begin(x(j))
            case Symbol(kind="a", layer=layer, j=j):
                self._begin(b(layer, j))

    def _begin(self, symbol: Symbol) -> None:
        backward = Light.of(self._view.position).backward and symbol.kind in ("W", "b")
        if backward or not self._view.reading.can_be_typed(symbol):
            return  # its place shows what the pass has computed, which cannot be typed
        field = self.picture.field_of(symbol)
        value = self._view.reading.value(symbol)
        if field is not None and value is not None:
            place = QPoint(round(field.box.x), round(field.box.y)) - self._offset
            self.editor.begin(symbol, value, place.x(), place.y())

    @Slot(object, float)
    def _on_committed(self, symbol: Symbol, value: float) -> None:
        self._edits.set_value(symbol, value)

    @Slot(object, int)
    def _on_moved(self, symbol: Symbol, step: int) -> None:
        symbols = [field.symbol for field in self.picture.fields]
        if symbol in symbols:
            self._begin(symbols[(symbols.index(symbol) + step) % len(symbols)])

    @Slot(int)
    def _on_layer_clicked(self, layer: int) -> None:
        self.setFocus()
        self._view.select(Layer(layer))

    # What is new

    @Slot()
    def _on_reading_changed(self) -> None:
        if self._view.reading.project.network != self._shown_network:
            self.editor.give_up()
            self._rearrange()
        elif self._view.reading.parameters is self._painted_parameters:
            self.viewport().update()  # another step or sample: the edges stay as they are
        else:
            self._repaint()

    @Slot()
    def _on_selection_changed(self) -> None:
        shown = self._view.selection, Light.of(self._view.position).backward
        if shown != self._composed_for:
            self.picture = self._compose()
        self.setAccessibleDescription(describe(self._view.selection, self._view.reading))
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._parts.theme.color("panel"))
        painter.translate(-self._offset)
        marked = marked_edges(self._view.selection, self._view.reading, self._view.pointed)
        paint_bands(painter, self.picture.layout, marked, self._parts.theme)
        painter.drawPixmap(self._offset, self._painted_edges())
        self._paint_numbers(painter, self._view.pointed)
        painter.resetTransform()
        area = self.viewport().rect()
        paint_note(painter, self._edges, area, self._parts.theme, self.font())
        if self._by_keyboard and self.hasFocus():
            paint_ring(painter, QRectF(area), self._parts.theme)
        painter.end()

    def _paint_numbers(self, painter: QPainter, pointed: Symbol | None) -> None:
        """Everything above the edges."""
        reading = self._view.reading
        marked = marked_edges(self._view.selection, reading, None)
        self._edges.paint_marked(painter, reading.network, marked)
        DiagramPainter(
            painter,
            self.picture,
            reading,
            self._parts.theme,
            self.font(),
            self._view.decimals,
            self.maps,
            pointed,
        ).paint(self._view.selection)

    @property
    def picture_size(self) -> QSize:
        """Of what is exported as a picture: the whole diagram, whatever part is in sight."""
        return QSize(round(self.picture.layout.width), round(self.picture.layout.height))

    def paint_picture(self, painter: QPainter) -> None:
        """Paint what is exported, at the origin: as shown, with names instead of the controls."""
        theme, layout, reading = self._parts.theme, self.picture.layout, self._view.reading
        area = QRect(QPoint(), self.picture_size)
        painter.fillRect(area, theme.color("panel"))
        marked = marked_edges(self._view.selection, reading, None)
        paint_bands(painter, layout, marked, theme)
        self._edges.paint(painter, reading.network)
        self._paint_numbers(painter, None)
        paint_layer_names(painter, self._shown_network, layout, theme, self.font())
        paint_note(painter, self._edges, area, theme, self.font())

    def _painted_edges(self) -> QPixmap:
        """Edges are the slow part: painted once for each reading, not for each hover."""
        key = self._offset
        if self._edges_pixmap is None or self._pixmap_offset != key:
            self._edges_pixmap = self._edges.pixmap(
                self._view.reading.network, self.viewport().size(), key, self.devicePixelRatioF()
            )
            self._pixmap_offset = key
            self._painted_parameters = self._view.reading.parameters
        return self._edges_pixmap

    # Mouse and keyboard

    def _thing_at(self, position: QPoint) -> Selection:
        place = position + self._offset
        px, py = place.x(), place.y()
        chip = self.picture.chip_at(px, py)
        if chip is not None:
            return chip.symbol
        node = self.picture.layout.node_at(px, py)
        if node is not None:
            return a(*node)
        edge = self.picture.layout.edge_at(px, py) if py > TOP / 2 else None
        return W(*edge) if edge is not None else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = comes_by_keyboard(event, self._by_keyboard)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._by_keyboard = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.select(self._thing_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint() + self._offset
        field = self.picture.field_at(place.x(), place.y())
        if field is not None and event.button() == Qt.MouseButton.LeftButton:
            self._begin(field.symbol)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint() + self._offset
        over = self.picture.field_at(place.x(), place.y())
        thing = self._thing_at(event.position().toPoint())
        shape = Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor
        if over is None and thing is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        number = self.picture.number_at(place.x(), place.y())
        light = Light.of(self._view.position)
        self._view.point(None if number is None else light.shown(number))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            thing = self._thing_at(event.pos())
            text = tooltip(thing, self._view.reading, self._view.decimals)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._view.point(None)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._set_zoom(self.zoom * 1.2 ** (event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def event(self, event: QEvent) -> bool:
        # With the focus here, arrows belong to the diagram and not to the window's shortcuts;
        # in a pass, which selects for itself, those to the sides go on and back.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (_ARROWS if self._view.position is None else _UP_AND_DOWN)
            and self._view.selection is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move_selection(*_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_selection()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._edits.delete(self._view.selection)
        elif key == Qt.Key.Key_Escape:
            self._view.select(None)
        else:
            super().keyPressEvent(event)

    def _move_selection(self, layers: int, nodes: int) -> None:
        match self._view.selection:
            case Symbol(layer=layer, j=j):
                pass
            case Layer(number):
                layer, j = number, 1
            case _:
                self._view.select(a(1, 1))
                return
        spec = self._shown_network
        layer = min(max(layer + layers, 1), spec.depth)
        self._view.select(a(layer, min(max(j + nodes, 1), spec.size(layer))))


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
