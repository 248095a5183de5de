"""Files of parameters, changed in wild ways: each is read or is a WeightsError, nothing else."""

import io
from contextlib import suppress
from zipfile import ZipFile

import numpy as np
from fuzzing import flipped, fuzz, in_time, little_memory  # noqa: F401 - a fixture of this module
from hypothesis import given
from hypothesis import strategies as st

from nnsim.exporting import WeightsError
from nnsim.exporting.npz import read_weights, weights_file
from nnsim.project import new_project

PROJECT = new_project()
RAW = weights_file(PROJECT)
with ZipFile(io.BytesIO(RAW)) as opened:
    MEMBERS = {name: opened.read(name) for name in opened.namelist()}


def is_read_or_refused(raw: bytes) -> None:
    with in_time(), suppress(WeightsError):
        found = read_weights(raw, PROJECT.network)
        assert found.shape == PROJECT.parameters.shape
        assert np.isfinite(found).all()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


@fuzz
@given(st.integers(0, 2**32), st.integers(1, 20))
def test_fuzz_parameters_with_other_bytes(seed: int, count: int) -> None:
    is_read_or_refused(flipped(RAW, seed, count))


@fuzz
@given(st.sampled_from(sorted(MEMBERS)), st.integers(0, 2**32), st.integers(1, 8))
def test_fuzz_an_array_with_other_bytes(name: str, seed: int, count: int) -> None:
    is_read_or_refused(zipped(MEMBERS | {name: flipped(MEMBERS[name], seed, count)}))


headers = st.builds(
    "{{'descr': {!r}, 'fortran_order': {}, 'shape': {}}}".format,
    st.sampled_from(["<f8", "<c16", "O", "<U9", "|b1", ">i2", "<f2", "<M8[s]", "", "<f8,<f8"]),
    st.sampled_from(["True", "False", "2", "[]"]),
    st.sampled_from(["(2, 2)", "()", "(4,)", "(0, 2)", "(-1, 2)", "(2**40, 2)", "(1e3,)", "None"]),
)


@fuzz
@given(st.sampled_from(sorted(MEMBERS)), headers, st.binary(max_size=64))
def test_fuzz_an_array_with_another_header(name: str, header: str, data: bytes) -> None:
    padded = header.ljust(117) + "\n"
    array = b"\x93NUMPY\x01\x00" + len(padded).to_bytes(2, "little") + padded.encode() + data
    is_read_or_refused(zipped(MEMBERS | {name: array}))
