"""What the network answers: over the plane of two inputs, or class by class."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from nnsim.notation import format_number
from nnsim.project import Project
from nnsim.ui.frame_clock import MAPS
from nnsim.ui.parts import Parts

from .confusion_view import ConfusionView
from .plane_view import PlaneView
from .point_key import PointKey
from .predictions import (
    PlaneMap,
    classes,
    confusion,
    evaluation_rows,
    outputs,
    plane_map,
    work,
)

IntArray = npt.NDArray[np.intp]

MILLISECONDS_BETWEEN = 100  # while training runs
MOST_WORK = 30_000_000  # multiplications of a refresh while training runs, some 10 ms

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class OutputMap(QWidget):
    """With two inputs y over the plane, otherwise the confusion matrix.

    While training runs it is brought up to date at most ten times a second, and not before the
    end if that would take long. A hidden map does nothing.

    Attributes:
        plane, confusion: the two pictures; one of them is shown.
        key: what the marks on the plane mean.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outputMap")
        self._parts = parts
        self._shown_map: PlaneMap | None = None
        self._shown_counts: IntArray | None = None
        self._project: Project | None = None
        self._parameters: npt.NDArray[np.float64] | None = None
        self._since = QElapsedTimer()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._refresh_if_due)
        self._build()
        self.plane.sample_clicked.connect(parts.view_state.select_sample)
        parts.view_state.reading_changed.connect(self._on_reading_changed)
        parts.view_state.decimals_changed.connect(self._show_texts)
        parts.session.state_changed.connect(self._on_state_changed)
        parts.clock.frame.connect(self._refresh_if_due)

    @property
    def shown_map(self) -> PlaneMap | None:
        """The map that is painted; None while the confusion matrix is."""
        return self._shown_map

    @property
    def shown_counts(self) -> IntArray | None:
        """The confusion matrix that is painted, shape (n, n); None without one."""
        return self._shown_counts

    @property
    def title(self) -> str:
        """What the picture is."""
        return self._title.text()

    def _build(self) -> None:
        theme = self._parts.theme
        self._title = QLabel(self)
        self._title.setObjectName("outputMapTitle")
        self._title.setProperty("role", "muted")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.key = PointKey(theme, self)
        header = QHBoxLayout()
        header.setContentsMargins(12, 2, 2, 0)
        header.addWidget(self._title, 1)
        header.addWidget(self.key)
        self.plane = PlaneView(theme, self)
        self.plane.setObjectName("outputPlane")
        self.confusion = ConfusionView(theme, self)
        self.confusion.setObjectName("confusionMatrix")
        self._note = QLabel(self.tr("These targets are no classes that could be counted."), self)
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pictures = QStackedLayout()
        for picture in (self.plane, self.confusion, self._note):
            self._pictures.addWidget(picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(6)
        layout.addLayout(header)
        layout.addLayout(self._pictures, 1)

    # When to refresh

    @property
    def _stale(self) -> bool:
        reading = self._parts.view_state.reading
        return reading.project is not self._project or reading.parameters is not self._parameters

    @property
    def _due(self) -> bool:
        if not self._parts.session.running:
            return True
        if not self._parts.clock.is_turn(MAPS):
            return False
        if work(self._parts.view_state.reading.project) > MOST_WORK:
            return False
        return not self._since.isValid() or self._since.elapsed() >= MILLISECONDS_BETWEEN

    @Slot()
    def _on_reading_changed(self) -> None:
        if self._stale:
            self._refresh_soon()
        else:
            self.plane.select(self._parts.view_state.sample)

    @Slot(object)
    def _on_state_changed(self, state: object) -> None:
        self._refresh_soon()

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
        if self.isVisible() and self._stale and self._due:
            self._refresh()
            self._since.start()

    # What to show

    def _refresh(self) -> None:
        reading = self._parts.view_state.reading
        self._project, self._parameters = reading.project, reading.parameters
        self._shown_map = self._shown_counts = None
        if reading.project.network.sizes[0] == 2:
            self._show_plane()
        elif reading.project.dataset.kind != "values":
            self._show_confusion()
        else:
            self._pictures.setCurrentWidget(self._note)
            self._set_title("")
            self.key.show_marks(False, False)

    def _show_plane(self) -> None:
        reading = self._parts.view_state.reading
        project = reading.project
        self._shown_map = plane = plane_map(project, reading.network)
        tested = np.zeros(len(project.x), dtype=bool)
        tested[project.split[1]] = True
        names = tuple(_subscripted(name) for name in project.dataset.input_names)
        output = "y" if project.network.sizes[-1] == 1 or plane.has_classes else "y₁"
        title = self.tr("Output {y} over {x1}, {x2}")
        self._set_title(title.format(y=output, x1=names[0], x2=names[1]))
        if project.scaling is not None:
            names = tuple(self.tr("{name}, standardised").format(name=name) for name in names)
        self.plane.show_plane(plane, project.x, tested, (names[0], names[1]))
        self.plane.select(reading.sample)
        self.key.show_marks(bool(tested.any()), bool(plane.wrong.any()))
        self._show_texts()
        self._pictures.setCurrentWidget(self.plane)

    def _show_confusion(self) -> None:
        reading = self._parts.view_state.reading
        project = reading.project
        rows = evaluation_rows(project)
        names = project.dataset.class_names
        predicted = classes(outputs(reading.network, project.x[rows]))
        self._shown_counts = confusion(classes(project.t[rows]), predicted, len(names))
        self.confusion.show_counts(self._shown_counts, names)
        title = (
            self.tr("Confusion matrix, {count} test samples")
            if len(project.split[1])
            else self.tr("Confusion matrix, {count} training samples")
        )
        self._set_title(title.format(count=len(rows)))
        self.key.show_marks(False, False)
        self._pictures.setCurrentWidget(self.confusion)

    def _set_title(self, text: str) -> None:
        self._title.setText(text)
        self._title.setToolTip(text)  # in full, where the header is narrow
        self.setAccessibleName(text)

    @Slot()
    def _show_texts(self) -> None:
        plane = self._shown_map
        if plane is None:
            return
        decimals = self._parts.view_state.decimals
        text = self.tr("sample {number}: t = {t}, y = {y}")

        def numbers(values: npt.NDArray[np.float64]) -> str:
            return ", ".join(format_number(value, decimals) for value in values.tolist())

        def describe(row: int) -> str:
            y, t = numbers(plane.sample_y[row]), numbers(plane.targets[row])
            return text.format(number=row + 1, t=t, y=y)

        self.plane.set_describe(describe)


def _subscripted(name: str) -> str:
    """ "x1" is written as in the rest of the window; other names stay."""
    return name.translate(_SUBSCRIPTS) if re.fullmatch(r"x\d+", name) else name
