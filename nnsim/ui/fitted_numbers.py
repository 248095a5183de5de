"""Numbers in tables that are written shorter where their column is narrow, never cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from nnsim.notation import format_to_fit

NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2  # the float that a cell's text says
CELL_SIDES = 16  # pixels beside the text of a cell


def fit_number(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
    """Shorten the text of a number's cell as far as it needs; others are left alone."""
    value = index.data(NUMBER_ROLE)
    if isinstance(value, float):
        room, metrics = option.rect.width() - CELL_SIDES, option.fontMetrics
        option.text = format_to_fit(
            value, option.text, lambda text: metrics.horizontalAdvance(text) <= room
        )
