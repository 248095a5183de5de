"""The steps of a pass as rows: their model, their look, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nnsim.notation import format_exact, format_number
from nnsim.trace import Position, Step
from nnsim.ui.focus_ring import paint_ring
from nnsim.ui.parts import Parts
from nnsim.ui.symbol_text import draw_symbol
from nnsim.ui.texts import phase_color, phase_title
from nnsim.ui.theme import number_font

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 26
_GO_THERE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepModel(QAbstractListModel):
    """One row for each number that the pass computes."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._view = parts.view_state
        self._count = 0
        self._lit = parts.theme.color("highlight")
        self._view.pass_changed.connect(self._on_pass_changed)
        self._view.decimals_changed.connect(self._on_pass_changed)
        self._on_pass_changed()

    @property
    def position(self) -> Position | None:
        """The place in the pass."""
        return self._view.position

    def step(self, row: int) -> Step:
        """The step of a row."""
        assert self.position is not None
        return self.position.trace.steps[row]

    def number(self, row: int) -> str:
        """The value of a step, or a dash before it is computed."""
        assert self.position is not None
        known = row < self.position.done
        return format_number(self.step(row).value if known else None, self._view.decimals)

    def exact(self, row: int) -> str:
        """On paper, what a step gives in full precision; shown at the end of the pass."""
        if self.position is None or self.position.trace.decimals is None:
            return ""
        if not self.position.at_end:
            return ""
        exact = self.position.trace.exact_value(self.step(row))
        return format_number(exact, self._view.decimals + 2)

    def csv_rows(self) -> Iterator[list[str]]:
        """Phase, symbol and value of every step that has been computed."""
        yield ["phase", "symbol", "value"]
        done = 0 if self.position is None else self.position.done
        for step in map(self.step, range(done)):
            yield [step.phase.value, step.symbol.plain, format_exact(step.value)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.position is None:
            return None
        step = self.step(index.row())
        if role == Qt.ItemDataRole.BackgroundRole:
            known = index.row() < self.position.done
            return self._lit if known and self._view.is_pointed(step.symbol) else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"{phase_title(step.phase)} {step.symbol.plain} = {self.number(index.row())}"

    @Slot()
    def _on_pass_changed(self) -> None:
        count = 0 if self.position is None else len(self.position.trace.steps)
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))


class StepDelegate(QStyledItemDelegate):
    """Paints the phase as a mark, the symbol as in a textbook, and the number."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = parts.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, StepModel)
        position, row = model.position, index.row()
        if position is None:
            return
        step = model.step(row)
        area = QRectF(option.rect)
        current = position.done - len(position.current) <= row < position.done
        known = row < position.done
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or model.data(index, Qt.ItemDataRole.BackgroundRole):
            painter.fillRect(area, self._theme.color("highlight"))
        color = phase_color(self._theme, step.phase)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color if known else self._theme.color("line"))
        painter.drawRoundedRect(QRectF(area.left() + 12, area.center().y() - 4, 8, 8), 2, 2)
        painter.setPen(self._theme.color("text" if known else "muted"))
        baseline = area.center().y() + option.fontMetrics.ascent() / 2 - 2
        draw_symbol(painter, step.symbol, area.left() + 30, baseline, option.font)
        painter.setFont(number_font(option.font))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        exact = model.exact(row)
        room = area.adjusted(0, 0, -14, 0)
        if exact:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(room, align, exact)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(exact) - 14)
            painter.setPen(self._theme.color("text"))
        painter.drawText(room, align, model.number(row))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, area, self._theme)
        painter.restore()


class StepRows(QListView):
    """The list. Space and Enter activate the row where the keyboard is, on every system."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _GO_THERE
        ):
            event.accept()  # or Space would run the training
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _GO_THERE:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
