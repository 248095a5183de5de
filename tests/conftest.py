"""What every test gets: no display, no settings of the user's, and nothing of Qt left behind."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QThread, QTimer
from PySide6.QtWidgets import QWidget

# The normal run tries the same examples each time: it tells whether a change broke something.
settings.register_profile("default", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def fresh_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """QSettings in ini files of this test's own folder, and unsaved work there too."""
    monkeypatch.setattr("nnsim.shell.settings.user_data", lambda: tmp_path / "data")
    ini = QSettings.Format.IniFormat
    QSettings.setDefaultFormat(ini)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(ini, scope, str(tmp_path / "settings"))


def _root(thing: QObject) -> QObject:
    while parent := thing.parent():
        thing = parent
    return thing


def _is_alive(thing: QObject) -> bool:
    """A running thread, an active timer that belongs to no window, or a top-level widget."""
    if isinstance(thing, QThread):
        app = QCoreApplication.instance()
        return thing.isRunning() and not (app and thing is app.thread())
    if isinstance(thing, QTimer):
        return thing.isActive() and not isinstance(_root(thing), QWidget)
    return isinstance(thing, QWidget) and thing.isWindow()


def _living() -> set[QObject]:
    objects = (thing for thing in shiboken6.getAllValidWrappers() if isinstance(thing, QObject))
    return {thing for thing in objects if _is_alive(thing)}


def _describe(thing: QObject) -> str:
    name = f" {thing.objectName()!r}" if thing.objectName() else ""
    parent = f", child of {type(thing.parent()).__name__}" if thing.parent() else ""
    return f"{type(thing).__name__}{name}{parent}"


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer or a window of Qt behind, and name it."""
    before = _living()
    failures = request.session.testsfailed
    yield
    if QCoreApplication.instance() is None or request.session.testsfailed > failures:
        return  # the traceback of a failed test keeps its objects alive
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not _living() - before:
        return
    gc.collect()
    left = _living() - before
    if not left:
        return
    for thing in left:
        _silence(thing)
    pytest.fail("Left behind: " + "; ".join(sorted(map(_describe, left))), pytrace=False)


def _silence(thing: QObject) -> None:
    """Stop what was left behind, so that only the guilty test fails."""
    if isinstance(thing, QThread):
        thing.quit()
        thing.wait(2000)
    elif isinstance(thing, QTimer):
        thing.stop()
    elif isinstance(thing, QWidget):
        thing.close()
        thing.deleteLater()
