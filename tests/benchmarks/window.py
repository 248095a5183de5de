"""The window's own figures: what drawing costs, how even frames are, what memory a run takes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from nnsim.app import create_window
from nnsim.project import Project, edits, new_project
from nnsim.shell.runtime import MainThreadCollector
from nnsim.shell.settings import Settings
from nnsim.training import State
from nnsim.ui.frame_clock import FrameClock

from .report import Row, at_least, at_most
from .works import WORKS, XOR, Work

ROUNDS = 5
SECONDS = 2.0  # of one round; with the large network that is a few epochs
FRAMES_SECONDS = 20.0
FEW_EPOCHS, MANY_EPOCHS = 1_000, 1_000_000
MEGABYTE = 2**20


class OpenWindow:
    """nnsim's window, open and drawing, with settings of its own."""

    def __init__(self, folder: str) -> None:
        self._app = QApplication.instance() or QApplication(["nnsim"])
        self._collector = MainThreadCollector(self._app)
        self.window = create_window(settings=Settings(Path(folder) / "settings.ini"))
        self.window.resize(1280, 800)
        self.window.show()
        self.session = self.window.session
        self.wait(0.5)

    def wait(self, seconds: float) -> None:
        """Let the window live: an event loop, which holds no interpreter lock while it sleeps."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def show_project(self, project: Project) -> None:
        """Open it as an edit."""
        self.window.document.apply(project, "Benchmark")
        self.wait(0.5)

    def run(self) -> None:
        """Train at full speed."""
        self.window.controller.run()

    def pause(self) -> None:
        """End the run and wait for that."""
        if self.session.running:
            loop = QEventLoop()
            self.session.ended.connect(loop.quit)
            self.window.controller.pause()
            loop.exec()
            self.session.ended.disconnect(loop.quit)
        assert self.session.state is State.IDLE

    def epochs_per_second(self, seconds: float) -> float:
        """The speed of a run, from the first epoch that arrives to the last."""
        arrivals: list[tuple[float, int]] = []

        def note() -> None:
            assert self.session.latest is not None
            arrivals.append((perf_counter(), self.session.latest.epoch))

        self.session.progressed.connect(note)
        self.run()
        self.wait(seconds)
        while len(arrivals) < 3:
            self.wait(seconds)
        self.pause()
        self.session.progressed.disconnect(note)
        (start, first), (end, last) = arrivals[0], arrivals[-1]
        return (last - first) / (end - start)

    def close(self) -> None:
        """Close without a question."""
        self.pause()
        self.window.document.undo_stack.setClean()
        self.window.close()
        self._collector.stop()


class _Paints(QObject):
    """Notes when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times.append(perf_counter())
        return False


def rows() -> Iterator[Row]:
    """Every figure of the window, one after the other."""
    with TemporaryDirectory() as folder:
        opened = OpenWindow(folder)
        yield Row("The window, open and drawing", opened._app.platformName())
        yield from _repaints(opened)
        yield from _output_map(opened)
        yield from _frames(opened)
        for work in WORKS:
            yield _speed(opened, work)
        yield _memory(opened)
        opened.close()


def _speed(opened: OpenWindow, work: Work) -> Row:
    """Epochs per second of a run in the window against those of the trainer alone, in turns."""
    opened.show_project(work.project())
    trainer = work.trainer()
    drawn, alone = [], []
    for _ in range(ROUNDS):
        drawn.append(opened.epochs_per_second(SECONDS))
        start, epochs = perf_counter(), 0
        while perf_counter() - start < SECONDS / 2 or not epochs:
            epochs += len(trainer.run_for(SECONDS / 2))
        alone.append(epochs / (perf_counter() - start))
    ratio = median(drawn) / median(alone)
    detail = f" ({median(drawn):,.1f}/s)"
    return at_least(f"  speed kept: {work.title}", ratio, 0.8, "", detail)


def _frames(opened: OpenWindow) -> Iterator[Row]:
    """Frames, repaints of the diagram, and epochs, while XOR trains at full speed."""
    opened.show_project(XOR.project())
    paints = _Paints(opened.window.diagram.viewport())
    frames: list[float] = []
    epochs: list[int] = []
    session = opened.session
    clock = opened.window.document.findChild(FrameClock)

    def note_frame() -> None:
        frames.append(perf_counter())

    def note_epoch(epoch: int, _loss: float) -> None:
        epochs.append(epoch)

    clock.frame.connect(note_frame)
    session.epoch_finished.connect(note_epoch)
    opened.run()
    opened.wait(FRAMES_SECONDS)
    opened.pause()
    clock.frame.disconnect(note_frame)
    session.epoch_finished.disconnect(note_epoch)
    start = opened.window.document.project.progress.epoch - len(epochs)
    lost = int((np.array(epochs) != np.arange(start + 1, start + 1 + len(epochs))).sum())
    for what, times in (("frames", frames), ("repaints of the diagram", paints.times)):
        intervals = np.diff(times[1:-1]) * 1000
        yield at_most(f"  {what}, median interval", float(np.median(intervals)), 17, " ms")
        yield at_most(f"  {what}, p99", float(np.percentile(intervals, 99)), 25, " ms")
        yield at_most(f"  {what}, longest", float(intervals.max()), 60, " ms")
    yield at_most("  epochs lost meanwhile", lost, 0, "", f" of {len(epochs):,}")


def _memory(opened: OpenWindow) -> Row:
    """What the process has grown by, from few epochs of XOR to many."""
    what = f"  memory, {FEW_EPOCHS:,} to {MANY_EPOCHS:,} epochs"
    if find_spec("psutil") is None:
        return Row(what, "not measured: psutil is missing")
    opened.show_project(XOR.project())
    _train_to(opened, FEW_EPOCHS)
    before = _resident_bytes()
    _train_to(opened, MANY_EPOCHS)
    grown = _resident_bytes() - before
    return at_most(what, grown / MEGABYTE, 60, " MB", f" (to {_resident_bytes() / MEGABYTE:.0f})")


def _train_to(opened: OpenWindow, epoch: int) -> None:
    left = epoch - opened.window.document.project.progress.epoch
    loop = QEventLoop()
    opened.session.ended.connect(loop.quit)
    opened.window.controller.run(left)
    loop.exec()
    opened.session.ended.disconnect(loop.quit)
    opened.wait(1.5)  # a collection, and the last frame


def _resident_bytes() -> int:
    import psutil

    gc.collect()
    return int(psutil.Process().memory_info().rss)


def _repaints(opened: OpenWindow) -> Iterator[Row]:
    """One repaint of the diagram with new numbers, as in a frame of training; processor time."""
    with _hidden(*opened.window.findChildren(QDockWidget)):
        for sizes, goal in (((64, 32, 16, 10), 8.0), ((784, 128, 64, 10), 16.0)):
            opened.show_project(_untrained(sizes))
            viewport = opened.window.diagram.viewport()
            spent = [_spent(opened, viewport.repaint) for _ in range(30)]
            title = "-".join(map(str, sizes))
            yield at_most(f"  repaint of the diagram {title}", median(spent), goal, " ms")


def _output_map(opened: OpenWindow) -> Iterator[Row]:
    """The map of two inputs and those of 20 nodes, computed and painted."""
    work = next(work for work in WORKS if work.sizes == (2, 8, 8, 8, 8, 8, 8, 1))
    opened.show_project(work.project())
    window = opened.window
    output_map = window.findChild(QWidget, "outputMap")
    nodes = [(layer, j) for layer in (2, 3, 4) for j in range(1, 9)][:20]
    discs = QPixmap(100, 100)

    def refresh() -> None:
        output_map.showEvent(None)  # brings it up to date
        output_map.plane.repaint()
        painter = QPainter(discs)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer, j in nodes:
            brush = window.diagram.maps.brush(layer, j, QPointF(50, 50), 20.0)
            assert brush is not None
            painter.setBrush(brush)
            painter.drawEllipse(QPointF(50, 50), 20.0, 20.0)
        painter.end()

    others = [dock for dock in window.findChildren(QDockWidget) if dock.objectName() != "mapDock"]
    with _hidden(window.diagram, *others):
        spent = [_spent(opened, refresh) for _ in range(30)]
    yield at_most("  output map and 20 node maps refreshed", median(spent), 12, " ms")


@contextmanager
def _hidden(*widgets: QWidget) -> Iterator[None]:
    """Leave only what is measured: a repaint of one widget paints all that is not up to date."""
    shown = [widget for widget in widgets if widget.isVisible()]
    for widget in shown:
        widget.hide()
    yield
    for widget in shown:
        widget.show()


def _spent(opened: OpenWindow, action: Callable[[], None]) -> float:
    """Milliseconds of processor time for an action after an epoch's new parameters."""
    opened.window.view_state.follow(opened.window.document.project.trainer_state)
    start = thread_time()
    action()
    return (thread_time() - start) * 1000


def _untrained(sizes: tuple[int, ...]) -> Project:
    work = Work(sizes, 100, None, {})
    return edits.resize_hidden(
        edits.use_dataset(new_project(), work.dataset), sizes[1:-1], "sigmoid"
    )
