"""File → Export, from the menu to the file."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import file_dialogs
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

import nnsim.ui.exporting.file_export as file_export
from nnsim.exporting import MissingPackageError, python_script, read_weights
from nnsim.project import NetworkSpec, Project, edits
from nnsim.shell.writing import WriteError
from nnsim.ui.exporting import EXPORTERS
from nnsim.ui.exporting.writing import write_all

# The first bytes of a file of each kind.
BEGINNINGS = {
    ".svg": b"<?xml",
    ".png": b"\x89PNG",
    ".pdf": b"%PDF-",
    "curvesCsv": b"epoch,loss",
    "mapCsv": b"x1,x2,y1\n",
    "confusionCsv": b",0,1\n",
    "insideCsv": b"layer,quantity,from,to,count\n",
    ".html": b"<!DOCTYPE html>",
    ".py": b'"""A 2-2-1 network',
    ".npz": b"PK",
    ".onnx": b"\x08",
}


@pytest.fixture
def folder(tmp_path):
    """An empty one; the window's settings lie above it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def entries(window):
    return list(leaves(window.findChild(QMenu, "exportMenu")))


def leaves(menu):
    for action in menu.actions():
        if action.menu() is not None:
            yield from leaves(action.menu())
        elif not action.isSeparator():
            yield action


def ask(window, key):
    """Choose the entry of the menu; the dialog."""
    window.findChild(QAction, f"export{key[0].upper()}{key[1:]}").trigger()
    (dialog,) = window.findChildren(QFileDialog, "exportDialog")
    return dialog


def export(window, key, path):
    """Choose the entry, type a name, accept."""
    dialog = ask(window, key)
    file_dialogs.accept(dialog, path)


def content(window, key):
    """The only file of this kind, made of what the window shows."""
    source = {"diagram": window.diagram, "network": window.document.project}
    (only,) = EXPORTERS[key].make(source[EXPORTERS[key].source], "network").values()
    return only


def texts(svg):
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return {(each.text or "").strip() for each in found}


def test_every_exporter_is_in_the_menu(window):
    assert [each.text() for each in entries(window)] == [
        f"{exporter.title}…" for exporter in EXPORTERS.values()
    ]
    names = [each.objectName() for each in entries(window)]
    assert len(set(names)) == len(EXPORTERS)
    file_menu = window.menuBar().actions()[0].menu()
    assert window.findChild(QMenu, "exportMenu").menuAction() in file_menu.actions()


# A worksheet asks for its options first: see test_worksheet_export.
DIRECT = [key for key, exporter in EXPORTERS.items() if exporter.source != "worksheet"]


@pytest.mark.parametrize("key", DIRECT)
def test_every_exporter_writes_its_file(window, qtbot, key, folder):
    exporter = EXPORTERS[key]
    if exporter.package:
        pytest.importorskip(exporter.package)
    export(window, key, folder / "xor")
    qtbot.waitUntil((folder / f"xor{exporter.suffix}").exists)
    assert [each.name for each in folder.iterdir()] == [f"xor{exporter.suffix}"]
    written = (folder / f"xor{exporter.suffix}").read_bytes()
    assert written.startswith(BEGINNINGS[key if key in BEGINNINGS else exporter.suffix])


def test_the_script_that_is_written_runs(window, folder):
    export(window, "python", folder / "xor.py")
    command = [sys.executable, folder / "xor.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 101


def test_it_suggests_the_name_of_the_project(window, folder):
    window.document.save(folder / "lesson.nnsim")
    dialog = ask(window, "diagramSvg")
    assert Path(dialog.selectedFiles()[0]) == folder / "lesson.svg"
    dialog.reject()


def test_the_numbers_are_those_that_a_run_has_reached(window, qtbot, folder):
    window.controller.run()
    qtbot.waitUntil(lambda: window.session.history.rows.shape[0] > 5)
    with qtbot.waitSignal(window.session.ended):
        window.findChild(QAction, "exportNpz").trigger()
    (dialog,) = window.findChildren(QFileDialog, "exportDialog")
    file_dialogs.accept(dialog, folder / "w.npz")
    project = window.document.project
    assert project.progress.epoch > 5
    back = read_weights((folder / "w.npz").read_bytes(), project.network)
    assert back.tobytes() == project.parameters.tobytes()


def test_what_cannot_be_written_is_told(window, folder):
    dialog = ask(window, "npz")
    file_dialogs.accept_unchecked(dialog, folder / "missing" / "w.npz")
    box = window.findChild(QMessageBox, "errorMessage")
    assert str(folder / "missing" / "w.npz") in box.text()
    box.close()
    dialog.reject()


def test_a_missing_package_is_told_before_a_file_is_chosen(window, monkeypatch):
    monkeypatch.setattr(file_export, "find_spec", lambda name: None)
    window.findChild(QAction, "exportOnnx").trigger()
    assert not window.findChildren(QFileDialog, "exportDialog")
    box = window.findChild(QMessageBox, "errorMessage")
    assert box.text().splitlines()[-1] == f"{sys.executable} -m pip install onnx"
    box.close()


def test_a_package_that_cannot_be_imported_is_told(window, monkeypatch, folder):
    def fail(source, name):
        raise MissingPackageError("onnx", "onnx")

    monkeypatch.setattr(file_export, "find_spec", lambda name: True)
    exporter = EXPORTERS["onnx"]
    monkeypatch.setitem(exporter.__dict__, "make", fail)
    export(window, "onnx", folder / "xor.onnx")
    box = window.findChild(QMessageBox, "errorMessage")
    assert "pip install onnx" in box.text()
    assert not list(folder.iterdir())
    box.close()


def test_a_file_beside_a_script_replaces_only_its_own(window, folder):
    moons = edits.choose_dataset(window.document.project, "moons")
    files = python_script(moons, "moons")
    other = folder / "moons-data.npz"
    other.write_bytes(b"mine")
    with pytest.raises(WriteError) as caught:
        write_all(folder / "moons.py", files)
    assert caught.value.path == other
    assert [each.name for each in folder.iterdir()] == ["moons-data.npz"]
    other.unlink()
    write_all(folder / "moons.py", files)
    write_all(folder / "moons.py", files)
    assert np.load(BytesIO(other.read_bytes()))["x"].shape == (200, 2)


# Pictures of the diagram


def test_the_drawing_has_every_label_that_is_shown(window):
    found = texts(content(window, "diagramSvg"))
    assert {"(1) input · 2", "(2) hidden · 2", "(3) output · 1", "sigmoid"} <= found
    reading = window.view_state.reading
    for chip in window.diagram.picture.chips:
        value = reading.value(chip.symbol)
        assert f"{value:+.3f}".replace("-", "−") in found
    assert f"= {reading.loss:.3f}" in found


@pytest.mark.parametrize(
    ("key", "scale"), [("diagramPng", 1), ("diagramPng2", 2), ("diagramPng4", 4)]
)
def test_pixels_for_one_of_the_screen(window, key, scale):
    image = QImage.fromData(content(window, key))
    assert image.size() == window.diagram.picture_size * scale
    assert image.size() != QSize()


def test_the_picture_is_that_of_the_window_below_the_controls(window):
    window.view_state.point(None)
    window.diagram.maps.set_wanted(False)
    image = QImage.fromData(content(window, "diagramPng"))
    shown = window.diagram.viewport().grab().toImage()
    top = round(window.diagram.picture.layout.columns[0].ys[0])
    places = [(x, y) for x in range(0, image.width(), 3) for y in range(top, image.height(), 3)]
    same = sum(image.pixelColor(x, y) == shown.pixelColor(x, y) for x, y in places)
    assert same > 0.98 * len(places)


def test_the_whole_diagram_is_in_it_when_a_part_is_in_sight(window):
    before = window.diagram.picture_size
    window.diagram.zoom_in()
    assert window.diagram.picture_size.width() > before.width()
    assert {"(1) input · 2", "(3) output · 1"} <= texts(content(window, "diagramSvg"))


def test_maps_are_images_in_the_drawing_and_not_tiles(window):
    window.diagram.maps.set_wanted(True)
    root = ElementTree.fromstring(content(window, "diagramSvg"))
    kinds = [each.tag.rpartition("}")[2] for each in root.iter()]
    assert kinds.count("image") == 5  # one for each node of 2-2-1
    assert "pattern" not in kinds


def test_edges_that_are_left_out_are_counted(window):
    data = edits.choose_dataset(window.document.project, "digits").dataset
    spec = NetworkSpec((64, 60, 10), ("tanh", "softmax"), "cross_entropy")
    start = spec.draw()
    window.document.apply(Project(spec, start, start, data), "Digits")
    assert "The strongest 3000 of 4440 weights are drawn." in texts(content(window, "diagramSvg"))
