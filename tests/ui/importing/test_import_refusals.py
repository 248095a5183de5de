"""What cannot be imported is told with its place, and the open project stays as it was."""

import os
from pathlib import Path

import openpyxl
import pytest
from import_hands import use_row
from PySide6.QtWidgets import QMessageBox


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b,c\n1,2,3\n4,5\n", "Row 3 has 2 cells, the rows before it have 3."),
        ("a\n1\n2\n", "There is only one column"),
        ("a,b,a\n1,2,3\n", "Row 1: columns 1 and 3 are both called “a”."),
        ("a,b\n5,7\n5,7\n", "Every target in column 2 “b” is 7: there is nothing to learn."),
        ("length,width,kind\n", "There are no rows of data in it."),
        ("a,b\n1,1.5\ninf,2.5\n", "Row 3, column 1 “a”: inf is not a finite number."),
    ],
)
def test_what_is_wrong_is_told_in_the_dialog(
    user, window, open_dialog, tmp_path, content, message
) -> None:
    before = window.document.project
    path = tmp_path / "bad.csv"
    path.write_text(content)
    open_dialog(path)
    assert message in user.text("importProblem")
    assert not user.find("importAccept").isEnabled()
    user.press("importCancel")
    assert window.document.project is before


def test_a_text_where_a_number_is_needed(user, open_dialog, path) -> None:
    open_dialog(path)
    use_row(user, 1, "number_input")
    assert user.text("importProblem").startswith("Row 2, column 2 “colour”: “red” is no number.")
    use_row(user, 1, "category_input")
    assert not user.shows("importProblem")
    user.press("importCancel")


def test_all_targets_the_same(user, open_dialog, tmp_path) -> None:
    path = tmp_path / "same.csv"
    path.write_text("a,b\n1.5,7\n2.5,7\n")
    open_dialog(path)
    use_row(user, 0, "number_input")
    use_row(user, 1, "number_target")
    assert user.text("importProblem").startswith("Every target in column 2 “b” is 7:")
    user.press("importCancel")


def test_a_ragged_file_is_shown_all_the_same(user, open_dialog, tmp_path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("a,b,c\n1,2,3\n4,5\n")
    open_dialog(path)
    assert user.cell("importPreview", 2, 0) == "4"
    user.press("importCancel")


def refused(user, window, path: Path) -> str:
    before, count = window.document.project, window.document.undo_stack.count()
    window.importing.import_path(path)
    user.wait(lambda: user.shows("errorMessage"))
    assert not user.shows("importDialog")
    assert window.document.project is before
    assert window.document.undo_stack.count() == count
    box = user.find("errorMessage", QMessageBox)
    text = box.text()
    box.close()
    assert str(path) in text
    assert "The open project is as it was." in text
    return text


def test_a_file_that_cannot_be_read_at_all_is_refused(user, window, tmp_path) -> None:
    assert "not there any more" in refused(user, window, tmp_path / "gone.csv")
    binary = tmp_path / "picture.csv"
    binary.write_bytes(b"\x89PNG\r\n\0\0\0")
    assert "neither a text nor an Excel workbook" in refused(user, window, binary)
    empty = tmp_path / "empty.csv"
    empty.touch()
    assert "no rows of data" in refused(user, window, empty)
    os.truncate(empty, 2**30)
    assert "It has 1,024 MB; at most 256 MB can be read." in refused(user, window, empty)


def test_workbooks_that_nobody_can_read_are_refused(user, window, tmp_path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(ole + "EncryptedPackage".encode("utf-16-le") + bytes(100))
    assert "has a password" in refused(user, window, locked)
    old = tmp_path / "old.xls"
    old.write_bytes(ole)
    assert "an old Excel" in refused(user, window, old)
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert "This is a folder." in refused(user, window, folder)


def test_a_formula_without_its_value_is_told_with_its_place(
    user, window, open_dialog, tmp_path
) -> None:
    before = window.document.project
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, 2], [3, "=A2+1"]):
        book.active.append(row)
    book.save(tmp_path / "sums.xlsx")
    open_dialog(tmp_path / "sums.xlsx")
    assert "Row 3, column 2: the formula =A2+1" in user.text("importProblem")
    user.press("importCancel")
    assert window.document.project is before


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "You may not read this file."),
        (OSError(5, "Input/output error"), "If it is on a network, copy it"),
    ],
)
def test_what_the_system_refuses_is_told(
    user, window, path, monkeypatch, error: OSError, words: str
) -> None:
    real = Path.open

    def fail(self: Path, *arguments: object, **more: object) -> object:
        if self == path:
            raise error
        return real(self, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fail)
    assert words in refused(user, window, path)
