"""What of a project's training a script repeats: from which numbers, how many epochs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from nnsim.data import DATASETS
from nnsim.engine import OPTIMIZERS, views
from nnsim.project import Project
from nnsim.project.arrays import FloatArray

EPOCHS = 100  # where the window has not trained yet
MOST_LINES = 100  # that a script prints, about


@dataclass(frozen=True)
class TrainingPlan:
    """The training that a script repeats.

    From the first weights, as Reset and Run do. If something was changed on the way, nothing leads
    from there to the present numbers, and the plan is to go on from these.

    Attributes:
        project: with its settings.
        goes_on: it starts from the present numbers instead of the first ones.
        first, last: the epoch before it and the epoch that it ends with.
        start: the parameters (P,) that it starts with.
        updates: how many updates the optimizer has made before it.
        memory: what the optimizer remembers from them, (vectors, P).
    """

    project: Project
    goes_on: bool
    first: int
    last: int
    start: FloatArray
    updates: int
    memory: FloatArray

    @classmethod
    def of(cls, project: Project) -> TrainingPlan:
        """The plan for a project."""
        state = project.trainer_state
        optimizer = project.settings.optimizer
        kept = project.altered and state.optimizer == optimizer
        vectors = OPTIMIZERS[optimizer].vectors
        memory = state.optimizer_state if kept else project.initial[None].repeat(vectors, 0) * 0
        if project.altered:
            first, last, start = state.epoch, state.epoch + EPOCHS, project.parameters
        else:
            first, last, start = 0, project.progress.epoch or EPOCHS, project.initial
        updates = state.updates if kept else 0
        return cls(project, project.altered, first, last, start, updates, memory)

    @property
    def depth(self) -> int:
        """L, the number of the output layer."""
        return self.project.network.depth

    @property
    def batch_size(self) -> int | None:
        """Samples per mini-batch; None where the whole set is one batch."""
        size, total = self.project.settings.batch_size, len(self.project.split[0])
        return None if size is None or size >= total else size

    @property
    def tested(self) -> bool:
        """Whether samples are held out for testing."""
        return len(self.project.split[1]) > 0

    @property
    def counts_hits(self) -> bool:
        """Whether the targets are classes, so that answers are right or wrong."""
        return self.project.dataset.kind != "values"

    @property
    def every(self) -> int:
        """How many epochs lie between two that are printed: 1, 2, 5, 10, ..."""
        step, wanted = 1, (self.last - self.first) / MOST_LINES
        factors = (2, 2.5, 2)
        turn = 0
        while step < wanted:
            step = round(step * factors[turn % 3])
            turn += 1
        return step

    def arrays(self, vector: FloatArray) -> Mapping[str, FloatArray]:
        """The parts of a vector (P,) by their names in scripts: W2, b2, W3, b3, ..."""
        W, b = views(self.project.network.sizes, vector)
        named = ((f"W{layer}", W[layer], f"b{layer}", b[layer]) for layer in W)
        return {name: part for w, W_l, c, b_l in named for name, part in ((w, W_l), (c, b_l))}

    @property
    def shape_text(self) -> str:
        """Such as 2-2-1."""
        return "-".join(map(str, self.project.network.sizes))

    @property
    def data_text(self) -> str:
        """What the samples are called, fit to stand in the text of a script."""
        name = self.project.dataset.name
        title = DATASETS[name].title if name in DATASETS else name or "data of its own"
        return "".join(each for each in title if each.isprintable() and each not in '"\\')

    @property
    def weight_names(self) -> list[str]:
        """W2, W3, ..."""
        return [f"W{layer}" for layer, _ in enumerate(pairwise(self.project.network.sizes), 2)]

    @property
    def parameter_names(self) -> list[str]:
        """W2, b2, W3, b3, ..."""
        return list(self.arrays(self.start))
