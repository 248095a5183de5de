import csv
import math
from pathlib import Path
from xml.etree import ElementTree

import file_dialogs
import numpy as np
import pytest
from plot_records import TESTED, UNTESTED
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox

from nnsim.engine import EpochRecord
from nnsim.project import COLUMNS
from nnsim.shell.writing import WriteError, write_file
from nnsim.ui.exporting import EXPORTERS
from nnsim.ui.plots.past import PastCurve

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def ask(plot, kind):
    """Press the entry of the menu; the dialog."""
    plot.header.export.findChild(QAction, f"lossExport{kind.capitalize()}").trigger()
    dialogs = plot.findChildren(QFileDialog, "lossExportDialog")
    assert len(dialogs) == 1
    return dialogs[0]


def content(kind, plot):
    """The bytes of the only file of this kind."""
    (only,) = EXPORTERS[f"curves{kind.capitalize()}"].make(plot, "loss").values()
    return only


def choose(dialog, path):
    """Type a name and accept."""
    file_dialogs.accept(dialog, path)


def test_every_exporter_is_in_the_menu(plot):
    texts = [action.text() for action in plot.header.export.menu().actions()]
    assert texts == [
        f"{exporter.title}…" for exporter in EXPORTERS.values() if exporter.source == "curves"
    ]


def test_numbers_come_back_to_the_last_bit(apply, plot, tmp_path):
    loss = 0.1 + 0.2
    apply([*TESTED, EpochRecord(7, loss, 1 / 3, 1e-300, 0.5)])
    choose(ask(plot, "csv"), tmp_path / "curve.csv")
    header, *lines = csv.reader((tmp_path / "curve.csv").read_text().splitlines())
    assert tuple(header) == COLUMNS
    assert lines[-1] == ["7", "0.30000000000000004", "0.3333333333333333", "1e-300", "0.5"]
    numbers = np.array(lines, dtype=float)
    assert numbers.tobytes() == plot.shown_rows.tobytes()


def test_what_was_not_measured_is_empty(apply, plot):
    apply(UNTESTED)
    first = content("csv", plot).decode().splitlines()[1]
    assert first == "1,0.8,0.5,,"
    assert math.isnan(plot.shown_rows[0, 3])


@pytest.mark.parametrize(("kind", "scale"), [("png", 1), ("png2", 2), ("png4", 4)])
def test_a_name_without_a_suffix_gets_one(apply, plot, tmp_path, kind, scale):
    apply(TESTED)
    choose(ask(plot, kind), tmp_path / "curve")
    image = QImage(str(tmp_path / "curve.png"))
    assert image.size() == plot.picture_size * scale
    assert image.height() > scale * plot.canvas.height()


def test_the_picture_shows_the_curve_in_its_colour(apply, plot):
    def blue(image):
        """How many pixels have the colour of the training loss."""
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(200, 440)]
        return sum(each.name().upper() == "#1F78B4" for each in pixels)

    empty = QImage.fromData(content("png2", plot))
    apply(UNTESTED)
    assert blue(QImage.fromData(content("png2", plot))) > blue(empty) + 100


def test_the_drawing_has_legend_axes_names_and_marks_as_text(apply, plot):
    apply(TESTED)
    plot.set_past([PastCurve(1, "first try", np.array([1.0, 4.0]), np.array([0.9, 0.6]))])
    plot.mark_end(4, lambda: "target reached")
    root = ElementTree.fromstring(content("svg", plot))
    texts = {(each.text or "").strip() for each in root.findall(".//{*}text")}
    assert {"train", "0.3076", "test", "earlier", "first try", "target reached", "0.2"} <= texts
    assert len(root.findall(".//{*}path") + root.findall(".//{*}polyline")) > 3


def test_a_curve_switched_off_is_not_in_the_legend_of_the_picture(apply, plot, qtbot):
    apply(TESTED)
    qtbot.mouseClick(plot.test, Qt.MouseButton.LeftButton)
    root = ElementTree.fromstring(content("svg", plot))
    texts = {(each.text or "").strip() for each in root.findall(".//{*}text")}
    assert "train" in texts
    assert "test" not in texts


def test_a_file_that_cannot_be_written_is_named_with_the_reason(apply, plot, tmp_path):
    apply(TESTED)
    dialog = ask(plot, "csv")
    file_dialogs.accept_unchecked(dialog, tmp_path / "missing" / "curve.csv")
    box = plot.window().findChild(QMessageBox, "errorMessage")
    what, why, _, advice = box.text().split("\n")
    assert what == f"{tmp_path / 'missing' / 'curve.csv'} cannot be written."
    assert why
    assert advice == "Nothing was changed. Choose another folder or name."
    box.close()
    dialog.reject()


def test_a_failed_export_leaves_what_was_there(tmp_path):
    folder = tmp_path / "taken.csv"
    folder.mkdir()
    with pytest.raises(WriteError) as caught:
        write_file(folder, b"1")
    assert caught.value.path == folder
    assert folder.is_dir()
    write_file(tmp_path / "new.csv", b"1")
    assert [each.name for each in sorted(tmp_path.iterdir())] == ["new.csv", "taken.csv"]


def test_the_dialog_opens_beside_the_project(parts, plot, tmp_path, apply):
    parts.document.save(tmp_path / "xor.nnsim")
    apply(TESTED)
    dialog = ask(plot, "svg")
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "xor-loss.svg"
    dialog.reject()
