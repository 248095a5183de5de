"""Epoch, loss and accuracy of the moment, in the toolbar."""

from __future__ import annotations

import math

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nnsim.notation import E, format_loss, format_percent
from nnsim.project import Project

from .parts import Parts
from .pointing import PointingAtWidget
from .reading import FloatArray, Reading
from .theme import number_font

# More multiplications than this are left to the worker: the window never waits.
MAX_WORK = 30_000_000
GAP = 6  # pixels between a value and the next caption, besides the spacing
USUAL_DECIMALS = 5  # of E that have room however few are shown, for a small E has more


class Status(QWidget):
    """Shows where training is: "epoch 120", "E 0.213", "accuracy 97.0 %"."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("status")
        self._parts = parts
        self._view = parts.view_state
        self._measured: tuple[tuple[Project, FloatArray], tuple[float, float]] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 6, 0)
        row.setSpacing(5)
        self._caption = QLabel(self.tr("epoch"))
        self._caption.setContentsMargins(5, 0, 5, 0)  # of the colour behind a visit
        self._epoch = self._pair(row, self._caption, "epochValue", "000000")
        self._loss = self._pair(row, QLabel("<i>E</i>"), "lossValue", "")
        PointingAtWidget(self._loss, self._view, lambda: E)
        self._accuracy = self._pair(
            row, QLabel(self.tr("accuracy")), "accuracyValue", "1797 / 1797"
        )
        self._view.reading_changed.connect(self._show)
        self._view.decimals_changed.connect(self._on_decimals_changed)
        self._on_decimals_changed()

    def _pair(self, row: QHBoxLayout, caption: QLabel, name: str, usual: str) -> QLabel:
        if row.count():
            row.addSpacing(GAP)
        caption.setProperty("role", "muted")
        value = QLabel()
        value.setObjectName(name)
        value.setFont(number_font(self.font(), bold=True))
        _keep_room(value, usual)
        row.addWidget(caption)
        row.addWidget(value)
        return value

    @Slot()
    def _on_decimals_changed(self) -> None:
        _keep_room(self._loss, format_loss(0.0, max(self._view.decimals, USUAL_DECIMALS)))
        self._show()

    @Slot()
    def _show(self) -> None:
        reading = self._view.reading
        self._epoch.setText(grouped(reading.epoch))
        self._show_visit()
        loss, accuracy = self._measure()
        samples = len(reading.project.split[0])
        self._loss.setText(format_loss(loss, self._view.decimals))
        self._loss.setToolTip(self.tr("Mean over the {n} training samples").format(n=samples))
        self._accuracy.setText("—" if accuracy is None else _share(accuracy, samples))
        self._accuracy.setToolTip(self.tr("Training samples that are classified correctly"))

    def _show_visit(self) -> None:
        """An earlier epoch is not mistaken for the newest one."""
        reading = self._view.reading
        text, tip = self.tr("epoch"), ""
        if reading.now is not None:
            text, tip = self.tr("at epoch"), self.tr("epoch {epoch} of {last} — visiting")
            tip = tip.format(epoch=grouped(reading.epoch), last=grouped(reading.now.epoch))
        if text != self._caption.text():
            self._caption.setProperty("role", "muted" if reading.now is None else "visiting")
            self._caption.style().unpolish(self._caption)
            self._caption.style().polish(self._caption)
            self._caption.setText(text)
        self._caption.setToolTip(tip)
        self._epoch.setToolTip(tip)

    def _measure(self) -> tuple[float | None, float | None]:
        """E and accuracy over the training samples, with the parameters that are shown."""
        reading = self._view.reading
        if self._parts.session.running:
            rows = self._parts.session.history.rows
            if not len(rows) or rows[-1][0] != reading.epoch:
                return None, None
            return float(rows[-1][1]), _known(float(rows[-1][2]))
        project = reading.project
        training = project.split[0]
        if len(training) * len(reading.parameters) > MAX_WORK:
            return _last_of_curves(reading) if reading.now is not None else (None, None)
        key = (project, reading.parameters)
        if self._measured is None or any(
            one is not other for one, other in zip(self._measured[0], key, strict=True)
        ):
            forward = reading.network.forward(project.x[training])
            targets = project.t[training]
            loss = float(reading.network.loss_value(forward, targets))
            accuracy = float(reading.network.accuracy(forward, targets))
            self._measured = key, (loss, accuracy)  # another step of a pass changes neither
        return self._measured[1]


def _last_of_curves(reading: Reading) -> tuple[float | None, float | None]:
    """E and accuracy of an epoch that is visited, as they were computed with it."""
    rows = reading.project.progress.curves.rows
    if not len(rows) or rows[-1][0] != reading.epoch:
        return None, None
    return float(rows[-1][1]), _known(float(rows[-1][2]))


def grouped(number: int) -> str:
    """A whole number with a thin space between thousands."""
    return f"{number:,}".replace(",", "\u2009")


def _keep_room(value: QLabel, usual: str) -> None:
    """What follows stays where it is while the number changes."""
    value.setMinimumWidth(QFontMetrics(value.font()).horizontalAdvance(usual))


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _share(accuracy: float, samples: int) -> str:
    """A count for few samples, per cent for many."""
    if samples <= 20:
        return f"{round(accuracy * samples)} / {samples}"
    return format_percent(accuracy)
