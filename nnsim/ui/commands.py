"""What each action does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from nnsim.notation import Symbol
from nnsim.project import edits
from nnsim.shell.settings import DECIMALS, LANGUAGE, NODE_MAPS, THEME, Settings
from nnsim.trace import Position

from .diagram.diagram_edits import DiagramEdits
from .help import show_about, show_notation
from .parts import Parts
from .selection import Layer
from .time_travel import TimeTravel

if TYPE_CHECKING:
    from .main_window import MainWindow


class Commands(QObject):
    """Handlers of the actions, by the names in the table of actions."""

    def __init__(self, window: MainWindow, parts: Parts, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._settings = settings
        self._edits = DiagramEdits(parts, self)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """A handler for every action."""
        window, controller = self._window, self._parts.controller
        return {
            "fileNew": window.files.new,
            "fileOpen": window.files.open,
            "fileSave": window.files.save,
            "fileSaveAs": window.files.save_as,
            "fileImport": window.importing.choose,
            "fileNewTable": window.importing.new_table,
            "fileImportWeights": window.weights_import.choose,
            "fileQuit": self._close,
            "editUndo": controller.undo,
            "editRedo": controller.redo,
            "viewZoomIn": window.diagram.zoom_in,
            "viewZoomOut": window.diagram.zoom_out,
            "viewZoomFit": window.diagram.zoom_fit,
            "viewNodeMaps": self._toggle_node_maps,
            "viewMoreDecimals": lambda: self._change_decimals(1),
            "viewFewerDecimals": lambda: self._change_decimals(-1),
            **{f"theme{key}": self._choice(THEME, key) for key in ("System", "Light", "Dark")},
            **{f"language{key}": self._choice(LANGUAGE, key) for key in ("System", "En", "Ko")},
            "networkAddLayer": self._add_layer,
            "networkAddNode": self._add_node,
            "networkDelete": self._delete,
            "networkNewWeights": self._new_weights,
            "trainRun": controller.toggle,
            "trainEpoch": controller.run_epoch,
            "trainReset": controller.reset,
            "trainDiagnose": self._diagnose,
            "passNext": self._pass_move(Position.forward),
            "passBack": self._pass_move(Position.back),
            "passFirst": self._pass_move(lambda place: place.at(0)),
            "passLast": self._pass_move(lambda place: place.at(len(place.trace.steps))),
            "passEnd": self._parts.view_state.end_pass,
            **self._time_travel(window.time_travel),
            "helpNotation": lambda: show_notation(window),
            "helpAbout": lambda: show_about(window),
        }

    def _time_travel(self, time: TimeTravel) -> dict[str, Callable[[], None]]:
        return {
            "timeFirst": time.go_to_first,
            "timeBack10": lambda: time.step(-10),
            "timeBack": lambda: time.step(-1),
            "timeForward": lambda: time.step(1),
            "timeForward10": lambda: time.step(10),
            "timeLast": time.go_to_last,
            "timeDifference": time.toggle_difference,
            "timeContinue": time.go_on,
        }

    def check_choices(self, actions: Mapping[str, QAction]) -> None:
        """Mark the theme and the language that are chosen, and show what is switched on."""
        for setting, prefix in ((THEME, "theme"), (LANGUAGE, "language")):
            actions[prefix + self._settings.get(setting).capitalize()].setChecked(True)
        maps, action = self._window.diagram.maps, actions["viewNodeMaps"]
        maps.set_wanted(self._settings.get(NODE_MAPS))
        action.setChecked(maps.wanted)
        action.setEnabled(maps.possible)
        maps.possible_changed.connect(action.setEnabled)

    def _pass_move(self, move: Callable[[Position], Position]) -> Callable[[], None]:
        """Step through the pass; a run that is going on is ended and kept first."""

        def step() -> None:
            self._parts.controller.when_idle(lambda: self._parts.view_state.move_pass(move))

        return step

    def _diagnose(self) -> None:
        assert self._window.announcer is not None
        self._window.announcer.diagnose()

    def _close(self) -> None:
        self._window.close()

    def _choice(self, setting, key: str) -> Callable[[], None]:
        def choose() -> None:
            self._settings.set(setting, key.lower())
            self._window.rebuild()

        return choose

    def _change_decimals(self, step: int) -> None:
        decimals = min(max(self._parts.view_state.decimals + step, 2), 8)
        self._parts.view_state.set_decimals(decimals)
        self._settings.set(DECIMALS, decimals)

    def _toggle_node_maps(self) -> None:
        maps = self._window.diagram.maps
        maps.set_wanted(not maps.wanted)
        self._settings.set(NODE_MAPS, maps.wanted)

    def _layer(self) -> int:
        """The layer that is selected, or else the last hidden one."""
        depth = self._parts.document.project.network.depth
        match self._parts.view_state.selection:
            case Layer(number):
                return number
            case Symbol(layer=layer):
                return layer
        return max(depth - 1, 1)

    def _add_layer(self) -> None:
        depth = self._parts.document.project.network.depth
        self._edits.insert_layer(min(self._layer(), depth - 1))

    def _add_node(self) -> None:
        self._edits.add_node(self._layer())

    def _delete(self) -> None:
        self._edits.delete(self._parts.view_state.selection)

    def _new_weights(self) -> None:
        self._parts.controller.edit(edits.draw_weights, self.tr("New weights"))
