"""A row of controls that wraps where it is too narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """One row, the widgets after `add_space` at its right end; several rows where they must."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space_at = 0
        self._gap = gap

    def add_space(self) -> None:
        """What is added from now on stands at the right."""
        self._space_at = len(self._items)

    # What QLayout asks for

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        highest = max((item.sizeHint().height() for item in self._shown()), default=0)
        return QSize(
            widest + margins.left() + margins.right(), highest + margins.top() + margins.bottom()
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    # Arranging

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if rows[-1] and used + wanted > width:
                rows.append([])
                used = 0
            rows[-1].append(item)
            used += wanted + self._gap
        return rows

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place everything; the height that it takes."""
        area = rect.marginsRemoved(self.contentsMargins())
        rows = self._rows(area.width())
        right = self._items[self._space_at :]
        y = area.top()
        for row in rows:
            height = max((item.sizeHint().height() for item in row), default=0)
            widths = [item.sizeHint().width() for item in row]
            spare = area.width() - sum(widths) - self._gap * (len(row) - 1)
            x = area.left()
            for item, width in zip(row, widths, strict=True):
                if item in right and spare > 0:
                    x, spare = x + spare, 0
                size = QSize(min(width, area.width()), item.sizeHint().height())
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += width + self._gap
            y += height + self._gap
        return y - self._gap - rect.top() + self.contentsMargins().bottom()
