"""The command line. Imports neither Qt nor NumPy, so --version and --help answer at once."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nnsim


@dataclass(frozen=True)
class Arguments:
    """What was asked for: `path` is the project to open, or None for the first network."""

    path: Path | None


def parse(argv: Sequence[str] | None = None) -> Arguments:
    """Read `argv` (default: `sys.argv[1:]`).

    Raises SystemExit after --version or --help (code 0) and on a wrong argument (code 2).
    """
    parser = argparse.ArgumentParser(prog="nnsim", description=nnsim.__doc__)
    parser.add_argument("path", nargs="?", type=Path, metavar="FILE", help="a .nnsim project")
    parser.add_argument("--version", action="version", version=f"nnsim {nnsim.__version__}")
    return Arguments(path=parser.parse_args(argv).path)
