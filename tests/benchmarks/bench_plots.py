"""One frame of the loss plot and one refresh of the output map."""

from dataclasses import replace

import numpy as np
import pytest

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.project import Curves, Progress, edits
from nnsim.training import TrainingSession
from nnsim.training.session import State
from nnsim.ui.frame_clock import FrameClock
from nnsim.ui.parts import Parts
from nnsim.ui.plots import LossPlot, OutputMap
from nnsim.ui.plots.past import PastCurve
from nnsim.ui.plots.smoothing import smooth
from nnsim.ui.theme import LIGHT
from nnsim.ui.view_state import ViewState

ROWS = 20_000

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def parts(qapp):
    document, session = Document(), TrainingSession()
    controller = Controller(document, session)
    yield Parts(document, session, controller, ViewState(document), FrameClock(), LIGHT)
    session.close()


def rows(noise):
    epochs = np.arange(1.0, ROWS + 1)
    rng = np.random.default_rng(0)
    loss = np.exp(-epochs / 3000) + noise * rng.random(ROWS)
    return np.stack([epochs, loss, loss * 0, loss + 0.05, loss * 0], axis=1)


@pytest.mark.parametrize("noise", [0.001, 0.3])
def test_loss_plot_frame(benchmark, qtbot, parts, noise, monkeypatch):
    plot = LossPlot(parts)
    qtbot.addWidget(plot)
    plot.resize(900, 260)
    with qtbot.waitExposed(plot):
        plot.show()
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    two = [rows(noise), rows(noise)[:-1]]  # never the rows that are already shown

    def frame():
        two.reverse()
        monkeypatch.setattr(type(parts.session.history), "rows", two[0])
        parts.clock.frame.emit()

    benchmark(frame)


@pytest.mark.parametrize("noise", [0.001, 0.3])
def test_loss_plot_paint(benchmark, qtbot, parts, noise):
    plot = LossPlot(parts)
    qtbot.addWidget(plot)
    plot.resize(900, 260)
    with qtbot.waitExposed(plot):
        plot.show()
    progress = Progress(ROWS, None, Curves(rows(noise)))
    parts.document.apply(replace(parts.document.project, progress=progress), "Train")
    benchmark(plot.canvas.grab)


def test_loss_plot_paint_beside_earlier_runs(benchmark, qtbot, parts):
    plot = LossPlot(parts)
    qtbot.addWidget(plot)
    plot.resize(900, 260)
    with qtbot.waitExposed(plot):
        plot.show()
    progress = Progress(ROWS, None, Curves(rows(0.001)))
    parts.document.apply(replace(parts.document.project, progress=progress), "Train")
    epochs, losses = rows(0.001)[:, 0], rows(0.001)[:, 1]
    plot.set_past([PastCurve(n, f"run {n}", epochs, losses + 0.02 * n) for n in range(12)])
    benchmark(plot.canvas.grab)


def test_smoothing(benchmark):
    epochs, losses = rows(0.3)[:, 0], rows(0.3)[:, 1]
    benchmark(smooth, epochs, losses, 0.97)


def prepared(parts, name):
    """A project with the network for a dataset; "8-8" is the moons with 2-8-8-1."""
    project = edits.choose_dataset(parts.document.project, "moons" if name == "8-8" else name)
    if name == "8-8":
        return edits.resize_hidden(project, (8, 8), "tanh")
    return edits.use_proposal(project)


@pytest.mark.parametrize("view", ["map", "confusion"])
@pytest.mark.parametrize("name", ["xor", "moons", "8-8", "iris", "digits"])
def test_output_map_frame(benchmark, qtbot, parts, name, view, monkeypatch):
    """One frame while training runs: a turn of computing, and painting what is complete."""
    output_map = OutputMap(parts)
    qtbot.addWidget(output_map)
    output_map.resize(320, 230)
    with qtbot.waitExposed(output_map):
        output_map.show()
    one = prepared(parts, name)
    parts.document.apply(one, "Data")
    output_map.switch.buttons[view].click()
    qtbot.waitUntil(lambda: output_map.switch.key == view)
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    monkeypatch.setattr("nnsim.ui.plots.output_map.MILLISECONDS_BETWEEN", 0)
    two = [one, edits.set_parameter(one, 2, 1, None, 1.0)]

    def frame():
        two.reverse()
        parts.document.apply(two[0], "Bias")
        parts.clock.frame.emit()
        output_map.grab()

    benchmark(frame)
