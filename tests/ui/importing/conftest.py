"""A table to import, and the dialog that shows it."""

from pathlib import Path

import pytest
from import_hands import settled
from PySide6.QtWidgets import QDialog

TABLE = "width,colour,note,label\n1.5,red,a1,yes\n2.5,blue,a2,no\n,red,a3,yes\n4.5,blue,a4,no\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE)
    return path


@pytest.fixture
def open_dialog(user, window):
    """Opens the dialog for a file and waits until it is read, well or not."""

    def open_dialog(path: Path) -> QDialog:
        window.importing.import_path(path)
        dialog = user.find("importDialog", QDialog)
        settled(user)
        return dialog

    return open_dialog
