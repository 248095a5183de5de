"""Training a little, to know instead of guessing: which η works, and an epoch once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from math import floor, inf, log10
from typing import NamedTuple

from nnsim.engine import Trainer, TrainerState, TrainingDiverged

from .facts import Facts, FloatArray

TRIAL_EPOCHS = 20  # so many show whether a loss comes down or swings up
TRIAL_SAMPLES = 200  # enough to stand for the others
TRIAL_UPDATES = 200  # with TRIAL_WORK multiplications at most, one trial takes some 5 ms
TRIAL_WORK = 6_000_000
MOST_PARAMETERS = 500_000  # with more, even to set up a dozen trials takes too long
REPLAY_UPDATES = 2000  # a frame's worth of the smallest network at full speed: some 40 ms
REPLAY_WORK = 60_000_000  # likewise of larger ones
LOWEST, HIGHEST = 1e-6, 10.0  # between these a learning rate is looked for
ENOUGH = 0.8  # of the largest fall of the loss: a smaller rate is the safer one
WORSE_IN_A_ROW = 2  # after so many the rates beyond are worse still


def lower_rates(rate: float) -> list[float]:
    """1, 2, 5 times powers of ten, from half of `rate` down."""
    grid = [each for each in reversed(_grid(rate)) if each <= rate / 2]
    return grid or [rate / 2]


def higher_rates(rate: float) -> list[float]:
    """1, 2, 5 times powers of ten, from five times `rate` up."""
    return [each for each in _grid(HIGHEST) if each >= 5 * rate]


def _grid(top: float) -> list[float]:
    powers = range(floor(log10(LOWEST)), floor(log10(max(top, LOWEST))) + 1)
    rates = (float(f"{digit}e{power}") for power in powers for digit in (1, 2, 5))
    return list(takewhile(lambda rate: rate <= top, rates))


class Trial(NamedTuple):
    """A learning rate that was tried: E before and after a few epochs with it."""

    rate: float
    before: float
    after: float
    epochs: int


def best_rate(facts: Facts, state: TrainerState, rates: Iterable[float]) -> Trial | None:
    """The smallest rate that brings about all there is in a few epochs from `state`.

    The rates run away from the present one. None if no rate brings the loss down, or if it would
    take too long to find out.
    """
    if len(state.parameters) > MOST_PARAMETERS:
        return None
    x, t = _some_samples(facts)
    affordable = (
        TRIAL_WORK // _work(len(x), len(state.parameters)),
        TRIAL_UPDATES // _updates(facts, len(x)),
    )
    epochs = max(1, min(TRIAL_EPOCHS, *affordable))
    before, lowest, worse = inf, inf, 0
    losses: dict[float, float] = {}
    for rate in rates:
        settings = replace(facts.project.settings, learning_rate=rate)
        network = facts.project.build_network(state.parameters)
        trainer = Trainer(network, x, t, settings, state=state)
        before = trainer.record().loss
        losses[rate] = _loss_after(trainer, epochs)
        worse = 0 if losses[rate] < lowest else worse + (lowest < before)
        lowest = min(lowest, losses[rate])
        if worse == WORSE_IN_A_ROW:
            break
    if not lowest < before:
        return None
    enough = before - ENOUGH * (before - lowest)
    rate = min(rate for rate, loss in losses.items() if loss <= enough)
    return Trial(rate, before, losses[rate], epochs)


def _some_samples(facts: Facts) -> tuple[FloatArray, FloatArray]:
    """As many of the samples as a trial of one epoch can afford, evenly spread."""
    affordable = TRIAL_WORK // _work(1, len(facts.project.parameters))
    step = -(-len(facts.x) // max(4, min(TRIAL_SAMPLES, affordable)))
    return facts.x[::step], facts.t[::step]


def _work(samples: int, parameters: int) -> int:
    """Multiplications of an epoch: forward, two products backward, and the loss afterwards."""
    return 4 * samples * parameters


def _updates(facts: Facts, samples: int) -> int:
    """Updates in an epoch of so many samples."""
    return -(-samples // (facts.project.settings.batch_size or samples))


def _loss_after(trainer: Trainer, epochs: int) -> float:
    try:
        return trainer.run_for(inf, epochs)[-1].loss
    except TrainingDiverged:
        return inf


def state_at(facts: Facts, epoch: int, loss: float) -> TrainerState:
    """The state at the end of an earlier epoch, trained once more from the snapshot before it.

    It is the snapshot's own where that would take too long, or would not come to the same loss.
    Without snapshots the last run's first state stands for one.
    """
    project = facts.project
    earlier = [e.state for e in project.progress.snapshots.entries if e.epoch <= epoch]
    if not earlier and facts.run is not None:
        earlier = [facts.run.start]
    state = earlier[-1]
    training = project.split[0]
    epochs = epoch - state.epoch
    updates = epochs * _updates(facts, len(training))
    work = epochs * _work(len(training), len(state.parameters))
    if epochs < 1 or updates > REPLAY_UPDATES or work > REPLAY_WORK:
        return state
    trainer = project.build_trainer(state, facts.settings_after(state.epoch))
    try:
        records = trainer.run_for(inf, epochs)
    except TrainingDiverged:
        return state
    return trainer.state if records[-1].loss == loss else state
