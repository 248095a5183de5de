"""A table on the clipboard does nothing in the spreadsheet that it is pasted into."""

import csv
import io

import pytest
from PySide6.QtWidgets import QWidget

from nnsim.ui.table_copy import CopyTable


@pytest.mark.parametrize(
    ("cell", "copied"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+1+2", "'+1+2"),
        ("-a", "'-a"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-1.5", "-1.5"),
        ("+2e-3", "+2e-3"),
        ("a=b", "a=b"),
        ("−1.5", "-1.5"),  # a minus as it is typeset is none to a spreadsheet
        ("−2e−3", "-2e-3"),
        ("− ", "− "),
        ("", ""),
    ],
)
def test_a_cell_is_no_formula(qtbot, qapp, cell: str, copied: str) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    CopyTable(view, lambda: [["name", "x"], [cell, "1"]]).copy()
    rows = list(csv.reader(io.StringIO(qapp.clipboard().text())))
    assert rows == [["name", "x"], [copied, "1"]]
