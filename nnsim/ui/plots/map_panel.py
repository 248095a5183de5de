"""The plane with its key and its axes beside it, or above it where that leaves more room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from nnsim.ui.theme import Theme

from .draw_tools import DrawTools
from .map_axes import MapAxes
from .plane_view import PlaneView
from .point_key import PointKey

QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide6 does not name
_BESIDE, _MOST_BESIDE = 122, 260  # pixels for what stands beside the plane
_AXIS = 50  # pixels for the numbers and the name beside the plane


class MapPanel(QWidget):
    """The plane and what explains it.

    Attributes:
        plane: the picture.
        key: what its marks and colours mean.
        axes: the choice of inputs; hidden where there are only two.
        others: says where the other inputs stay; hidden with it.
        tools: for drawing samples.
        no_tools: says why there are none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = PlaneView(theme, self)
        self.plane.setObjectName("outputPlane")
        self.key = PointKey(theme, self)
        self.axes = MapAxes(self)
        self.others = QLabel(self)
        self.others.setObjectName("mapOthers")
        self.others.setProperty("role", "muted")
        self.others.setWordWrap(True)
        self.tools = DrawTools(self)
        self.no_tools = QLabel(self)
        self.no_tools.setObjectName("drawNote")
        self.no_tools.setProperty("role", "muted")
        self.no_tools.setWordWrap(True)
        self._side = QWidget(self)
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(4, 4, 4, 0)
        self._column.setSpacing(5)
        for widget in (self.tools, self.axes, self.others, self.key, self.no_tools):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.RightToLeft, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self._side)
        self._box.addWidget(self.plane, 1)

    def show_choice(self, many: bool) -> None:
        """Show the choice of inputs, or not."""
        self.axes.setVisible(many)
        self.others.setVisible(many)
        self._arrange()

    def show_tools(self, reason: str) -> None:
        """Show the tools, or the reason why there are none."""
        self.tools.setVisible(not reason)
        self.no_tools.setText(reason)
        self.no_tools.setVisible(bool(reason))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plane is square, so there is room beside it, or above."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self.height() + _BESIDE
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.RightToLeft if beside else direction.TopToBottom)
        for each in (self.axes, self.tools):
            each.set_direction(direction.TopToBottom if beside else direction.LeftToRight)
        self._side.setMinimumWidth(self._beside if beside else 0)
        self._side.setMaximumWidth(self._beside if beside else QWIDGETSIZE_MAX)

    @property
    def _beside(self) -> int:
        """Long names of inputs get what the square plane leaves."""
        if self.axes.isHidden():
            return _BESIDE
        free = min(self.width() - self.height() - _AXIS, self.axes.wanted_width, _MOST_BESIDE)
        return max(free, _BESIDE)
