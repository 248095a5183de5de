"""A project file from outside: a zip of a few named parts, packed and unpacked within limits.

Whatever the bytes are, nothing is allocated that the limits do not allow, and every refusal is a
ProjectFileError.
"""

from __future__ import annotations

import math
import os
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import numpy as np
from numpy.lib import format as npy

from .arrays import FloatArray
from .errors import ProjectFileError

MAX_FILE = 512 * 2**20
MAX_UNPACKED = 512 * 2**20
MAX_DOCUMENT = 16 * 2**20
MAX_PARTS = 16
MAX_DIRECTORY = 16 * 2**10
MAX_NPY_HEADER = 256

# What zipfile raises on hostile bytes; reading from memory, an OSError is one of them.
_ZIP_ERRORS = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_END_OF_ZIP = struct.Struct("<4s4H2LH")
_ENCRYPTED = 0x1
_PIECE = 2**16  # bytes
_WORTH = 0.75  # of its size is what a part has to shrink below


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip; the same parts give the same bytes.

    What hardly shrinks, as weights do, is not compressed: it would take long and stay large.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            info = ZipInfo(name)  # dated 1980
            info.create_system = 3  # Unix, on every system
            info.compress_type = ZIP_DEFLATED if _shrinks(content) else ZIP_STORED
            archive.writestr(info, content)
    return buffer.getvalue()


def _shrinks(content: bytes) -> bool:
    """Whether compressing it is worth the time, from a piece in its middle."""
    start = max(0, (len(content) - _PIECE) // 2)
    piece = content[start : start + _PIECE]
    return len(zlib.compress(piece, level=1)) < _WORTH * len(piece)


def array_part(array: FloatArray) -> bytes:
    """An array as .npy, version 1.0."""
    buffer = BytesIO()
    npy.write_array(buffer, array.astype("<f8", order="C"), version=(1, 0), allow_pickle=False)
    return buffer.getvalue()


def read_content(file: BinaryIO) -> bytes:
    """What stands in an open file, from here on; its size is looked at before it is read.

    Raises ProjectFileError and OSError.
    """
    if os.fstat(file.fileno()).st_size <= MAX_FILE:
        content = file.read(MAX_FILE + 1)  # it may grow while it is read
        if len(content) <= MAX_FILE:
            return content
    raise _too_big()


def _too_big() -> ProjectFileError:
    return ProjectFileError("too_big", "", f"at most {MAX_FILE} bytes")


class Archive:
    """The parts of a zip that has been found sound from the outside."""

    def __init__(self, content: bytes) -> None:
        """Read the directory only; raises ProjectFileError."""
        if len(content) > MAX_FILE:
            raise _too_big()
        if not content.startswith(b"PK"):
            raise ProjectFileError("not_a_project")
        _check_directory(content)
        try:
            self._zip = ZipFile(BytesIO(content))
        except _ZIP_ERRORS as error:
            raise ProjectFileError("damaged") from error
        self._parts: dict[str, ZipInfo] = {}
        for info in self._zip.infolist():
            self._check(info)
            self._parts[info.filename] = info
        if sum(info.file_size for info in self._parts.values()) > MAX_UNPACKED:
            raise ProjectFileError("too_big", "", f"at most {MAX_UNPACKED} bytes unpacked")

    def _check(self, info: ZipInfo) -> None:
        place = _printable(info.filename)
        if info.filename in self._parts:
            raise ProjectFileError("unexpected_part", place, "twice")
        if info.flag_bits & _ENCRYPTED:
            raise ProjectFileError("damaged", place, "encrypted")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ProjectFileError("damaged", place, "unknown compression")

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def expect(self, names: set[str]) -> None:
        """Raise ProjectFileError unless it has exactly these parts."""
        for name in sorted(names - self._parts.keys()):
            raise ProjectFileError("missing_part", name)
        for name in sorted(self._parts.keys() - names):
            raise ProjectFileError("unexpected_part", _printable(name))

    def read(self, name: str, limit: int) -> bytes:
        """One part, of at most `limit` bytes; raises ProjectFileError."""
        info = self._parts[name]
        if info.file_size > limit:
            raise ProjectFileError("too_big", name, f"at most {limit} bytes")
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit + 1)
        except _ZIP_ERRORS as error:
            raise ProjectFileError("damaged", name) from error
        if len(content) != info.file_size:
            raise ProjectFileError("damaged", name)
        return content

    def read_array(self, name: str, shape: tuple[int, ...]) -> FloatArray:
        """One .npy of float64 in exactly this shape; raises ProjectFileError."""
        size = 8 * math.prod(shape)
        content = self.read(name, size + MAX_NPY_HEADER)
        found, start = _npy_header(content, name)
        if found != (shape, False, np.dtype("<f8")):
            raise ProjectFileError("bad_array", name, f"float64 {shape}")
        if len(content) - start != size:
            raise ProjectFileError("bad_array", name, f"{size} bytes")
        return np.frombuffer(content, "<f8", offset=start).reshape(shape).astype(np.float64)


def _check_directory(content: bytes) -> None:
    """zipfile reads the whole directory at once, so look at its size first.

    The end record stands at the very end, without comment; a zip64 record before it could
    contradict it.
    """
    end = content[-_END_OF_ZIP.size :]
    if len(end) < _END_OF_ZIP.size or end[:4] != b"PK\x05\x06" or b"PK\x06\x07" in content[-42:-22]:
        raise ProjectFileError("damaged", "", "no end of the zip")
    _, _, _, _, parts, size, _, _ = _END_OF_ZIP.unpack(end)
    if parts > MAX_PARTS or size > MAX_DIRECTORY:
        raise ProjectFileError("too_big", "", f"at most {MAX_PARTS} parts")


def _npy_header(content: bytes, name: str) -> tuple[tuple[tuple[int, ...], bool, object], int]:
    """(shape, Fortran order, dtype) and where the numbers begin."""
    stream = BytesIO(content)
    try:
        if npy.read_magic(stream) != (1, 0):
            raise ValueError("version")
        header = npy.read_array_header_1_0(stream, max_header_size=MAX_NPY_HEADER)
    except Exception as error:  # NumPy evaluates a literal, and that raises almost anything
        raise ProjectFileError("bad_array", name, "no header of an .npy") from error
    return header, stream.tell()


def _printable(name: str) -> str:
    """The name of a part, fit to be shown."""
    return repr(name[:60])[1:-1]
