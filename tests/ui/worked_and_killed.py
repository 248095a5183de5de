"""A window in which one works until it is killed: `python worked_and_killed.py FOLDER FILE HOW`.

It says "kept" as soon as what was done is in the recovery file, and works on.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nnsim.app import create_window
from nnsim.project import edits
from nnsim.shell.settings import Settings

folder, file, how = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
app = QApplication(["nnsim"])
window = create_window(file, Settings(folder / "its.ini"), folder / "recovery")
window.show()
autosave = window.safekeeping.autosave


def keep() -> None:
    if window.session.running and window.session.history.freeze().rows[-1, 0] < 20:
        return
    timer.stop()
    autosave.keep()
    autosave.finish()
    print("kept", flush=True)  # noqa: T201


timer = QTimer(interval=20)
timer.timeout.connect(keep)
window.controller.edit(lambda project: edits.resize_hidden(project, (3,), "tanh"), "Resize")
if how == "finished":
    window.session.ended.connect(lambda _: timer.start())
    window.controller.run(50)
else:
    window.controller.run()
    timer.start()
app.exec()
