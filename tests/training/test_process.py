"""The process that trains: that it leaves with the window, and what happens when it is lost."""

import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from nnsim.engine import TrainerState
from nnsim.project import Project, Snapshots, edits, new_project
from nnsim.training import Outcome, TrainEnded, TrainingSession, process, remote
from nnsim.training.pipe import Message, SnapshotLedger

GENEROUS = 20_000  # milliseconds, for a machine that is busy with something else


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[process.TrainingProcess]:
    """The processes that sessions have taken."""
    taken: list[process.TrainingProcess] = []

    def take() -> process.TrainingProcess:
        taken.append(process.take())
        return taken[-1]

    monkeypatch.setattr(remote, "take", take)
    return taken


def run(qtbot: QtBot, session: TrainingSession, project: Project, epochs: int) -> TrainEnded:
    with qtbot.waitSignal(session.ended, timeout=GENEROUS) as end:
        session.start(project, epochs)
    return end.args[0]


def test_one_process_serves_run_after_run_and_session_after_session(
    qtbot: QtBot, taken: list[process.TrainingProcess], session: TrainingSession
) -> None:
    run(qtbot, session, new_project(), 3)
    run(qtbot, session, new_project(), 3)
    session.close()
    run(qtbot, session, new_project(), 3)
    first, second = taken
    assert first is second


def test_two_sessions_at_once_have_two_processes(
    qtbot: QtBot, taken: list[process.TrainingProcess], session: TrainingSession
) -> None:
    other = TrainingSession()
    other.progressed.connect(other.acknowledge)
    with qtbot.waitSignals([session.progressed, other.progressed], timeout=GENEROUS):
        session.start(new_project())
        other.start(new_project())
    assert taken[0].pid != taken[1].pid
    other.close()


def test_when_it_is_lost_the_run_fails_at_what_has_arrived(
    qtbot: QtBot, taken: list[process.TrainingProcess], session: TrainingSession
) -> None:
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(new_project())
    with qtbot.waitSignal(session.ended, timeout=GENEROUS) as ended:
        os.kill(taken[0].pid, signal.SIGTERM)
    end: TrainEnded = ended.args[0]
    assert end.outcome is Outcome.FAILED
    assert f"Exit code: {-signal.SIGTERM}." in end.details
    assert end.state.epoch == session.history.column("epoch")[-1]
    after = edits.trained(new_project(), end.state, session.history.freeze())
    assert run(qtbot, session, after, 5).state.epoch == end.state.epoch + 5
    assert len(taken) == 2


def test_an_idle_one_that_is_lost_is_replaced(
    qtbot: QtBot, taken: list[process.TrainingProcess], session: TrainingSession
) -> None:
    run(qtbot, session, new_project(), 1)
    os.kill(taken[0].pid, signal.SIGTERM)
    qtbot.waitUntil(lambda: not taken[0].is_alive, timeout=GENEROUS)
    assert run(qtbot, session, new_project(), 2).outcome is Outcome.FINISHED
    assert len(taken) == 2


def test_what_is_said_of_a_lost_process_does_not_end_a_later_run(
    qtbot: QtBot, taken: list[process.TrainingProcess], session: TrainingSession
) -> None:
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        session.start(new_project())
    worker = session._worker
    assert worker is not None
    lost = process.TrainingProcess()
    told: list[object] = []

    def tell(message: Message) -> None:
        worker._reported.emit(message)
        told.append(message)

    lost.tell(tell)
    os.kill(lost.pid, signal.SIGTERM)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=GENEROUS)
    with qtbot.waitSignal(session.progressed, timeout=GENEROUS):
        pass
    lost.end()
    assert session.running
    session.stop()
    with qtbot.waitSignal(session.ended, timeout=GENEROUS) as ended:
        pass
    assert ended.args[0].outcome is Outcome.STOPPED


def test_one_that_cannot_be_started_is_told(
    qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> process.TrainingProcess:
        raise OSError("no more processes")

    with monkeypatch.context() as patch:
        patch.setattr(remote, "take", fail)
        end = run(qtbot, session, new_project(), 1)
    assert end.outcome is Outcome.FAILED
    assert "no more processes" in end.details
    assert run(qtbot, session, new_project(), 1).outcome is Outcome.FINISHED


@pytest.mark.parametrize("ending", ["os._exit(1)", "os.abort()", "pass"])
def test_it_leaves_when_the_window_is_gone(ending: str) -> None:
    """In the middle of a run: its standard error, which this test holds, is closed at its end."""
    code = (
        "import os\n"
        "from nnsim.project import new_project\n"
        "from nnsim.training import TrainRequest, process\n"
        "process.take().send('start', TrainRequest.of(new_project(), 1))\n"
        f"{ending}\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, stderr=subprocess.PIPE, timeout=GENEROUS / 1000, check=False)
    assert b"Traceback" not in done.stderr


def state(epoch: int) -> TrainerState:
    return TrainerState(epoch, np.full(3, float(epoch)), "sgd", epoch, np.empty((0, 3)))


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12), st.integers(0, 11))
def test_every_snapshot_arrives_and_each_state_crosses_once(steps: list[int], before: int) -> None:
    settings = new_project().settings
    way, epoch, sent = Snapshots(), 0, 0
    ways: list[Snapshots] = []
    for step in steps:
        way = way.added(state(epoch), settings, follows=True)
        ways.append(way)
        epoch += step
    start = ways[before % len(ways)]
    here, there = SnapshotLedger(start), SnapshotLedger(start)
    for way in ways[before % len(ways) :]:
        packed = here.pack(way)
        sent += len(packed.states)
        assert there.unpack(packed) == way
    assert sent <= len(steps)
