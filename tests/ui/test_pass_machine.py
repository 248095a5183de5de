"""Stepping, training, editing and trying in any order: what is shown is current or absent."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

from nnsim.app import create_window
from nnsim.notation import E, Symbol, W, a, b, db, delta, dW, format_number, t, z
from nnsim.project import edits
from nnsim.shell.settings import LANGUAGE, Settings
from nnsim.trace import Grain, Position, Trace, trace_pass
from nnsim.ui.inspector.formula_view import FormulaView
from nnsim.ui.symbol_delegate import SYMBOL_ROLE

MOVES = {
    "forward": Position.forward,
    "back": Position.back,
    "first": lambda place: place.at(0),
    "last": lambda place: place.at(len(place.trace.steps)),
}
PLACE = st.integers(0, 1000)


def fresh_trace(window) -> Trace:
    """The open pass, computed anew from the document alone."""
    view, project = window.view_state, window.document.project
    rows = view.walk.batch(view.reading)
    return trace_pass(
        project.build_network(),
        project.x[rows],
        project.t[rows],
        project.settings,
        project.trainer_state,
        rows.index(view.sample),
        view.decimals if view.walk.on_paper else None,
    )


def every_symbol(sizes) -> list[Symbol]:
    found = [E, *(t(j + 1) for j in range(sizes[-1])), *(a(1, j + 1) for j in range(sizes[0]))]
    for layer in range(2, len(sizes) + 1):
        for j in range(1, sizes[layer - 1] + 1):
            found += [kind(layer, j) for kind in (z, a, b, delta, db)]
            for k in range(1, sizes[layer - 2] + 1):
                found += [W(layer, j, k), dW(layer, j, k)]
    return found


def expected(trace: Trace, done: int, symbol: Symbol) -> float | None:
    """What may be shown of a symbol after so many steps: the last result, or what is given."""
    results = [n for n, step in enumerate(trace.steps) if step.symbol == symbol]
    finished = [trace.steps[n].value for n in results if n < done]
    if finished:
        return finished[-1]
    return None if results and symbol.kind not in ("W", "b") else trace.value(symbol)


def build_machine(qtbot):
    class Passes(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.folder = TemporaryDirectory()
            store = Settings(Path(self.folder.name) / "window.ini")
            store.set(LANGUAGE, "en")
            self.window = create_window(None, store)
            self.window.show()
            qtbot.waitExposed(self.window)
            self.view, self.controller = self.window.view_state, self.window.controller

        def teardown(self) -> None:
            self.window.session.close()
            self.window.document.undo_stack.setClean()
            self.window.close()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.folder.cleanup()

        @property
        def sizes(self):
            return self.window.document.project.network.sizes

        def edit(self, change) -> None:
            self.controller.edit(change, "edit")

        # The pass

        @rule(move=st.sampled_from(list(MOVES)), times=st.integers(1, 4))
        def step(self, move, times):
            for _ in range(times):
                self.view.move_pass(MOVES[move])

        @rule(done=PLACE)
        def jump(self, done):
            self.view.move_pass(lambda place: place.at(done % (len(place.trace.steps) + 1)))

        @rule(grain=st.sampled_from(Grain))
        def choose_a_grain(self, grain):
            self.view.move_pass(lambda place: place.with_grain(grain))

        @rule(on=st.booleans())
        def choose_paper(self, on):
            self.view.set_on_paper(on)

        @rule(on=st.booleans())
        def choose_the_batch(self, on):
            self.view.set_whole_batch(on)

        @rule(entry=st.integers(0, 2), size=st.sampled_from([None, 1, 3]))
        def choose_samples_in_the_list(self, entry, size):
            self.edit(lambda project: edits.set_settings(project, batch_size=size))
            box = self.window.findChild(QComboBox, "passBatch")
            box.setCurrentIndex(entry)
            box.activated.emit(entry)

        @rule()
        def end(self):
            self.view.end_pass()

        @rule()
        def apply(self):
            position = self.view.position
            if position is not None and position.trace.after is not None:
                after = position.trace.after
                self.edit(lambda project: edits.take_over_update(project, after))

        # What else is done meanwhile

        @rule(decimals=st.integers(2, 8))
        def choose_decimals(self, decimals):
            self.view.set_decimals(decimals)

        @rule(row=PLACE)
        def choose_a_sample(self, row):
            self.view.select_sample(row % len(self.window.document.project.x))

        @rule(layer=PLACE, node=PLACE)
        def select(self, layer, node):
            layer = layer % len(self.sizes) + 1
            self.view.select(a(layer, node % self.sizes[layer - 1] + 1))

        @rule(node=PLACE, value=st.sampled_from([-1.0, 0.0, 0.3, 2.5]))
        def type_a_bias(self, node, value):
            node = node % self.sizes[1] + 1
            self.edit(lambda project: edits.set_parameter(project, 2, node, None, value))

        @rule(node=PLACE, value=st.sampled_from([-1.0, 0.3]))
        def try_a_bias(self, node, value):
            if not self.window.session.running:
                self.view.try_value(b(2, node % self.sizes[1] + 1), value)

        @rule()
        def drop(self):
            self.view.drop_trial()

        @rule(hidden=st.sampled_from([(1,), (2,), (3, 2)]))
        def change_the_layers(self, hidden):
            self.edit(lambda project: edits.resize_hidden(project, hidden, "tanh"))

        @rule(node=PLACE)
        def delete_a_node(self, node):
            if len(self.sizes) > 2 and self.sizes[1] > 1:
                node = node % self.sizes[1] + 1
                self.view.select(a(2, node))
                self.edit(lambda project: edits.remove_node(project, 2, node))

        @rule(name=st.sampled_from(["xor", "and", "iris"]))
        def choose_a_dataset(self, name):
            self.edit(lambda project: edits.choose_dataset(project, name))

        @rule(undo=st.booleans())
        def undo_or_redo(self, undo):
            if undo:
                self.controller.undo()
            else:
                self.controller.redo()

        @rule()
        def train(self):
            if not self.window.session.running:
                with qtbot.waitSignal(self.controller.training_ended, timeout=20_000):
                    self.controller.run(2)

        # What must hold

        @invariant()
        def every_number_is_current_or_absent(self):
            reading, project = self.view.reading, self.window.document.project
            assert reading.project is project
            symbols = every_symbol(self.sizes)
            if reading.position is not None:
                trace, done = fresh_trace(self.window), reading.position.done
                for symbol in symbols:
                    assert reading.value(symbol) == expected(trace, done, symbol), symbol
                return
            network = project.build_network(reading.parameters)
            if reading.trial is None:
                assert reading.parameters is project.parameters
            else:
                tried = reading.trial.symbol
                project_network = project.build_network()
                project_network.b[2][tried.j - 1] = reading.trial.value
                assert (project_network.parameters == network.parameters).all()
            row = slice(self.view.sample, self.view.sample + 1)
            trace = trace_pass(network, project.x[row], project.t[row], project.settings)
            for symbol in symbols:
                assert reading.value(symbol) == trace.value(symbol), symbol

        @invariant()
        def formulas_end_in_the_number_shown(self):
            reading = self.view.reading
            view = self.window.findChild(FormulaView, "formulaView")
            for each in view.formulas:
                begun = reading.position is not None and reading.position.in_progress is not None
                if begun:
                    continue
                if not each.result:
                    assert reading.value(each.left.symbols[0]) is None, each.plain
                    continue
                (symbol,) = each.result.symbols
                shown = each.result.plain.removeprefix("= ").removeprefix("≈ ")
                number = format_number(reading.value(symbol), self.view.decimals)
                assert shown == number or "10^" in shown, each.plain

        @invariant()
        def the_table_shows_the_same_numbers(self):
            table = self.window.findChild(QTableView, "quantityTable")
            model, reading = table.model(), self.view.reading
            for row in range(model.rowCount()):
                symbol = model.index(row, 0).data(SYMBOL_ROLE)
                if symbol is not None and symbol.kind in ("z", "a", "delta"):
                    shown = model.index(row, model.columnCount() - 1).data()
                    assert shown == format_number(reading.value(symbol), self.view.decimals)

        @invariant()
        def it_can_be_painted(self):
            self.window.diagram.viewport().grab()

    return Passes


@pytest.mark.slow
def test_a_pass_in_any_order_shows_nothing_wrong(qtbot):
    run_state_machine_as_test(
        build_machine(qtbot),
        settings=settings(
            max_examples=6,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
