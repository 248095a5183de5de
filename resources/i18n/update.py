"""Bring the translations up to date with the sources, and compile them.

    python resources/i18n/update.py

collects the texts of nnsim/ into every nnsim_*.ts of this folder, drops those that are gone, and
compiles each into its .qm. New texts are marked as unfinished: translate them in the .ts (with
pyside6-linguist or any editor) and run this again. Another folder with .ts files can be given.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "nnsim"


def update(folder: Path) -> None:
    """Update and compile every translation in the folder."""
    sources = sorted(PACKAGE.rglob("*.py"))
    for ts in sorted(folder.glob("nnsim_*.ts")):
        _run(
            "pyside6-lupdate",
            *("-no-obsolete", "-locations", "none", "-source-language", "en"),
            *sources,
            *("-ts", ts),
        )
        _run("pyside6-lrelease", ts, "-qm", ts.with_suffix(".qm"))


def _run(tool: str, *arguments: str | Path) -> None:
    """Run one of the tools that come with PySide6."""
    subprocess.run([Path(sysconfig.get_path("scripts")) / tool, *arguments], check=True)


if __name__ == "__main__":
    update(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
