"""How much is fuzzed: a few hundred cases in the normal run, more than 20 000 in the nightly one.

`HYPOTHESIS_PROFILE=nightly python -m pytest -k fuzz` starts the latter; NNSIM_FUZZ_CASES is the
number of cases of each test. No case may take over 2 s there, nor all of them over 500 MB.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

import pytest
from hypothesis import HealthCheck, settings

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
CASES = int(os.environ.get("NNSIM_FUZZ_CASES", "3000" if NIGHTLY else "50"))
MOST_MEMORY = 500 * 2**20
MOST_SECONDS = 2.0  # of the processor: other work on the machine does not count

fuzz = settings(
    max_examples=CASES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@contextmanager
def in_time() -> Iterator[None]:
    """Fails where one case takes too long."""
    start = process_time()
    yield
    assert process_time() - start < MOST_SECONDS


def flipped(raw: bytes, seed: int, count: int) -> bytes:
    """The bytes, so many of them changed, and perhaps cut off somewhere."""
    chance = random.Random(seed)
    changed = bytearray(raw)
    for _ in range(count):
        value = chance.choice(
            [0, 9, 10, 13, 34, 44, 59, 61, 0x7F, 0xFE, 0xFF, chance.randrange(256)]
        )
        changed[chance.randrange(len(changed))] = value
    return bytes(changed[: chance.choice([None, chance.randrange(len(changed))])])


def peak() -> int:
    """The most memory that this process has ever had, in bytes."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


@pytest.fixture(scope="module", autouse=True)
def little_memory() -> Iterator[None]:
    """Fails where the cases of a module have taken too much."""
    if sys.platform == "win32":
        yield
        return
    before = peak()
    yield
    assert peak() - before < MOST_MEMORY
