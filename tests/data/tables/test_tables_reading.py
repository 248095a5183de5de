"""Files of every delimiter and encoding come back as they were written."""

import codecs
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.data.tables import (
    Content,
    Layout,
    NumberColumn,
    Table,
    TableError,
    TextColumn,
    guess,
    load_content,
    read_table,
)

IRIS = "length,width,kind\n5.1,3.5,setosa\n7.0,3.2,versicolor\n6.3,3.3,virginica\n"


def read(path: Path) -> Table:
    content = load_content(path)
    return read_table(content, guess(content))


def read_bytes(raw: bytes) -> Table:
    content = Content("a.csv", raw)
    return read_table(content, guess(content))


def cells(table: Table) -> list[list[object]]:
    """Each column: numbers, or texts with None for a missing one."""
    return [
        column.values.tolist()
        if isinstance(column, NumberColumn)
        else [column.labels[code] if code >= 0 else None for code in column.codes]
        for column in table.columns
    ]


def names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def test_a_small_file(tmp_path: Path) -> None:
    (tmp_path / "iris.csv").write_text(IRIS)
    content = load_content(tmp_path / "iris.csv")
    assert content.name == "iris.csv"
    assert guess(content) == Layout(header=True, encoding="utf-8", delimiter=",", decimal=".")
    table = read_table(content, guess(content))
    assert names(table) == ["length", "width", "kind"]
    assert cells(table) == [[5.1, 7, 6.3], [3.5, 3.2, 3.3], ["setosa", "versicolor", "virginica"]]
    assert table.rows.tolist() == [2, 3, 4]
    assert table.first[0] == ("5.1", "3.5", "setosa")


@pytest.mark.parametrize(
    ("encoding", "bom", "guessed"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-16-le", b"", "utf-16"),
        ("utf-16-be", b"", "utf-16"),
        ("cp949", b"", "cp949"),
    ],
)
def test_korean_in_every_encoding(encoding: str, bom: bytes, guessed: str) -> None:
    raw = bom + "키,몸무게,품종\n1.5,20,진돗개\n1.2,,푸들\n".encode(encoding)
    layout = guess(Content("dogs.csv", raw))
    assert layout.encoding == guessed
    table = read_bytes(raw)
    assert names(table) == ["키", "몸무게", "품종"]
    assert cells(table)[2] == ["진돗개", "푸들"]
    assert table.columns[1].missing == 1


@pytest.mark.parametrize("text", ["Müller", "Äpfel und Öl", "café, thé", "naïve Señor"])
def test_western_text_is_not_taken_for_korean(text: str) -> None:
    raw = f'name,n\n"{text}",1\nx,2\n'.encode("latin-1")
    assert guess(Content("a.csv", raw)).encoding == "latin-1"
    assert cells(read_bytes(raw))[0] == [text, "x"]


def test_what_calls_itself_western_has_quotes_and_the_euro(tmp_path: Path) -> None:
    raw = "preis,wort\n1,€ “gut” – größer\n2,é\n".encode("cp1252")
    assert guess(Content("a.csv", raw)).encoding == "latin-1"
    assert cells(read_bytes(raw))[1] == ["€ “gut” – größer", "é"]
    assert cells(read_bytes(raw + b"3,\x81\n"))[1][2] == "\x81"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_end_of_line(delimiter: str, end: str) -> None:
    rows = (("a", "b"), ("1", "x"), ("2.5", "y"))
    raw = end.join(delimiter.join(row) for row in rows).encode()
    assert guess(Content("a", raw)).delimiter == delimiter
    assert cells(read_bytes(raw)) == [[1, 2.5], ["x", "y"]]


def test_a_decimal_comma() -> None:
    raw = b"a;b\n1,5;2,25\n-0,5;3\n"
    layout = guess(Content("a.csv", raw))
    assert (layout.delimiter, layout.decimal) == (";", ",")
    assert cells(read_bytes(raw)) == [[1.5, -0.5], [2.25, 3]]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ('a,b\n"1,100",5\n"200,000",6\n"1,200,000.5",7\n', [1100.0, 200000.0, 1200000.5]),
        ('a,b\n"1,100",5\n"2,5",6\n', [1.1, 2.5]),
        ("a;b\n1.000,5;5\n2,25;6\n", [1000.5, 2.25]),
        ("a;b\n1,500;5\n2,250;6\n", [1.5, 2.25]),
        ("a\tb\n1,500\t5\n999\t6\n", [1500.0, 999.0]),
    ],
)
def test_thousands_that_are_set_apart(text: str, numbers: list[float]) -> None:
    column = read_bytes(text.encode()).columns[0]
    assert isinstance(column, NumberColumn)
    assert column.values.tolist() == numbers


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("a,b\n1,2\n", True),
        ("1,2\n3,4\n", False),
        ("colour,taste\nred,sweet\nred,sour\n", True),
        ("red,sweet\ngreen,sour\nred,sour\n", False),
    ],
)
def test_a_header_is_what_its_column_is_not(text: str, header: bool) -> None:
    assert guess(Content("a.csv", text.encode())).header is header
    assert names(read_bytes(text.encode()))[0] == (text.split(",")[0] if header else "#1")


def test_quoted_texts_hold_delimiters_and_ends_of_lines() -> None:
    table = read_bytes(b'a,b\n"x, y",1\n"two\nlines",2\n"say ""no""",3\n')
    assert cells(table) == [["x, y", "two\nlines", 'say "no"'], [1, 2, 3]]
    assert table.rows.tolist() == [2, 3, 5]


def test_blank_lines_are_no_rows_but_count_as_lines() -> None:
    table = read_bytes(b"\na,b\n\n1,2\n   \n3,4\n\n")
    assert cells(table) == [[1, 3], [2, 4]]
    assert table.rows.tolist() == [4, 6]


def test_what_looks_like_a_number_for_a_while_is_kept_as_it_is_written() -> None:
    numbers = "".join(f"007,{row},true\n" for row in range(25_000))
    table = read_bytes(f"code,n,flag\n{numbers}x7,1,maybe\n".encode())
    assert isinstance(table.columns[0], TextColumn)
    assert table.columns[0].labels == ("007", "x7")
    assert table.columns[2].labels == ("maybe", "true")  # type: ignore[union-attr]


def test_missing_values_of_every_kind() -> None:
    table = read_bytes(b"a,b\n1,x\n,NA\nNaN,?\nnull,y\n")
    assert [column.missing for column in table.columns] == [3, 2]


texts = st.text(st.characters(codec="cp949", categories=("L",)), min_size=1, max_size=6)
numbers = st.floats(allow_nan=False, allow_infinity=False).map(float)


@given(
    st.lists(st.tuples(texts, numbers, numbers), min_size=1, max_size=12),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp949"]),
    st.sampled_from([".", ","]),
)
def test_what_pandas_writes_is_read_back(
    rows: list[tuple[str, float, float]], delimiter: str, encoding: str, decimal: str
) -> None:
    frame = pd.DataFrame(rows, columns=["이름", "first", "second"])
    written = frame.to_csv(sep=delimiter, decimal=decimal, index=False)
    layout = Layout(True, encoding.removesuffix("-sig"), delimiter, decimal)
    table = read_table(Content("a.csv", written.encode(encoding)), layout)
    assert names(table) == ["이름", "first", "second"]
    for place, column in enumerate(cells(table)[1:], start=1):
        assert column == [row[place] for row in rows]
    expected = [None if row[0] in ("NA", "nan", "NaN", "null", "NULL") else row[0] for row in rows]
    if isinstance(table.columns[0], TextColumn):  # "inf" and "true" may be all there is
        assert cells(table)[0] == expected


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    for start in (b"", b"a,b\n1,2\n", b"PK\x03\x04"):
        try:
            table = read_bytes(start + raw)
        except TableError:
            continue
        assert len({len(cell) for cell in cells(table)}) == 1


@given(st.text('a1,;"\n\r\t. -', max_size=60))
def test_any_table_of_few_letters_is_read_or_refused(text: str) -> None:
    try:
        table = read_bytes(text.encode())
    except TableError:
        return
    assert len(table.rows) == len(cells(table)[0]) > 0


# Workbooks


def workbook(path: Path, *sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_workbook(tmp_path: Path) -> None:
    rows = [["키", "n", "flag", "kind"], [1.5, 1, True, "a"], [None, 2, False, "b"], [2.5, 3, True]]
    table = read(workbook(tmp_path / "a.xlsx", rows))
    assert names(table) == ["키", "n", "flag", "kind"]
    height, *others = cells(table)
    assert np.isnan(height[1])
    assert others == [[1, 2, 3], ["TRUE", "FALSE", "TRUE"], ["a", "b", None]]
    assert table.rows.tolist() == [2, 3, 4]


def test_sheets_are_chosen_and_an_empty_one_is_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [], [["a", "b"], [1, 2]], [["c", "d"], [3, 4]])
    content = load_content(path)
    assert content.sheets == ("Sheet1", "Sheet2", "Sheet3")
    layout = guess(content)
    assert layout.sheet == "Sheet2"
    other = read_table(content, Layout(header=True, sheet="Sheet3"))
    assert names(other) == ["c", "d"]


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a", "b"], [1, 2]])
    assert cells(read(path.rename(tmp_path / "a.csv"))) == [[1], [2]]


def test_numbers_typed_as_texts_are_numbers(tmp_path: Path) -> None:
    table = read(workbook(tmp_path / "a.xlsx", [["a", "b"], ["1.5", 1], ["2", 2]]))
    assert cells(table)[0] == [1.5, 2]
