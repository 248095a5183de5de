"""A process that saves without end, killed at random moments, again and again.

`python saving_and_killed.py FOLDER SAVES` exits with 0 if after each kill the file was, whole,
what the last finished save or the one that was under way has put there, until so many saves were
begun. Each life is a fork, for a start from nothing takes a second.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from nnsim.document import Document
from nnsim.project import edits, new_project, write_project

SMALL = new_project()
LARGE = edits.resize_hidden(SMALL, (120, 120), "tanh")
CONTENTS = [write_project(SMALL), write_project(LARGE)]
LONGEST_LIFE = 0.05  # seconds; some five saves
BEGUN, DONE = b"b", b"d"


def save_without_end(path: Path, report: int) -> None:
    documents = Document(), Document()
    documents[1].apply(LARGE, "Resize")
    while True:
        for document in documents:
            os.write(report, BEGUN)
            document.save(path)
            os.write(report, DONE)


def live_and_be_killed(path: Path, seconds: float) -> bytes:
    """What one life has reported."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        save_without_end(path, writer)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read()


def main(folder: Path, saves: int) -> None:
    path = folder / "killed.nnsim"
    chance = random.Random(0)
    begun = lives = interrupted = 0
    expected = [CONTENTS[0]]
    path.write_bytes(CONTENTS[0])
    while begun < saves:
        report = live_and_be_killed(path, chance.uniform(0.0, LONGEST_LIFE))
        if done := report.count(DONE):
            expected = [CONTENTS[(done - 1) % 2]]
        if report.endswith(BEGUN):
            expected.append(CONTENTS[done % 2])
            interrupted += 1
        found = path.read_bytes()
        assert found in expected, f"life {lives}: {len(found)} bytes that nobody has saved"
        expected = [found]
        begun += report.count(BEGUN)
        lives += 1
    print(begun, lives, interrupted)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
