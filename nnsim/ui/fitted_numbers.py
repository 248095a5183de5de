"""Numbers in tables that are written shorter where their column is narrow, never cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from nnsim.notation import format_to_fit

NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2  # the float that a cell's text says
CELL_SIDES = 16  # pixels beside the text of a cell


def fit_number(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
    """Shorten the text of a number's cell as far as it needs; others are left alone."""
    value = index.data(NUMBER_ROLE)
    if isinstance(value, float):
        style, metrics = option.widget.style(), option.fontMetrics
        text_part = QStyle.SubElement.SE_ItemViewItemText
        inner = style.subElementRect(text_part, option, option.widget).width()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget)
        room = inner - 2 * (margin + 1)  # as the style itself counts
        option.text = format_to_fit(
            value, option.text, lambda text: metrics.horizontalAdvance(text) <= room
        )
