"""Training: mini-batches, epochs, the record of each, and exact resume."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from time import perf_counter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from nnsim.engine.arrays import Array, checked, frozen
from nnsim.engine.errors import ShapeError, TrainingDiverged
from nnsim.engine.network import Network
from nnsim.engine.optimizers import OPTIMIZERS
from nnsim.engine.parameters import views
from nnsim.engine.passes import BackwardPass, ForwardPass, with_ones
from nnsim.engine.scoring import decide, hit_rate
from nnsim.engine.settings import TrainSettings
from nnsim.engine.tables import lookup

Rows = npt.NDArray[np.intp]


class EpochRecord(NamedTuple):
    """E (without penalty) and accuracy of the whole sets with the parameters at an epoch's end.

    Epoch 0 is before any training. The test fields are None where there is no test set.
    """

    epoch: int
    loss: float
    accuracy: float
    test_loss: float | None
    test_accuracy: float | None


@dataclass(frozen=True, eq=False)
class TrainerState:
    """All that exact resume needs, at the end of an epoch. Can be pickled; arrays are read-only.

    Attributes:
        epoch: how many epochs are finished.
        parameters: (P,).
        optimizer: the optimizer that optimizer_state belongs to.
        updates: how many updates that optimizer has made.
        optimizer_state: (OPTIMIZERS[optimizer].vectors, P).
    """

    epoch: int
    parameters: Array
    optimizer: str
    updates: int
    optimizer_state: Array

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", frozen(self.parameters))
        object.__setattr__(self, "optimizer_state", frozen(self.optimizer_state))

    def __reduce__(self) -> tuple[type[TrainerState], tuple[object, ...]]:
        """Unpickle through __init__, since a pickled array forgets that it is read-only."""
        return TrainerState, tuple(vars(self).values())


class _SampleSet:
    """A set of samples in the engine's layout, and the forward pass that evaluates it."""

    def __init__(self, net: Network, x: ArrayLike, t: ArrayLike) -> None:
        self.rows = with_ones(net.checked_inputs(x))
        if not len(self.rows):
            raise ShapeError("x", (None, net.sizes[0]), (0, net.sizes[0]))
        self.t = net.checked_targets(t, len(self.rows))
        self.forward = net.forward_pass(len(self.rows))
        self._net = net
        self._wanted = decide(self.t, net.largest_wins)

    def evaluate(self) -> tuple[float, float]:
        """(E, accuracy) with the network's present parameters."""
        forward, net = self.forward, self._net
        forward.run(self.rows.T)
        found = decide(forward.y, net.largest_wins)
        return net.mean_loss(forward, self.t), hit_rate(found, self._wanted)


def _order(samples: int, seed: int, epoch: int) -> Rows:
    """The order of the samples in an epoch, a pure function of (seed, epoch)."""
    return np.random.default_rng([seed, epoch]).permutation(samples)


def mini_batches(samples: int, settings: TrainSettings, epoch: int) -> list[Rows]:
    """The rows of each mini-batch of an epoch, from 1, in the order in which a trainer takes them.

    All samples in one are taken as they come.
    """
    size = settings.batch_size
    if size is None or size >= samples:
        return [np.arange(samples)]
    order = _order(samples, settings.seed, epoch)
    return [order[start : start + size] for start in range(0, samples, size)]


class _MiniBatches:
    """The training set cut into mini-batches, the last of which may be short.

    Attributes:
        parts: (inputs, t, forward, backward) per mini-batch; inputs and t are views into buffers
            that `shuffle` fills, so no mini-batch copies anything.
    """

    def __init__(self, net: Network, train: _SampleSet, gradient: Array, size: int) -> None:
        self._train = train
        self._rows, self._t = np.empty_like(train.rows), np.empty_like(train.t)
        total = len(train.rows)
        passes: dict[int, tuple[ForwardPass, BackwardPass]] = {}
        self.parts = []
        for start in range(0, total, size):
            stop = min(start + size, total)
            n = stop - start
            if n not in passes:
                forward = net.forward_pass(n)
                passes[n] = forward, net.backward_pass(gradient, forward)
            self.parts.append((self._rows[start:stop].T, self._t[:, start:stop], *passes[n]))

    def shuffle(self, seed: int, epoch: int) -> None:
        """Put the samples in the order of that epoch."""
        order = _order(len(self._rows), seed, epoch)
        np.take(self._train.rows, order, axis=0, out=self._rows, mode="clip")
        np.take(self._train.t, order, axis=1, out=self._t, mode="clip")


class Trainer:
    """Trains a network in place.

    The network is the trainer's while it trains: its parameters may be in the middle of an epoch
    after `run_for`, and writing to them breaks the run (make a new Trainer after an edit).

    Attributes:
        epoch: how many epochs are finished.
        settings: as last changed.
    """

    def __init__(
        self,
        net: Network,
        x: ArrayLike,
        t: ArrayLike,
        settings: TrainSettings,
        test: tuple[ArrayLike, ArrayLike] | None = None,
        state: TrainerState | None = None,
    ) -> None:
        """x (N, n_1) and t (N, n_L) are copied, and so are those of `test`.

        With `state` it goes on from there, to the last bit as if it had never stopped; the
        network takes the state's parameters, and an optimizer other than the state's starts
        afresh. Raises ShapeError, and UnknownName for the state's optimizer.
        """
        self.change(settings)
        self._net = net
        self._train = _SampleSet(net, x, t)
        self._test = None if test is None else _SampleSet(net, *test)
        self._gradient = np.zeros_like(net.parameters)
        self._zeros = np.zeros_like(net.parameters)
        self._is_weight = np.zeros_like(net.parameters)
        for W in views(net.sizes, self._is_weight)[0].values():
            W.fill(1.0)
        if state is None:
            state = self._fresh_state(0, net.parameters)
        self._restore(state)

    def _fresh_state(self, epoch: int, parameters: Array) -> TrainerState:
        vectors = OPTIMIZERS[self.settings.optimizer].vectors
        none_yet = np.zeros((vectors, len(parameters)))
        return TrainerState(epoch, parameters, self.settings.optimizer, 0, none_yet)

    def _restore(self, state: TrainerState) -> None:
        entry = lookup(OPTIMIZERS, "optimizer", state.optimizer)
        shape = (entry.vectors, len(self._net.parameters))
        self._net.parameters[...] = checked("parameters", state.parameters, shape[1:])
        self._vectors = checked("optimizer_state", state.optimizer_state, shape).copy()
        self._optimizer, self._updates = state.optimizer, state.updates
        self.epoch = state.epoch
        self._started: TrainSettings | None = None
        self._position = 0
        with np.errstate(all="ignore"):
            self._record = self._evaluate(state.epoch)
        self._save()

    def _save(self) -> None:
        self._saved = (self._optimizer, self._updates)
        self._saved_parameters = self._net.parameters.copy()
        self._saved_vectors = self._vectors.copy()

    @property
    def state(self) -> TrainerState:
        """The state at the end of the last finished epoch; an unfinished epoch is not in it."""
        return TrainerState(self.epoch, self._saved_parameters, *self._saved, self._saved_vectors)

    def record(self) -> EpochRecord:
        """The record of `state`; epoch 0 before any training."""
        return self._record

    def change(self, settings: TrainSettings) -> None:
        """Go on with other settings from the next mini-batch.

        Batch size, seed and optimizer count from the next epoch; another optimizer starts afresh.
        """
        self.settings = settings
        self._eta = np.array(settings.learning_rate)

    def run_epoch(self) -> EpochRecord:
        """Train to the end of the present epoch; raises TrainingDiverged."""
        return self.run_for(float("inf"), 1)[0]

    @np.errstate(all="ignore")
    def run_for(self, seconds: float, max_epochs: int | None = None) -> list[EpochRecord]:
        """Train for about that long, at least one mini-batch, and go on from there next time.

        Returns the records of the epochs finished meanwhile. Raises TrainingDiverged.
        """
        records: list[EpochRecord] = []
        deadline = perf_counter() + seconds
        while max_epochs is None or len(records) < max_epochs:
            if self._position == 0:
                self._begin_epoch()
            self._train_batch()
            if self._position == len(self._parts):
                self._finish_epoch(records)
            if perf_counter() >= deadline:
                break
        return records

    def _begin_epoch(self) -> None:
        settings = self.settings
        if settings is not self._started:
            self._started = settings
            if settings.optimizer != self._optimizer:
                fresh = self._fresh_state(self.epoch, self._net.parameters)
                self._optimizer, self._updates = fresh.optimizer, fresh.updates
                self._vectors = fresh.optimizer_state.copy()
            self._update = OPTIMIZERS[self._optimizer].update
            self._cut()
        if self._batches is not None:
            self._batches.shuffle(settings.seed, self.epoch + 1)

    def _cut(self) -> None:
        """Full batch: the pass that evaluated the last epoch is the next one's forward pass."""
        train, size = self._train, self.settings.batch_size
        total = len(train.rows)
        if size is None or size >= total:
            self._batches = None
            backward = self._net.backward_pass(self._gradient, train.forward)
            self._parts = [(train.rows.T, train.t, train.forward, backward)]
        else:
            self._batches = _MiniBatches(self._net, train, self._gradient, size)
            self._parts = self._batches.parts

    def _train_batch(self) -> None:
        inputs, t, forward, backward = self._parts[self._position]
        if self._batches is not None:
            forward.run(inputs)
        backward.run(t)
        settings, w = self.settings, self._net.parameters
        if settings.l2:
            self._gradient += settings.l2 * self._is_weight * w
        if settings.l1:
            self._gradient += settings.l1 * self._is_weight * np.sign(w)
        self._updates += 1
        self._update(w, self._gradient, self._eta, self._vectors, self._updates, settings)
        self._position += 1

    def _finish_epoch(self, records: list[EpochRecord]) -> None:
        record = self._evaluate(self.epoch + 1)
        # 0 · w is 0 for every finite w and NaN for the others.
        if not isfinite(record.loss) or self._zeros.dot(self._net.parameters) != 0.0:
            raise self._divergence(record, records)
        self.epoch += 1
        self._position = 0
        self._record = record
        self._save()
        records.append(record)

    def _evaluate(self, epoch: int) -> EpochRecord:
        loss, accuracy = self._train.evaluate()
        test_loss, test_accuracy = self._test.evaluate() if self._test else (None, None)
        return EpochRecord(epoch, loss, accuracy, test_loss, test_accuracy)

    def _divergence(self, record: EpochRecord, records: list[EpochRecord]) -> TrainingDiverged:
        """What happened, for the caller to raise; the trainer is back at its last state."""
        change = np.abs(self._net.parameters - self._saved_parameters)
        change[np.isnan(change)] = np.inf
        index = int(np.argmax(change))
        self._restore(self.state)
        return TrainingDiverged(record.epoch, records, record.loss, float(change[index]), index)
