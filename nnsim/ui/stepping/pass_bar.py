"""The pass below the diagram: where it is, which steps there are, how large they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from nnsim.notation import N
from nnsim.project import edits
from nnsim.trace import Grain, Position
from nnsim.ui.parts import Parts
from nnsim.ui.pass_samples import Samples
from nnsim.ui.pointing import PointingAtLinks
from nnsim.ui.texts import grain_title, phase_title, step_title

from .differences import rounding_differences
from .step_strip import StepStrip

PLAY_SECONDS = (2.0, 1.0, 0.5, 0.2, 0.1)
DEFAULT_SECONDS = 1.0
MOST_LISTED = 12  # samples
MEANS = ("E", "dW", "db")  # over the samples of the pass
NARROW = 560  # pixels: less has no room for the step beside the player


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
        self._place.setTextFormat(Qt.TextFormat.RichText)
        self._links = PointingAtLinks(self._place, self._view, parts.theme)
        self._differences = QLabel()
        self._differences.setObjectName("passDifferences")
        self._differences.setProperty("role", "muted")
        self._differences.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._strip = StepStrip(parts)
        self._grain = self._build_grain()
        self._batch = self._build_batch()
        self._play = self._button("▶", "passPlay", self.tr("Play the steps one after another"))
        self._play.setCheckable(True)
        self._play.toggled.connect(self._on_play_toggled)
        self._speed = self._build_speed()
        self._paper = self._build_paper()
        self._apply = QPushButton(self.tr("Apply the update"))
        self._apply.setObjectName("passApply")
        self._apply.setToolTip(
            self.tr("Take the new weights and biases over, as one step that can be undone")
        )
        self._apply.clicked.connect(self.apply_update)
        self._close = self._button("✕", "passClose", self.tr("End the pass: show every number"))
        self._close.clicked.connect(self._view.end_pass)
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * DEFAULT_SECONDS))
        self._timer.timeout.connect(self._on_play_tick)
        self._rows = [QHBoxLayout() for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 8)
        column.setSpacing(6)
        for row in self._rows:
            row.setSpacing(8)
            column.addLayout(row)
        column.addWidget(self._differences)
        self._lay_out(is_narrow=False)
        self._view.pass_changed.connect(self._show)
        self._view.reading_changed.connect(self._show)
        self._view.pointed_changed.connect(self._show_place)
        self._show()

    def _lay_out(self, is_narrow: bool) -> None:
        """In two rows, or in three where what is said of the step needs a row of its own."""
        player = (self._apply, self._speed, self._play)
        what = (self._paper, self._batch, self._grain)
        wide = ((self._place, *player, self._close), (self._strip, *what), ())
        narrow = ((self._place, self._close), (self._strip, *player), what)
        growing = (self._place, self._strip, *((self._batch,) if is_narrow else ()))
        for row, widgets in zip(self._rows, narrow if is_narrow else wide, strict=True):
            while row.count():
                row.takeAt(0)
            for widget in widgets:
                row.addWidget(widget, widget in growing)
        self._is_narrow = is_narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow != (event.size().width() < NARROW):
            self._lay_out(not self._is_narrow)

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
        box.setMinimumWidth(100)  # the list that opens has its texts in full
        box.addItem(self.tr("this sample"), Samples.ONE)
        box.addItem(self.tr("all training samples"), Samples.ALL)
        box.addItem("", Samples.NEXT)
        box.activated.connect(self._on_batch_chosen)
        return box

    def _build_speed(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("passSpeed")
        box.setAccessibleName(self.tr("Speed of playing"))
        box.setToolTip(self.tr("How long a step stays when the steps are played"))
        for seconds in PLAY_SECONDS:
            box.addItem(self.tr("{seconds} s a step").format(seconds=f"{seconds:g}"), seconds)
        box.setCurrentIndex(box.findData(DEFAULT_SECONDS))
        box.activated.connect(self._on_speed_chosen)
        return box

    def _build_paper(self) -> QCheckBox:
        box = QCheckBox(self.tr("as on paper"))
        box.setObjectName("passPaper")
        box.setToolTip(
            self.tr(
                "Round every result to the decimals shown as it is written down (z, a, E, δ, "
                "gradients, new weights, running sums, what each sample adds to E, an optimizer's "
                "memory), and compute on with the rounded number, as with a pencil. Within one "
                "line nothing is rounded."
            )
        )
        box.setChecked(self._view.walk.on_paper)
        box.toggled.connect(self._view.set_on_paper)
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
        after, walk = position.trace.after, self._view.walk
        if walk.samples is Samples.NEXT:
            walk.mini_batches.apply(self._view.reading.project, after.parameters)
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
        self._view.set_samples(self._batch.itemData(index))

    @Slot(int)
    def _on_speed_chosen(self, index: int) -> None:
        self._timer.setInterval(round(1000 * self._speed.itemData(index)))

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
        walk = self._view.walk
        self._grain.setCurrentIndex(self._grain.findData(position.grain))
        self._show_batch()
        self._paper.setChecked(walk.on_paper)
        can_apply = position.at_end and position.trace.after is not None
        self._apply.setVisible(can_apply and not self._view.visiting)
        self._show_place()
        on_paper = position.at_end and position.trace.decimals is not None
        if on_paper:
            differences = rounding_differences(position.trace, self._view.decimals)
            self._differences.setText(differences)
        self._differences.setVisible(on_paper)
        self._strip.update()

    def _show_batch(self) -> None:
        """What the trainer would take next; the tip says which samples those are."""
        walk = self._view.walk
        following = walk.mini_batches.next(self._view.reading.project)
        text = self.tr("the next mini-batch (N = {n})").format(n=len(following.rows))
        self._batch.setItemText(self._batch.findData(Samples.NEXT), text)
        self._batch.setCurrentIndex(self._batch.findData(walk.samples))
        tip = self.tr("Mini-batch {number} of {count} of epoch {epoch}: samples {samples}").format(
            number=following.number,
            count=following.count,
            epoch=following.epoch,
            samples=_listed([row + 1 for row in following.rows]),
        )
        if following.number > 1:
            tip += "\n" + self.tr("A run that starts now begins this epoch anew.")
        self._batch.setToolTip(tip if walk.samples is Samples.NEXT else "")

    @Slot()
    def _show_place(self) -> None:
        if self._view.position is not None:
            self._place.setText(self._describe(self._view.position))

    def _describe(self, position: Position) -> str:
        text = self.tr("Step {number} of {count}").format(
            number=position.number, count=len(position.places) - 1
        )
        steps = (position.in_progress,) if position.in_progress else position.current
        if steps:
            text += f" · {phase_title(position.phase)} · {step_title(steps)}"
        if position.trace.samples > 1 and any(step.symbol.kind in MEANS for step in steps):
            mean = self.tr("mean over N = {n}").format(n=position.trace.samples)
            text += f" · {self._links.link(N, mean)}"
        return text


def _listed(numbers: list[int]) -> str:
    """ "3, 1, 4"; of very many the first ones."""
    shown = ", ".join(str(number) for number in numbers[:MOST_LISTED])
    return shown + ", …" if len(numbers) > MOST_LISTED else shown
