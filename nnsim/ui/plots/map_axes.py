"""Chooses which two of many inputs the plane shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

_SMALLER = 0.9  # than other lists, for names are long


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

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """One below the other, or side by side."""
        self._box.setDirection(direction)

    def _add(self, name: str, arrow: str, title: str) -> QComboBox:
        box = QComboBox(self)
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
