"""A number typed in place on the diagram."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnsim.notation import NumberError, Symbol, format_exact, parse_number
from nnsim.ui.number_input import complain
from nnsim.ui.theme import number_font

MIN_WIDTH = 92


class NumberEditor(QLineEdit):
    """Tab and Shift+Tab go on to the next number, Enter or clicking away commits, Esc gives up.

    Attributes:
        symbol: what is being typed; None when nothing is.

    Signals:
        committed(Symbol, float): a number other than the one there was.
        moved(Symbol, int): go on to the next (1) or the previous (−1) number.
    """

    committed = Signal(object, float)
    moved = Signal(object, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diagramEditor")
        self.setAccessibleName(self.tr("Number"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(number_font(self.font()))
        self._home = parent
        self.symbol: Symbol | None = None
        self._before = ""
        self.hide()

    def begin(self, symbol: Symbol, value: float, x: int, y: int) -> None:
        """Open over the number at (x, y), with all its digits selected."""
        self.symbol = symbol
        self._before = format_exact(value)
        self.setText(self._before)
        self.selectAll()
        width = max(MIN_WIDTH, self.fontMetrics().horizontalAdvance(self._before) + 26)
        self.setFixedWidth(width)
        self.adjustSize()
        left = min(max(x - width // 2, 2), max(self._home.width() - width - 2, 2))
        self.move(left, y - self.height() // 2)
        self.setAccessibleName(symbol.plain)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> bool:
        """Commit what was typed and close; False if it is no number, then it stays open."""
        symbol = self.symbol
        if symbol is None:
            return True
        try:
            value = parse_number(self.text())
        except NumberError:
            complain(self)
            self.selectAll()
            return False
        changed = self.text() != self._before
        self.give_up()
        if changed:
            self.committed.emit(symbol, value)
        return True

    def give_up(self) -> None:
        """Close without a change."""
        self.symbol = None
        self.hide()

    def event(self, event: QEvent) -> bool:
        # Tab never reaches keyPressEvent: Qt would move the focus first.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            symbol = self.symbol
            if step is not None and symbol is not None:
                if self.finish():
                    self.moved.emit(symbol, step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.finish():
                self._home.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
            self._home.setFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return  # its own menu: the number is still being typed
        if self.symbol is not None and not self.finish():
            self.give_up()
