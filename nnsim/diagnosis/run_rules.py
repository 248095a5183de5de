"""Rules that read the curve of the training: too large an η, too small an η, no way down."""

from __future__ import annotations

import numpy as np

from nnsim.engine import ParameterAddress, TrainerState, address
from nnsim.notation import W, b, db, dW

from .facts import PATIENCE, Facts
from .findings import Finding, Kind
from .remedies import (
    AddLayer,
    AddNode,
    DrawWeights,
    GoBack,
    Remedy,
    SetActivation,
    SetLearningRate,
    Standardise,
)
from .scale_rules import needs_scaling
from .trials import best_rate, higher_rates, lower_rates, state_at

GOOD = 1.1  # times the lowest loss is as good as the lowest
JUMP = 2.0  # times the lowest loss so far: no noise of mini-batches does that ...
WORSE_THAN_GUESSING = 1.5  # ... and ends so far above the loss of an output that ignores x

WINDOW = 40  # rows of the curve in which a swing shows
FEWEST_ROWS = 12  # fewer may rise and fall by chance
RISES = 0.25  # of the epochs go up; gradient descent with a fitting η never does
SWING = 0.1  # of the loss, from one epoch to the next
NO_PROGRESS = 0.9  # the mean loss of the window's second half against its first

FEWEST_UPDATES = 20  # before that, little can have happened
HARDLY_MOVED = 0.02  # of the length of the weight vector
HARDLY_FELL = 0.01  # of the loss
STUCK_FALL = 0.05  # in the second half of a run; far less than a network that learns
STUCK_GRADIENT = 5e-3  # the flattest part of XOR's way from the default weights has twice that


def blow_up(facts: Facts) -> Finding | None:
    """The loss rose far above where it has been, or beyond every number."""
    epochs, losses = facts.way
    rise, overflow = rise_of(facts), facts.overflow
    if not len(epochs) or (rise is None and overflow is None):
        return None
    good, jump = rise or (len(epochs) - 1, None)
    epoch, loss = int(epochs[good]), float(losses[good])
    state = state_at(facts, epoch, loss)
    rate = facts.settings_after(state.epoch).learning_rate
    (_, layer, j, k), step, value = _largest_step(facts, state, rate)
    numbers = {"before": loss, "before_epoch": epoch}
    if state.epoch >= epochs[0]:  # else it is of the network before something else was changed
        numbers |= {"step": step, "step_epoch": state.epoch, "value": value}
    if jump is not None:
        numbers |= {"after": float(losses[jump]), "epoch": int(epochs[jump])}
        if epochs[jump] - epochs[jump - 1] > 1:  # the curve was thinned
            numbers["last"] = int(epochs[jump - 1])
    if overflow is not None:
        numbers["overflow"] = overflow
    where, slope = (b(layer, j), db(layer, j)) if k is None else (W(layer, j, k), dW(layer, j, k))
    return Finding(
        Kind.BLOW_UP if overflow is None else Kind.OVERFLOW,
        numbers,
        {"parameter": (where,), "slope": (slope,)},
        {"optimizer": facts.project.settings.optimizer},
        _calm(facts, state, rate),
    )


def rise_of(facts: Facts) -> tuple[int, int] | None:
    """Rows of the last good epoch and of the jump; None if the loss is not above the limit."""
    losses = facts.way[1]
    if not len(losses):
        return None
    lowest = float(losses.min())
    limit = max(JUMP * lowest, WORSE_THAN_GUESSING * facts.guess_loss)
    if losses[-1] <= limit:
        return None
    jump = int(np.flatnonzero(losses <= limit)[-1]) + 1
    return int(np.flatnonzero(losses[:jump] <= GOOD * lowest)[-1]), jump


def _largest_step(
    facts: Facts, state: TrainerState, rate: float
) -> tuple[ParameterAddress, float, float]:
    """The parameter with the largest η·∂E/∂w at a state, that step, and the parameter's value."""
    network = facts.project.build_network(state.parameters)
    slopes = network.gradients(network.forward(facts.x), facts.t).vector
    index = int(np.argmax(np.abs(slopes)))
    step = rate * float(slopes[index])
    return address(network.sizes, index), step, float(state.parameters[index])


def _calm(facts: Facts, state: TrainerState, rate: float) -> tuple[Remedy, ...]:
    trial = best_rate(facts, state, lower_rates(rate))
    remedy = GoBack(state, trial.rate if trial else rate / 10)
    return (remedy, Standardise()) if needs_scaling(facts) else (remedy,)


def oscillation(facts: Facts) -> Finding | None:
    """The loss goes up and down and comes no further: every step leaps over the valley."""
    losses = facts.curve[1][1:][-WINDOW:]
    if len(losses) < FEWEST_ROWS:
        return None
    changes = np.diff(losses)
    half = len(losses) // 2
    if (
        np.mean(changes > 0) < RISES
        or np.abs(changes).mean() < SWING * losses.mean()
        or losses[half:].mean() < NO_PROGRESS * losses[:half].mean()
    ):
        return None
    rate = facts.project.settings.learning_rate
    trial = best_rate(facts, facts.project.trainer_state, lower_rates(rate))
    numbers = {
        "epochs": len(losses),
        "rises": int(np.sum(changes > 0)),
        "low": float(losses.min()),
        "high": float(losses.max()),
        "rate": rate,
    }
    remedy = SetLearningRate(trial.rate if trial else rate / 10)
    return Finding(Kind.OSCILLATION, numbers, remedies=(remedy,))


def small_rate(facts: Facts) -> Finding | None:
    """Weights and loss stay where they were, though a larger η would bring the loss down."""
    if facts.run is None or facts.updates < FEWEST_UPDATES:
        return None
    start = facts.run.start.parameters
    moved = np.abs(facts.project.parameters - start)
    if np.linalg.norm(moved) > HARDLY_MOVED * (np.linalg.norm(start) or 1.0):
        return None
    before, after = facts.loss_of(start), facts.loss  # over the same samples
    if after < before * (1 - HARDLY_FELL):
        return None
    rate = facts.project.settings.learning_rate
    trial = best_rate(facts, facts.project.trainer_state, higher_rates(rate))
    if trial is None or trial.after > trial.before * (1 - HARDLY_FELL):
        return None
    numbers = {
        "epochs": facts.epochs_trained,
        "before": before,
        "after": after,
        "moved": float(moved.max()),
        "rate": rate,
        "better": trial.rate,
        "reached": trial.after,
        "trial": trial.epochs,
    }
    return Finding(Kind.SMALL_RATE, numbers, remedies=(SetLearningRate(trial.rate),))


def linear(facts: Facts) -> Finding | None:
    """The network has come to rest, and without a bend in a hidden layer there is no better."""
    spec = facts.project.network
    hidden = tuple(range(2, spec.depth))
    numbers = _at_rest(facts)
    if numbers is None or any(spec.activation(layer) != "identity" for layer in hidden):
        return None
    bend = SetActivation(hidden, "tanh") if hidden else AddLayer()
    return Finding(Kind.LINEAR, numbers, remedies=(bend,))


def stuck(facts: Facts) -> Finding | None:
    """The network has come to rest at a high loss: a plateau or a local minimum."""
    spec = facts.project.network
    numbers = _at_rest(facts)
    if numbers is None:
        return None
    fresh = DrawWeights(spec.initializer, spec.seed + 1)
    return Finding(Kind.STUCK, numbers, remedies=(fresh, AddNode(spec.depth - 1)))


def _at_rest(facts: Facts) -> dict[str, float] | None:
    """The numbers of a gradient that has all but gone and a loss that stays; None if they move."""
    epochs, before, after = facts.second_half
    if facts.updates < PATIENCE or facts.gradient_norm > STUCK_GRADIENT:
        return None
    if after < before * (1 - STUCK_FALL):
        return None
    return {
        "loss": facts.loss,
        "gradient": facts.gradient_norm,
        "epochs": epochs,
        "before": before,
        "after": after,
    }
