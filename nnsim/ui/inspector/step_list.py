"""Every step of the pass in a list: what is done, where it is, what is to come."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nnsim.notation import format_exact, format_number
from nnsim.trace import Position, Step
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtCells
from nnsim.ui.symbol_text import draw_symbol
from nnsim.ui.table_copy import CopyTable
from nnsim.ui.texts import phase_color, phase_title
from nnsim.ui.theme import number_font

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 26


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
        painter.restore()


class StepList(QStackedWidget):
    """The list, or how to begin. A click goes to the place right after that step."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._view = parts.view_state
        hint = QLabel(
            self.tr(
                "Press → to step through a pass: every sum and output, the loss, every gradient, "
                "and the update."
            )
        )
        hint.setWordWrap(True)
        hint.setMargin(12)
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint.setProperty("role", "muted")
        self._list = QListView()
        self._list.setObjectName("stepList")
        self._list.setAccessibleName(self.tr("Steps of the pass"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setUniformItemSizes(True)
        model = StepModel(parts, self)
        self._list.setModel(model)
        PointingAtCells(self._list, self._view, lambda index: model.step(index.row()).symbol)
        CopyTable(self._list, model.csv_rows)
        self._list.setItemDelegate(StepDelegate(parts, self))
        self._list.clicked.connect(self._on_clicked)
        self._list.activated.connect(self._on_clicked)
        self.addWidget(hint)
        self.addWidget(self._list)
        self._view.pass_changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        done = index.row() + 1
        self._view.move_pass(lambda place: place.at(done))

    @Slot()
    def _show(self) -> None:
        position = self._view.position
        self.setCurrentIndex(0 if position is None else 1)
        if position is not None and position.done and self.isVisible():
            index = self._list.model().index(position.done - 1, 0)
            self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
