"""python3 run.py bench: nnsim against its peers, and the window's own figures, as one table."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator

from nnsim.shell.runtime import prepare_process

prepare_process()  # one BLAS thread, before NumPy is loaded
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from .extra import install  # noqa: E402

install()

import numpy  # noqa: E402
from threadpoolctl import threadpool_limits  # noqa: E402

from . import window  # noqa: E402
from .peers import PEERS, nnsim  # noqa: E402
from .report import Row, at_least  # noqa: E402
from .timing import REPETITIONS, epochs_per_second, matrix_share  # noqa: E402
from .works import WORKS, Work  # noqa: E402


def against_peers(work: Work) -> Iterator[Row]:
    """How many times as many epochs per second as each peer."""
    runs, missing = {"nnsim": nnsim(work)}, {}
    for peer, prepare in PEERS.items():
        try:
            runs[peer] = prepare(work)
        except ImportError as error:
            missing[peer] = str(error)
    speeds = epochs_per_second(runs)
    yield Row(work.title, f"{speeds['nnsim']:,.1f} epochs/s")
    for peer, goal in work.goals.items():
        if peer in missing:
            yield Row(f"  x {peer}", f"not measured: {missing[peer]}", f">= {goal:g}")
        else:
            yield at_least(
                f"  x {peer}", speeds["nnsim"] / speeds[peer], goal, "", f" ({speeds[peer]:,.1f}/s)"
            )
    if work.matrix_share is not None:
        yield at_least("  inside matrix products", matrix_share(runs["nnsim"]), work.matrix_share)


def main() -> None:
    """Measure and print, row by row; names of parts ("engine", "window") choose some."""
    parts = sys.argv[1:] or ["engine", "window"]
    print(f"Python {platform.python_version()}, NumPy {numpy.__version__}, {os.cpu_count()} cores.")
    print(f"One BLAS thread each; medians of {REPETITIONS} interleaved repetitions.")
    if hasattr(os, "getloadavg"):
        print(f"Load of the machine before: {os.getloadavg()[0]:.1f}.")
    print()
    with threadpool_limits(1):
        if "engine" in parts:
            for work in WORKS:
                for row in against_peers(work):
                    print(row, flush=True)
        if "window" in parts:
            for row in window.rows():
                print(row, flush=True)


if __name__ == "__main__":
    main()
