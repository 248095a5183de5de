"""Drawing samples on the output map: strokes become edits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nnsim.project import Project, edits
from nnsim.ui.parts import Parts

from .brush import Brush, Stroke
from .class_colors import class_colors
from .draw_tools import MOST_CLASSES, SELECT
from .drawing_surface import DrawingSurface
from .map_panel import MapPanel
from .map_texts import class_name


class MapDrawing(QObject):
    """Joins the tools, the surface over the plane, and the controller.

    Each stroke is one step that can be undone. It stays in sight until the map shows the data
    with it.

    Attributes:
        surface: what is drawn on.
    """

    def __init__(self, parts: Parts, panel: MapPanel) -> None:
        super().__init__(panel)
        self._parts = parts
        self._panel = panel
        self._scaling = parts.document.project.scaling
        self.surface = DrawingSurface(parts.theme, panel.plane)
        panel.tools.brush_changed.connect(self._on_brush_changed)
        self.surface.left.connect(self._on_left)
        self.surface.stroke_ended.connect(self._on_stroke_ended)
        parts.controller.refused.connect(self._on_refused)
        parts.document.opened.connect(self.surface.drop)

    def show_map(self, project: Project) -> None:
        """The plane shows this project now."""
        if project.scaling is not self._scaling:
            self._scaling = project.scaling
            self.surface.drop()  # its places mean something else now
        reason = self._reason(project)
        if reason and self._panel.tools.tool != SELECT:
            self._panel.tools.set_tool(SELECT)
        if not reason:
            names = [class_name(name) for name in project.dataset.class_names]
            colors = class_colors(self._parts.theme, len(names))
            self.surface.set_colors(colors)
            self._panel.tools.show_classes(list(zip(names, colors, strict=True)))
        self._panel.show_tools(reason)
        self.surface.forget(project.dataset)

    def _reason(self, project: Project) -> str:
        """Why nothing can be drawn; "" where it can."""
        if project.dataset.x.shape[1] != 2:
            return self.tr("Drawing needs two inputs.")
        if project.dataset.kind == "values":
            return self.tr("Drawing needs classes as targets.")
        if len(project.dataset.class_names) > MOST_CLASSES:
            text = self.tr("Drawing needs {count} classes or fewer.")
            return text.format(count=MOST_CLASSES)
        return ""

    @Slot(object)
    def _on_brush_changed(self, brush: Brush | None) -> None:
        self.surface.set_brush(brush)

    @Slot()
    def _on_left(self) -> None:
        self._panel.tools.set_tool(SELECT)

    @Slot(object)
    def _on_stroke_ended(self, stroke: Stroke) -> None:
        dataset = self._parts.document.project.dataset
        self.surface.keep(stroke, dataset)
        number = stroke.brush.class_number
        if number is None:
            self._parts.controller.edit(
                lambda project: edits.erase_points(project, stroke.places, stroke.radius),
                self.tr("Erase samples"),
            )
        else:
            text = self.tr("Draw samples of {name}")
            self._parts.controller.edit(
                lambda project: edits.add_points(project, stroke.places, number),
                text.format(name=class_name(dataset.class_names[number])),
            )
        if not self._parts.session.running and self._parts.document.project.dataset is dataset:
            self.surface.forget()  # it changed nothing

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        self.surface.forget()
