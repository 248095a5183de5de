"""What can be in the hand over the plane: nothing, a class, or the eraser; and its size."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .brush import Brush

SELECT, ERASE = "select", "erase"
MOST_CLASSES = 12
RADIUS, MOST_RADIUS, MOST_NOISE = 12, 40, 30  # pixels
_SWATCH, _GAP = 11, 3
_IN_A_ROW = 3  # of classes without their names


class DrawTools(QWidget):
    """Buttons, one of which is pressed, and while something is drawn the sliders of the brush.

    Attributes:
        tool: SELECT, ERASE, or "class0", "class1", ...

    Signals:
        brush_changed(Brush | None): another tool, size or noise; None: SELECT.
    """

    brush_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawTools")
        self.tool = SELECT
        self._classes: list[tuple[str, QColor]] = []
        self._buttons: dict[str, QToolButton] = {}
        select = self._add_button(SELECT, self.tr("Select"))
        select.setToolTip(self.tr("A click selects the sample under it"))
        erase = self._add_button(ERASE, self.tr("Erase"))
        erase.setToolTip(self.tr("Click or drag on the map to take samples away"))
        self._first = _box(select, erase)
        self._grid = QGridLayout()
        self._grid.setSpacing(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows.setSpacing(1)
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._grid)
        self._rows.addStretch(1)
        for layout in (self._first, self._grid):
            self._rows.setAlignment(layout, Qt.AlignmentFlag.AlignLeft)
        self._sliders = self._build_sliders()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self._sliders)
        self.set_direction(QBoxLayout.Direction.TopToBottom)
        self.set_tool(SELECT)

    @property
    def brush(self) -> Brush | None:
        """What is in the hand; None: SELECT."""
        if self.tool == SELECT:
            return None
        number = None if self.tool == ERASE else int(self.tool.removeprefix("class"))
        return Brush(number, self._size.value(), self._noise.value())

    def show_classes(self, classes: list[tuple[str, QColor]]) -> None:
        """Offer these classes, by names and colours; a class that is gone leaves the hand."""
        if classes == self._classes:
            return
        self._classes = classes
        for key in [key for key in self._buttons if key not in (SELECT, ERASE)]:
            button = self._buttons.pop(key)
            button.setParent(None)
            button.deleteLater()
        before: QWidget = self._buttons[ERASE]
        for number, (name, color) in enumerate(classes):
            button = self._add_button(f"class{number}", name)
            button.setIcon(_swatch(color, self.devicePixelRatioF()))
            button.setIconSize(QSize(_SWATCH + _GAP, _SWATCH))
            tip = self.tr("Click or drag on the map to put samples of {name}")
            button.setToolTip(tip.format(name=name))
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self._size)
        self.set_direction(self._rows.direction())
        self.set_tool(self.tool if self.tool in self._buttons else SELECT)

    def set_tool(self, tool: str) -> None:
        """Take another tool."""
        self.tool = tool
        for key, button in self._buttons.items():
            button.setChecked(key == tool)
        self._sliders.setVisible(tool != SELECT)
        for widget in self._of_noise:
            widget.setVisible(tool != ERASE)  # which does not miss
        self.brush_changed.emit(self.brush)

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """One group below the other, or beside it; two classes have their names where there is
        room, of more the key tells them.
        """
        self._rows.setDirection(direction)
        below = direction == QBoxLayout.Direction.TopToBottom
        named = below and len(self._classes) == 2
        columns = MOST_CLASSES if not below else 1 if named else _IN_A_ROW
        style, left = Qt.ToolButtonStyle, Qt.AlignmentFlag.AlignLeft
        for number in range(len(self._classes)):
            button = self._buttons[f"class{number}"]
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly
            )
            self._grid.addWidget(button, number // columns, number % columns, left)
        for number, widget in enumerate(self._brush_widgets):
            row, column = divmod(number, 2) if below else (0, number)
            self._brush_grid.addWidget(widget, row, column)

    def _add_button(self, key: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"draw{key.capitalize()}")
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.clicked.connect(self._on_clicked)
        self._buttons[key] = button
        return button

    def _build_sliders(self) -> QWidget:
        sliders = QWidget(self)
        grid = self._brush_grid = QGridLayout(sliders)
        grid.setContentsMargins(2, 2, 4, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        self._size = QSlider(Qt.Orientation.Horizontal, sliders)
        self._size.setObjectName("brushSize")
        self._size.setAccessibleName(self.tr("Brush size"))
        self._size.setRange(2, MOST_RADIUS)
        self._size.setValue(RADIUS)
        self._noise = QSlider(Qt.Orientation.Horizontal, sliders)
        self._noise.setObjectName("brushNoise")
        self._noise.setAccessibleName(self.tr("Brush noise"))
        self._noise.setRange(0, MOST_NOISE)
        size, noise = QLabel(self.tr("Size"), sliders), QLabel(self.tr("Noise"), sliders)
        tips = (
            self.tr(
                "Radius of the brush in pixels of the screen: the circle around the pointer is"
                " what it reaches, however the axes are scaled"
            ),
            self.tr(
                "Standard deviation in pixels of the screen by which points miss the circle;"
                " most fall within the dashed one"
            ),
        )
        for row, (label, slider) in enumerate(((size, self._size), (noise, self._noise))):
            label.setProperty("role", "muted")
            label.setBuddy(slider)
            for widget in (label, slider):
                widget.setToolTip(tips[row])
            slider.valueChanged.connect(self._on_slid)
            slider.setMinimumSize(40, 20)  # the handle in full
        self._brush_widgets = (size, self._size, noise, self._noise)
        self._of_noise = (noise, self._noise)
        return sliders

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, which no button takes, lets go of the brush."""
        if event.key() == Qt.Key.Key_Escape and self.tool != SELECT:
            self.set_tool(SELECT)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.set_tool(next(key for key, button in self._buttons.items() if button is pressed))

    @Slot()
    def _on_slid(self) -> None:
        self.brush_changed.emit(self.brush)


def _box(*widgets: QWidget) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(1)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _swatch(color: QColor, ratio: float) -> QIcon:
    picture = QPixmap(QSize(_SWATCH + _GAP, _SWATCH) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(0, 0, _SWATCH, _SWATCH)
    return QIcon(picture)
