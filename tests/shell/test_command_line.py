import subprocess
import sys
from pathlib import Path

import pytest

from nnsim.shell.command_line import Arguments, parse


def test_without_arguments_no_project_is_opened():
    assert parse([]) == Arguments(path=None)


def test_a_file_is_a_path():
    assert parse(["lesson.nnsim"]) == Arguments(path=Path("lesson.nnsim"))


def test_version(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        parse(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == "nnsim 0.1.0\n"


def test_help_names_the_file(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        parse(["--help"])
    assert end.value.code == 0
    assert "FILE" in capsys.readouterr().out


@pytest.mark.parametrize("argv", [["--colour"], ["one.nnsim", "two.nnsim"]])
def test_a_wrong_argument_ends_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        parse(argv)
    assert end.value.code == 2
    assert "usage: nnsim" in capsys.readouterr().err


def test_neither_qt_nor_numpy_is_imported():
    code = (
        "import sys; from nnsim.shell.command_line import parse; parse([]);"
        "print(sorted({'PySide6', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
