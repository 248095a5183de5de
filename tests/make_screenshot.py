"""Makes the picture in the README: drives the real window and grabs it.

Usage: QT_QPA_PLATFORM=offscreen .venv/bin/python tests/make_screenshot.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from nnsim.app import create_window
from nnsim.notation import a
from nnsim.shell.settings import LANGUAGE, THEME, Settings

TARGET = Path(__file__).parents[1] / "resources" / "images" / "window.png"
EPOCHS = 700


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Train XOR, select a node, and grab the window."""
    app = QApplication(["nnsim"])
    settings = Settings(Path(tempfile.mkdtemp()) / "settings.ini")
    settings.set(THEME, "light")
    settings.set(LANGUAGE, "en")
    window = create_window(settings=settings)
    window.resize(1280, 800)
    window.show()
    loop = QEventLoop()
    window.session.ended.connect(loop.quit)
    window.controller.run(EPOCHS)
    loop.exec()
    window.view_state.select_sample(1)
    window.view_state.select(a(2, 1))
    wait(1500)
    TARGET.parent.mkdir(exist_ok=True)
    window.grab().save(str(TARGET))
    window.document.undo_stack.setClean()
    window.close()
    app.quit()


if __name__ == "__main__":
    main()
