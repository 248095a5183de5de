"""Formulas below one another, typeset as in a textbook; every symbol can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from nnsim.notation import Fold, Formula, Symbol
from nnsim.ui.parts import Parts
from nnsim.ui.selection import Selection, selection_of

from .formula_rows import (
    GAP,
    MARGIN,
    PlacedRow,
    Row,
    Target,
    placed,
    rows_of,
    targets_of,
)
from .typesetter import Typesetter

OUTDATED = 0.25  # opacity of formulas that are not those asked for
DELAY_MILLISECONDS = 30
MANY_ROWS = 4  # take so long that they are shown one after the other
IMAGE_SCALE = 3  # of a copied image


class FormulaView(QWidget):
    """Shows formulas as soon as they are typeset; until then, the ones before, greyed.

    With the focus here, ← and → point at one symbol after another, and Enter selects it; dots are
    opened instead.

    Attributes:
        formulas: what is to be seen.
        rows: its lines, as they are broken for the width that there is.

    Signals:
        height_changed(): the formulas need more or less room.
        typeset(): the formulas asked for are shown.
        opened(Fold): the user wants to see what dots stand for.
    """

    height_changed = Signal()
    typeset = Signal()
    opened = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("formulaView")
        self.setAccessibleName(self.tr("Formula"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(
            self.tr("≈ where not all digits are shown: nnsim computes with all of them")
        )
        self.setMouseTracking(True)
        self.formulas: tuple[Formula, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self._with_numbers = True
        self._outdated = False
        self._size = QSize()
        self._placed: list[PlacedRow] = []
        self._fold: Fold | None = None  # the dots that are pointed at
        self._view = parts.view_state
        self._theme = parts.theme
        self._typesetter = Typesetter(self)
        self._typesetter.ready.connect(self._typeset)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MILLISECONDS)
        self._timer.timeout.connect(self._typeset)
        self._view.pointed_changed.connect(self.update)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_formulas(self, formulas: Sequence[Formula], with_numbers: bool = True) -> None:
        """Show these formulas, or only their lines in symbols."""
        self.formulas = tuple(formulas)
        self._with_numbers = with_numbers
        self._break()

    def prepare(self, formulas: Sequence[Formula]) -> None:
        """Typeset what will probably be shown next, so that it is there at once."""
        for row in self._rows_of(formulas):
            self._typesetter.prepare(row.marked)

    @property
    def is_current(self) -> bool:
        """Whether the formulas asked for are shown, and not the ones before, greyed."""
        return not self._outdated

    def _break(self) -> None:
        rows = self._rows_of(self.formulas)
        if rows != self.rows:
            self.rows = rows
            self.setAccessibleDescription("\n".join(each.plain for each in self.formulas))
            self._typesetter.forget_waiting()
            self._wait_or_typeset()

    def _rows_of(self, formulas: Sequence[Formula]) -> tuple[Row, ...]:
        return tuple(
            row for each in formulas for row in rows_of(each, self._with_numbers, self._room)
        )

    @property
    def _room(self) -> float:
        parent = self.parentWidget()
        return max((self.width() if parent is None else parent.width()) - 2 * MARGIN, 60)

    def _wait_or_typeset(self) -> None:
        """Typesetting competes with the repaint that is about to come: let that be first."""
        if all(self._typesetter.has(row.marked) for row in self.rows):
            self._timer.stop()
            self._typeset()
        else:
            self._outdated = True
            self.update()
            self._timer.start()

    @Slot()
    def _typeset(self) -> None:
        """Show all lines together, once the last of them has been made; of many, those so far."""
        made = [self._typesetter.get(row.marked) for row in self.rows]
        images = list(takewhile(lambda image: image is not None, made))
        self._outdated = len(images) < len(made)
        if not self._outdated or (len(images) > MANY_ROWS):
            self._place(images)
        if not self._outdated:
            self.typeset.emit()
        self.update()

    def _place(self, images) -> None:
        theme = self._theme
        self._placed = placed(
            self.rows[: len(images)], images, self._room, theme.text, theme.accent
        )
        size = self.sizeHint()
        if size != self._size:
            self._size = size
            self.setMinimumSize(size)
            self.height_changed.emit()

    # Size and painting

    def sizeHint(self) -> QSize:
        if not self._placed:
            return QSize(0, 0)
        right = max(each.area.right() for each in self._placed)
        wide = round(right + MARGIN) if right + MARGIN > self._room + 2 * MARGIN else 0
        return QSize(wide, round(self._placed[-1].area.bottom()) + GAP + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()
        if not self._outdated:
            self._typeset()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._outdated:
            painter.setOpacity(OUTDATED)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._placed:
            self._paint_lights(painter, each)
            each.renderer.render(painter, each.area)

    def _paint_lights(self, painter: QPainter, row: PlacedRow) -> None:
        """What is pointed at, and the factors of the term that was added last."""
        painter.setBrush(self._theme.color("highlight"))
        painter.setPen(Qt.PenStyle.NoPen)
        view, position = self._view, self._view.position
        if position is not None and position.in_progress is not None:
            for symbol in position.in_progress.products[position.terms - 1]:
                for rect in row.places(symbol):
                    painter.drawRoundedRect(rect, 4, 4)
        for target in dict.fromkeys(targets_of(row.row.line)):
            lit = target == self._fold if isinstance(target, Fold) else view.is_pointed(target)
            if isinstance(target, Fold) or lit:
                painter.setBrush(self._theme.color("highlight" if lit else "background"))
                painter.setPen(QPen(self._theme.color("accent" if lit else "line"), 1.2))
                for rect in row.places(target):
                    painter.drawRoundedRect(rect, 4, 4)

    # Pointing

    def target_at(self, point: QPointF) -> Target | None:
        """The symbol at a point, or whose number stands there, or the dots."""
        if self._outdated:
            return None
        found = (row.target_at(point) for row in self._placed)
        return next((target for target in found if target is not None), None)

    def places(self, target: Target) -> list[QRectF]:
        """Where a symbol or its number stands, or dots; nowhere until they are typeset."""
        return [] if self._outdated else [p for row in self._placed for p in row.places(target)]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        target = self.target_at(event.position())
        acts = isinstance(target, Fold) or self._selection_of(target) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        self._point(target)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._act(self.target_at(event.position()))

    def _point(self, target: Target | None) -> None:
        fold = target if isinstance(target, Fold) else None
        if fold != self._fold:
            self._fold = fold
            self.update()
        self._view.point(target if isinstance(target, Symbol) else None)

    def _selection_of(self, symbol: Symbol | None) -> Selection:
        depth = self._view.reading.project.network.depth
        return None if symbol is None else selection_of(symbol, depth)

    def _act(self, target: Target | None) -> None:
        """Open dots; select what a symbol belongs to."""
        if isinstance(target, Fold):
            self.opened.emit(target)
            return
        wanted = self._selection_of(target)
        if wanted is not None:
            self._view.select(wanted)

    def event(self, event: QEvent) -> bool:
        # With the focus here, arrows point at symbols and are no shortcuts of the window.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._point_on(-1)
            case Qt.Key.Key_Right:
                self._point_on(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._act(self._fold or self._view.pointed)
            case Qt.Key.Key_Escape:
                self._point(None)
            case _:
                super().keyPressEvent(event)

    def _point_on(self, step: int) -> None:
        canonical = self._view.reading.canonical
        found = (target for row in self.rows for target in targets_of(row.line))
        targets = list(
            dict.fromkeys(each if isinstance(each, Fold) else canonical(each) for each in found)
        )
        if not targets:
            return
        here = self._fold or self._view.pointed
        at = targets.index(here) + step if here in targets else (0 if step > 0 else -1)
        self._point(targets[at % len(targets)])

    # Copying

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.mapToGlobal(place))

    def fill_menu(self, menu: QMenu) -> None:
        """Add the ways of copying the formulas."""
        menu.addAction(self.tr("Copy as LaTeX")).triggered.connect(self.copy_latex)
        menu.addAction(self.tr("Copy as text")).triggered.connect(self.copy_text)
        menu.addAction(self.tr("Copy as image")).triggered.connect(self.copy_image)

    @Slot()
    def copy_latex(self) -> None:
        """Put all formulas on the clipboard, as LaTeX."""
        latex = "\n\n".join(each.latex for each in self.formulas)
        QGuiApplication.clipboard().setText(latex)

    @Slot()
    def copy_text(self) -> None:
        """Put all formulas on the clipboard, as text."""
        text = "\n\n".join(each.plain for each in self.formulas)
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def copy_image(self) -> None:
        """Put all formulas on the clipboard, as a sharp image on the colour of the panel."""
        if not self.rows:
            return
        self._place([self._typesetter.make(row.marked) for row in self.rows])
        self._outdated = False
        image = QPixmap(self.sizeHint().expandedTo(QSize(self.width(), 1)) * IMAGE_SCALE)
        image.setDevicePixelRatio(IMAGE_SCALE)
        image.fill(self._theme.color("panel"))
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        QGuiApplication.clipboard().setPixmap(image)
