"""The one table of everything that work can be taken out as; menus are filled from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from nnsim.exporting import Files, onnx_model, python_script, torch_script, weights_file
from nnsim.ui.marking import QT_TRANSLATE_NOOP

from .curve_numbers import csv
from .making import Slices, at_once
from .pictures import pdf, png, svg
from .report_pages import report_html, report_pdf
from .tables import table_csv
from .worksheet_files import worksheet_slices

Source = Literal[
    "network", "diagram", "curves", "map", "confusion", "inside", "worksheet", "report"
]


@dataclass(frozen=True)
class Exporter:
    """One kind of file.

    Attributes:
        source: what it is made from: the Project, what shows the diagram, the curves, ..., or a
            WorksheetRequest, whose options are asked for first.
        title: names it in menus.
        suffix: of its file.
        make: makes the files from the source, for a file of this name without suffix.
        package: without which it cannot be made.
        slices: makes the same in slices, of what takes long.
    """

    source: Source
    title: str
    suffix: str
    make: Callable[[Any, str], Files]
    package: str = ""
    slices: Callable[[Any], Slices[Files]] | None = None

    @property
    def text(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("exports", self.title)

    @property
    def filter(self) -> str:
        """For a file dialog."""
        return f"{self.text} (*{self.suffix})"


def _one(
    source: Source, title: str, suffix: str, content: Callable[[Any], bytes], package: str = ""
) -> Exporter:
    """A kind of file that is one file whatever its name."""
    return Exporter(source, title, suffix, lambda of, name: {suffix: content(of)}, package)


def _pictures(source: Source, drawing: str, pictures: tuple[str, str, str]) -> dict[str, Exporter]:
    """A view as SVG, and as PNG in 1×, 2× and 4×."""
    kinds = {"Svg": _one(source, drawing, ".svg", svg)}
    for scale, title, name in zip((1, 2, 4), pictures, ("Png", "Png2", "Png4"), strict=True):
        kinds[name] = _one(source, title, ".png", partial(png, scale=scale))
    return {f"{source}{kind}": exporter for kind, exporter in kinds.items()}


def _sliced(
    source: Source, title: str, suffix: str, slices: Callable[[Any], Slices[Files]]
) -> Exporter:
    """A kind of file that takes long, made in slices; its name plays no part."""
    return Exporter(source, title, suffix, lambda of, name: at_once(slices(of)), slices=slices)


EXPORTERS: dict[str, Exporter] = {
    **_pictures(
        "diagram",
        QT_TRANSLATE_NOOP("exports", "Drawing of the network, SVG"),
        (
            QT_TRANSLATE_NOOP("exports", "Picture of the network, PNG"),
            QT_TRANSLATE_NOOP("exports", "Picture of the network, PNG 2×"),
            QT_TRANSLATE_NOOP("exports", "Picture of the network, PNG 4×"),
        ),
    ),
    "diagramPdf": _one(
        "diagram", QT_TRANSLATE_NOOP("exports", "Page with the network, PDF"), ".pdf", pdf
    ),
    **_pictures(
        "curves",
        QT_TRANSLATE_NOOP("exports", "Drawing of the curves, SVG"),
        (
            QT_TRANSLATE_NOOP("exports", "Picture of the curves, PNG"),
            QT_TRANSLATE_NOOP("exports", "Picture of the curves, PNG 2×"),
            QT_TRANSLATE_NOOP("exports", "Picture of the curves, PNG 4×"),
        ),
    ),
    "curvesCsv": _one(
        "curves", QT_TRANSLATE_NOOP("exports", "Numbers of every epoch, CSV"), ".csv", csv
    ),
    **_pictures(
        "map",
        QT_TRANSLATE_NOOP("exports", "Drawing of the output map, SVG"),
        (
            QT_TRANSLATE_NOOP("exports", "Picture of the output map, PNG"),
            QT_TRANSLATE_NOOP("exports", "Picture of the output map, PNG 2×"),
            QT_TRANSLATE_NOOP("exports", "Picture of the output map, PNG 4×"),
        ),
    ),
    "mapCsv": _one(
        "map", QT_TRANSLATE_NOOP("exports", "Outputs over the map, CSV"), ".csv", table_csv
    ),
    **_pictures(
        "confusion",
        QT_TRANSLATE_NOOP("exports", "Drawing of the confusion matrix, SVG"),
        (
            QT_TRANSLATE_NOOP("exports", "Picture of the confusion matrix, PNG"),
            QT_TRANSLATE_NOOP("exports", "Picture of the confusion matrix, PNG 2×"),
            QT_TRANSLATE_NOOP("exports", "Picture of the confusion matrix, PNG 4×"),
        ),
    ),
    "confusionCsv": _one(
        "confusion",
        QT_TRANSLATE_NOOP("exports", "Counts of the confusion matrix, CSV"),
        ".csv",
        table_csv,
    ),
    **_pictures(
        "inside",
        QT_TRANSLATE_NOOP("exports", "Drawing of the histograms of W, a, δ, SVG"),
        (
            QT_TRANSLATE_NOOP("exports", "Picture of the histograms of W, a, δ, PNG"),
            QT_TRANSLATE_NOOP("exports", "Picture of the histograms of W, a, δ, PNG 2×"),
            QT_TRANSLATE_NOOP("exports", "Picture of the histograms of W, a, δ, PNG 4×"),
        ),
    ),
    "insideCsv": _one(
        "inside",
        QT_TRANSLATE_NOOP("exports", "Counts of the histograms of W, a, δ, CSV"),
        ".csv",
        table_csv,
    ),
    "python": Exporter(
        "network", QT_TRANSLATE_NOOP("exports", "Python script, NumPy"), ".py", python_script
    ),
    "torch": Exporter(
        "network", QT_TRANSLATE_NOOP("exports", "Python script, PyTorch"), ".py", torch_script
    ),
    "npz": _one(
        "network", QT_TRANSLATE_NOOP("exports", "Weights and biases, NPZ"), ".npz", weights_file
    ),
    "onnx": _one(
        "network",
        QT_TRANSLATE_NOOP("exports", "Trained network, ONNX"),
        ".onnx",
        onnx_model,
        package="onnx",
    ),
    "worksheet": _sliced(
        "worksheet",
        QT_TRANSLATE_NOOP("exports", "Worksheet with answers, PDF or HTML"),
        ".pdf",
        worksheet_slices,
    ),
    "reportHtml": _sliced(
        "report", QT_TRANSLATE_NOOP("exports", "Report of the run, HTML"), ".html", report_html
    ),
    "reportPdf": _sliced(
        "report", QT_TRANSLATE_NOOP("exports", "Report of the run, PDF"), ".pdf", report_pdf
    ),
}
