"""Import weights: from the file into the network, and back by one undo."""

from io import BytesIO

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from nnsim.exporting import WeightsError, weights_file
from nnsim.project import edits
from nnsim.ui.exporting import weights_import


def choose(window, monkeypatch, path):
    """The action of the menu, and this file in its dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.actions_by_name["fileImportWeights"].trigger()


def message(window):
    box = window.findChild(QMessageBox, "errorMessage")
    text = box.text()
    box.close()
    return text


def test_exported_weights_come_back_as_one_step(window, monkeypatch, tmp_path):
    path = tmp_path / "w.npz"
    exported = window.document.project.parameters
    path.write_bytes(weights_file(window.document.project))
    window.controller.edit(edits.draw_weights, "New weights")
    drawn = window.document.project.parameters
    assert drawn.tobytes() != exported.tobytes()
    count = window.document.undo_stack.count()
    choose(window, monkeypatch, path)
    assert window.document.project.parameters.tobytes() == exported.tobytes()
    assert window.document.undo_stack.count() == count + 1
    assert window.document.undo_stack.undoText() == "Import weights"
    window.controller.undo()
    assert window.document.project.parameters.tobytes() == drawn.tobytes()


def test_a_wrong_shape_is_told_and_nothing_changes(window, monkeypatch, tmp_path):
    path = tmp_path / "w.npz"
    buffer = BytesIO()
    np.savez(buffer, W2=np.ones((3, 2)), b2=np.zeros(3), W3=np.ones((1, 3)), b3=np.zeros(1))
    path.write_bytes(buffer.getvalue())
    before = window.document.project
    choose(window, monkeypatch, path)
    what, why, _, stays = message(window).split("\n")
    assert what == f"The weights in {path} cannot be used."
    assert why == "The array W2 has the shape (3, 2), but the network needs (2, 2)."
    assert stays == "The network is as it was."
    assert window.document.project is before


def test_a_file_that_is_not_there_is_told(window, monkeypatch, tmp_path):
    choose(window, monkeypatch, tmp_path / "none.npz")
    assert "No such file or directory" in message(window)


def test_a_huge_file_is_not_read(window, monkeypatch, tmp_path):
    path = tmp_path / "w.npz"
    with path.open("wb") as file:
        file.truncate(weights_import.MAX_FILE + 1)
    choose(window, monkeypatch, path)
    assert "It is larger than the weights of any network." in message(window)


@pytest.mark.parametrize("reason", weights_import._ERRORS)
def test_every_reason_has_words_with_its_facts(reason):
    text = weights_import.weights_error(WeightsError(reason, "W2", "(3, 2)", "(2, 2)"))
    assert text.endswith(".")
    assert "{" not in text
    assert ("W2" in text) == (reason not in ("not_npz", "too_big", "damaged"))
