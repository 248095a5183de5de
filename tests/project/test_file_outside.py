"""Zips that are refused before anything in them is read."""

import io
import struct
import zipfile

import numpy as np
import pytest
from project_files import everything, npy, parts, refusal, with_document, zipped

from nnsim.project import archive, new_project, parse_project


def test_the_helpers_write_what_opens() -> None:
    assert parse_project(zipped(parts())) == everything()
    assert parse_project(with_document("data.split_seed", 3)).split_seed == 3
    scaling = npy(np.array([[0.0, 0.0], [1.0, 1.0]]))
    assert parse_project(zipped(parts() | {"scaling.npy": scaling})).scaling is not None


@pytest.mark.parametrize("content", [b"", b"P", b"hello", b"\x80\x04K\x01.", b"%PDF-1.7", b"{}"])
def test_not_a_zip(content: bytes) -> None:
    assert refusal(content) == ("not_a_project", "")


def test_a_zip_of_something_else() -> None:
    assert refusal(zipped({"word/document.xml": b"<a/>"})) == ("not_a_project", "project.json")
    assert refusal(zipped({})) == ("not_a_project", "project.json")


def test_too_many_parts() -> None:
    assert refusal(zipped({str(n): b"" for n in range(1000)})) == ("too_big", "")


def test_a_directory_that_lies_about_its_length() -> None:
    content = zipped({str(n): b"" for n in range(1000)})
    lying = content[:-14] + struct.pack("<HHLLH", 1, 1, 60, len(content) - 82, 0)
    assert refusal(lying) == ("damaged", "")


def test_bytes_after_the_zip() -> None:
    assert refusal(zipped(parts()) + b"\n") == ("damaged", "")


def test_a_file_above_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    content = zipped(parts())
    monkeypatch.setattr(archive, "MAX_FILE", len(content) - 1)
    assert refusal(content) == ("too_big", "")


def test_a_zip_bomb_is_refused_before_it_unfolds() -> None:
    bomb = zipped(parts() | {"x.npy": bytes(2**26)})
    assert len(bomb) < 2**17
    assert refusal(bomb) == ("too_big", "x.npy")
    bomb = zipped(parts() | {"project.json": b" " * (archive.MAX_DOCUMENT + 1)})
    assert refusal(bomb) == ("too_big", "project.json")


def test_all_parts_together_are_bounded() -> None:
    content = zipped(parts() | {"x.npy": b"x" * 1000}, zipfile.ZIP_STORED)
    declared = struct.pack("<LL", 1000, 1000)
    start = content.rindex(declared)  # the directory's own entry
    huge = content[:start] + struct.pack("<LL", 1000, 2**31) + content[start + 8 :]
    assert refusal(huge) == ("too_big", "")


@pytest.mark.parametrize("size", [0, 1, 7999, 8001])
def test_a_part_that_lies_about_its_length(size: int) -> None:
    files = parts() | {"project.json": parts()["project.json"].ljust(8000)}
    assert len(files["project.json"]) == 8000
    content = zipped(files, zipfile.ZIP_STORED)
    start = content.rindex(struct.pack("<LL", 8000, 8000))
    lying = content[:start] + struct.pack("<LL", size, size) + content[start + 8 :]
    assert refusal(lying) == ("damaged", "project.json")


def test_a_part_twice() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        target.writestr("project.json", b"{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            target.writestr("project.json", b"{}")
    assert refusal(buffer.getvalue()) == ("unexpected_part", "project.json")


@pytest.mark.parametrize(
    "name", ["../../evil.npy", "y.npy", "parameters.pkl", "sub/", "x\n\x1b.npy"]
)
def test_unknown_parts(name: str) -> None:
    reason, place = refusal(zipped(parts() | {name: b""}))
    assert reason == "unexpected_part"
    assert place == repr(name)[1:-1]


@pytest.mark.parametrize("name", [name for name in parts() if name != "project.json"])
def test_missing_parts(name: str) -> None:
    files = parts()
    del files[name]
    assert refusal(zipped(files)) == ("missing_part", name)


def test_a_part_that_this_project_does_not_have() -> None:
    files = parts()
    plain = {"project.json": parts(new_project())["project.json"]}
    assert refusal(zipped(files | plain)) == ("unexpected_part", "optimizer.npy")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions(method: int) -> None:
    assert refusal(zipped(parts(), method)) == ("damaged", "project.json")


def test_encrypted_parts() -> None:
    content = bytearray(zipped(parts()))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert refusal(bytes(content)) == ("damaged", "project.json")
