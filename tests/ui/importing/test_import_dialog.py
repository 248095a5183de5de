"""A file is chosen or dropped, looked at, and taken over as one undo step."""

from pathlib import Path

import PySide6
import pytest
from import_hands import choose, settled, use_row
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGraphicsView,
    QLabel,
    QTableView,
)

from nnsim.notation import a
from nnsim.project import new_project, read_project, write_project
from nnsim.shell.settings import LAST_DIRECTORY
from nnsim.ui.importing.words import table_error


def column(user, place: int) -> list[str]:
    rows = user.find("importColumns", QTableView).model().rowCount()
    return [user.cell("importColumns", row, place) for row in range(rows)]


def test_the_menu_opens_a_file_and_remembers_its_folder(
    user, window, path, settings, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.press("fileImport")
    settled(user)
    assert user.text("importFile") == "table.csv"
    assert settings.get(LAST_DIRECTORY) == path.parent
    user.press("importCancel")


def test_every_column_says_what_it_becomes(user, open_dialog, path) -> None:
    open_dialog(path)
    assert column(user, 0) == ["width", "colour", "note", "label"]
    assert column(user, 1)[:2] == ["Input: number", "Input: categories"]
    assert column(user, 1)[3] == "Target: classes"
    assert column(user, 2)[1] == "2 inputs of 0 or 1: blue, red"
    assert column(user, 2)[3] == "no → 0,  yes → 1"
    assert column(user, 3) == ["1", "—", "—", "—"]
    assert user.cell("importPreview", 0, 1) == "red"
    assert user.heading("importPreview", 0) == "width"
    user.press("importCancel")


def test_import_is_one_undo_step(user, window, open_dialog, path) -> None:
    before = window.document.project
    open_dialog(path)
    use_row(user, 2, "unused")
    assert "1 of 4 rows left out" in user.text("importSummary")
    user.press("importAccept")
    project = window.document.project
    assert project.dataset.input_names == ("width", "colour=blue", "colour=red")
    assert project.dataset.x.tolist() == [[1.5, 0, 1], [2.5, 1, 0], [4.5, 1, 0]]
    assert project.dataset.t.tolist() == [[1], [0], [0]]
    assert project.network.sizes == (3, 2, 1)
    assert window.document.undo_stack.undoText() == "Import table.csv"
    assert "table.csv" in user.text("sampleCounts")
    assert "1 of 4 rows left out" in user.text("sampleCounts")
    assert user.find("datasetChooser").currentText() == "table.csv"
    user.press("editUndo")
    assert window.document.project == before
    assert user.find("datasetChooser").currentText().strip() == "XOR"


def test_missing_values_are_filled_by_choice_and_inputs_scaled(
    user, window, open_dialog, path, tmp_path
) -> None:
    open_dialog(path)
    use_row(user, 1, "unused")
    use_row(user, 2, "unused")
    box = user.find("importMissing", QComboBox)
    choose(user, "importMissing", next(box.itemData(k) for k in range(3) if k == 1))
    choose(user, "importScaling", "min_max")
    assert user.text("importSummary") == (
        "4 samples, 1 inputs, 1 output: 0 or 1 · 1 missing values filled in"
    )
    assert user.cell("importColumns", 0, 2) == "(raw − 1.500) / 3.000"
    user.press("importAccept")
    project = window.document.project
    assert project.dataset.x[:, 0] == pytest.approx([1.5, 2.5, 8.5 / 3, 4.5])
    assert project.x[:, 0] == pytest.approx([0, 1 / 3, 4 / 9, 1])
    assert user.find("minMax").isChecked()
    assert not user.find("standardise").isChecked()
    assert "raw − 1.500) / 3.000" in user.text("scalingLabel")
    window.document.save(tmp_path / "own.nnsim")
    assert read_project(tmp_path / "own.nnsim") == project


def test_min_max_can_be_switched_on_and_off_in_the_panel(user, window) -> None:
    user.press("minMax")
    assert window.document.project.scaling.kind == "min_max"
    user.press("standardise")
    assert window.document.project.scaling.kind == "standard"
    assert not user.find("minMax").isChecked()
    user.press("minMax")
    user.press("minMax")
    assert window.document.project.scaling is None


def test_every_guess_about_the_file_can_be_changed(user, window, open_dialog, tmp_path) -> None:
    path = tmp_path / "가.csv"
    path.write_bytes("키;품종\n1,5;진돗개\n2,5;푸들\n".encode("cp949"))
    open_dialog(path)
    assert user.find("importEncoding").currentText() == "Korean (CP949)"
    assert column(user, 0) == ["키", "품종"]
    assert column(user, 1)[0] == "Input: number"
    choose(user, "importDecimal", ".")
    assert column(user, 1)[0] != "Input: number"
    choose(user, "importDecimal", ",")
    user.press("importHeader")
    user.wait(lambda: column(user, 0) == ["#1", "#2"])
    choose(user, "importEncoding", "latin-1")
    assert user.cell("importPreview", 0, 0) != "키"
    choose(user, "importEncoding", "utf-8")
    assert user.text("importProblem") == ("Row 1 cannot be read as UTF-8. Choose another encoding.")
    assert not user.find("importAccept").isEnabled()
    choose(user, "importEncoding", "cp949")
    assert not user.shows("importProblem")
    user.press("importCancel")


def test_several_columns_are_used_at_once(user, open_dialog, path) -> None:
    open_dialog(path)
    view = user.find("importColumns", QTableView)
    use_row(user, 0, "number_target")
    flags = QItemSelectionModel.SelectionFlag
    for row in (1, 2, 3):
        index = view.model().index(row, 0)
        view.selectionModel().select(index, flags.Select | flags.Rows)
    box = user.find("importUse", QComboBox)
    box.setCurrentIndex(4)
    box.activated.emit(4)
    settled(user)
    assert column(user, 1) == ["Not used"] * 4
    assert user.text("importProblem") == "Choose a column as target."
    user.press("importCancel")


def test_closing_the_dialog_gives_up_what_is_being_read(user, window, tmp_path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a,b\n" + "1,2\n3,4\n" * 200_000)
    before = window.document.project
    window.importing.import_path(path)
    dialog = user.find("importDialog", QDialog)
    assert user.shows("importProgress")
    assert not user.find("importAccept").isEnabled()
    gone: list[object] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    user.press("importCancel")
    user.wait(lambda: bool(gone))
    assert window.document.project is before


def test_names_in_a_file_are_shown_as_they_are(user, window, open_dialog, tmp_path) -> None:
    path = tmp_path / "a<b>.csv"
    path.write_text("<u>width</u>,t\n1.5,<i>no</i>\n2.5,<i>yes</i>\n")
    open_dialog(path)
    user.press("importAccept")
    assert "a&lt;b&gt;.csv" in user.notice
    user.select(a(1, 1))
    labels = user.find("inspector").findChildren(QLabel)
    assert any("&lt;u&gt;width" in label.text() for label in labels)
    assert not any("<u>" in label.text() for label in labels)


def test_a_run_is_kept_before_data_are_imported(user, window, path) -> None:
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 5)
    window.importing.import_path(path)
    user.wait(lambda: user.shows("importDialog"))
    settled(user)
    assert not window.session.running
    use_row(user, 2, "unused")
    user.press("importAccept")
    assert len(window.document.project.runs) == 1


# Dropped


def drop(window, path: Path) -> bool:
    """Drag a file over the window and drop it; whether the window wants it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    point = QPoint if PySide6.__version_info__ < (6, 12) else QPointF
    arguments = (point(300, 300), Qt.DropAction.CopyAction, mime)
    buttons = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(*arguments, *buttons)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(*arguments, *buttons))
    return True


def test_a_table_dropped_on_the_window_is_imported(user, window, path) -> None:
    assert drop(window, path)
    settled(user)
    assert user.text("importFile") == "table.csv"
    user.press("importCancel")
    assert not any(view.viewport().acceptDrops() for view in window.findChildren(QGraphicsView))


def test_a_project_dropped_on_the_window_is_opened(window, tmp_path) -> None:
    path = tmp_path / "mine.nnsim"
    path.write_bytes(write_project(new_project()))
    assert drop(window, path)
    assert window.document.path == path


# A table to be typed


def test_a_new_table_of_zeros(user, window) -> None:
    user.press("fileNewTable")
    user.find("newTableSamples").setValue(3)
    user.find("newTableInputs").setValue(4)
    box = user.find("newTableKind", QComboBox)
    box.setCurrentIndex(box.findData("classes"))
    box.activated.emit(box.currentIndex())
    assert user.find("newTableOutputs").value() == 2  # one class is none
    user.press("newTableAccept")
    project = window.document.project
    assert project.dataset.x.shape == (3, 4)
    assert project.dataset.kind == "classes"
    assert project.network.activations[-1] == "softmax"
    assert window.document.undo_stack.undoText() == "New table"
    user.type_cell("sampleTable", 0, 0, "0.5")
    assert window.document.project.dataset.x[0, 0] == 0.5


def test_every_error_has_words() -> None:
    from nnsim.data.tables import TableError
    from nnsim.ui.importing.words import _ERRORS

    documented = TableError.__doc__ or ""
    rows = [line.split("|")[1] for line in documented.splitlines() if line.strip().startswith("|")]
    reasons = {reason.strip() for row in rows[2:] for reason in row.split(",")}
    assert reasons == set(_ERRORS)
    for reason in reasons:
        text = table_error(TableError(reason, 3, 2, "width", 2**20, 2**21))
        assert "{" not in text
