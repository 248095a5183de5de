"""The clock of frames: views take turns, and each gets the last one."""

from nnsim.ui.frame_clock import (
    CURVES,
    CYCLE,
    INSIDE,
    MAPS,
    NUMBERS,
    QUANTITIES,
    SAMPLES,
    TROUBLE,
    FrameClock,
)

GROUPS = {
    "numbers": NUMBERS,
    "curves": CURVES,
    "maps": MAPS,
    "samples": SAMPLES,
    "quantities": QUANTITIES,
    "inside": INSIDE,
    "trouble": TROUBLE,
}


def turns(clock):
    return {name for name, frames in GROUPS.items() if clock.is_turn(frames)}


def test_while_it_stands_it_is_always_everybodys_turn():
    assert turns(FrameClock()) == set(GROUPS)


def test_in_a_cycle_everyone_has_a_turn_and_nobody_shares_a_frame(qtbot):
    clock, seen = FrameClock(), []
    clock.frame.connect(lambda: seen.append(turns(clock)))
    clock.set_running(True)
    for _ in range(CYCLE):
        with qtbot.waitSignal(clock.frame):
            pass
    assert set.union(*seen) == set(GROUPS)
    assert all(len(frame) <= 1 for frame in seen)

    seen.clear()
    clock.set_running(False)
    assert seen == [set(GROUPS)]
