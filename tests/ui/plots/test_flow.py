import pytest
from PySide6.QtWidgets import QLabel, QWidget

from nnsim.ui.plots.flow import WrappingRow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def row(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = WrappingRow(10, widget)
    layout.setContentsMargins(5, 0, 5, 0)
    for number in range(4):
        label = QLabel(widget)
        label.setFixedSize(100, 20)
        if number == 2:
            layout.add_space()
        layout.addWidget(label)
    widget.show()
    return widget


def places(row):
    return [(each.x(), each.y()) for each in row.findChildren(QLabel) if each.isVisible()]


def test_in_one_row_the_last_ones_stand_at_the_right(row):
    row.resize(600, 40)
    assert places(row) == [(5, 0), (115, 0), (385, 0), (495, 0)]
    assert row.layout().heightForWidth(600) == 20


def test_a_narrow_row_wraps(row):
    row.resize(240, 60)
    assert places(row) == [(5, 0), (115, 0), (25, 30), (135, 30)]
    assert row.layout().heightForWidth(240) == 50
    assert row.layout().minimumSize().width() == 110


def test_what_is_hidden_takes_no_room(row):
    row.findChildren(QLabel)[1].hide()
    row.resize(340, 40)
    assert {y for _, y in places(row)} == {0}
