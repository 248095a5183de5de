"""The composition root: builds every part and wires it. The only file that knows them all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nnsim.shell import command_line

if TYPE_CHECKING:
    from nnsim.shell.settings import Settings
    from nnsim.ui.main_window import MainWindow


def main(argv: Sequence[str] | None = None) -> int:
    """Run nnsim; returns the exit code."""
    arguments = command_line.parse(argv)
    from nnsim.shell.runtime import MainThreadCollector, display_problem, prepare_process

    prepare_process()
    problem = display_problem()
    if problem is not None:
        sys.stderr.write(f"nnsim: {problem}\n")
        return 1
    from PySide6.QtWidgets import QApplication

    from nnsim.shell.excepthook import ExceptionHook
    from nnsim.training import warm_up

    app = QApplication(["nnsim"])
    warm_up()
    window = create_window(arguments.path)
    hook = ExceptionHook(app)
    hook.caught.connect(window.show_exception)
    hook.install()
    window.show()
    collector = MainThreadCollector(app)
    code = app.exec()
    collector.stop()
    hook.uninstall()
    return code


def create_window(
    path: Path | str | None = None,
    settings: Settings | None = None,
    recovery: Path | None = None,
) -> MainWindow:
    """The complete main window, without entering the event loop.

    Args:
        path: a project to open; what is wrong with it is told in the window.
        settings: where the window remembers things; by default in the user's folder.
        recovery: the folder for unsaved work; by default in the user's folder for data.
    """
    from PySide6.QtWidgets import QApplication

    from nnsim.controller import Controller
    from nnsim.document import Document
    from nnsim.shell.settings import DECIMALS, Settings, user_data
    from nnsim.training import TrainingSession
    from nnsim.ui.frame_clock import FrameClock
    from nnsim.ui.look import Look
    from nnsim.ui.main_window import MainWindow
    from nnsim.ui.parts import Parts
    from nnsim.ui.view_state import ViewState

    app = QApplication.instance() or QApplication(["nnsim"])
    assert isinstance(app, QApplication)
    settings = settings or Settings()
    look = Look(app, settings)
    document = Document()
    session = TrainingSession(document)
    controller = Controller(document, session, document)
    view_state = ViewState(document, settings.get(DECIMALS))
    clock = FrameClock(document)

    def parts() -> Parts:
        return Parts(document, session, controller, view_state, clock, look.apply())

    window = MainWindow(parts(), settings, parts, recovery or user_data() / "recovery")
    document.setParent(window)
    look.setParent(window)
    look.system_changed.connect(window.rebuild)
    if path is not None:
        window.open_at_start(Path(path))
    return window
