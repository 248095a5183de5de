"""The pass below the diagram: where it is, which steps there are, how large they are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnsim.project import edits
from nnsim.trace import Grain, Phase, Position

from .parts import Parts
from .texts import grain_title, phase_color, phase_title, step_title

PLAY_MILLISECONDS = 700


class PassBar(QFrame):
    """Shown while a pass is stepped through."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("passBar")
        # It takes the room that there is: what it has to say never moves the docks.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._parts = parts
        self._view = parts.view_state
        self._place = QLabel()
        self._place.setObjectName("passPlace")
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._strip = StepStrip(parts)
        self._grain = self._build_grain()
        self._batch = self._build_batch()
        self._play = self._button("▶", "passPlay", self.tr("Play the steps one after another"))
        self._play.setCheckable(True)
        self._play.toggled.connect(self._on_play_toggled)
        self._apply = QPushButton(self.tr("Apply the update"))
        self._apply.setObjectName("passApply")
        self._apply.setToolTip(
            self.tr("Take the new weights and biases over, as one step that can be undone")
        )
        self._apply.clicked.connect(self.apply_update)
        close = self._button("✕", "passClose", self.tr("End the pass: show every number"))
        close.clicked.connect(self._view.end_pass)
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MILLISECONDS)
        self._timer.timeout.connect(self._on_play_tick)
        self._lay_out(close)
        self._view.pass_changed.connect(self._show)
        self._view.reading_changed.connect(self._show)
        self._show()

    def _lay_out(self, close: QToolButton) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._place, 1)
        for widget in (self._apply, self._play, close):
            top.addWidget(widget)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self._strip, 1)
        bottom.addWidget(self._batch)
        bottom.addWidget(self._grain)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(bottom)

    def _build_grain(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("passGrain")
        box.setAccessibleName(self.tr("Size of a step"))
        box.setToolTip(self.tr("How much one step takes"))
        for grain in Grain:
            box.addItem(grain_title(grain), grain)
        box.setCurrentIndex(box.findData(Grain.NODE))
        box.activated.connect(self._on_grain_chosen)
        return box

    def _build_batch(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("passBatch")
        box.setAccessibleName(self.tr("Samples of the pass"))
        box.addItem(self.tr("this sample"), False)
        box.addItem(self.tr("all training samples"), True)
        box.setCurrentIndex(int(self._view.walk.whole_batch))
        box.activated.connect(self._on_batch_chosen)
        return box

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def apply_update(self) -> None:
        """Make the update of the pass, and begin the next pass with the new numbers."""
        position = self._view.position
        if position is None or position.trace.after is None or self._view.visiting:
            return
        after = position.trace.after
        self._parts.controller.edit(
            lambda project: edits.take_over_update(project, after), self.tr("Apply the update")
        )
        self._view.move_pass(lambda place: place.at(0))

    @Slot(int)
    def _on_grain_chosen(self, index: int) -> None:
        grain = self._grain.itemData(index)
        self._view.move_pass(lambda place: place.with_grain(grain))

    @Slot(int)
    def _on_batch_chosen(self, index: int) -> None:
        self._view.set_whole_batch(self._batch.itemData(index))

    @Slot(bool)
    def _on_play_toggled(self, on: bool) -> None:
        self._play.setText("❚❚" if on else "▶")
        if on:
            self._on_play_tick()
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _on_play_tick(self) -> None:
        self._view.move_pass(Position.forward)
        position = self._view.position
        if position is None or position.at_end:
            self._play.setChecked(False)

    @Slot()
    def _show(self) -> None:
        position = self._view.position
        self.setVisible(position is not None)
        if position is None:
            self._play.setChecked(False)
            return
        self._grain.setCurrentIndex(self._grain.findData(position.grain))
        can_apply = position.at_end and position.trace.after is not None
        self._apply.setVisible(can_apply and not self._view.visiting)
        self._place.setText(self._describe(position))
        self._strip.update()

    def _describe(self, position: Position) -> str:
        number = position.stops.index(position.done) if position.done in position.stops else 0
        text = self.tr("Step {number} of {count}").format(
            number=number, count=len(position.stops) - 1
        )
        if position.current:
            text += f" · {phase_title(position.phase)} · {step_title(position.current)}"
        if position.trace.samples > 1 and position.phase is not Phase.FORWARD:
            mean = self.tr("mean over N = {n}").format(n=position.trace.samples)
            text += f" · {mean}"
        return text


class StepStrip(QWidget):
    """One cell for each step, coloured by its phase once it is done. Click to go there."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("passStrip")
        self.setAccessibleName(self.tr("Steps of the pass"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view = parts.view_state
        self._theme = parts.theme
        self._pale = parts.theme.color("line")
        self._here = parts.theme.color("text")

    def sizeHint(self) -> QSize:
        return QSize(200, 14)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self._view.position
        if position is not None:
            cell = int(event.position().x() / self._cell_width(position))
            stop = position.stops[min(cell + 1, len(position.stops) - 1)]
            self._view.move_pass(lambda place: place.at(stop))

    def _cell_width(self, position: Position) -> float:
        return min(18.0, self.width() / max(len(position.stops) - 1, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        position = self._view.position
        if position is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = self._cell_width(position)
        gap = 3.0 if width > 8 else 0.0
        for cell, stop in enumerate(position.stops[1:]):
            color = phase_color(self._theme, position.trace.steps[stop - 1].phase)
            painter.setBrush(self._pale if stop > position.done else color)
            tall = stop == position.done
            area = QRectF(cell * width, 0 if tall else 3, max(width - gap, 1), 14 if tall else 8)
            painter.drawRoundedRect(area, 2, 2)
        if position.done:
            here = position.stops.index(position.done) - 1 if position.done in position.stops else 0
            painter.setBrush(self._here)
            center = QPointF(here * width + (width - gap) / 2, 7)
            painter.drawEllipse(center, 2, 2)
        painter.end()
