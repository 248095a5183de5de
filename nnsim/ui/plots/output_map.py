"""What the network answers: over the plane of two inputs, or class by class."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnsim.project import Project
from nnsim.ui.frame_clock import MAPS
from nnsim.ui.parts import Parts

from .class_colors import class_colors
from .confusion_view import ConfusionView
from .elided_label import ElidedLabel
from .map_drawing import MapDrawing
from .map_panel import MapPanel
from .map_subject import CONFUSION, MAP, MapSubject, views
from .map_texts import MapTexts, class_name, input_name, value_colors
from .plane import PlaneMap, telling_inputs
from .predictions import ConfusionJob, PlaneJob, evaluation_rows
from .switch import Switch

IntArray = npt.NDArray[np.intp]

MILLISECONDS_BETWEEN = 100  # while training runs


class OutputMap(QWidget):
    """The output over the plane of two inputs, or the confusion matrix.

    With two inputs the plane is shown first, otherwise the matrix; a switch shows the other one.
    It is computed in turns of a few milliseconds, always from one set of parameters. While
    training runs, another one is begun at most ten times a second. A hidden map does nothing.

    Attributes:
        panel: the plane, the choice of its axes, and its key.
        plane, confusion: the two pictures; one of them is shown.
        key: what the marks and colours on the plane mean.
        switch: chooses between the two.
        drawing: puts samples on the plane, and takes them away.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outputMap")
        self._parts = parts
        self._shown_map: PlaneMap | None = None
        self._shown_counts: IntArray | None = None
        self._shown: MapSubject | None = None
        self._next: MapSubject | None = None
        self._job: PlaneJob | ConfusionJob | None = None
        self._wanted_view = ""  # until a person chooses one
        self._axes = (0, 1)
        self._axes_of: tuple[object, ...] = ()
        self._since = QElapsedTimer()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    @property
    def shown_map(self) -> PlaneMap | None:
        """The map that is painted; None while the confusion matrix is."""
        return self._shown_map

    @property
    def shown_counts(self) -> IntArray | None:
        """The confusion matrix that is painted, shape (n, n); None without one."""
        return self._shown_counts

    @property
    def up_to_date(self) -> bool:
        """Whether what is shown is what the reading says now."""
        return self._subject().is_that_of(self._shown)

    @property
    def title(self) -> str:
        """What the picture is."""
        return self.accessibleName()

    @property
    def axes(self) -> tuple[int, int]:
        """The two inputs of the plane, from 0."""
        self._subject()  # another dataset has others
        return self._axes

    def show_at_once(self, view: str, axes: tuple[int, int] | None = None) -> None:
        """Compute and show MAP or CONFUSION before this returns, hidden or not.

        Args:
            axes: the two inputs of the plane, from 0; by default those that tell most.
        """
        self._wanted_view = view
        default = self.axes
        self._axes = default if axes is None else axes
        self._begin(self._subject())
        while self._job is not None and not self._job.advance():
            pass
        self._finish()

    # Building

    def _build(self) -> None:
        theme = self._parts.theme
        self.switch = Switch(
            "outputView", ((MAP, self.tr("Map")), (CONFUSION, self.tr("Confusion"))), self
        )
        self._title = ElidedLabel(self)
        self._title.setObjectName("outputMapTitle")
        self._title.setProperty("role", "muted")
        self._percent = QToolButton(self)
        self._percent.setObjectName("confusionPercent")
        self._percent.setText("%")
        self._percent.setAccessibleName(self.tr("In percent of each true class"))
        self._percent.setToolTip(self._percent.accessibleName())
        self._percent.setCheckable(True)
        header = QHBoxLayout()
        header.setContentsMargins(8, 2, 8, 0)
        header.setSpacing(8)
        header.addWidget(self.switch)
        header.addWidget(self._title, 1)
        header.addWidget(self._percent)
        self.panel = MapPanel(theme, self)
        self.plane, self.key = self.panel.plane, self.panel.key
        self.drawing = MapDrawing(self._parts, self.panel)
        self.confusion = ConfusionView(theme, self)
        self.confusion.setObjectName("confusionMatrix")
        self._note = QLabel(self.tr("These targets are no classes that could be counted."), self)
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pictures = QStackedLayout()
        for picture in (self.panel, self.confusion, self._note):
            self._pictures.addWidget(picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(header)
        layout.addLayout(self._pictures, 1)

    def _connect(self) -> None:
        parts = self._parts
        self._turn.timeout.connect(self._go_on)
        self.switch.chosen.connect(self._on_view_chosen)
        self.panel.axes.chosen.connect(self._on_axes_chosen)
        self._percent.toggled.connect(self.confusion.set_percent)
        self.plane.sample_clicked.connect(parts.view_state.select_sample)
        parts.view_state.reading_changed.connect(self._on_reading_changed)
        parts.view_state.decimals_changed.connect(self._show_texts)
        parts.session.state_changed.connect(self._on_state_changed)
        parts.clock.frame.connect(self._go_on)

    # When to compute

    @property
    def _due(self) -> bool:
        if not self._parts.session.running:
            return True
        if not self._parts.clock.is_turn(MAPS):
            return False
        return not self._since.isValid() or self._since.elapsed() >= MILLISECONDS_BETWEEN

    @Slot()
    def _on_reading_changed(self) -> None:
        self.plane.select(self._parts.view_state.sample)
        self._go_on_soon()

    @Slot(object)
    def _on_state_changed(self, state: object) -> None:
        self._go_on_soon()

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        self._wanted_view = view
        self._begin_anew()

    @Slot()
    def _on_axes_chosen(self) -> None:
        self._axes = self.panel.axes.axes
        self._begin_anew()

    def _begin_anew(self) -> None:
        """What a person chooses does not wait."""
        self._job = None
        self._since.invalidate()
        self._turn.start()

    def _go_on_soon(self) -> None:
        # Once per turn of the event loop; while training runs, the clock's frames do it.
        if not self._parts.session.running and self.isVisible():
            self._turn.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was hidden."""
        super().showEvent(event)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """One turn of computing, if there is something to compute."""
        if not self.isVisible():
            return
        now = self._subject()
        idle = not self._parts.session.running
        if idle and not now.is_that_of(self._next):
            self._job = None
        if self._job is None:
            if now.is_that_of(self._shown) or not self._due:
                return
            self._begin(now)
        if self._job is None or self._job.advance():
            self._finish()
        elif idle:
            self._turn.start()

    def _subject(self) -> MapSubject:
        reading = self._parts.view_state.reading
        project = reading.project
        possible = views(project)
        view = self._wanted_view if self._wanted_view in possible else possible[0]
        about = (project.dataset.name, project.dataset.input_names)
        if about != self._axes_of:
            self._axes_of = about
            many = project.network.sizes[0] > 2
            self._axes = telling_inputs(project.x, project.t) if many else (0, 1)
            self.panel.axes.show_names(project.dataset.input_names, self._axes)
        return MapSubject(reading, view, self._axes)

    def _begin(self, subject: MapSubject) -> None:
        self._since.start()
        self._next = subject
        self._job = subject.job() if subject.view in (MAP, CONFUSION) else None

    # What to show

    def _finish(self) -> None:
        job, self._job, self._shown = self._job, None, self._next
        self._shown_map = self._shown_counts = None
        assert self._shown is not None
        self._show_switch(self._shown)
        if isinstance(job, PlaneJob):
            self._shown_map = job.result
            self._show_plane(self._shown, job.result)
        elif isinstance(job, ConfusionJob):
            self._shown_counts = job.result
            self._show_confusion(self._shown.project, job.result)
        else:
            self._pictures.setCurrentWidget(self._note)
            self._set_title("", "")

    def _show_switch(self, subject: MapSubject) -> None:
        possible = views(subject.project)
        self.switch.setVisible(len(possible) > 1)
        if len(possible) > 1:
            self.switch.set_key(subject.view)
        self._percent.setVisible(subject.view == CONFUSION)

    def _show_plane(self, subject: MapSubject, shown: PlaneMap) -> None:
        project = subject.project
        names = tuple(input_name(project.dataset.input_names[axis]) for axis in subject.axes)
        output = "y" if project.network.sizes[-1] == 1 or shown.has_classes else "y₁"
        title = self.tr("Output {y} over {x1}, {x2}")
        title = title.format(y=output, x1=names[0], x2=names[1])
        # The names of chosen inputs stand beside the map.
        short = self.tr("Output {y}").format(y=output) if subject.has_many_inputs else title
        self._set_title(title, short)
        if project.scaling is not None:
            min_max = project.scaling.kind == "min_max"
            text = self.tr("{name}, 0 to 1") if min_max else self.tr("{name}, standardised")
            names = tuple(text.format(name=name) for name in names)
        self.plane.show_plane(shown, (names[0], names[1]))
        self.plane.select(subject.reading.sample)
        tested, wrong = bool(shown.tested.any()), bool(shown.wrong.any())
        self.key.show_marks(tested, wrong, self._colors(project, shown))
        self.panel.show_choice(subject.has_many_inputs)
        self.drawing.show_map(project)
        others = self.tr("other inputs as in sample {number}")
        self.panel.others.setText(others.format(number=subject.reading.sample + 1))
        self._show_texts()
        self._pictures.setCurrentWidget(self.panel)

    def _colors(self, project: Project, shown: PlaneMap) -> list[tuple[str, QColor]]:
        """What the colours of the map mean."""
        if shown.has_classes:
            names = list(project.dataset.class_names)
            if len(names) == 2:  # of many, short names have room
                names = [class_name(name) for name in names]
        else:
            names = list(value_colors(shown))
        return list(zip(names, class_colors(self._parts.theme, len(names)), strict=True))

    def _show_confusion(self, project: Project, counts: IntArray) -> None:
        count = len(evaluation_rows(project))
        self.confusion.show_counts(counts, project.dataset.class_names)
        if len(project.split[1]):
            title = self.tr("Confusion matrix, {count} test samples")
            short = self.tr("{count} test samples")
        else:
            title = self.tr("Confusion matrix, {count} training samples")
            short = self.tr("{count} training samples")
        self._set_title(title.format(count=count), short.format(count=count))
        self._pictures.setCurrentWidget(self.confusion)

    def _set_title(self, title: str, short: str) -> None:
        self._title.setText(short)
        self.setAccessibleName(title)

    @Slot()
    def _show_texts(self) -> None:
        if self._shown_map is not None and self._shown is not None:
            decimals = self._parts.view_state.decimals
            texts = MapTexts(self._shown.project, self._shown_map, decimals)
            self.plane.set_describe(texts.sample, texts.place)
