"""Arrays that are not what project.json promises."""

import io
import struct
from collections.abc import Callable

import numpy as np
import pytest
from project_files import npy, parts, refusal, with_document, zipped


def test_sizes_that_the_arrays_do_not_have() -> None:
    place = refusal(with_document("network.sizes", [2, 1000, 1]))
    assert place == ("bad_array", "initial.npy")
    assert refusal(with_document("data.table.samples", 5)) == ("bad_array", "x.npy")
    assert refusal(with_document("data.table.samples", 2**31 - 1)) == ("bad_array", "x.npy")


def _header(text: str) -> bytes:
    header = text.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes(72)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x93NUMPY",
        npy(np.array([{}] * 9, dtype=object), allow_pickle=True),
        npy(np.zeros(9, np.float32)),
        npy(np.zeros(9, ">f8")),
        npy(np.zeros(9, np.int64)),
        npy(np.zeros(8)),
        npy(np.zeros((9, 1))),
        npy(np.zeros((1, 9))),
        npy(np.zeros(9))[:-1],
        npy(np.zeros(9)) + b"\0",
        npy(np.zeros(9)).replace(b"\x01\x00", b"\x02\x00", 1),
        _header("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000,), }"),
        _header("{'descr': '<f8', 'fortran_order': False, 'shape': (-9,), }"),
        _header("{'descr': '<f8', 'fortran_order': True, 'shape': (9,), }"),
        _header("{'descr': '<f8', 'shape': (9,), }"),
        _header("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (9,), }"),
        _header("{'descr': '|O', 'fortran_order': False, 'shape': (9,), }"),
        _header("__import__('os').abort()"),
        _header("(" * 100),
        _header("{" * 50 + "[" * 50),
        _header("-" * 110 + "1"),
        _header("\0"),
    ],
)
def test_arrays_of_another_kind(content: bytes) -> None:
    files = parts() | {"parameters.npy": content}
    assert refusal(zipped(files)) == ("bad_array", "parameters.npy")


def test_a_header_longer_than_any_of_ours() -> None:
    content = npy(np.zeros(9))
    start = 10 + struct.unpack("<H", content[8:10])[0]
    header = content[10 : start - 1].ljust(60_000) + b"\n"
    content = content[:8] + struct.pack("<H", len(header)) + header + content[start:]
    assert refusal(zipped(parts() | {"initial.npy": content})) == ("too_big", "initial.npy")


def test_two_dimensions_in_fortran_order() -> None:
    content = npy(np.asfortranarray(np.ones((2, 9))))
    assert refusal(zipped(parts() | {"optimizer.npy": content})) == ("bad_array", "optimizer.npy")


def _filled(name: str, change: Callable[[np.ndarray], None]) -> bytes:
    array = np.load(io.BytesIO(parts()[name]), allow_pickle=False)
    change(array)
    return zipped(parts() | {name: npy(array)})


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", [name for name in parts() if name.endswith(".npy")])
def test_numbers_that_are_not_finite(name: str, bad: float) -> None:
    def spoil(array: np.ndarray) -> None:
        array.flat[1] = bad

    assert refusal(_filled(name, spoil)) == ("not_finite", name)


def test_infinite_losses_of_the_test_set() -> None:
    def spoil(array: np.ndarray) -> None:
        array[0, 3] = np.inf

    assert refusal(_filled("history.npy", spoil)) == ("not_finite", "history.npy")


@pytest.mark.parametrize("scale", [0.0, -1.0])
def test_a_scaling_that_cannot_be_applied(scale: float) -> None:
    scaling = npy(np.full((2, 2), scale))
    assert refusal(zipped(parts() | {"scaling.npy": scaling})) == ("bad_array", "scaling.npy")


def test_a_scaling_that_overflows() -> None:
    scaling = npy(np.full((2, 2), 5e-324))
    assert refusal(zipped(parts() | {"scaling.npy": scaling})) == ("bad_document", "project.json")
