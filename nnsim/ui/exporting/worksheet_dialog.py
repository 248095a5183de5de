"""What a worksheet is to be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from nnsim.exporting.worksheet import Options

from .worksheet_texts import rounding_text

_FORMATS = {".pdf": "PDF", ".html": "HTML"}


class WorksheetDialog(QDialog):
    """Asks for the kind of file, nice numbers and answers; the window decides on the digits.

    Attributes:
        suffix: of the kind of file that is chosen.
        options: what is chosen.
    """

    def __init__(self, sample: int, decimals: int, on_paper: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worksheetDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Worksheet"))
        self._given = sample, decimals, on_paper
        self._format = QComboBox()
        self._format.setObjectName("worksheetFormat")
        self._format.setAccessibleName(self.tr("File"))
        for suffix, name in _FORMATS.items():
            self._format.addItem(name, suffix)
        self._nice = QCheckBox(self.tr("Small weights and biases, such as 0.3 and −0.7"))
        self._nice.setObjectName("worksheetNice")
        self._nice.setToolTip(self.tr("On the sheet only: the network keeps its own."))
        self._answers = QCheckBox(self.tr("Answers on pages of their own"))
        self._answers.setObjectName("worksheetAnswers")
        self._answers.setChecked(True)
        self._fill()

    def _fill(self) -> None:
        sample, decimals, on_paper = self._given
        rounding = QLabel(
            f"{rounding_text(decimals, on_paper)}\n"
            + self.tr("Decimals and “as on paper” are those of the window.")
        )
        rounding.setObjectName("worksheetRounding")
        rounding.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        accept = buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setObjectName("worksheetAccept")
        accept.setText(self.tr("Choose a file…"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(18, 16, 18, 14)
        form.setSpacing(9)
        form.addRow(self.tr("Sample"), QLabel(str(sample + 1)))
        form.addRow(self.tr("File"), self._format)
        form.addRow(self._nice)
        form.addRow(self._answers)
        form.addRow(rounding)
        form.addRow(buttons)
        self.setMinimumWidth(400)

    @property
    def suffix(self) -> str:
        """Of the kind of file that is chosen."""
        return str(self._format.currentData())

    @property
    def options(self) -> Options:
        """What is chosen."""
        sample, decimals, on_paper = self._given
        return Options(
            sample, decimals, on_paper, self._nice.isChecked(), self._answers.isChecked()
        )
