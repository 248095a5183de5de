"""Long exports are made in steps: they show how far they are and can be cancelled."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressDialog, QPushButton, QWidget

from nnsim.project import edits
from nnsim.ui.exporting.steps import Steps, StepwiseWork, finished


@pytest.fixture
def widget(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


class Count:
    """Work in so many steps; `opened` while it is going on."""

    def __init__(self, steps: int) -> None:
        self.done, self.opened = 0, False
        self._steps = steps

    def work(self) -> Steps[str]:
        self.opened = True
        try:
            for _ in range(self._steps):
                self.done += 1
                yield self.done / self._steps
        finally:
            self.opened = False
        return "made"


def bar(widget: QWidget) -> QProgressDialog:
    return widget.findChild(QProgressDialog, "exportProgress")


def test_all_at_once():
    assert finished(Count(3).work()) == "made"


def test_it_is_done_between_the_events_of_the_window(widget, qtbot):
    made: list[str] = []
    count = Count(500_000)
    work = StepwiseWork(widget, widget)
    work.start(count.work(), made.append)
    assert count.done == 0
    qtbot.waitUntil(lambda: 0 < bar(widget).value() < 1000)
    assert not made
    qtbot.waitUntil(lambda: made == ["made"])
    assert bar(widget) is None or not bar(widget).isVisible()


def test_it_is_cancelled(widget, qtbot):
    made: list[str] = []
    count = Count(10**9)
    work = StepwiseWork(widget, widget)
    work.start(count.work(), made.append)
    qtbot.waitUntil(lambda: bar(widget).isVisible(), timeout=10_000)
    bar(widget).findChild(QPushButton).click()
    assert not count.opened
    done = count.done
    qtbot.waitUntil(lambda: bar(widget) is None)
    assert (made, count.done) == ([], done)


def test_a_fault_ends_it(widget, qtbot):
    def broken() -> Steps[str]:
        yield 0.0
        raise ZeroDivisionError

    work = StepwiseWork(widget, widget)
    with qtbot.captureExceptions() as caught:
        work.start(broken(), [].append)
        qtbot.waitUntil(lambda: bar(widget) is None)
    assert [each[0] for each in caught] == [ZeroDivisionError]


@pytest.mark.parametrize("key", ["reportHtml", "reportPdf"])
def test_a_report_that_is_cancelled_leaves_nothing(user, window, tmp_path, qtbot, key):
    project = edits.use_proposal(edits.choose_dataset(window.document.project, "iris"))
    window.document.apply(project, "Choose dataset")
    window.findChild(QAction, f"export{key[0].upper()}{key[1:]}").trigger()
    (dialog,) = window.findChildren(QFileDialog, "exportDialog")
    dialog.findChild(QLineEdit).setText(str(tmp_path / "report"))
    dialog.accept()
    bar(window).findChild(QPushButton).click()
    qtbot.waitUntil(lambda: bar(window) is None)
    assert not list(tmp_path.glob("report*"))
    window.controller.run(3)
    user.wait_until_idle()
