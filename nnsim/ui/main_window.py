"""The main window: docks, toolbar, menus, title and closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.shell.settings import RECENT_FILES, WINDOW_GEOMETRY, WINDOW_STATE, Settings
from nnsim.training import State, TrainingSession

from . import actions as action_table
from .announcer import Announcer
from .commands import Commands
from .diagram import NetworkDiagram
from .errors import show_details
from .exporting import ExportMenu, WeightsImport
from .files import SUFFIX, Files
from .follower import TrainingFollower
from .importing import Importing
from .inspector import Inspector
from .notice import NoticeBar
from .panels import DataPanel, RunsPanel, TrainingPanel
from .parts import Parts
from .plots import (
    InsideView,
    LossPlot,
    OutputMap,
    RunComparison,
    TimeBar,
    exported_views,
)
from .report import Report
from .safekeeping import Safekeeping
from .shown_run import ShownRun
from .stepping import PaintedLater, PassBar
from .time_travel import TimeTravel
from .toolbar import ToolBar, show_state
from .view_state import ViewState
from .visit_bar import VisitBar

STATE_VERSION = 2
MIN_WIDTH = 920  # pixels, with room for the figures of training in the toolbar


class MainWindow(QMainWindow):
    """Everything on the screen. Its contents are built anew for another language or theme.

    Attributes:
        document, session, controller, view_state: the parts that the views observe.
        actions_by_name: every QAction of the table of actions.
        time_travel: shows earlier epochs.
    """

    def __init__(
        self, parts: Parts, settings: Settings, look: Callable[[], Parts], recovery: Path
    ) -> None:
        """Build the window.

        Args:
            parts: what the views observe.
            settings: where the window remembers its shape.
            look: applies language and theme as the settings say, and gives the parts for them.
            recovery: the folder for unsaved work.
        """
        super().__init__()
        self.setObjectName("mainWindow")
        self.setMinimumWidth(MIN_WIDTH)
        self._parts = parts
        self._settings = settings
        self._look = look
        self.files = Files(parts.document, parts.controller, settings, self)
        self.safekeeping = Safekeeping(parts, self.files, recovery, self)
        self.importing = Importing(parts.controller, settings, self)
        self.setAcceptDrops(True)
        self.weights_import = WeightsImport(parts.controller, settings, self)
        self.announcer: Announcer | None = None
        self._loss_plot: LossPlot | None = None
        self._closing = False
        self.time_travel = TimeTravel(parts, self)
        self.time_travel.failed.connect(self._on_replay_failed)
        self.resize(1280, 800)
        self._build()
        self.restoreGeometry(QByteArray(settings.get(WINDOW_GEOMETRY)))
        self.restoreState(QByteArray(settings.get(WINDOW_STATE)), STATE_VERSION)
        TrainingFollower(parts, self)
        self.time_travel.changed.connect(self._show_time)
        parts.document.path_changed.connect(self._show_title)
        parts.document.modified_changed.connect(self._show_title)
        parts.session.state_changed.connect(self._on_state_changed)
        parts.document.undo_stack.indexChanged.connect(self._show_undo)
        self._show_title()

    @property
    def document(self) -> Document:
        """The open document."""
        return self._parts.document

    @property
    def session(self) -> TrainingSession:
        """The training session."""
        return self._parts.session

    @property
    def controller(self) -> Controller:
        """Makes edits and runs training."""
        return self._parts.controller

    @property
    def view_state(self) -> ViewState:
        """Selection, sample and digits."""
        return self._parts.view_state

    def rebuild(self) -> None:
        """Build the contents anew, in another language or theme; nothing else changes."""
        state = self.saveState(STATE_VERSION)
        self._parts = self._look()
        for widget in (*self._docks, *self.findChildren(QToolBar)):
            widget.setParent(None)  # or restoreState would find it by its name
            widget.deleteLater()
        for action in self.actions_by_name.values():
            self.removeAction(action)
            action.deleteLater()
        self.menuBar().clear()
        self._build()
        self.restoreState(state, STATE_VERSION)
        # Widths hold only once the new docks have been laid out.
        QTimer.singleShot(0, self, lambda: self.restoreState(state, STATE_VERSION))
        self._show_title()

    # Building

    def _build(self) -> None:
        parts = self._parts
        self.notice = NoticeBar()
        self.diagram = NetworkDiagram(parts)
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.safekeeping.add_notice(column)
        column.addWidget(self.notice)
        self.visit_bar = VisitBar(self.time_travel, parts.view_state, center)
        column.addWidget(self.visit_bar)
        column.addWidget(self.diagram, 1)
        self._pass_bar = PassBar(parts)
        column.addWidget(self._pass_bar)
        self.setCentralWidget(center)
        self.announcer = Announcer(parts, self.notice, self.announcer)
        self._build_docks()
        commands = Commands(self, parts, self._settings)
        self.actions_by_name = action_table.build_actions(commands.handlers(), parts.theme, self)
        for bar in (self.time_bar, self.visit_bar):
            bar.use(self.actions_by_name)
        self._show_time()
        self.addToolBar(ToolBar(parts, self.actions_by_name, self))
        fillers = {
            "recentFiles": self._fill_recent_files,
            "exports": self._fill_exports,
            "docks": self._fill_docks,
        }
        action_table.build_menus(self.menuBar(), self.actions_by_name, fillers)
        commands.check_choices(self.actions_by_name)
        self._on_state_changed(parts.session.state)
        self._show_undo()
        self.importing.let_drops_through()
        self.diagram.setFocus()

    def _build_docks(self) -> None:
        area = Qt.DockWidgetArea
        parts = self._parts
        left, right, bottom = (
            area.LeftDockWidgetArea,
            area.RightDockWidgetArea,
            area.BottomDockWidgetArea,
        )
        loss_plot = self._loss_plot = LossPlot(parts, self._loss_plot)
        self._output_map = OutputMap(parts)
        self.time_bar = TimeBar(self.time_travel, parts.theme)
        self.time_travel.visited.connect(loss_plot.show_epoch)
        loss_plot.show_epoch(self.time_travel.visited_epoch)
        loss_plot.epoch_chosen.connect(self.time_travel.go_to)
        runs_panel = RunsPanel(parts)
        runs_panel.compare_wanted.connect(self._compare_runs)
        runs_panel.chosen.connect(loss_plot.choose_runs)
        places = (
            ("dataDock", self.tr("Data"), DataPanel(parts), left, 270),
            ("trainingDock", self.tr("Training"), TrainingPanel(parts), left, 270),
            ("inspectorDock", self.tr("Inspector"), Inspector(parts), right, 0),
            ("lossDock", self.tr("Loss"), _stacked(loss_plot, self.time_bar), bottom, 240),
            ("mapDock", self.tr("Output"), self._output_map, bottom, 220),
            ("insideDock", self.tr("Inside"), InsideView(parts), bottom, 220),
            ("runsDock", self.tr("Runs"), runs_panel, bottom, 240),
        )
        self.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
        self._docks = []
        for name, title, widget, place, width in places:
            dock = QDockWidget(title, self)
            dock.setObjectName(name)
            dock.setWidget(widget)
            widget.setMinimumWidth(max(width, widget.minimumWidth()))
            self.addDockWidget(place, dock)
            self._docks.append(dock)
        data, training, inspector, loss, output, inside, runs = self._docks
        beside = (self._pass_bar, inspector.widget())
        PaintedLater(parts.view_state, beside, self.diagram)
        for front, behind in ((output, inside), (loss, runs)):
            self.tabifyDockWidget(front, behind)
            front.raise_()
        self.resizeDocks([data, inspector], [296, 300], Qt.Orientation.Horizontal)
        self.resizeDocks([data, training], [330, 400], Qt.Orientation.Vertical)
        self.resizeDocks([loss, output], [660, 330], Qt.Orientation.Horizontal)
        self.resizeDocks([loss], [296], Qt.Orientation.Vertical)

    def _fill_recent_files(self, menu: QMenu) -> None:
        recent = menu.addMenu(self.tr("Open &recent"))
        recent.setObjectName("recentFiles")
        # As the File menu opens, for a submenu that is disabled never would.
        menu.aboutToShow.connect(lambda: self._list_recent_files(recent))

    def _list_recent_files(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._settings.get(RECENT_FILES):
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.files.open_recent(path))
        menu.setEnabled(bool(menu.actions()))

    def _fill_exports(self, menu: QMenu) -> None:
        views = {
            "diagram": self.diagram,
            "curves": self._loss_plot,
            **exported_views(self._parts, self._output_map),
            "report": Report(self._parts),
        }
        menu.addMenu(ExportMenu(self._parts, self._settings, views, self, menu))

    def _fill_docks(self, menu: QMenu) -> None:
        for dock in self._docks:
            menu.addAction(dock.toggleViewAction())

    @Slot(object, object)
    def _compare_runs(self, one: ShownRun, other: ShownRun) -> None:
        parts = self._parts
        decimals = parts.view_state.decimals
        RunComparison(parts.theme, decimals, (one, other), self._docks[-1]).show()

    # What is new

    @Slot()
    def _show_title(self) -> None:
        star = "• " if self.document.modified else ""
        self.setWindowTitle(f"{star}{self.files.title} — nnsim")

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        show_state(self.actions_by_name["trainRun"], state, self._parts)

    @Slot()
    def _show_undo(self) -> None:
        stack = self.document.undo_stack
        steps = (
            ("editUndo", stack.canUndo(), self.tr("&Undo {step}"), stack.undoText()),
            ("editRedo", stack.canRedo(), self.tr("&Redo {step}"), stack.redoText()),
        )
        for name, possible, verb, text in steps:
            action: QAction = self.actions_by_name[name]
            action.setEnabled(possible)
            action.setText(verb.format(step=text).strip())

    @Slot()
    def _show_time(self) -> None:
        for name, possible in self.time_travel.can_do().items():
            self.actions_by_name[name].setEnabled(possible)
        shows_difference = self.view_state.reading.difference
        self.actions_by_name["timeDifference"].setChecked(shows_difference)

    @Slot(str)
    def _on_replay_failed(self, details: str) -> None:
        self.show_exception(details.strip().splitlines()[-1], details)

    # Opening and closing

    def open_at_start(self, path: Path) -> None:
        """Open the file named on the command line."""
        self.files.open_path(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.importing.dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self.importing.dropped_file(event.mimeData())
        if path is None:
            return
        event.acceptProposedAction()
        take = self.files.open_recent if path.suffix == SUFFIX else self.importing.import_path
        take(path)

    @Slot(str, str)
    def show_exception(self, summary: str, details: str) -> None:
        """Tell of an error in nnsim itself, with its details to copy; of one at a time."""
        boxes = self.findChildren(QMessageBox, "exceptionMessage")
        if any(box.isVisible() for box in boxes):
            return
        text = self.tr("Something went wrong in nnsim: {summary}").format(summary=summary)
        show_details(self, text, details)
        self.safekeeping.keep()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.diagram.setFocus(event.reason())  # or the keyboard would be nowhere

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.running:
            # Keep what training has reached as an undo step, then ask about saving, once.
            event.ignore()
            if not self._closing:
                self._closing = True
                self._parts.controller.when_idle(self.close)
            return
        self._closing = False
        if not self.files.may_discard():
            event.ignore()
            return
        self._settings.set(WINDOW_GEOMETRY, bytes(self.saveGeometry().data()))
        self._settings.set(WINDOW_STATE, bytes(self.saveState(STATE_VERSION).data()))
        self.safekeeping.close()
        self.session.close()
        event.accept()


def _stacked(view: QWidget, bar: QWidget) -> QWidget:
    """A view with a bar below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(view, 1)
    column.addWidget(bar)
    return both
