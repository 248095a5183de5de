"""Random actions in the window, in any order, also while it trains."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QTableView

from nnsim.app import create_window
from nnsim.data import DATASETS
from nnsim.engine import ACTIVATIONS, LOSSES, OPTIMIZERS
from nnsim.notation import a, format_number
from nnsim.project import StopRules
from nnsim.shell.settings import LANGUAGE, Settings
from nnsim.ui.selection import Layer

ACTIONS = [
    "trainRun", "trainRun", "trainEpoch", "trainReset", "editUndo", "editRedo", "networkAddLayer",
    "networkAddNode", "networkDelete", "networkNewWeights", "viewMoreDecimals", "viewFewerDecimals",
    "viewZoomIn", "viewZoomFit", "themeDark", "themeLight",
]  # fmt: skip
SMALL = [name for name in DATASETS if name != "digits"]
# How long a run is depends on the machine, so what is drawn must not depend on what is there.
PLACE = st.integers(0, 1000)


def build_machine(hands, qtbot, assert_fresh):
    class RandomHands(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.folder = TemporaryDirectory()
            store = Settings(Path(self.folder.name) / "window.ini")
            store.set(LANGUAGE, "en")
            self.window = create_window(None, store)
            self.window.show()
            self.window.activateWindow()
            qtbot.waitExposed(self.window)
            self.user = hands(self.window)

        def teardown(self) -> None:
            self.window.session.close()
            self.window.document.undo_stack.setClean()
            self.window.close()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.folder.cleanup()

        @property
        def network(self):
            return self.window.document.project.network

        @rule(name=st.sampled_from(ACTIONS))
        def act(self, name):
            if self.window.actions_by_name[name].isEnabled():
                self.user.press(name)

        @rule(place=PLACE, number=st.sampled_from(["0", "-1", "0.5", "3"]))
        def type_a_number(self, place, number):
            fields = self.window.diagram.picture.fields
            if fields:
                self.user.type_number(fields[place % len(fields)].symbol, number)

        @rule(layer=PLACE, node=PLACE, kind=st.integers(0, 2))
        def select(self, layer, node, kind):
            layer = layer % self.network.depth + 1
            node = node % self.network.size(layer) + 1
            self.window.view_state.select([None, Layer(layer), a(layer, node)][kind])

        @rule(row=PLACE)
        def choose_a_sample(self, row):
            rows = len(self.window.document.project.x)
            self.user.click_cell("sampleTable", row % rows, 0)

        @rule(name=st.sampled_from(SMALL))
        def choose_a_dataset(self, name):
            self.user.choose("datasetChooser", name)

        @rule(name=st.sampled_from(list(LOSSES)))
        def choose_a_loss(self, name):
            self.user.choose("loss", name)

        @rule(name=st.sampled_from(list(OPTIMIZERS)))
        def choose_an_optimizer(self, name):
            self.user.choose("optimizer", name)

        @rule(name=st.sampled_from(list(ACTIVATIONS)))
        def choose_an_activation(self, name):
            if self.user.shows("layer2Activation"):
                self.user.choose("layer2Activation", name)

        @rule(rate=st.sampled_from(["0.01", "1", "1e6"]))
        def choose_a_learning_rate(self, rate):
            self.user.enter("learningRate", rate)

        @rule(name=st.sampled_from(list(StopRules().by_name)), number=st.integers(1, 40))
        def choose_a_stop_rule(self, name, number):
            values = {"target": number / 40} if name == "target" else {"epochs": number}
            self.window.controller.change_stop_rule("Rule", name, on=number < 30, **values)

        @rule()
        def take_the_offer(self):
            for name in ("useProposal", "lowerLearningRate", "trainOn"):
                if self.user.shows(name):
                    self.user.press(name)

        @rule()
        def let_it_train(self):
            if self.window.session.running:
                with qtbot.waitSignal(self.window.view_state.reading_changed, raising=False):
                    pass

        @rule()
        def wait(self):
            if not self.window.session.running:
                return
            self.window.controller.pause()
            self.user.wait_until_idle()

        @invariant()
        def everything_shown_is_fresh(self):
            window = self.window
            QApplication.processEvents()
            reading = window.view_state.reading
            assert_fresh(window)
            network = window.document.project.build_network(reading.parameters)
            model = window.findChildren(QTableView, "sampleTable")[-1].model()
            assert model.rowCount() == len(window.document.project.x)
            headings = [
                model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())
            ]
            column = headings.index("y₁")
            row = window.view_state.sample
            y = network.forward(window.document.project.x[row : row + 1]).y
            shown = model.index(row, column).data()
            assert shown == format_number(float(y[0, 0]), window.view_state.decimals)
            assert np.isfinite(reading.parameters).all()

    return RandomHands


@pytest.mark.slow
def test_random_hands_never_break_the_window(hands, qtbot, assert_fresh):
    run_state_machine_as_test(
        build_machine(hands, qtbot, assert_fresh),
        settings=settings(
            max_examples=6,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
