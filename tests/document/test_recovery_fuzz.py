"""Recovery files, changed in wild ways: each is read or is a ProjectFileError, nothing else."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from fuzzing import flipped, fuzz, in_time, little_memory  # noqa: F401 - a fixture of this module
from hypothesis import given
from hypothesis import strategies as st

from nnsim.document.recovery import RecoveryFile, Work, content
from nnsim.document.stamp import Stamp
from nnsim.project import ProjectFileError, new_project

RAW = content(Work(new_project(), Path("a.nnsim")))
HEADER, _, BODY = RAW.partition(b"\n")


@pytest.fixture(scope="module")
def is_read_or_refused(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], None]:
    file = RecoveryFile(tmp_path_factory.mktemp("recovery") / "work.recovery")

    def check(raw: bytes) -> None:
        file.path.write_bytes(raw)
        with in_time():
            assert file.of is None or isinstance(file.of, Path)
            with suppress(ProjectFileError):
                work = file.read()
                assert work.path is None or work.path.exists() in (True, False)
                assert work.stamp is None or work.stamp == work.stamp

    return check


@fuzz
@given(seed=st.integers(0, 2**32), count=st.integers(1, 20))
def test_fuzz_a_recovery_file_with_other_bytes(
    seed: int, count: int, is_read_or_refused: Callable[[bytes], None]
) -> None:
    is_read_or_refused(flipped(RAW, seed, count))


wild = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
stamps = st.dictionaries(st.sampled_from([*Stamp.__dataclass_fields__, "other"]), wild)


@fuzz
@given(header=wild | st.fixed_dictionaries({"path": wild, "stamp": wild | stamps}))
def test_fuzz_a_recovery_file_with_another_header(
    header: object, is_read_or_refused: Callable[[bytes], None]
) -> None:
    is_read_or_refused(json.dumps(header).encode() + b"\n" + BODY)


def test_a_header_that_is_deeply_nested_is_refused(
    is_read_or_refused: Callable[[bytes], None],
) -> None:
    is_read_or_refused(b"[" * 60_000 + b"\n" + BODY)
