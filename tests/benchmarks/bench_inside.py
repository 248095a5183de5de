"""What is inside: maps in nodes with the output map, histograms, and a long table of samples."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QTableView

from nnsim.app import create_window
from nnsim.data import Dataset
from nnsim.notation import E
from nnsim.project import edits
from nnsim.shell.settings import LANGUAGE, THEME, Settings
from nnsim.ui.panels.sample_order import Arrangement, Scan
from nnsim.ui.plots import InsideView, OutputMap
from nnsim.ui.plots.layer_numbers import insides

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    window = create_window(settings=settings)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


def network(window, dataset, *hidden, activation="tanh"):
    window.controller.edit(lambda p: edits.choose_dataset(p, dataset), "data")
    window.controller.edit(lambda p: edits.resize_hidden(p, hidden, activation), "layers")
    return window.document.project


def frames(window):
    """Each call shows other parameters, as a frame of training does."""
    state = window.document.project.trainer_state
    epoch = 0

    def frame():
        nonlocal epoch
        epoch += 1
        parameters = state.parameters * (1 + 1e-3 * (epoch % 7))
        window.view_state.follow(type(state)(epoch, parameters, *_rest(state)))

    return frame


def _rest(state):
    return state.optimizer, state.updates, state.optimizer_state


def test_output_map_and_20_node_maps(benchmark, window):
    """Computed, made into images and painted; the rest of the diagram is not part of it."""
    project = network(window, "moons", 9, 8)
    assert sum(project.network.sizes) == 20
    output_map = window.findChild(OutputMap)
    columns = window.diagram.picture.layout.columns
    frame = frames(window)

    def refresh():
        frame()
        for layer, column in enumerate(columns, start=1):
            for j, y in zip(column.shown, column.ys, strict=True):
                window.diagram.maps.brush(layer, j, QPointF(column.x, y), column.radius)
        output_map._refresh()
        output_map.grab()

    benchmark(refresh)


@pytest.mark.parametrize("wanted", [True, False])
def test_repaint_with_node_maps(benchmark, window, wanted):
    network(window, "moons", 9, 8)
    window.diagram.maps.set_wanted(wanted)
    frame = frames(window)

    def repaint():
        frame()
        window.diagram.viewport().repaint()

    benchmark(repaint)


@pytest.mark.parametrize(
    ("dataset", "hidden"), [("xor", (2,)), ("moons", (8,) * 18), ("digits", (32, 16))]
)
def test_histograms(benchmark, window, dataset, hidden):
    project = network(window, dataset, *hidden)
    view = window.findChild(InsideView)
    built = project.build_network()

    def refresh():
        view.histograms.show_insides(insides(project, built), 3)
        view.histograms.grab()

    benchmark(refresh)


@pytest.fixture
def long_table(window):
    x = np.random.default_rng(0).random((100_000, 2))
    t = (x.sum(axis=1, keepdims=True) > 1).astype(float)
    dataset = Dataset(x, t, ("x1", "x2"), name="many")
    window.controller.edit(lambda p: edits.use_dataset(p, dataset), "data")
    window.controller.edit(lambda p: edits.resize_hidden(p, (8, 8), "tanh"), "layers")
    return window.findChild(QTableView, "sampleTable")


def test_scroll_100_000_sorted_samples(benchmark, qtbot, window, long_table):
    long_table.rows.arrange(Arrangement(E, True))
    with qtbot.waitSignal(long_table.rows.changed, timeout=20_000):
        pass
    bar = long_table.verticalScrollBar()

    def scroll():
        bar.setValue((bar.value() + 997) % bar.maximum())
        long_table.viewport().repaint()

    benchmark(scroll)


def test_frame_of_100_000_sorted_samples(benchmark, qtbot, window, long_table):
    """The table's part of a frame of training."""
    long_table.rows.arrange(Arrangement(E, True))
    with qtbot.waitSignal(long_table.rows.changed, timeout=20_000):
        pass
    model = long_table.model()

    def frame():
        model._on_reading_changed()
        long_table._show_sample()
        long_table.viewport().repaint()

    benchmark(frame)


def test_sort_100_000_samples(benchmark, window, long_table):
    """Once for each request, in turns of at most 8 ms; then one reset of the table."""

    def sort():
        scan = Scan(window.view_state.reading)
        while not scan.advance(0.008):
            pass
        arrangement = Arrangement(E, True)
        long_table.rows._take(arrangement, scan.order(arrangement), scan.reading)
        long_table.viewport().repaint()

    assert long_table.focusPolicy() != Qt.FocusPolicy.NoFocus
    benchmark(sort)
