"""Work in slices: progress, cancelling, and what is left behind."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QPushButton, QWidget

from nnsim.ui.exporting.making import Making, Progress, at_once

FILES = {".txt": b"made"}


class Work:
    """Slices that tell how they ended; each waits, so that events come between them."""

    def __init__(self, count, fails=False):
        self.count, self.fails = count, fails
        self.done, self.closed = 0, False

    def slices(self):
        try:
            for k in range(self.count):
                yield Progress(k / self.count, waits=True)
                self.done += 1
            if self.fails:
                raise ValueError("broken")
            return FILES
        finally:
            self.closed = True


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def making(owner):
    return Making(owner, QObject(owner))


def bars(owner):
    return owner.findChildren(QProgressDialog, "exportProgress")


def test_what_is_done_at_once_shows_nothing(making, owner):
    found = []
    making.start(Work(0).slices(), found.append)
    assert found == [FILES]
    assert not bars(owner)


def test_the_bar_goes_forward_and_away(making, owner, qtbot):
    found, work = [], Work(4)
    making.start(work.slices(), found.append)
    (bar,) = bars(owner)
    seen = []
    bar.findChild(QProgressBar).valueChanged.connect(seen.append)
    with qtbot.waitSignal(bar.destroyed):
        pass
    assert found == [FILES]
    assert seen == sorted(seen)
    assert max(seen) > 0
    assert work.closed


def test_cancelling_closes_the_work_and_gives_no_files(making, owner, qtbot):
    found, work = [], Work(10_000)
    making.start(work.slices(), found.append)
    (bar,) = bars(owner)
    with qtbot.waitSignal(bar.destroyed):
        bar.findChild(QPushButton).click()
    assert work.closed
    assert work.done < work.count
    assert found == []


def test_a_second_work_ends_the_first(making):
    first = Work(10_000)
    making.start(first.slices(), [].append)
    found = []
    making.start(Work(0).slices(), found.append)
    assert first.closed
    assert found == [FILES]


def test_an_error_is_raised_and_leaves_nothing(making, owner):
    with pytest.raises(ValueError, match="broken"):
        making.start(Work(0, fails=True).slices(), [].append)
    assert not bars(owner)


def test_at_once_without_events():
    assert at_once(Work(3).slices()) == FILES
