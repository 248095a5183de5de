"""Chooses which two of many inputs the plane shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_SMALLER = 0.9  # than other lists, for names are long
_INDENT = 4  # pixels that the style leaves beside a name
_LIST_FRAME = 16  # pixels beside the names in the list
_UNIT = re.compile(r"\s*\([^()]*\)$")
_SIDES = 56  # pixels beside a name: arrows, frames, indents


class _NameBox(QComboBox):
    """Leaves out the unit of a long name, or its middle: names often differ at their ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.shortened(option.currentText, field.width() - _INDENT)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shortened(self, name: str, room: int) -> str:
        """A name in so many pixels; what goes first is its unit."""
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(name) > room:
            name = _UNIT.sub("", name)
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)

    def showPopup(self) -> None:
        """The list has room for every name."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _LIST_FRAME)
        super().showPopup()


class MapAxes(QWidget):
    """Two small lists of inputs, to the right and upward; never the same in both.

    Signals:
        chosen(): other axes.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._across = self._add("mapAxisAcross", "→", self.tr("Input to the right"))
        self._up = self._add("mapAxisUp", "↑", self.tr("Input upward"))

    @property
    def axes(self) -> tuple[int, int]:
        """The numbers of the inputs, from 0."""
        return self._across.currentIndex(), self._up.currentIndex()

    def show_names(self, names: Sequence[str], axes: tuple[int, int]) -> None:
        """Offer these inputs, with two of them chosen."""
        for box, axis in ((self._across, axes[0]), (self._up, axes[1])):
            box.clear()
            box.addItems(list(names))
            box.setCurrentIndex(axis)
        self._show_chosen(axes)

    @property
    def wanted_width(self) -> int:
        """What shows every name in full, one list below the other."""
        metrics, box = self._across.fontMetrics(), self._across
        names = [box.itemText(index) for index in range(box.count())]
        return max(map(metrics.horizontalAdvance, names), default=0) + _SIDES

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """One below the other, or side by side."""
        self._box.setDirection(direction)

    def _add(self, name: str, arrow: str, title: str) -> QComboBox:
        box = _NameBox(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        font = box.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        box.setFont(font)
        box.setStyleSheet("QComboBox { padding: 1px 3px; } QComboBox::drop-down { width: 16px; }")
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.activated.connect(self._on_activated)
        label = QLabel(arrow, self)
        label.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label)
        row.addWidget(box, 1)
        self._box.addLayout(row)
        return box

    def _show_chosen(self, axes: tuple[int, int]) -> None:
        self._before = axes
        for box in (self._across, self._up):
            box.setToolTip(f"{box.accessibleName()}: {box.currentText()}")

    @Slot()
    def _on_activated(self) -> None:
        across, up = self.axes
        if across == up:  # they change places
            self._across.setCurrentIndex(self._before[1])
            self._up.setCurrentIndex(self._before[0])
        if self.axes != self._before:
            self._show_chosen(self.axes)
            self.chosen.emit()
