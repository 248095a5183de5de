import gc
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnsim.shell.runtime import MainThreadCollector, display_problem

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a display")
ASK = "from nnsim.shell.runtime import display_problem; print(display_problem())"


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process that has only these of the variables that matter."""
    ours = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "OPENBLAS_NUM_THREADS")
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=inherited | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def test_the_process_is_prepared_before_numpy():
    code = (
        "import os, sys; from nnsim.shell.runtime import prepare_process; "
        "assert 'numpy' not in sys.modules; prepare_process(); "
        "print(os.environ['OPENBLAS_NUM_THREADS'], sys.getswitchinterval())"
    )
    assert run(code).stdout == "1 0.001\n"
    assert run(code, OPENBLAS_NUM_THREADS="2").stdout == "2 0.001\n"


class Cycle:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[MainThreadCollector]:
    collector = MainThreadCollector(interval=1)
    yield collector
    collector.stop()


def test_garbage_is_collected_on_the_main_thread_only(collector: MainThreadCollector, qtbot: QtBot):
    threads: set[threading.Thread] = set()

    def watch(phase: str, info: dict[str, int]) -> None:
        threads.add(threading.current_thread())

    gc.callbacks.append(watch)
    references: list[weakref.ref[Cycle]] = []
    litter = threading.Thread(
        target=lambda: references.extend(weakref.ref(Cycle()) for _ in range(20_000))
    )
    litter.start()
    litter.join()
    assert not threads
    qtbot.waitUntil(lambda: all(reference() is None for reference in references))
    gc.callbacks.remove(watch)
    assert threads == {threading.main_thread()}


def test_every_generation_is_collected_in_its_turn(
    collector: MainThreadCollector, monkeypatch: pytest.MonkeyPatch
):
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 0))
    for count in [(5, 99, 99), (701, 0, 99), (701, 11, 0), (701, 11, 11)]:
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        collector.collect()
    assert collected == [0, 1, 2]


def test_stop_gives_collection_back_to_python(qtbot: QtBot):
    collector = MainThreadCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_no_display_is_needed_offscreen(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=800x600")
    assert display_problem() is None


@on_linux
def test_no_display():
    done = run(ASK)
    assert done.stdout == "no display: neither DISPLAY nor WAYLAND_DISPLAY is set\n"


@on_linux
@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"DISPLAY": ":4711"}, "DISPLAY=:4711"),
        ({"WAYLAND_DISPLAY": "wayland-4711"}, "WAYLAND_DISPLAY=wayland-4711"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "nonsense"),
    ],
)
def test_a_dead_display_is_named_in_one_line(environment: dict[str, str], named: str):
    done = run(ASK, **environment)
    assert done.stdout.startswith(f"no window can be shown on {named}: ")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@on_linux
def test_a_display_that_answers_is_no_problem():
    assert run(ASK, QT_QPA_PLATFORM="nonsense;offscreen").stdout == "None\n"
