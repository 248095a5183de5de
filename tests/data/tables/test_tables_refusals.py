"""What is wrong with a file is said with its place; nothing else is ever raised."""

import os
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
import openpyxl
import pytest

from nnsim.data.tables import (
    Content,
    Layout,
    Plan,
    Table,
    TableError,
    Use,
    guess,
    load_content,
    prepare,
    propose_uses,
    read_table,
)
from nnsim.data.tables import table as limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: Path) -> Table:
    content = load_content(path)
    return read_table(content, guess(content))


def refusal(path: Path) -> TableError:
    with pytest.raises(TableError) as caught:
        read(path)
    return caught.value


def written(tmp_path: Path, content: str | bytes, name: str = "data.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("content", ["", "\n\n  \n", "a,b\n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, content: str) -> None:
    if content == "a,b\n":
        raw = Content("a", content.encode())
        with pytest.raises(TableError) as caught:
            read_table(raw, Layout(header=True))
        assert caught.value.reason == "empty"
        return
    assert refusal(written(tmp_path, content)).reason == "empty"


def test_one_column(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a\n1\n2\n")).reason == "one_column"


@pytest.mark.parametrize(
    ("content", "row", "found"),
    [
        ("a,b,c\n1,2,3\n4,5\n6,7,8\n", 3, 2),
        ("a,b,c\n1,2,3\n\n4,5,6,7\n", 4, 4),
        ('a,b,c\n"1\n",2,3\n4,"5"\n', 4, 2),
    ],
)
def test_a_ragged_row(tmp_path: Path, content: str, row: int, found: int) -> None:
    error = refusal(written(tmp_path, content))
    assert (error.reason, error.row, error.value, error.limit) == ("ragged", row, found, 3)


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "")
    os.truncate(path, 2**30)  # takes no room on the disk
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    error = refusal(path)
    assert (error.reason, error.value, error.limit) == ("too_large", 2**30, 256 * 2**20)


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 9, b"a,b\n1,\x01\x02\n", b"\0"],
)
def test_a_binary_file_named_csv(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path, content)).reason == "binary"


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.csv", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refusal(tmp_path / "a.csv").reason == "binary"


def test_a_duplicate_header(tmp_path: Path) -> None:
    error = refusal(written(tmp_path, "a,b, a\n1,2,3\n"))
    assert (error.reason, error.name) == ("duplicate_header", "a")
    assert (error.row, error.column, error.value) == (1, 1, 3)


def test_a_quote_that_does_not_end(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, 'a,b\n1,"2\n3,4\n')).reason in ("bad_quotes", "ragged")


def test_bytes_that_are_not_of_the_encoding() -> None:
    raw = Content("a.csv", "a,b\n1,x\n2,가\n".encode("cp949"))
    with pytest.raises(TableError) as caught:
        read_table(raw, Layout(encoding="utf-8"))
    assert (caught.value.reason, caught.value.row) == ("undecodable", 3)


def test_too_many_rows_and_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 3)
    monkeypatch.setattr(limits, "MAX_COLUMNS", 4)
    assert refusal(written(tmp_path, "1,2\n" * 4)).reason == "too_many_rows"
    assert refusal(written(tmp_path, "1,2,3,4,5\n" * 2)).reason == "too_many_columns"
    monkeypatch.setattr(limits, "MAX_CELLS", 7)
    assert refusal(written(tmp_path, "1,2,3,4\n" * 2)).reason == "too_many_cells"


# What the system says


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.csv").reason == "gone"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).reason == "is_folder"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a,b\n1,2\n")
    path.chmod(0)
    if os.access(path, os.R_OK):  # a superuser may read everything

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path).reason == "no_permission"


def test_a_file_that_disappears_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __enter__(self) -> "Broken":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, _count: int) -> bytes:
            raise OSError(5, "Input/output error")

    path = written(tmp_path, "a,b\n1,2\n")
    monkeypatch.setattr(Path, "open", lambda *_: Broken())
    error = refusal(path)
    assert (error.reason, error.value) == ("unreadable", "Input/output error")


# Workbooks


def workbook(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def with_parts(path: Path, change: dict[str, tuple[str, str]]) -> Path:
    """The workbook with a text replaced in some of its parts."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name in change:
                pattern, text = change[name]
                changed = re.sub(pattern, text, content.decode())
                assert changed != content.decode()
                content = changed.encode()
            archive.writestr(name, content)
    return path


def test_a_password(tmp_path: Path) -> None:
    content = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    assert refusal(written(tmp_path, content, "a.xlsx")).reason == "password"


def test_an_old_workbook(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, OLE + bytes(600), "a.xls")).reason == "old_workbook"


def test_a_damaged_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["a", "b"], [1, 2])
    path.write_bytes(path.read_bytes()[:-200])
    assert refusal(path).reason == "damaged"


def test_a_sheet_that_is_no_xml(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["a", "b"], [1, 2])
    with_parts(path, {"xl/worksheets/sheet1.xml": ("</row>", "</wor>")})
    assert refusal(path).reason == "damaged"


def test_a_workbook_that_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", ["a", "b"], [1, 2])
    monkeypatch.setattr("nnsim.data.tables.workbook.MAX_UNPACKED_BYTES", 1000)
    assert refusal(path).reason == "too_large"


def test_formulas_are_taken_by_their_saved_values_and_counted(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["a", "b"], [1, "=A2*2"], [2, "=A3*2"])
    values = (r"<f>A(\d)\*2</f><v ?/?>(</v>)?", r"<f>A\1*2</f><v>1\1</v>")
    with_parts(path, {"xl/worksheets/sheet1.xml": values})
    table = read(path)
    assert table.formulas == 2
    assert table.columns[1].values.tolist() == [12, 13]  # type: ignore[union-attr]


def test_a_formula_without_a_saved_value(tmp_path: Path) -> None:
    error = refusal(workbook(tmp_path / "a.xlsx", ["a", "b"], [1, 5], [2, "=A3*2"]))
    assert (error.reason, error.row, error.column) == ("formula_without_value", 3, 2)
    assert error.value == "=A3*2"


# What cannot become a dataset


def plan_error(text: str, *uses: Use) -> TableError:
    raw = Content("a.csv", text.encode())
    table = read_table(raw, guess(raw))
    with pytest.raises(TableError) as caught:
        prepare(table, Plan(uses or propose_uses(table.columns)), "a.csv")
    return caught.value


N_IN, C_IN, N_OUT, C_OUT, NONE = Use


def test_a_text_where_a_number_is_needed() -> None:
    error = plan_error("a,b\n1,0\n\n2,1\n1o,0\n", N_IN, N_OUT)
    assert (error.reason, error.row, error.column) == ("not_a_number", 5, 1)
    assert (error.name, error.value) == ("a", "1o")


@pytest.mark.parametrize("infinity", ["inf", "-inf", "1e999"])
def test_an_infinity(infinity: str) -> None:
    error = plan_error(f"a,b\n1,0\n{infinity},1\n", N_IN, N_OUT)
    assert (error.reason, error.row, error.column, error.name) == ("infinite", 3, 1, "a")
    assert np.isinf(error.value)


@pytest.mark.parametrize(
    ("text", "uses", "value"),
    [("a,b\n1,7\n2,7\n", (N_IN, N_OUT), "7"), ("a,b\n1,x\n2,x\n", (N_IN, C_OUT), "x")],
)
def test_all_targets_the_same(text: str, uses: tuple[Use, ...], value: str) -> None:
    error = plan_error(text, *uses)
    assert (error.reason, error.column, error.value) == ("one_target_value", 2, value)


def test_a_use_for_no_column() -> None:
    assert plan_error("a,b\n1,2\n3,4\n", N_IN, NONE).reason == "no_target"
    assert plan_error("a,b\n1,2\n3,4\n", NONE, N_OUT).reason == "no_input"


def test_classes_are_the_only_target() -> None:
    error = plan_error("a,b,c\n1,x,3\n4,y,6\n", N_IN, C_OUT, N_OUT)
    assert (error.reason, error.column, error.name) == ("mixed_targets", 2, "b")


def test_too_many_classes_and_inputs() -> None:
    rows = "".join(f"w{row},{row}\n" for row in range(1100))
    error = plan_error(f"a,b\n{rows}", C_IN, N_OUT)
    assert (error.reason, error.value, error.limit) == ("too_many_inputs", 1100, 1024)
    error = plan_error(f"a,b\n{rows}", C_OUT, N_IN)
    assert (error.reason, error.value, error.limit) == ("too_many_classes", 1100, 100)


def test_no_row_has_all_its_values() -> None:
    error = plan_error("a,b,c\n1,,x\n,,y\n3,,x\n", N_IN, N_IN, C_OUT)
    assert (error.reason, error.column, error.name) == ("nothing_left", 2, "b")


@pytest.mark.parametrize("row", ["1048577", "99999999999"])
def test_a_workbook_that_promises_rows_without_end(tmp_path: Path, row: str) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    for cells in ((1, 2), (3, 4)):
        book.active.append(cells)
    book.save(path)
    with ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'r="2"', f'r="{row}"'.encode())
    with ZipFile(path, "w") as spoilt:
        for part, content in parts.items():
            spoilt.writestr(part, content.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    with pytest.raises(TableError) as caught:
        read(path)
    assert caught.value.reason == "too_many_rows"
