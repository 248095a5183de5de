"""Weights and biases as NumPy's .npz: W2, b2, W3, b3, ... under the names of the notation."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import numpy as np
from numpy.lib import format as npy

from nnsim.engine import pack, views
from nnsim.project import NetworkSpec, Project
from nnsim.project.arrays import FloatArray

from .errors import WeightsError

MAX_FILE = 128 * 2**20
MAX_ENTRIES = 256
_MAX_HEADER = 4096
_PARAMETER = re.compile(r"[Wb]\d+")
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


def weights_file(project: Project) -> bytes:
    """The present parameters, with sizes and activations; mean and scale where inputs are scaled.

    Every entry is a plain array, to be read with `numpy.load`.
    """
    spec = project.network
    W, b = views(spec.sizes, project.parameters)
    arrays = {f"W{layer}": W[layer] for layer in W} | {f"b{layer}": b[layer] for layer in b}
    arrays = dict(sorted(arrays.items(), key=lambda entry: int(entry[0][1:])))
    also = {"sizes": np.array(spec.sizes), "activations": np.array(spec.activations)}
    if project.scaling is not None:
        also |= {"mean": project.scaling.mean, "scale": project.scaling.scale}
    buffer = BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays, **also)
    return buffer.getvalue()


def read_weights(content: bytes, spec: NetworkSpec) -> FloatArray:
    """Parameters (P,) for this architecture from W2, b2, W3, b3, ... of a .npz.

    Arrays of any real type are taken; entries with other names are left alone. Nothing is unpacked
    that is larger than the network's own array. Raises WeightsError.
    """
    entries = _Entries(content)
    W, b = views(spec.sizes, np.empty(len(spec.draw())))
    for name in entries.names:
        if _PARAMETER.fullmatch(name) and int(name[1:]) not in W:
            raise WeightsError("unexpected_array", name, expected=f"L = {spec.depth}")
    return pack(
        spec.sizes,
        {layer: entries.read(f"W{layer}", array.shape) for layer, array in W.items()},
        {layer: entries.read(f"b{layer}", array.shape) for layer, array in b.items()},
    )


class _Entries:
    """The arrays of a .npz, read one by one."""

    def __init__(self, content: bytes) -> None:
        """Read the directory only; raises WeightsError."""
        if not content.startswith(b"PK"):
            raise WeightsError("not_npz")
        if len(content) > MAX_FILE or _entry_count(content) > MAX_ENTRIES:
            raise WeightsError("too_big")
        try:
            self._zip = ZipFile(BytesIO(content))
        except _ZIP_ERRORS as error:
            raise WeightsError("damaged") from error
        self._infos = {
            info.filename.removesuffix(".npy"): info
            for info in self._zip.infolist()
            if info.filename.endswith(".npy")
        }
        if not self._infos:
            raise WeightsError("not_npz")

    @property
    def names(self) -> list[str]:
        return sorted(self._infos)

    def read(self, name: str, shape: tuple[int, ...]) -> FloatArray:
        """One array of this shape as float64; raises WeightsError."""
        info = self._infos.get(name)
        if info is None:
            raise WeightsError("missing_array", name)
        limit = 32 * int(np.prod(shape)) + _MAX_HEADER  # no real number takes more bytes
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit)
        except _ZIP_ERRORS as error:
            raise WeightsError("damaged", name) from error
        found, dtype = _header(content, name)
        if dtype.kind not in "fiu":
            raise WeightsError("wrong_type", name, str(dtype))
        if found != shape:
            raise WeightsError("wrong_shape", name, str(found), str(shape))
        try:
            array = np.asarray(np.load(BytesIO(content), allow_pickle=False), dtype=np.float64)
        except (ValueError, EOFError) as error:
            raise WeightsError("damaged", name) from error
        if not np.isfinite(array).all():
            raise WeightsError("not_finite", name)
        return array


def _entry_count(content: bytes) -> int:
    """How many entries the directory promises, for zipfile reads them all at once."""
    end = content.rfind(b"PK\x05\x06")
    if end < 0 or len(content) - end < 22:
        raise WeightsError("damaged")
    return int(struct.unpack_from("<H", content, end + 10)[0])


def _header(content: bytes, name: str) -> tuple[tuple[int, ...], np.dtype]:
    """Shape and type of an array, before anything is allocated for it."""
    stream = BytesIO(content)
    try:
        version = npy.read_magic(stream)
        read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
        shape, _, dtype = read(stream, max_header_size=_MAX_HEADER)
    except Exception as error:  # NumPy evaluates a literal, and that raises almost anything
        raise WeightsError("damaged", name) from error
    return shape, dtype
