"""The notation on one page, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QVBoxLayout, QWidget

import nnsim
from nnsim.notation import E, N, W, a, b, delta, eta, t, x, y, z


def show_notation(parent: QWidget) -> None:
    """A table of every symbol with its meaning."""
    translate = QCoreApplication.translate  # lupdate looks for this name
    meanings = (
        (x(1), translate("help", "input 1 of the sample; the input layer hands it on as it is")),
        (W(3, 1, 2), translate("help", "weight into node 1 of layer 3 from node 2 of layer 2")),
        (b(2, 1), translate("help", "bias of node 1 of layer 2")),
        (z(2, 1), translate("help", "weighted sum of node 1 of layer 2: Σ W · a + b")),
        (a(2, 1), translate("help", "output of node 1 of layer 2: the activation of z")),
        (y(1), translate("help", "output 1 of the network")),
        (t(1), translate("help", "target 1 of the sample: what y should be")),
        (E, translate("help", "loss: how far y is from t")),
        (delta(2, 1), translate("help", "∂E/∂z of node 1 of layer 2, with E of one sample")),
        (eta, translate("help", "learning rate: W ← W − η ∂E/∂W")),
        (N, translate("help", "number of samples that the mean is taken over")),
    )
    rows = "".join(
        f"<tr><td style='padding:5px 18px 5px 4px'>{symbol.html}</td>"
        f"<td style='padding:5px'>{meaning}</td></tr>"
        for symbol, meaning in meanings
    )
    note = translate(
        "help",
        "Layers and nodes are numbered from 1; the input layer is layer 1. Of the two lower "
        "indices of a weight, the first is where it goes, the second where it comes from.",
    )
    dialog = QDialog(parent)
    dialog.setObjectName("notationDialog")
    dialog.setWindowTitle(translate("help", "Notation"))
    text = QLabel(f"<table>{rows}</table><p>{note}</p>")
    text.setWordWrap(True)
    text.setTextFormat(Qt.TextFormat.RichText)
    text.setMinimumWidth(480)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_about(parent: QWidget) -> None:
    """Name and version."""
    box = QMessageBox(parent)
    box.setObjectName("aboutMessage")
    box.setWindowTitle("nnsim")
    what = QCoreApplication.translate(
        "help", "A neural network in which every number can be seen, typed and followed."
    )
    box.setText(f"<b>nnsim {nnsim.__version__}</b><p>{what}</p>")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
