"""A repaint of the diagram, and a step of a pass up to the repainted diagram."""

import pytest
from PySide6.QtCore import QEventLoop

from nnsim.app import create_window
from nnsim.project import edits
from nnsim.shell.settings import LANGUAGE, THEME, Settings
from nnsim.trace import Grain, Position
from nnsim.ui.inspector.formula_view import FormulaView

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


@pytest.mark.parametrize(
    ("dataset", "hidden"), [("xor", (2,)), ("digits", (32, 16)), ("digits", (784, 128, 64))]
)
def test_repaint(benchmark, window, dataset, hidden):
    window.controller.edit(lambda p: edits.choose_dataset(p, dataset), "data")
    window.controller.edit(lambda p: edits.resize_hidden(p, hidden, "tanh"), "layers")

    def repaint():
        window.view_state.reading_changed.emit()
        window.diagram.viewport().repaint()

    benchmark(repaint)


@pytest.mark.parametrize("hidden", [(2,), (8, 8, 8)])
def test_step(benchmark, window, hidden):
    window.controller.edit(lambda p: edits.resize_hidden(p, hidden, "tanh"), "layers")

    def step():
        position = window.view_state.position
        at_end = position is not None and position.at_end
        window.view_state.move_pass((lambda place: place.at(0)) if at_end else Position.forward)
        window.diagram.viewport().repaint()

    benchmark(step)


@pytest.mark.parametrize(
    ("hidden", "grain", "form"),
    [((2,), Grain.NODE, None), ((8, 8, 8), Grain.NODE, None), ((8, 8, 8), Grain.LAYER, "row")],
)
def test_formulas_follow(benchmark, window, qtbot, hidden, grain, form):
    """From a step to its typeset formulas, all of them new and none made ahead."""
    window.controller.edit(lambda p: edits.resize_hidden(p, hidden, "tanh"), "layers")
    formulas = window.findChild(FormulaView, "formulaView")
    window.view_state.matrix_form = form
    window.view_state.move_pass(lambda position: position.with_grain(grain))
    window.view_state.move_pass(Position.forward)
    qtbot.waitUntil(lambda: formulas.is_current, timeout=20_000)

    def step():
        rate = window.document.project.settings.learning_rate + 0.01
        window.controller.edit(lambda p: edits.set_parameter(p, 2, 1, None, rate), "new numbers")
        window.controller.change_settings("other numbers", learning_rate=rate)
        window.diagram.viewport().repaint()
        loop = QEventLoop()
        formulas.typeset.connect(loop.quit)
        if not formulas.is_current:
            loop.exec()

    benchmark.pedantic(step, rounds=10)
