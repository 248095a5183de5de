"""Typing in the table of samples: numbers, and in targets the names of classes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from nnsim.ui.fitted_numbers import fit_number
from nnsim.ui.number_input import NumberDelegate

from .sample_model import SampleModel

Index = QModelIndex | QPersistentModelIndex


class SampleDelegate(NumberDelegate):
    """As for every number that is typed; a target takes the name of its class as well."""

    _names: tuple[str, ...] = ()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        fit_number(option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        self._names = model.class_names(index) if isinstance(model, SampleModel) else ()
        return super().createEditor(parent, option, index)

    def accepts(self, editor: QLineEdit) -> bool:
        return editor.text().strip() in self._names or super().accepts(editor)
