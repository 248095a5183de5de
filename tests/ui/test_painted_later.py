"""At a step the diagram is painted before the formulas and tables beside it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from nnsim.trace import Position


class Paints(QObject):
    """Which widgets are painted, in order."""

    def __init__(self, **widgets):
        super().__init__()
        self.names = {widget: name for name, widget in widgets.items()}
        self.order = []
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.order.append(self.names[watched])
        return False


def test_the_diagram_comes_first_and_the_rest_follows(user, window):
    user.press("passNext")
    user.press("passNext")
    user.wait(lambda: user.find("inspector").updatesEnabled())
    table = user.find("quantityTable", QTableView)
    paints = Paints(diagram=window.diagram.viewport(), table=table.viewport())
    for _ in range(3):
        window.view_state.move_pass(Position.forward)
        assert not user.find("inspector").updatesEnabled()
        window.diagram.viewport().repaint()
    assert set(paints.order) == {"diagram"}
    user.wait(lambda: "table" in paints.order)
    assert user.find("inspector").updatesEnabled()


def test_what_is_held_back_is_painted_when_no_step_follows(user, window):
    window.view_state.move_pass(Position.forward)
    window.view_state.end_pass()
    user.wait(lambda: user.find("inspector").updatesEnabled())
