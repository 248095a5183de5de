"""The fields of the import dialog: guesses about the file, each of which can be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from nnsim.data.tables import DECIMALS, DELIMITERS, ENCODINGS, Layout

from .words import decimal_title, delimiter_title, encoding_title


def build_chooser(
    name: str, title: str, keys: Iterable[Any], words: Callable[[Any], str]
) -> QComboBox:
    """A combo box with an entry for each key."""
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    for key in keys:
        box.addItem(words(key), key)
    return box


class LayoutFields(QWidget):
    """How the file is laid out.

    Signals:
        changed(): a person chose another layout.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = Layout()
        self._header = QCheckBox(self.tr("The first row has the names"))
        self._header.setObjectName("importHeader")
        self._header.clicked.connect(self._on_changed)
        self._choosers = {
            "sheet": build_chooser("importSheet", self.tr("Sheet"), (), str),
            "delimiter": build_chooser(
                "importDelimiter", self.tr("Delimiter"), DELIMITERS, delimiter_title
            ),
            "decimal": build_chooser("importDecimal", self.tr("Decimals"), DECIMALS, decimal_title),
            "encoding": build_chooser(
                "importEncoding", self.tr("Encoding"), ENCODINGS, encoding_title
            ),
        }
        self._rows: dict[str, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for key, box in self._choosers.items():
            box.activated.connect(self._on_changed)
            self._rows[key] = _titled(box)
            row.addWidget(self._rows[key])
        row.addWidget(self._header)
        row.addStretch()

    @property
    def layout_chosen(self) -> Layout:
        """The layout that the fields say."""
        chosen = {key: box.currentData() for key, box in self._choosers.items() if self._has(key)}
        return replace(self._layout, header=self._header.isChecked(), **chosen)

    def show_layout(self, layout: Layout, sheets: tuple[str, ...]) -> None:
        """Show a guess; a workbook has other fields than a text."""
        self._layout = layout
        self._header.setChecked(layout.header)
        sheet = self._choosers["sheet"]
        sheet.clear()
        for name in sheets:
            sheet.addItem(name, name)
        for key, box in self._choosers.items():
            box.setCurrentIndex(box.findData(getattr(layout, key)))
            self._rows[key].setVisible(self._has(key))

    def _has(self, key: str) -> bool:
        return (key == "sheet") == bool(self._layout.sheet)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def _titled(box: QComboBox) -> QWidget:
    both = QWidget()
    title = QLabel(box.accessibleName())
    title.setBuddy(box)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(title)
    row.addWidget(box)
    return both
