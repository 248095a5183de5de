"""The extra `bench`: installed into this environment the first time that it is needed."""

from __future__ import annotations

import subprocess
import sys
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def install() -> None:
    """Let pip install it. Where that is not possible, the table says what is missing."""
    if find_spec("torch") is None or find_spec("psutil") is None:
        pip = [sys.executable, "-m", "pip", "install"]
        if subprocess.call([*pip, "-e", f"{ROOT}[bench]"]):  # a Python without a wheel of torch
            subprocess.call([*pip, "psutil"])
        invalidate_caches()
