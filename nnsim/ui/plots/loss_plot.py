"""The loss over the epochs: of the run that is going on, or of the project."""

from __future__ import annotations

import math
from html import escape

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nnsim.notation import format_compact, format_number
from nnsim.project import COLUMNS
from nnsim.ui.frame_clock import CURVES
from nnsim.ui.parts import Parts

from .legend import LegendToggle
from .loss_canvas import LossCanvas
from .scales import nearest

FloatArray = npt.NDArray[np.float64]

_SEPARATOR = " · "
_DIGITS = 3  # significant digits of a small loss


class LossPlot(QWidget):
    """Train and test loss by epoch, never smoothed; the exact record under the pointer.

    Attributes:
        canvas: the drawing area.
        train, test: the legend's toggles.
        log_axis: the check box for a logarithmic axis.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lossPlot")
        self.setAccessibleName(self.tr("Loss by epoch"))
        self._parts = parts
        self._rows = np.empty((0, len(COLUMNS)))
        self._hovered: float | None = None
        self._build()
        parts.clock.frame.connect(self._on_frame)
        parts.document.changed.connect(self._on_document_changed)
        parts.document.opened.connect(self.canvas.fit)
        parts.view_state.decimals_changed.connect(self._show_numbers)
        self._show(parts.document.project.progress.curves.rows)

    @property
    def shown_rows(self) -> FloatArray:
        """The records that are drawn, shape (n, 5) in the order of COLUMNS."""
        return self._rows

    @property
    def hover_text(self) -> str:
        """What the card under the pointer says; empty without one."""
        record = self._hovered_record()
        return "" if record is None else _SEPARATOR.join(self._record_texts(record))

    @property
    def hint_text(self) -> str:
        """What stands in the middle of an empty plot; empty otherwise."""
        return "" if len(self._rows) else self.canvas.hint.text()

    @Slot(object)
    def hover(self, epoch: float | None) -> None:
        """Point at the record nearest to this epoch; None: at nothing."""
        self._hovered = epoch
        self._show_hovered()

    def _build(self) -> None:
        theme = self._parts.theme
        self.train = LegendToggle(self.tr("train"), "positive", False, theme, self)
        self.train.setObjectName("lossTrain")
        self.test = LegendToggle(self.tr("test"), "negative", True, theme, self)
        self.test.setObjectName("lossTest")
        self.log_axis = QCheckBox(self.tr("log axis"), self)
        self.log_axis.setObjectName("lossLogAxis")
        self.canvas = LossCanvas(theme, self)
        self.canvas.setAccessibleName(self.accessibleName())
        self.canvas.setObjectName("lossCanvas")
        self.canvas.set_axis_titles(self.tr("epoch"), "E")
        self.canvas.hint.setText(self.tr("Press Run: the loss appears here."))
        header = QHBoxLayout()
        header.setContentsMargins(6, 0, 12, 0)
        header.setSpacing(6)
        for toggle in (self.train, self.test):
            header.addWidget(toggle)
            toggle.toggled.connect(self._show_curves)
        header.addStretch(1)
        header.addWidget(self.log_axis)
        self.log_axis.toggled.connect(self._on_log_toggled)
        self.canvas.hovered.connect(self.hover)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(self.canvas, 1)

    @Slot()
    def _on_frame(self) -> None:
        session = self._parts.session
        if session.running and self._parts.clock.is_turn(CURVES):
            self._show_if_new(session.history.rows)

    @Slot(object, object)
    def _on_document_changed(self, before: object, after: object) -> None:
        # While a run goes on, only its settings change, and its history is the newer curve.
        if not self._parts.session.running:
            self._show(self._parts.document.project.progress.curves.rows)

    @Slot(bool)
    def _on_log_toggled(self, on: bool) -> None:
        self.canvas.set_log(on)
        self._show_hovered()

    def _show_if_new(self, rows: FloatArray) -> None:
        if len(rows) != len(self._rows) or not np.array_equal(rows[-1:, 0], self._rows[-1:, 0]):
            self._show(rows)

    def _show(self, rows: FloatArray) -> None:
        self._rows = rows.copy()  # a history's rows are valid only until the next epoch
        self._rows.flags.writeable = False
        self._show_curves()

    @Slot()
    def _show_curves(self) -> None:
        empty = not len(self._rows)
        self.canvas.hint.setVisible(empty)
        self.train.setVisible(not empty)
        self.test.setVisible(self._tested())
        curves = {}
        if self.train.isChecked():
            curves["train"] = self._column("loss")
        if self.test.isChecked() and self._tested():
            curves["test"] = self._column("test_loss")
        self.canvas.set_curves(self._column("epoch"), curves)
        self._show_numbers()

    @Slot()
    def _show_numbers(self) -> None:
        if len(self._rows):
            self.train.set_value(self._loss_text(self._column("loss")[-1]))
            self.test.set_value(self._loss_text(self._column("test_loss")[-1]))
        self._show_hovered()

    def _show_hovered(self) -> None:
        record = self._hovered_record()
        if record is None:
            self.canvas.unmark()
            return
        first, *others = (escape(text) for text in self._record_texts(record))
        muted = self._parts.theme.muted
        rest = f'<br><span style="color: {muted}">{_SEPARATOR.join(others)}</span>'
        losses = [("train", record["loss"]), ("test", record["test_loss"])]
        self.canvas.mark(record["epoch"], losses, first + rest)

    def _hovered_record(self) -> dict[str, float] | None:
        if self._hovered is None or not len(self._rows):
            return None
        row = self._rows[nearest(self._column("epoch"), self._hovered)]
        return dict(zip(COLUMNS, row.tolist(), strict=True))

    def _record_texts(self, record: dict[str, float]) -> list[str]:
        texts = [
            self.tr("epoch {number}").format(number=int(record["epoch"])),
            f"E {self._loss_text(record['loss'])}",
        ]
        if not math.isnan(record["test_loss"]):
            texts.append(self.tr("test {loss}").format(loss=self._loss_text(record["test_loss"])))
        if self._parts.document.project.dataset.kind != "values":
            share = self.tr("correct {percent} %").format(percent=_percent(record["accuracy"]))
            if not math.isnan(record["test_accuracy"]):
                tested = self.tr("test {percent} %")
                share += ", " + tested.format(percent=_percent(record["test_accuracy"]))
            texts.append(share)
        return texts

    def _loss_text(self, loss: float) -> str:
        """A digit more than elsewhere, and more still where a small loss would show as zero."""
        if math.isnan(loss):
            return format_number(None, 0)
        decimals = self._parts.view_state.decimals + 1
        if 0 < loss < 1:
            decimals = max(decimals, _DIGITS - 1 - math.floor(math.log10(loss)))
        return format_number(loss, decimals)

    def _column(self, name: str) -> FloatArray:
        return self._rows[:, COLUMNS.index(name)]

    def _tested(self) -> bool:
        return bool(np.isfinite(self._column("test_loss")).any())


def _percent(share: float) -> str:
    return format_compact(100 * share, 1)
