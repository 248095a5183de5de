"""Whatever happens to a file's bytes: it opens, or it is a ProjectFileError, and nothing else."""

import json
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from project_files import everything, parts, refusal, zipped

from nnsim.project import ProjectFileError, new_project, parse_project, write_project

CONTENT = write_project(everything())
PARTS = parts()


def opens_or_is_refused(content: bytes) -> None:
    with suppress(ProjectFileError):
        parse_project(content)


@pytest.mark.parametrize("project", [new_project(), everything()], ids=["new", "everything"])
def test_truncated_anywhere(project: object) -> None:
    content = write_project(project)  # type: ignore[arg-type]
    for length in range(len(content)):
        expected = ("damaged" if length >= 2 else "not_a_project", "")
        assert refusal(content[:length]) == expected


@given(st.binary(max_size=200))
@example(b"PK\x05\x06" + bytes(18))
@example(b"PK\x03\x04" + bytes(60))
def test_any_bytes(content: bytes) -> None:
    opens_or_is_refused(content)


def test_every_byte_flipped() -> None:
    for place in range(len(CONTENT)):
        for value in (0x00, 0xFF, CONTENT[place] ^ 1, CONTENT[place] ^ 0x80):
            opens_or_is_refused(CONTENT[:place] + bytes([value]) + CONTENT[place + 1 :])


@given(st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.binary(max_size=8)), max_size=6))
def test_bytes_replaced_inserted_and_cut(changes: list[tuple[int, bytes]]) -> None:
    content = CONTENT
    for place, new in changes:
        content = content[:place] + new + content[place + len(new) // 2 :]
    opens_or_is_refused(content)


@given(st.sampled_from(sorted(PARTS)), st.data())
def test_parts_spoilt_inside_a_sound_zip(name: str, data: st.DataObject) -> None:
    part = PARTS[name]
    place = data.draw(st.integers(0, len(part) - 1))
    new = data.draw(st.binary(max_size=8))
    opens_or_is_refused(zipped(PARTS | {name: part[:place] + new + part[place + len(new) :]}))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def places(document: object) -> list[tuple[str | int, ...]]:
    """The path of every value in a JSON document."""
    items = (
        list(document.items())
        if isinstance(document, dict)
        else list(enumerate(document))
        if isinstance(document, list)
        else []
    )
    return [(key, *rest) for key, value in items for rest in [(), *places(value)]]


DOCUMENT = json.loads(PARTS["project.json"])


@given(st.sampled_from(places(DOCUMENT)), json_values)
def test_any_value_anywhere_in_the_document(path: tuple[str | int, ...], value: object) -> None:
    document = json.loads(PARTS["project.json"])
    target = document
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    opens_or_is_refused(zipped(PARTS | {"project.json": json.dumps(document).encode()}))
