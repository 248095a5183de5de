"""File → Export → Worksheet, from the menu to the file."""

import re

import file_dialogs
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QPushButton,
)

from nnsim.notation import W, format_number
from nnsim.project import edits
from nnsim.trace import trace_pass
from nnsim.ui.exporting.worksheet_dialog import WorksheetDialog

TIMEOUT = 120_000


def ask(window):
    """Choose the entry of the menu; the dialog with the options."""
    window.findChild(QAction, "exportWorksheet").trigger()
    (dialog,) = window.findChildren(WorksheetDialog, "worksheetDialog")
    return dialog


def accept(dialog):
    dialog.findChild(QPushButton, "worksheetAccept").click()


def choose(window, path):
    """Type a name, accept; the name that was suggested."""
    (dialog,) = window.findChildren(QFileDialog, "exportDialog")
    suggested = dialog.selectedFiles()[0]
    file_dialogs.accept(dialog, path)
    return suggested


def save(window, qtbot, path):
    """Choose the file and wait until the sheet is made."""
    suggested = choose(window, path)
    qtbot.waitUntil(path.exists, timeout=TIMEOUT)
    bars = window.findChildren(QProgressDialog, "exportProgress")
    assert not any(bar.isVisible() for bar in bars)
    return suggested


@pytest.mark.slow
def test_a_pdf_with_blanks_and_answers(window, qtbot, tmp_path):
    before = window.document.project
    dialog = ask(window)
    dialog.findChild(QCheckBox, "worksheetNice").setChecked(True)
    accept(dialog)
    path = tmp_path / "sheet.pdf"
    assert save(window, qtbot, path).endswith("network-worksheet.pdf")
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", written)) == 4  # blanks on two, answers on two
    assert window.document.project is before


@pytest.mark.slow
def test_a_page_of_html_with_the_numbers_on_the_screen(window, qtbot, tmp_path):
    view = window.view_state
    view.select_sample(2)
    view.set_decimals(4)
    view.set_on_paper(True)
    dialog = ask(window)
    assert "4 decimals" in dialog.findChild(QLabel, "worksheetRounding").text()
    chooser = dialog.findChild(QComboBox, "worksheetFormat")
    chooser.setCurrentIndex(chooser.findData(".html"))
    accept(dialog)
    save(window, qtbot, tmp_path / "sheet.html")
    written = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    project = window.document.project
    one = slice(2, 3)
    trace = trace_pass(
        project.build_network(project.parameters),
        project.x[one],
        project.t[one],
        project.settings,
        project.trainer_state,
        decimals=4,
    )
    for step in trace.steps:
        assert f'aria-label="= {format_number(step.value, 4)}"' in written
    weight = format_number(project.build_network(project.parameters).W[2][0, 0], 4)
    assert f'aria-label="{W(2, 1, 1).plain} = {weight}"' in written
    assert "Sample 3 of 4" in written


def test_it_can_be_cancelled(window, qtbot, tmp_path):
    accept(ask(window))
    choose(window, tmp_path / "sheet.pdf")
    (progress,) = window.findChildren(QProgressDialog, "exportProgress")
    with qtbot.waitSignal(progress.destroyed):
        progress.findChild(QPushButton).click()
    assert not (tmp_path / "sheet.pdf").exists()
    assert ask(window).isVisible()  # and begun again


def test_a_large_network_is_refused_with_the_limit(window):
    window.document.apply(edits.resize_hidden(window.document.project, [30], "sigmoid"), "")
    window.findChild(QAction, "exportWorksheet").trigger()
    (message,) = window.findChildren(QMessageBox, "errorMessage")
    assert "At most 120" in message.text()
    assert not window.findChildren(WorksheetDialog)


def test_the_dialog_tells_how_numbers_are_rounded(window):
    window.view_state.set_decimals(5)
    text = ask(window).findChild(QLabel, "worksheetRounding").text()
    assert "full precision; 5 decimals" in text
