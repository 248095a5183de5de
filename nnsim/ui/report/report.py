"""What a report says: the same numbers as on the screen, the same pictures on light paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnsim.ui.diagram import NetworkDiagram
from nnsim.ui.exporting.report_pages import Content, Figure, Table
from nnsim.ui.exporting.worksheet_texts import language_code
from nnsim.ui.parts import Parts
from nnsim.ui.plots import ConfusionPicture, LossPlot, MapPicture
from nnsim.ui.run_facts import results_of, settings_of
from nnsim.ui.shown_run import ShownRun
from nnsim.ui.theme import LIGHT
from nnsim.ui.view_state import ViewState

translate = QCoreApplication.translate

_DIAGRAM, _CURVES, _PLANE = QSize(760, 420), QSize(760, 320), QSize(380, 280)


class Report:
    """Of the run that the open project has come from, at its last epoch."""

    def __init__(self, parts: Parts) -> None:
        """`parts` are those of the window."""
        self._parts = parts

    @contextmanager
    def content(self) -> Iterator[Content]:
        """Everything in it, as it is now; its figures can be painted inside the `with` only."""
        document, decimals = self._parts.document, self._parts.view_state.decimals
        # An earlier epoch may be visited in the window; the report is about the last one.
        view_state = ViewState(document, decimals)
        view_state.select_sample(self._parts.view_state.sample)
        parts = replace(self._parts, view_state=view_state, theme=LIGHT)
        run, project = ShownRun.current(parts), document.project
        name = document.path.stem if document.path is not None else self._untitled()
        results = results_of(run, decimals)
        settings = settings_of(project, (project.settings.optimizer,))
        diagram = _Unseen(partial(NetworkDiagram, parts), _DIAGRAM)
        curves = _Unseen(partial(LossPlot, parts), _CURVES)
        figures = [Figure(self._diagram_caption(parts), diagram)]
        if len(run.rows):
            figures.append(Figure(translate("report", "Loss by epoch"), curves))
        matrix, plane = ConfusionPicture(parts), MapPicture(parts, size=_PLANE)
        if matrix.available:
            figures.append(Figure(matrix.title, matrix))
        if project.network.sizes[0] == 2:  # of more, a plane shows too little
            figures.append(Figure(plane.title, plane))
        tables = [
            Table(translate("report", "Final numbers"), [(f.label, f.text) for f in results]),
            Table(translate("report", "Settings"), [(f.label, f.text) for f in settings]),
        ]
        note = "" if len(run.rows) else translate("report", "This network has not been trained.")
        try:
            yield Content(
                language_code(), name, translate("report", "Report of a run"), note, tables, figures
            )
        finally:
            diagram.close()
            curves.close()
            view_state.deleteLater()

    def _untitled(self) -> str:
        return translate("report", "Untitled")

    def _diagram_caption(self, parts: Parts) -> str:
        text = translate("report", "The network, with the numbers of sample {number}")
        return text.format(number=parts.view_state.sample + 1)


class _Unseen:
    """A view that is made when it is painted, laid out for paper, and never seen."""

    def __init__(self, make: Callable[[], QWidget], size: QSize) -> None:
        self._make = make
        self._size = size

    @cached_property
    def _view(self) -> QWidget:
        view = self._make()
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.resize(self._size - QSize(0, 40))
        view.show()
        view.resize(self._size)  # titles of axes take their places at a change of size only
        return view

    @property
    def picture_size(self) -> QSize:
        """As the view says."""
        size: QSize = self._view.picture_size  # type: ignore[attr-defined]
        return size

    def paint_picture(self, painter: QPainter) -> None:
        """As the view does."""
        self._view.paint_picture(painter)  # type: ignore[attr-defined]

    def close(self) -> None:
        """It is not needed any longer."""
        if "_view" in self.__dict__:  # it was painted
            self._view.close()
            self._view.deleteLater()
