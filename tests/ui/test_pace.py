from nnsim.ui import pace
from nnsim.ui.pace import Pace


def test_work_takes_a_share_of_the_time(monkeypatch):
    now = [10.0]
    monkeypatch.setattr(pace, "perf_counter", lambda: now[0])
    work = Pace(share=0.1)
    assert work.due
    with work.working():
        now[0] += 0.02
    assert not work.due
    now[0] += 0.17
    assert not work.due
    now[0] += 0.02
    assert work.due


def test_quick_work_waits_a_little_too(monkeypatch):
    now = [10.0]
    monkeypatch.setattr(pace, "perf_counter", lambda: now[0])
    work = Pace(share=0.1, least=0.1)
    with work.working():
        pass
    now[0] += 0.09
    assert not work.due
    now[0] += 0.02
    assert work.due
