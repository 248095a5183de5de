"""Every edit there is, with arguments that mostly make sense."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from nnsim.data import Dataset
from nnsim.engine import ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS, TrainingDiverged
from nnsim.notation import W, b, t, x
from nnsim.project import Project, StopRules, curve_rows, edits
from nnsim.training import TrainRequest
from nnsim.training.history import History
from nnsim.training.recorder import Recorder

Edit = Callable[[Project], Project]

layers = st.integers(0, 6)
nodes = st.integers(0, 5)
numbers = st.floats(-10, 10) | st.sampled_from([-0.0, 5e-324, 1e300, float("nan"), float("inf")])
names = st.sampled_from(["xor", "and", "moons", "circle", "iris", "nothing"])
texts = st.sampled_from(["0", "1", "0,5", "1/3", "-2e3", "", "one", "setosa"])
samples = st.none() | st.integers(9, 40)
seeds = st.integers(-1, 3)
runs = st.integers(1, 4)


@st.composite
def own_data(draw: st.DrawFn) -> Dataset:
    n, m = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    rng = np.random.default_rng(draw(st.integers(0, 9)))
    x, t = rng.normal(size=(6, n)), rng.normal(size=(6, m)).round()
    return Dataset(x, t, tuple(f"x{k + 1}" for k in range(n)))


def train(project: Project, epochs: int) -> Project:
    """What a run of so many epochs leaves behind."""
    trainer = TrainRequest.of(project, 0).build_trainer()
    recorder = Recorder(trainer, project.progress.snapshots)
    history = History(project.progress.curves)
    try:
        history.extend(curve_rows(recorder.run_for(60.0, epochs)))
    except TrainingDiverged:
        assume(False)
    return edits.trained(project, trainer.state, history.freeze(), snapshots=recorder.snapshots)


def seen_again(project: Project, epoch: int) -> Project:
    """The project as it was at an epoch, trained once more from the snapshot before it."""
    snapshot = project.progress.snapshots.before(epoch)
    assert snapshot is not None
    request = TrainRequest.of(project, 0)
    request = replace(request, state=snapshot.state, settings=snapshot.settings)
    trainer = request.build_trainer()
    trainer.run_for(60.0, epoch - snapshot.epoch)
    return edits.back_at(project, trainer.state, snapshot.settings, trainer.record())


def go_back(project: Project, share: float) -> Project:
    """What going back to about this share of the epochs leaves behind."""
    epoch = project.progress.nearest(round(share * project.progress.epoch))
    return project if epoch == project.progress.epoch else seen_again(project, epoch)


def update(project: Project, by: float) -> Project:
    """What one stepped update leaves behind."""
    state = project.trainer_state
    after = replace(state, parameters=state.parameters + by, updates=state.updates + 1)
    return edits.take_over_update(project, after)


def scale(project: Project, by: float) -> Project:
    """Weights brought in from elsewhere."""
    return edits.set_parameters(project, by * project.parameters)


def type_block(project: Project, rows: list[int], columns: list, block: list) -> Project:
    """As many rows of texts as there are samples to type."""
    return edits.type_samples(project, rows, columns, block[: len(rows)])


def one_of(key: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({key: values})


some_settings = (
    one_of("learning_rate", st.floats(0, 2))
    | one_of("optimizer", st.sampled_from(list(OPTIMIZERS)))
    | one_of("batch_size", st.none() | st.integers(0, 9))
    | one_of("l2", st.floats(0, 0.1))
)

# For each edit, how to draw its arguments after the project.
ARGUMENTS: dict[str, st.SearchStrategy[Any]] = {
    "add_layer": st.tuples(layers, st.none() | nodes),
    "add_node": st.tuples(layers),
    "remove_layer": st.tuples(layers),
    "remove_node": st.tuples(layers, st.none() | nodes),
    "resize_hidden": st.tuples(st.lists(nodes, max_size=4), st.sampled_from(list(ACTIVATIONS))),
    "set_activation": st.tuples(layers, st.sampled_from(list(ACTIVATIONS))),
    "set_loss": st.tuples(st.sampled_from(list(LOSSES))),
    "choose_dataset": st.tuples(names),
    "remake_dataset": st.tuples(samples, st.none() | st.floats(0, 0.6), seeds),
    "use_dataset": st.tuples(own_data()),
    "new_table": st.tuples(nodes, nodes, nodes, st.sampled_from(["binary", "classes", "values"])),
    "set_sample_value": st.tuples(nodes, nodes, numbers, st.booleans()),
    "type_samples": st.tuples(
        st.lists(nodes, min_size=1, max_size=3, unique=True),
        st.just([x(1), t(1)]),
        st.lists(st.tuples(texts, texts), min_size=3, max_size=3),
    ),
    "add_samples": st.tuples(nodes, nodes),
    "delete_samples": st.tuples(st.lists(nodes, max_size=3)),
    "rename_column": st.tuples(st.sampled_from([x(1), x(2), t(1)]), texts),
    "rename_class": st.tuples(nodes, texts),
    "type_parameters": st.tuples(
        st.just([[W(2, 1, 1), b(2, 1)]]), st.lists(st.tuples(texts, texts), min_size=1, max_size=1)
    ),
    "set_standardised": st.tuples(st.booleans()),
    "set_scaling": st.tuples(st.sampled_from([None, "standard", "min_max"])),
    "set_split": st.tuples(st.floats(0, 1), seeds),
    "set_parameter": st.tuples(layers, nodes, st.none() | nodes, numbers),
    "set_parameters": st.tuples(st.floats(-2, 2)),
    "draw_weights": st.tuples(st.none() | st.sampled_from(list(INITIALIZERS)), st.none() | seeds),
    "reset": st.tuples(),
    "use_proposal": st.tuples(),
    "set_settings": some_settings,
    "set_stop_rule": st.fixed_dictionaries(
        {"rule": st.sampled_from(list(StopRules().by_name)), "on": st.booleans()}
    ),
    "take_over_update": st.tuples(st.floats(-1, 1)),
    "trained": st.tuples(st.integers(1, 30)),
    "back_at": st.tuples(st.floats(0, 1)),
    "restore_result": st.tuples(runs),
    "restore_initial": st.tuples(runs),
    "run_again": st.tuples(st.none() | runs),
    "rename_run": st.tuples(runs, st.sampled_from(["", " η = 1  twice", "한글" * 40])),
    "pin_run": st.tuples(runs, st.booleans()),
    "add_points": st.tuples(st.lists(st.tuples(numbers, numbers), max_size=3), st.integers(-1, 3)),
    "erase_points": st.tuples(
        st.lists(st.tuples(numbers, numbers), max_size=3), st.just((0.5, 0.5))
    ),
    "delete_runs": st.tuples(st.lists(runs, max_size=2)),
}


@st.composite
def random_edits(draw: st.DrawFn, but: str = "") -> Edit:
    """An edit with its arguments bound, any but one; it may raise EditError."""
    name = draw(st.sampled_from(sorted(ARGUMENTS.keys() - {but})))
    arguments = draw(ARGUMENTS[name])
    by_hand = {
        "trained": train,
        "take_over_update": update,
        "back_at": go_back,
        "set_parameters": scale,
        "type_samples": type_block,
    }
    edit = by_hand.get(name, getattr(edits, name))
    if isinstance(arguments, dict):
        return lambda project: edit(project, **arguments)
    return lambda project: edit(project, *arguments)
