"""The loss over the epochs: of the run that is going on, or of the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnsim.notation import format_percent
from nnsim.project import Project
from nnsim.training import Outcome, TrainEnded
from nnsim.ui.frame_clock import CURVES
from nnsim.ui.parts import Parts
from nnsim.ui.shown_run import ShownRun
from nnsim.ui.stop_texts import rule_mark
from nnsim.ui.texts import title

from .loss_canvas import LossCanvas
from .loss_header import LossHeader
from .loss_picture import paint_picture, picture_size
from .past import PastCurve
from .past_runs import past_curves
from .record_texts import epoch_text, loss_text, record_texts
from .records import Record, Records
from .run_ends import RunEnds
from .scales import nearest

FloatArray = npt.NDArray[np.float64]

_SEPARATOR = " · "
_SMALL_LOSS = 0.00888  # has as many digits as most losses will


class LossPlot(QWidget):
    """Train and test by epoch, as they are; the exact record under the pointer.

    Attributes:
        canvas: the drawing area.
        header: legend and controls; `train`, `test` and `log_axis` are parts of it.
        shown_ends: epochs where runs ended by themselves, and why.

    Signals:
        epoch_chosen(int): a person wants to see this epoch; 0 is before training.
    """

    epoch_chosen = Signal(int)

    def __init__(self, parts: Parts, before: LossPlot | None = None) -> None:
        """Start; in another language or theme, go on as `before` was."""
        super().__init__()
        self.setObjectName("lossPlot")
        self.setAccessibleName(self.tr("Loss by epoch"))
        self._parts = parts
        self._records = Records()
        self._hovered: float | None = None
        self._visited: int | None = None
        self._curve_end = parts.document.project.parameters  # those of its last record
        self._past: Sequence[PastCurve] = ()
        self._ends: RunEnds = RunEnds() if before is None else before._ends
        self.shown_ends: list[tuple[float, str]] = []
        self._build()
        self._connect()
        self._show_project()
        if before is not None:
            self.header.take_over(before.header)

    # For others

    @property
    def shown_rows(self) -> FloatArray:
        """The records that are drawn, shape (n, 5) in the order of COLUMNS."""
        return self._records.rows

    @property
    def hover_text(self) -> str:
        """What the card under the pointer says; empty without one."""
        record = self._hovered_record()
        return "" if record is None else _SEPARATOR.join(self._texts(record))

    @property
    def hint_text(self) -> str:
        """What stands in the middle of an empty plot; empty otherwise."""
        return self.canvas.hint.text()

    @Slot(object)
    def hover(self, epoch: float | None) -> None:
        """Point at the record nearest to this epoch; None: at nothing."""
        self._hovered = epoch
        self._show_hovered()

    def set_past(self, curves: Sequence[PastCurve]) -> None:
        """Show these earlier runs, the newest last."""
        self._past = curves
        self._show_past()

    @Slot(list)
    def choose_runs(self, runs: Sequence[ShownRun]) -> None:
        """Point out the curves of these runs."""
        numbers = frozenset(run.number for run in runs if run.number is not None)
        self.canvas.choose_runs(numbers)

    def mark_end(self, epoch: int, words: Callable[[], str]) -> None:
        """Mark that the run shown ended by itself at this epoch, and why; in a few words."""
        self._ends.add(self._records, epoch, words)
        self._show_ends()

    def show_epoch(self, epoch: int | None) -> None:
        """Mark the epoch that every view shows; None: it is the last one."""
        self._visited = epoch
        self.canvas.show_epoch(epoch, "" if epoch is None else epoch_text(epoch))
        self._show_numbers()

    @property
    def picture_size(self) -> QSize:
        """Of what is exported as a picture."""
        return picture_size(self.header.entries, self.canvas)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint what is exported, at the origin."""
        self.canvas.unmark()
        paint_picture(painter, self.header.entries, self.canvas, self._parts.theme)
        self._show_hovered()

    # Building

    def _build(self) -> None:
        self.header = LossHeader(self._parts.theme, self, self)
        self.train, self.test = self.header.train, self.header.test
        self.log_axis = self.header.log_axis
        self.canvas = LossCanvas(self._parts.theme, self)
        self.canvas.setAccessibleName(self.accessibleName())
        self.canvas.setObjectName("lossCanvas")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.canvas, 1)

    def _connect(self) -> None:
        parts = self._parts
        parts.clock.frame.connect(self._on_frame)
        parts.document.changed.connect(self._on_document_changed)
        parts.document.opened.connect(self._on_opened)
        parts.controller.training_ended.connect(self._on_training_ended)
        parts.view_state.decimals_changed.connect(self._show_numbers)
        self.header.legend_changed.connect(self._on_legend)
        self.header.scale_changed.connect(self._on_scale)
        self.header.smoothing.chosen.connect(self._on_smoothing)
        self.canvas.hovered.connect(self.hover)
        self.canvas.clicked.connect(self._on_clicked)
        self.canvas.stepped.connect(self._on_stepped)

    # What is new

    @Slot()
    def _on_frame(self) -> None:
        session = self._parts.session
        turn = session.running and self._parts.clock.is_turn(CURVES)
        if turn and not self._records.are(session.history.rows):
            self._show(session.history.rows)  # valid only until the next epoch

    @Slot(object, object)
    def _on_document_changed(self, before: Project, after: Project) -> None:
        if after.progress.curves is not before.progress.curves:
            self._curve_end = after.parameters
        # While a run goes on, only its settings change, and its history is the newer curve.
        if not self._parts.session.running:
            self._show_project()

    @Slot()
    def _on_opened(self) -> None:
        self._curve_end = self._parts.document.project.parameters
        self._show_numbers()
        self._ends.clear()
        self._show_ends()
        self.canvas.fit()

    @Slot(object)
    def _on_training_ended(self, end: TrainEnded) -> None:
        if end.reason is not None:
            self.mark_end(end.state.epoch, partial(rule_mark, end.reason.rule))
        if end.outcome is not Outcome.DIVERGED:
            return
        if self._records.last()["epoch"] == end.state.epoch:
            self.mark_end(end.state.epoch, _blew_up)
        elif not len(self._records):
            self.canvas.show_hint(self.tr("The numbers blew up before the first epoch was over."))

    @Slot()
    def _on_legend(self) -> None:
        self._show_curves()
        self._show_past()

    @Slot()
    def _on_scale(self) -> None:
        self._show_titles()
        self.canvas.set_value_scale(self.header.scale)
        self._show_curves()

    @Slot()
    def _on_smoothing(self) -> None:
        self.canvas.set_smoothing(self.header.smoothing.beta)

    # Choosing an epoch

    @Slot(float)
    def _on_clicked(self, epoch: float) -> None:
        if len(self._records):
            epochs = self._records.epochs_to_visit
            self.epoch_chosen.emit(int(epochs[nearest(epochs, epoch)]))

    @Slot(int)
    def _on_stepped(self, count: int) -> None:
        if len(self._records):
            epochs = self._records.epochs_to_visit
            now = epochs[-1] if self._visited is None else self._visited
            place = min(max(nearest(epochs, now) + count, 0), len(epochs) - 1)
            self.epoch_chosen.emit(int(epochs[place]))

    # Showing

    def _show_project(self) -> None:
        project = self._parts.document.project
        self.header.allow_accuracy(self._has_classes)
        self.header.export.suggest(self._parts.document.path)
        self._show_titles()
        self._show(project.progress.curves.rows)
        self.set_past(past_curves(project))

    def _show_titles(self) -> None:
        loss = title(self._parts.document.project.network.loss)
        values = ("E", loss) if not self.header.scale.accuracy else ("", self.tr("accuracy"))
        self.canvas.set_axis_titles(self.tr("epoch"), *values)

    def _show(self, rows: FloatArray) -> None:
        self._records = Records(rows)
        self._show_curves()

    def _show_curves(self) -> None:
        records = self._records
        empty = self.tr("Press Run: the loss appears here.")
        self.canvas.show_hint("" if len(records) else empty)
        self.train.setVisible(len(records) > 0)
        self.test.setVisible(records.tested)
        curves = {}
        if self.train.isChecked():
            curves["train"] = records.column(self._names[0])
        if self.test.isChecked() and records.tested:
            curves["test"] = records.column(self._names[1])
        self.canvas.set_curves(records.column("epoch"), curves)
        self._show_ends()
        self._show_numbers()

    def _show_ends(self) -> None:
        ends = self._ends.on(self._records)
        if ends != self.shown_ends:
            self.shown_ends = ends
            self.canvas.set_ends(ends)

    def _show_past(self) -> None:
        self.header.show_past(self._past)
        self.canvas.set_past(self.header.wanted(self._past))

    @property
    def _is_left(self) -> bool:
        """Whether the parameters were changed by hand since the last record."""
        now = self._parts.document.project.parameters
        return not self._parts.session.running and now is not self._curve_end

    @Slot()
    def _show_numbers(self) -> None:
        visited = self._visited
        record = self._records.last() if visited is None else self._records.at(visited)
        stale = visited is None and self._is_left
        for toggle, name in zip((self.train, self.test), self._names, strict=True):
            toggle.set_value(self._value_text(record[name]), self._widest_value, stale)
        self._show_hovered()

    def _show_hovered(self) -> None:
        record = self._hovered_record()
        if record is None:
            self.canvas.unmark()
            return
        first, *others = (escape(text) for text in self._texts(record))
        muted = self._parts.theme.muted
        rest = [_SEPARATOR.join(others), *self._baselines(record["epoch"])]
        lines = [first, *(f'<span style="color: {muted}">{line}</span>' for line in rest)]
        curves = zip(("train", "test"), self._names, strict=True)
        values = [(curve, record[name]) for curve, name in curves]
        self.canvas.mark(record["epoch"], values, "<br>".join(lines))

    # Numbers and words

    @property
    def _names(self) -> tuple[str, str]:
        """The columns that are drawn."""
        return (
            ("accuracy", "test_accuracy") if self.header.scale.accuracy else ("loss", "test_loss")
        )

    @property
    def _has_classes(self) -> bool:
        return self._parts.document.project.dataset.kind != "values"

    def _hovered_record(self) -> Record | None:
        return None if self._hovered is None else self._records.nearest(self._hovered)

    def _texts(self, record: Record) -> list[str]:
        return record_texts(record, self._parts.view_state.decimals, self._has_classes)

    def _value_text(self, value: float) -> str:
        if self.header.scale.accuracy:
            return format_percent(value)
        return loss_text(value, self._parts.view_state.decimals)

    @property
    def _widest_value(self) -> str:
        """Has the width that values have room for, so that nothing beside them moves."""
        if self.header.scale.accuracy:
            return format_percent(1.0)
        return loss_text(_SMALL_LOSS, self._parts.view_state.decimals)

    def _baselines(self, epoch: float) -> list[str]:
        """What runs that stand out had at the same epoch, where they have a record of it."""
        past, pointed, accuracy = self.canvas.past, self.canvas.pointed, self.header.scale.accuracy
        runs = [run for run in past if run.pinned or run.number in pointed]
        found = [(run.name, run.value_at(epoch, accuracy)) for run in runs]
        words = (
            QCoreApplication.translate("LossPlot", "accuracy {share}") if accuracy else "E {share}"
        )
        return [
            f"{escape(name)}: {words.format(share=self._value_text(value))}"
            for name, value in found
            if value is not None
        ]


def _blew_up() -> str:
    return QCoreApplication.translate("LossPlot", "blew up after this epoch")
