"""Valid project files, changed in wild ways: each opens or is a ProjectFileError, nothing else."""

import json
import random
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace

from fuzzing import fuzz, in_time, little_memory  # noqa: F401 - a fixture of this module
from hypothesis import given
from hypothesis import strategies as st
from project_files import everything, parts, zipped

from nnsim.project import ProjectFileError, Run, parse_project, write_project

BASE = everything()
PROJECT = replace(BASE, runs=(Run(1, BASE, "first", True),))
Path = tuple[str | int, ...]
CONTENT = write_project(PROJECT)
PARTS = parts(PROJECT)
ARRAYS = sorted(name for name in PARTS if name.endswith(".npy"))


def opens_or_is_refused(content: bytes) -> None:
    with in_time(), suppress(ProjectFileError):
        parse_project(content)


wild = st.one_of(
    st.sampled_from([0, -1, 1, 2**31 - 1, 2**31, 2**53, 2**63, -(2**64), 10**400, 1e308, 5e-324]),
    st.sampled_from([float("nan"), float("inf"), None, True, "", "\0", "x" * 10_000, "../../x"]),
    st.sampled_from([[], {}, [[[[]]]] * 3, [1] * 1000, {"a": {"b": {}}}, "sigmoid", "adam"]),
    st.integers(),
    st.floats(),
)


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value in a JSON document."""
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    deeper = [each for key, inner in items for each in places(inner, (*path, key))]
    return [*([path] if path else []), *deeper]


PLACES = places(json.loads(PARTS["project.json"]))


@fuzz
@given(st.lists(st.tuples(st.sampled_from(PLACES), wild), min_size=1, max_size=3))
def test_fuzz_wild_values_in_the_document(
    changes: list[tuple[tuple[str | int, ...], object]],
) -> None:
    document = json.loads(PARTS["project.json"])
    for (*path, last), value in changes:
        target = document
        with suppress(KeyError, IndexError, TypeError):  # an earlier change took the place away
            for key in path:
                target = target[key]
            target[last] = deepcopy(value)  # a later change may reach into it
    opens_or_is_refused(zipped(PARTS | {"project.json": json.dumps(document).encode()}))


@fuzz
@given(st.permutations(sorted(PARTS)), st.integers(0, 2))
def test_fuzz_members_swapped_and_left_out(order: list[str], missing: int) -> None:
    swapped = dict(zip(sorted(PARTS), (PARTS[name] for name in order), strict=True))
    for name in order[:missing]:
        del swapped[name]
    opens_or_is_refused(zipped(swapped))


sizes = st.sampled_from([-1, 0, 1, 2, 9, 2**31, 2**62, 2**63, 10**30])


@fuzz
@given(
    st.sampled_from(ARRAYS),
    st.lists(sizes, max_size=4),
    st.sampled_from(["<f8", ">f8", "<f4", "|O", "<c16", "|V8", "<U99999999", "[('a','<f8')]"]),
    st.booleans(),
)
def test_fuzz_huge_shapes_declared(name: str, shape: list[int], dtype: str, order: bool) -> None:
    header = repr({"descr": dtype, "fortran_order": order, "shape": tuple(shape)}).encode()
    header += b" " * (-len(header) - 11 % 64) + b"\n"
    numbers = PARTS[name][-72:]
    spoilt = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + numbers
    opens_or_is_refused(zipped(PARTS | {name: spoilt}))


@fuzz
@given(st.integers(0, 2**32), st.integers(1, 30), st.booleans())
def test_fuzz_bytes_flipped_cut_and_moved(seed: int, count: int, cut: bool) -> None:
    chance = random.Random(seed)
    raw = bytearray(CONTENT)
    for _ in range(count):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    if cut:
        start, end = sorted((chance.randrange(len(raw)), chance.randrange(len(raw))))
        raw[start:end] = raw[end : end + chance.randrange(200)]
    opens_or_is_refused(bytes(raw))


@fuzz
@given(st.sampled_from(sorted(PARTS)), st.integers(0, 2**32), st.integers(1, 8))
def test_fuzz_bytes_flipped_inside_a_member(name: str, seed: int, count: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(PARTS[name])
    for _ in range(count):
        raw[chance.randrange(len(raw))] = chance.choice([0, 1, 0x7F, 0xF0, 0xFF, ord("9")])
    opens_or_is_refused(zipped(PARTS | {name: bytes(raw)}))
