"""The output map, the confusion matrix and the insides, taken out as files."""

import csv
from dataclasses import replace
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu

from nnsim.project import NetworkSpec, Project, edits
from nnsim.ui.exporting import EXPORTERS
from nnsim.ui.exporting.tables import table_csv
from nnsim.ui.plots import OutputMap, exported_views
from nnsim.ui.plots.layer_numbers import insides


def content(window, key):
    views = exported_views(window._parts, window.findChild(OutputMap, "outputMap"))
    exporter = EXPORTERS[key]
    (only,) = exporter.make(views[exporter.source], "network").values()
    return only


def table(window, key):
    return list(csv.reader(content(window, key).decode().splitlines()))


def texts(svg):
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return {(each.text or "").strip() for each in found}


def use_dataset(window, name, sizes, activations):
    data = edits.choose_dataset(window.document.project, name).dataset
    loss = "cross_entropy" if sizes[-1] > 1 else "binary_cross_entropy"
    spec = NetworkSpec(sizes, activations, loss)
    window.document.apply(Project(spec, spec.draw(), spec.draw(), data), name)


def test_the_outputs_over_the_map_are_those_of_the_network(window):
    heading, *rows = table(window, "mapCsv")
    assert heading == ["x1", "x2", "y1"]
    numbers = np.array(rows, dtype=float)
    assert numbers.shape == (61 * 61, 3)
    y = window.document.project.build_network().forward(numbers[:, :2]).y
    assert np.array_equal(numbers[:, 2:], y) or np.allclose(numbers[:, 2:], y, rtol=1e-14)


def test_inputs_that_are_scaled_are_told_to_be(window):
    window.document.apply(edits.set_standardised(window.document.project, True), "scaled")
    assert table(window, "mapCsv")[0] == ["x1_scaled", "x2_scaled", "y1"]


def test_the_counts_are_those_of_the_classes(window):
    use_dataset(window, "digits", (64, 10), ("softmax",))
    heading, *rows = table(window, "confusionCsv")
    assert heading[1:] == list(map(str, range(10)))
    assert [row[0] for row in rows] == heading[1:]
    project = window.document.project
    rows_of = project.split[1] if len(project.split[1]) else project.split[0]
    true = project.t[rows_of].argmax(axis=1)
    said = project.build_network().forward(project.x[rows_of]).y.argmax(axis=1)
    for row in range(10):
        for column in range(10):
            assert int(rows[row][column + 1]) == np.sum((true == row) & (said == column))


def test_the_bars_hold_every_weight(window):
    _, *rows = table(window, "insideCsv")
    weights = [int(row[4]) for row in rows if row[:2] == ["2", "W"]]
    assert sum(weights) == 4
    project = window.document.project
    layers = insides(project, project.build_network()).layers
    assert weights == layers[0].W.counts.tolist()


def test_the_drawings_have_the_labels_that_are_shown(window):
    assert {"Output y over x₁, x₂", "class 0", "class 1"} <= texts(content(window, "mapSvg"))
    drawn = texts(content(window, "confusionSvg"))
    assert {"Confusion matrix, 4 training samples", "predicted", "true class t", "4"} <= drawn
    assert {"W", "a", "|δ|", "(2) sigmoid", "(3) sigmoid"} <= texts(content(window, "insideSvg"))


@pytest.mark.parametrize("source", ["map", "confusion", "inside"])
def test_pixels_for_one_of_the_screen(window, source):
    once, twice, four = (
        QImage.fromData(content(window, f"{source}{kind}")).size()
        for kind in ("Png", "Png2", "Png4")
    )
    assert once.width() > 250
    assert twice == once * 2
    assert four == once * 4


def test_what_does_not_exist_cannot_be_asked_for(window):
    menu = window.findChild(QMenu, "exportMenu")
    menu.aboutToShow.emit()
    assert window.findChild(QAction, "exportConfusionSvg").isEnabled()
    before = window.document.project
    data = replace(before.dataset, t=before.dataset.t * 0.3, source=None)
    window.document.apply(replace(before, dataset=data), "Values")
    menu.aboutToShow.emit()
    assert not window.findChild(QAction, "exportConfusionCsv").isEnabled()
    assert window.findChild(QAction, "exportMapSvg").isEnabled()


def test_a_name_that_a_spreadsheet_would_run_becomes_text():
    view = SimpleNamespace(csv_rows=lambda: [("=1+1", "@x", "-2.5", "+a", "cat")])
    assert table_csv(view) == b"'=1+1,'@x,-2.5,'+a,cat\n"
