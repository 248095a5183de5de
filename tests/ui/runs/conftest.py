"""A user with the list of runs in front."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from nnsim.project import edits

NAME = 0


class Runs:
    """A user with the list of runs in front."""

    def __init__(self, user, window):
        self.user, self.window = user, window
        window.findChild(QDockWidget, "runsDock").raise_()
        self.table = user.find("runsTable")
        user.wait(lambda: not self.table.visibleRegion().isEmpty())

    @property
    def project(self):
        return self.window.document.project

    def train(self, epochs):
        with self.user._qtbot.waitSignal(self.window.controller.training_ended, timeout=20_000):
            self.window.controller.run(epochs)

    def column(self, column):
        """The texts of a column, from above."""
        model = self.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def choose(self, *rows):
        """Click one row, and more with Ctrl."""
        held = Qt.KeyboardModifier.NoModifier
        for row in rows:
            index = self.table.model().index(row, NAME)
            self.table.scrollTo(index)
            place = self.table.visualRect(index).center()
            QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, held, place)
            held = Qt.KeyboardModifier.ControlModifier

    def enabled(self):
        names = ("runRestore", "runInitial", "runAgain", "runCompare", "runPin", "runDelete")
        return {
            name.removeprefix("run").lower()
            for name in names
            if self.user.find(f"{name}Button").isEnabled()
        }

    def press(self, name):
        self.user.click(self.user.find(f"{name}Button"))

    def take(self, name):
        """An entry of the menu of Again."""
        action = self.window.findChild(QAction, name)
        assert action in self.window.findChild(QAction, "runAgain").menu().actions()
        assert self.window.findChild(QAction, "runAgain").isEnabled()
        action.trigger()

    def undo(self):
        """Press undo; what it undid."""
        text = self.window.document.undo_stack.undoText()
        self.user.press("editUndo")
        return text


@pytest.fixture
def runs(user, window):
    return Runs(user, window)


@pytest.fixture
def three(runs):
    """The run that goes on at epoch 3, above runs 2 and 1 of 5 and 4 epochs."""
    runs.train(4)
    runs.window.controller.reset()
    runs.window.controller.change_settings("η", learning_rate=0.25)
    runs.train(5)
    runs.window.controller.edit(edits.draw_weights, "Weights")
    runs.train(3)
    return runs
