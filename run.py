"""Set nnsim up in .venv beside this file, then run it.

python3 run.py [FILE]          start the application; its own arguments are passed on
python3 run.py test            every check; with arguments (-k engine) only pytest with these
python3 run.py bench           speed and memory, beside scikit-learn and PyTorch
"""

import ctypes
import os
import shutil
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, CalledProcessError, call, check_call

if sys.version_info < (3, 11):  # noqa: UP036 - whoever types this may have an older one
    sys.exit(f"nnsim needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
VENV = ROOT / ".venv"
STAMP = VENV / "nnsim-stamp.txt"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What Qt itself loads from the system, and what its windows load besides.
QT = "EGL.so.1 GL.so.1 X11.so.6 fontconfig.so.1 dbus-1.so.3 xkbcommon.so.0 gthread-2.0.so.0"
WINDOW = (
    "xcb-cursor.so.0 xcb-icccm.so.4 xcb-image.so.0 xcb-keysyms.so.1 xcb-randr.so.0 xcb-shape.so.0 "
    "xcb-render.so.0 xcb-render-util.so.0 xcb-shm.so.0 xcb-sync.so.1 xcb-util.so.1 xcb-xkb.so.1 "
    "xcb-xfixes.so.0 xkbcommon-x11.so.0 X11-xcb.so.1 wayland-client.so.0 wayland-cursor.so.0"
)


def loads(library):
    try:
        return bool(ctypes.CDLL(library))
    except OSError:
        return False


def package_of(library):
    """The Debian package of a library: libX11.so.6 is in libx11-6."""
    stem, version = library.lower().split(".so.")
    package = f"{stem}-{version}" if stem[-1].isdigit() else stem + version
    return package.replace("libgthread-2.0-0", "libglib2.0-0")


def missing_packages(names):
    """The packages of those libraries that this system cannot load."""
    libraries = [f"lib{name}" for name in names.split()] if sys.platform == "linux" else []
    return [package_of(library) for library in libraries if not loads(library)]


def install_packages(packages):
    """Install system packages, or print the line that does; True if none is missing any more."""
    install = ["apt-get", "install", "-y", *packages]
    if packages and shutil.which("apt-get") and os.geteuid() == 0:
        silent = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdin": DEVNULL}
        call(["apt-get", "update"], **silent)
        if call(install, **silent) == 0:
            return True
    if packages:
        print("System packages are missing; type: sudo", *install, file=sys.stderr)
    return not packages


def stamps():
    """What .venv is (this Python, this folder) and what was installed into it, as two lines."""
    project = (ROOT / "pyproject.toml").read_bytes()
    return [f"{VERSION} {sys.platform} {ROOT}", sha256(project).hexdigest()]


def set_up():
    """Make .venv complete. The stamp is written last, so an interrupted set-up is done again."""
    install_packages(missing_packages(QT)) or sys.exit(1)
    found = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else []
    usable = PYTHON.exists() and found[:1] == stamps()[:1]
    if usable and found == stamps():
        return
    print("Setting up nnsim in .venv; the first time takes a few minutes.", flush=True)
    if not usable:
        find_spec("ensurepip") or install_packages([f"python{VERSION}-venv"]) or sys.exit(1)
        # The base Python, for one that runs from .venv cannot clear it.
        check_call([sys._base_executable or sys.executable, "-m", "venv", "--clear", VENV])
    STAMP.unlink(missing_ok=True)
    check_call([PYTHON, "-m", "pip", "install", "-e", f"{ROOT}[test]"])
    STAMP.write_text("\n".join(stamps()), encoding="utf-8")


def start(arguments):  # the application says so if it cannot go on
    "QT_QPA_PLATFORM" in os.environ or install_packages(missing_packages(WINDOW))
    return call([PYTHON, "-m", "nnsim", *arguments])


def test(arguments):
    checks = [["pytest", *arguments]] if arguments else map(str.split, CHECKS)
    failed = [" ".join(check) for check in checks if call([PYTHON, "-m", *check], cwd=ROOT)]
    print("Failed: " + "; ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


CHECKS = ["ruff check", "ruff format --check", "mypy", "pytest -n auto --dist worksteal"]
COMMANDS = {"test": test, "bench": lambda s: call([PYTHON, "-m", "tests.benchmarks", *s], cwd=ROOT)}


def main(arguments):
    set_up()
    command = COMMANDS.get(arguments[0]) if arguments else None
    return command(arguments[1:]) if command else start(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CalledProcessError as error:
        sys.exit(f"This step failed: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
