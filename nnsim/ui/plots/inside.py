"""What is inside the network while it learns."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nnsim.project import Project
from nnsim.ui.frame_clock import INSIDE
from nnsim.ui.pace import Pace
from nnsim.ui.parts import Parts
from nnsim.ui.theme import Theme, number_font

from .histograms import LayerHistograms, column_area
from .layer_numbers import Insides, insides
from .layer_words import held_words, layer_name, note_words

SHARE_OF_TIME = 0.1  # that a run leaves to this view
LEAST_SECONDS = 0.1  # between two pictures
HEADS = 20  # height of the names of the columns
MOST_PARAMETERS = 500_000  # with more it waits for the end of the run


class InsideView(QWidget):
    """Histograms of W, a and δ of every layer, over training samples at the epoch shown.

    A hidden view does nothing.

    Attributes:
        histograms: the picture.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("insideView")
        self.setAccessibleName(self.tr("Distribution of W, a and δ, layer by layer"))
        self._parts = parts
        self._shown: Insides | None = None
        self._project: Project | None = None
        self._parameters: npt.NDArray[np.float64] | None = None
        self._pace = Pace(SHARE_OF_TIME, LEAST_SECONDS)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._refresh_if_due)
        self._build()
        parts.view_state.reading_changed.connect(self._refresh_soon)
        parts.view_state.decimals_changed.connect(self._show)
        parts.session.state_changed.connect(self._refresh_soon)
        parts.clock.frame.connect(self._refresh_if_due)

    @property
    def shown(self) -> Insides | None:
        """The numbers that are painted."""
        return self._shown

    @property
    def note(self) -> str:
        """What is said below the picture."""
        return self._note.text()

    def _build(self) -> None:
        self.histograms = LayerHistograms(self._parts.theme)
        scroll = QScrollArea()
        scroll.setObjectName("insideScroll")
        scroll.setAccessibleName(self.tr("Layers"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.histograms)
        self._note = QLabel()
        self._note.setObjectName("insideNote")
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(12, 2, 12, 4)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Heads(self._parts.theme, self.histograms))
        column.addWidget(scroll, 1)
        column.addWidget(self._note)

    # When to refresh

    @property
    def _due(self) -> bool:
        if not self._parts.session.running:
            return True
        return len(self._parts.view_state.reading.parameters) <= MOST_PARAMETERS and self._pace.due

    @Slot()
    def _refresh_soon(self) -> None:
        # Once per turn of the event loop; while training runs, the clock's frames do it.
        if not self._parts.session.running:
            self._turn.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was hidden."""
        super().showEvent(event)
        self._refresh_if_due()

    @Slot()
    def _refresh_if_due(self) -> None:
        reading = self._parts.view_state.reading
        stale = reading.project is not self._project or reading.parameters is not self._parameters
        turn = self._parts.clock.is_turn(INSIDE)
        if self.isVisible() and stale and turn and self._due:
            with self._pace.working():
                self._project, self._parameters = reading.project, reading.parameters
                self._shown = insides(reading.project, reading.network)
                self._show()

    @Slot()
    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self.histograms.show_insides(shown, self._parts.view_state.decimals)
        self._note.setText(note_words(shown))
        words = [f"{layer_name(layer)}: {held_words(layer)}" for layer in shown.layers]
        self.setAccessibleDescription("\n".join(words))


class InsideSheet:
    """All of it as a picture: the heads, every row, the note below them."""

    _NOTE = 40

    def __init__(self, theme: Theme, shown: Insides, decimals: int) -> None:
        self._rows = LayerHistograms(theme)
        self._rows.show_insides(shown, decimals)
        self._heads = _Heads(theme, self._rows)
        self._words = note_words(shown)
        self._theme = theme

    @classmethod
    def around(cls, rows: int) -> int:
        """Its height with rows that are so high."""
        return HEADS + rows + cls._NOTE

    def paint(self, painter: QPainter, size: QSize) -> None:
        """At the origin, in this size."""
        heads, rows = self._heads, self._rows
        heads.resize(size.width(), HEADS)
        rows.resize(size.width(), size.height() - HEADS - self._NOTE)
        for widget, top in ((heads, 0), (rows, HEADS)):
            painter.save()
            painter.translate(0, top)
            widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
            painter.restore()
        painter.setPen(self._theme.color("muted"))
        painter.setFont(rows.font())
        area = QRectF(12, size.height() - self._NOTE + 2, size.width() - 24, self._NOTE - 4)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, self._words)


class _Heads(QWidget):
    """The names of the three columns, above the rows that scroll."""

    def __init__(self, theme: Theme, rows: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self.setFixedHeight(HEADS)
        self.setToolTip(
            self.tr(
                "δ is that of each sample alone (N = 1); the line marks the root of its mean square"
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each over its column."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("muted"))
        font = number_font(self.font())
        font.setItalic(True)
        painter.setFont(font)
        for index, letter in enumerate(("W", "a", "|δ|")):
            left, width = column_area(index, self._rows.width())
            area = QRectF(left, 0, width, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
