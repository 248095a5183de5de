"""The rules of the house that a machine can keep."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "run.py", *sorted((ROOT / "nnsim").rglob("*.py"))]
LINES_IN_A_FILE = 400
LINES_IN_A_FUNCTION = 60
MODERN_RANDOM = {"default_rng", "Generator", "SeedSequence", "BitGenerator", "PCG64"}
LOWER_ROOMS = ("engine", "data", "notation", "trace", "project", "diagnosis", "exporting")
TOO_HEAVY = ("PySide6", "pyqtgraph", "sklearn", "pandas", "onnx")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_in_ui(path: Path) -> bool:
    return path.is_relative_to(ROOT / "nnsim" / "ui")


def breaches(tree: ast.Module, path: Path) -> Iterator[tuple[int, str]]:
    """The line and the kind of every breach of a rule in one file."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="PySide6", names=names):
                modules = [f"PySide6.{alias.name}" for alias in names]
            case ast.ImportFrom(module=str(module)):
                modules = [module]
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case _:
                modules = []
        if "PySide6.QtWidgets" in modules and not (is_in_ui(path) or path.name == "app.py"):
            yield node.lineno, "QtWidgets outside nnsim/ui and nnsim/app.py"
        match node:
            case ast.Call(func=ast.Attribute(value=signal, attr="connect"), args=[slot, *_]):
                if is_of_a_worker(signal, path) and is_anonymous(slot):
                    yield node.lineno, "a lambda or partial connected to a worker's signal"
            case ast.Attribute(attr="processEvents" | "terminate" | "sleep" as name):
                if is_in_ui(path):
                    yield node.lineno, f"{name} in nnsim/ui"
            case ast.Attribute(value=ast.Attribute(attr="random", value=ast.Name(id=module))):
                if module in ("np", "numpy") and node.attr not in MODERN_RANDOM:
                    yield node.lineno, f"legacy np.random.{node.attr}"
            case ast.FunctionDef(end_lineno=int(end)) | ast.AsyncFunctionDef(end_lineno=int(end)):
                if end - node.lineno + 1 > LINES_IN_A_FUNCTION:
                    yield node.lineno, f"{node.name} has more than {LINES_IN_A_FUNCTION} lines"


def is_of_a_worker(signal: ast.expr, path: Path) -> bool:
    """Whether a signal is one of a worker or a session, by its name or because of where it is."""
    words = ast.unparse(signal).lower()
    return "worker" in words or "session" in words or path.parent.name == "training"


def is_anonymous(slot: ast.expr) -> bool:
    match slot:
        case ast.Lambda():
            return True
        case ast.Call(func=ast.Name(id="partial") | ast.Attribute(attr="partial")):
            return True
    return False


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_keeps_the_rules(path: Path):
    source = path.read_text(encoding="utf-8")
    found = [f"{name_of(path)}:{line}: {rule}" for line, rule in breaches(ast.parse(source), path)]
    if source.count("\n") > LINES_IN_A_FILE:
        found.append(f"{name_of(path)}: more than {LINES_IN_A_FILE} lines")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("path", "source", "rule"),
    [
        ("document/document.py", "from PySide6.QtWidgets import QLabel", "QtWidgets outside"),
        ("controller.py", "from PySide6 import QtCore, QtWidgets", "QtWidgets outside"),
        ("controller.py", "import PySide6.QtWidgets", "QtWidgets outside"),
        ("app.py", "self._session.finished.connect(lambda: 1)", "lambda or partial"),
        ("training/session.py", "started.connect(functools.partial(f, 1))", "lambda or partial"),
        ("ui/panels/table.py", "QApplication.processEvents()", "processEvents"),
        ("ui/panels/table.py", "time.sleep(1)", "sleep"),
        ("engine/noise.py", "np.random.seed(0)", "legacy np.random.seed"),
        ("engine/long.py", "def long():\n" + " pass\n" * 60, "long has more than 60 lines"),
    ],
)
def test_a_breach_is_found(path: str, source: str, rule: str):
    found = [kind for _, kind in breaches(ast.parse(source), ROOT / "nnsim" / path)]
    assert len(found) == 1
    assert rule in found[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("app.py", "from PySide6.QtWidgets import QApplication"),
        ("ui/panels/table.py", "from PySide6 import QtWidgets"),
        ("ui/panels/table.py", "self._button.clicked.connect(lambda: self._add(1))"),
        ("controller.py", "session.finished.connect(self._on_finished)"),
        ("training/worker.py", "QThread.msleep(1)"),
        ("engine/noise.py", "np.random.default_rng(0).random(3)"),
    ],
)
def test_what_is_allowed_is_not_found(path: str, source: str):
    assert not list(breaches(ast.parse(source), ROOT / "nnsim" / path))


def test_import_contracts():
    """In a process of its own, for import-linter silences the loggers of the process it runs in."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lower_rooms_load_neither_qt_nor_what_is_slow():
    """Nor may they do so by a way that the import contracts do not follow."""
    code = (
        "import sys, pkgutil, importlib\n"
        f"for room in {LOWER_ROOMS}:\n"
        "    package = importlib.import_module('nnsim.' + room)\n"
        "    for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        f"print([name for name in {TOO_HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
