"""Valid tables, changed in wild ways: each is read or is a TableError, nothing else."""

import io
import zipfile
from contextlib import suppress

import openpyxl
import pytest
from fuzzing import flipped, fuzz, in_time, little_memory  # noqa: F401 - a fixture of this module
from hypothesis import given
from hypothesis import strategies as st

from nnsim.data.tables import TableError, guess, read_table
from nnsim.data.tables.reading import Content
from nnsim.data.tables.workbook import is_workbook, sheet_names

TEXT = '이름,x,y,class\n가,1.5,-2,a\n나,"2,5",1e3,b\n다,,inf,a\n'.encode()


def _book() -> bytes:
    book = openpyxl.Workbook()
    for row in (["a", "b", "c"], [1, 2.5, "x"], [3, None, "y"], ["=1+1", True, "z"]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


BOOK = _book()
with zipfile.ZipFile(io.BytesIO(BOOK)) as opened:
    MEMBERS = {name: opened.read(name) for name in opened.namelist()}


def is_read_or_refused(raw: bytes) -> None:
    with in_time(), suppress(TableError):
        _read(raw)


def _read(raw: bytes) -> None:
    content = Content("a", raw, sheet_names(raw) if is_workbook(raw) else ())
    read_table(content, guess(content))


@pytest.fixture(scope="module", autouse=True)
def readers_are_loaded() -> None:
    """The import of pandas and openpyxl is no case."""
    for raw in (TEXT, BOOK):
        with suppress(TableError):
            _read(raw)


@fuzz
@given(st.integers(0, 2**32), st.integers(0, 6), st.sampled_from(["utf-8", "utf-16", "cp949"]))
def test_fuzz_a_text_with_other_bytes(seed: int, count: int, encoding: str) -> None:
    is_read_or_refused(flipped(TEXT.decode().encode(encoding), seed, count))


@fuzz
@given(st.integers(0, 2**32), st.integers(1, 20))
def test_fuzz_a_workbook_with_other_bytes(seed: int, count: int) -> None:
    is_read_or_refused(flipped(BOOK, seed, count))


replacements = st.sampled_from(
    [
        (b'r="A1"', b'r="XFD1048576"'),
        (b'r="B2"', b'r="A0"'),
        (b'r="C3"', b'r=""'),
        (b'r="2"', b'r="1048576"'),
        (b'r="2"', b'r="99999999999"'),
        (b'r="3"', b'r="-5"'),
        (b'ref="A1:C4"', b'ref="A1:XFD1048576"'),
        (b't="s"', b't="d"'),
        (b't="s"', b't="nonsense"'),
        (b't="n"', b't="s"'),
        (b"<v>0</v>", b"<v>99999999</v>"),
        (b"<v>1</v>", b"<v>-1</v>"),
        (b"<v>2.5</v>", b"<v>1e999</v>"),
        (b"<v>3</v>", b"<v>not a number</v>"),
        (b"sheetId", b"sheetid"),
        (b"rId1", b"rId9"),
        (b"<?xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><?xml'),
        (b"</row>", b""),
        (b"<worksheet", b"<chartsheet"),
        (b"utf-8", b"utf-7"),
    ]
)


@fuzz
@given(st.lists(replacements, max_size=4), st.sets(st.sampled_from(sorted(MEMBERS)), max_size=1))
def test_fuzz_a_workbook_with_other_words(
    changes: list[tuple[bytes, bytes]], missing: set[str]
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in MEMBERS.items():
            for old, new in changes:
                content = content.replace(old, new)
            if name not in missing:
                target.writestr(name, content)
    is_read_or_refused(buffer.getvalue())
